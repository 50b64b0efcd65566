// Reads what a command was given: files of any known format, or standard input.
import { readFile } from "node:fs/promises";
import { type Cleaned, clean } from "../articles/clean.ts";
import { formatFor } from "../articles/formats.ts";
import { parseDocument } from "../articles/parse.ts";
import type { FurnitureRule } from "../articles/step.ts";
import { type Desk, Fault } from "./subcommand.ts";

/** The name under which standard input is known in reports. */
const standardInput = "(standard input)";

/** Bytes and name of a file, or of standard input for "-". Throws Fault with the mend. */
export async function readInput(
  file: string,
  { stdin }: Pick<Desk, "stdin">,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (file !== "-") {
    try {
      return { name: file, bytes: await readFile(file) };
    } catch (cause) {
      throw cannotRead(file, cause);
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return { name: standardInput, bytes: Buffer.concat(chunks) };
}

const reasons: Readonly<Record<string, readonly [why: string, mend: string]>> = {
  ENOENT: ["there is no such file", "correct the name; it is meant from the folder you stand in"],
  ENOTDIR: ["there is no such file", "correct the name; it is meant from the folder you stand in"],
  EISDIR: ["it is a folder", "name the files in it"],
  EACCES: ["this user may not read it", "let this user read it"],
};

/** The fault of a file (- for standard input) that cannot be read. */
export function cannotRead(file: string, cause: unknown): Fault {
  const code = cause instanceof Error ? String((cause as NodeJS.ErrnoException).code) : "";
  const [why, mend] = reasons[code] ?? [
    String(cause),
    "look at the disk, or at what was to write into the pipe",
  ];
  return new Fault(`${file === "-" ? "standard input" : file}: cannot be read: ${why}\n  mend: ${mend}`);
}

/** A cleaned article from a file's bytes; a file without a known ending is read by what it looks like. */
export function cleanInput(name: string, bytes: Uint8Array, rules: readonly FurnitureRule[]): Cleaned {
  const result = parseDocument(bytes, formatFor(name) === undefined ? `${name}${guessEnding(bytes)}` : name);
  if (!result.ok) {
    throw new Fault(
      result.faults
        .map(({ file, line, message, mend }) => `${file}:${line}: ${message}\n  mend: ${mend}`)
        .join("\n"),
    );
  }
  return clean(result.parsed, { rules });
}

function guessEnding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(!doctype|html|head|body|article)/i.test(head)) return ".html";
  if (/^\{\s*"/.test(head)) return ".json";
  if (head.startsWith("---\n")) return ".md";
  return ".txt";
}
