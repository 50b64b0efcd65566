// Reads the Dockerfile as the tests need it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

export const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");

export interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** Every instruction with what follows it, lines that go on joined, by stage: each begins with its FROM. */
export function stages(text: string): readonly (readonly Instruction[])[] {
  const lines = text
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const all = lines.map((line): Instruction => {
    const [, name = "", words = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return { name, words };
  });
  const begins = all.flatMap(({ name }, at) => (name === "FROM" ? [at] : []));
  return begins.map((begin, at) => all.slice(begin, begins[at + 1]));
}

/** What follows the instruction of this name in the stage that is run; the last where there are several. */
export function lastOf(name: string): string {
  const found = stages(dockerfile)
    .at(-1)
    ?.findLast((each) => each.name === name);
  if (found === undefined) throw new Error(`the Dockerfile has no ${name}`);
  return found.words;
}

/** What the stage that is run takes from the build, relative to the checkout. */
export function copiedPaths(): readonly string[] {
  const copies = stages(dockerfile)
    .at(-1)
    ?.flatMap(({ name, words }) =>
      name === "COPY" ? [/^--from=build \/app\/(\S+) /.exec(words)?.[1] ?? words] : [],
    );
  return copies ?? [];
}

/** The command of the HEALTHCHECK, as a list. */
export function healthcheck(): readonly string[] {
  return JSON.parse(/CMD (\[.*\])$/.exec(lastOf("HEALTHCHECK"))?.[1] ?? "[]") as string[];
}
