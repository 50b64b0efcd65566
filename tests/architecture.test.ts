// The import table of the house: who may import whom, no circles, no file over 250 lines.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@babel/parser";
import { describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const src = join(root, "src");

const everyRoom = [
  "text",
  "messages",
  "runtime",
  "config",
  "sources",
  "articles",
  "summary",
  "subscribers",
  "digest",
  "schedule",
  "delivery",
  "bot",
  "web",
  "playground",
  "backup",
  "processes",
  "cli",
];

/** DESIGN section 2, "may import". A room may always import itself. */
const table: Readonly<Record<string, readonly string[]>> = {
  text: [],
  messages: ["text"],
  runtime: [],
  config: [],
  sources: ["runtime"],
  articles: ["sources", "text", "summary", "runtime"],
  summary: ["text"],
  subscribers: ["text", "runtime"],
  digest: ["articles", "summary", "subscribers", "messages", "text"],
  schedule: ["subscribers", "runtime"],
  delivery: ["schedule", "digest", "articles", "subscribers", "messages", "text", "runtime"],
  bot: [
    "sources",
    "subscribers",
    "articles",
    "digest",
    "delivery",
    "schedule",
    "messages",
    "text",
    "runtime",
  ],
  web: [
    "sources",
    "articles",
    "subscribers",
    "digest",
    "schedule",
    "delivery",
    "messages",
    "text",
    "runtime",
  ],
  playground: ["runtime"],
  backup: ["subscribers", "runtime"],
  processes: everyRoom,
  cli: everyRoom,
  "main.ts": ["config", "runtime", "processes", "cli"],
};

/** Rooms that may be named for their types only. */
const typesOnly: Readonly<Record<string, readonly string[]>> = { digest: ["articles", "subscribers"] };

/** Files that may be longer than 250 lines, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(dir, entry.name))
      : entry.name.endsWith(".ts")
        ? [join(dir, entry.name)]
        : [],
  );
}

const files = sources(src).map((file) => relative(src, file).split(sep).join("/"));

/** Every import and re-export of a module, static, dynamic and `import("…")` types, as babel reads it. */
function importsOf(file: string): Import[] {
  const ast = parse(readFileSync(join(src, file), "utf8"), { sourceType: "module", plugins: ["typescript"] });
  const found: Import[] = [];
  const add = (specifier: string, isType: boolean): void => {
    if (specifier.startsWith("."))
      found.push({ from: file, to: posix.join(posix.dirname(file), specifier), isType });
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const typed = node as {
      type: string;
      source?: { value?: unknown };
      argument?: { value?: unknown };
    } & Record<string, unknown>;
    const specifier =
      typed.source?.value ?? (typed.type === "TSImportType" ? typed.argument?.value : undefined);
    if (typeof specifier === "string") {
      const specifiers = Array.isArray(typed["specifiers"])
        ? (typed["specifiers"] as Record<string, unknown>[])
        : [];
      const kind = typed["importKind"] ?? typed["exportKind"];
      const allTypes =
        specifiers.length > 0 &&
        specifiers.every((one) => (one["importKind"] ?? one["exportKind"]) === "type");
      add(specifier, kind === "type" || allTypes || typed.type === "TSImportType");
    }
    for (const [key, value] of Object.entries(typed)) if (key !== "loc") visit(value);
  };
  visit(ast.program);
  return found;
}

const imports = files.flatMap(importsOf);
const roomOf = (file: string): string => file.split("/")[0] ?? file;

describe("the house", () => {
  it("is seen whole: a parser that reads nothing would pass every other rule", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
    const known = new Set(files);
    expect(imports.filter(({ to }) => !known.has(to))).toEqual([]);
  });

  it("has only the rooms of the table", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => table[room] === undefined)).toEqual([]);
  });

  it("imports only what the table allows, types included", () => {
    const forbidden = imports.filter(({ from, to, isType }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      if (room === other) return false;
      if (!table[room]?.includes(other)) return true;
      return !isType && (typesOnly[room]?.includes(other) ?? false);
    });
    expect(forbidden).toEqual([]);
  });

  it("sees the playground's insides from processes alone", () => {
    const inside = imports.filter(({ from, to }) => roomOf(to) === "playground" && roomOf(from) === "cli");
    expect(inside).toEqual([]);
  });

  it("has no circles", () => {
    const next = new Map(
      files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const to of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it("has no file over 250 lines without a written reason", () => {
    const long = files.filter(
      (file) =>
        readFileSync(join(src, file), "utf8").split("\n").length > 251 && longFiles[file] === undefined,
    );
    expect(long).toEqual([]);
  });

  it("says in the first line of each file what it is for", () => {
    expect(files.filter((file) => !readFileSync(join(src, file), "utf8").startsWith("// "))).toEqual([]);
  });
});
