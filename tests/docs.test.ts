// What the documents promise is there: dependencies named, commands and files that exist, settings listed.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const pack = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe("docs/dependencies.md", () => {
  const named = [...read("docs/dependencies.md").matchAll(/^\| ([^|]+) \| [^|]+ \| [^|]+ \|$/gm)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "package" && name !== "---");

  it("says of each dependency what it is for, and of no other", () => {
    const used = [...Object.keys(pack.dependencies), ...Object.keys(pack.devDependencies)];
    expect(named.sort()).toEqual(used.sort());
  });
});

describe.each([
  ["package-lock.json", 100],
  ["bench/peers/package-lock.json", 40],
])("%s", (name, least) => {
  it("holds no download address", () => {
    const { packages } = JSON.parse(read(name)) as {
      packages: Record<string, { resolved?: string }>;
    };
    expect(Object.keys(packages).length).toBeGreaterThan(least);
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe.each(["README.md", "CONTRIBUTING.md"])("%s", (name) => {
  const text = read(name);

  it("names only npm scripts that exist", () => {
    const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = ""]) => script);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => pack.scripts[script] === undefined)).toEqual([]);
  });

  it("links only to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = ""]) => path);
    const paths = [...text.matchAll(/`((?:src|tests|config|docs|content|bench)\/[\w./-]*)`/g)].map(
      ([, path = ""]) => path,
    );
    // What commands make is in nobody's fresh checkout.
    const made = read(".gitignore").split("\n");
    const isMade = (path: string): boolean => made.some((each) => each.replace(/\/$/, "") === path);
    const wanted = [...links, ...paths].filter((path) => !/\/x\.ts$/.test(path) && !isMade(path));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("keeps the address of nobody's machine", () => {
    expect(text).not.toMatch(/\/(home|root|work|Users)\//);
  });
});

describe("SECURITY.md", () => {
  const rows = [...read("SECURITY.md").matchAll(/^\| (?!who |---)(.+) \|$/gm)].map(([, row = ""]) => row);

  /** `file`: "title", "title of the same file", `file`: "title" */
  const testsOf = (row: string): readonly (readonly [file: string, title: string])[] =>
    [...row.matchAll(/`(tests\/[\w./-]+\.test\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(
      ([, file = "", titles = ""]) =>
        [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => [file, title] as const),
    );
  /** Named as a test or a group of tests is: the first thing behind a bracket. */
  const hasTest = (file: string, title: string): boolean =>
    ['"', "'", "`"].some((quote) => read(file).replace(/\(\s+/g, "(").includes(`(${quote}${title}${quote},`));

  it("names for each threat a test, by its file and its title", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const tests = testsOf(row);
      expect(tests.length, row).toBeGreaterThan(0);
      // Nothing else stands in the last column.
      expect(
        row
          .split(" | ")
          .at(-1)
          ?.match(/`tests\//g),
        row,
      ).toHaveLength(new Set(tests.map(([file]) => file)).size);
      for (const [file, title] of tests) {
        expect(existsSync(join(root, file)), file).toBe(true);
        expect(hasTest(file, title), `${file}: ${title}`).toBe(true);
      }
    }
  });

  it("is not content with a file or a title that is not there", () => {
    expect(hasTest("tests/docs.test.ts", "names for each threat a test, by its file and its title")).toBe(
      true,
    );
    expect(hasTest("tests/docs.test.ts", "no such title")).toBe(false);
    expect(testsOf("what | `tests/docs.test.ts`")).toEqual([]);
  });
});
