// docs/ops/configuration.md is the one place where every setting and every option stands: compared with what the code knows.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { loadSubcommands } from "../../src/cli/subcommands.ts";
import { meanings } from "../../src/config/envSchema.ts";
import { configJsonSchemas } from "../../src/config/jsonSchemas.ts";
import { names, secretNames } from "../../src/config/variables.ts";
import { root } from "../root.ts";

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");
const text = read("docs", "ops", "configuration.md");

/** The cells of the table under a heading, head and rule left out. */
function table(heading: string): readonly (readonly string[])[] {
  const [, section = ""] = text.split(`\n## ${heading}\n`);
  const [own = ""] = section.split("\n## ");
  const rows = own.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(2).map((row) => row.slice(2, -2).split(" | "));
}
const bare = (cell = ""): string => cell.replaceAll("`", "");

describe("the environment", () => {
  const rows = table("Environment");

  it("has every name, once, with its default", () => {
    expect(rows.map(([name, usual]) => [bare(name), bare(usual)])).toEqual(
      names.map((name) => [name, meanings[name].usual ?? "none"]),
    );
  });

  it("says which may come from a file, what each is for, and what .env.example says", () => {
    for (const [name, , meaning = ""] of rows) {
      expect(meaning.length, name).toBeGreaterThan(15);
      const isSecret = secretNames.some((secret) => secret === bare(name));
      expect(meaning.includes(`${bare(name)}_FILE`), name).toBe(isSecret);
    }
    const example = read(".env.example");
    for (const [name, usual] of rows) {
      const shown = new RegExp(`^#${bare(name)}=(.*)$`, "m").exec(example)?.[1];
      if (bare(usual) !== "none") expect(shown, name).toBe(bare(usual));
    }
  });
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly default?: unknown;
}

/** Every key with its default, lists of maps with the keys of their maps. */
function keys({ properties = {} }: Schema, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const own = path === "" ? name : `${path}.${name}`;
    if (schema.properties !== undefined) return keys(schema, own);
    const usual = schema.default === undefined ? "none" : JSON.stringify(schema.default);
    return [[own, usual] as const, ...keys(schema.items ?? {}, `${own}[]`)];
  });
}

describe.each(Object.entries(configJsonSchemas()))("config/%s", (name, schema) => {
  it("has every key, once, with its default", () => {
    const rows = table(`config/${name}`);
    expect(rows.map(([key, usual]) => [bare(key), bare(usual)])).toEqual(keys(schema as Schema));
    for (const [key, , meaning = ""] of rows) expect(meaning.length, key).toBeGreaterThan(8);
  });
});

describe("the command line", () => {
  it("has every command with its arguments, and every option, in the order of --help", async () => {
    const program = new Command("mujaz");
    for (const add of await loadSubcommands(undefined)) add(program, {} as never);
    const all = (command: Command, above: string): (readonly string[])[] =>
      command.commands.flatMap((child) => {
        const name = `${above} ${child.name()}`;
        const given = child.registeredArguments.map((argument) => {
          const words = `${argument.name()}${argument.variadic ? "..." : ""}`;
          return argument.required ? `<${words}>` : `[${words}]`;
        });
        const own = child.commands.length === 0 ? [[[name, ...given].join(" "), "—"]] : [];
        const options = child.options.map(({ flags }) => [name, flags]);
        return [...own, ...options, ...all(child, name)];
      });
    const rows = table("Command line");
    expect(rows.map(([command, option]) => [bare(command), bare(option)])).toEqual(all(program, "mujaz"));
    for (const [command, option, meaning = ""] of rows)
      expect(meaning.length, `${command} ${option}`).toBeGreaterThan(2);
  });
});

describe.each(["configuration.md", "deploy.md"])("docs/ops/%s", (name) => {
  it("links only to files that exist", () => {
    const links = [...read("docs", "ops", name).matchAll(/\]\((?!http)([^)#]+)\)/g)].map(
      ([, path = ""]) => path,
    );
    expect(links.length).toBeGreaterThan(0);
    const here = join(root, "docs", "ops");
    expect(links.filter((path) => !existsSync(join(here, path)))).toEqual([]);
    expect(dirname(here)).toBe(join(root, "docs"));
  });
});

it("the Procfile stands in docs/ops/deploy.md as it is", () => {
  expect(read("docs", "ops", "deploy.md")).toContain(read("Procfile").trim());
});
