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
    const wanted = [...links, ...paths].filter((path) => !/\/x\.ts$/.test(path));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("keeps the address of nobody's machine", () => {
    expect(text).not.toMatch(/\/(home|root|work|Users)\//);
  });
});

describe("SECURITY.md", () => {
  const rows = [...read("SECURITY.md").matchAll(/^\| (?!who |---)(.+) \|$/gm)].map(([, row = ""]) => row);

  it("names for each threat a test that exists", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const test = /`(tests\/[\w./-]+\.test\.ts)`$/.exec(row)?.[1];
      expect(test, row).toBeDefined();
      expect(existsSync(join(root, test ?? "")), test).toBe(true);
    }
  });
});
