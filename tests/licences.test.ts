// The list of licences is that of the lock file, and holds none that we do not accept.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPackages, toPackages } from "../scripts/audit/packages.js";
import { licenceExceptions, licencesPage, refusedLicences } from "../scripts/licences.js";
import { root } from "./root.ts";

describe("docs/licences.md", () => {
  const packages = readPackages(root);
  const runtime = packages.filter(({ isRuntime }) => isRuntime);

  it("is what `npm run licences` writes after the lock file", () => {
    expect(readFileSync(join(root, "docs", "licences.md"), "utf8")).toBe(licencesPage(packages));
  });

  it("names everything that runs, also what is for other platforms and what development needs too", () => {
    const page = licencesPage(packages);
    expect(runtime.length).toBeGreaterThan(100);
    for (const { name, version } of runtime) expect(page).toContain(`\n- ${name} ${version}\n`);
    expect(page).toContain("msgpackr-extract-win32-x64");
    expect(page).toMatch(/^- yaml /m);
    expect(page).not.toContain("vitest");
  });

  it("holds accepted licences alone, and no exception that nothing needs", () => {
    expect(refusedLicences(packages)).toEqual([]);
    const names = new Set(runtime.map(({ name }) => name));
    expect(Object.keys(licenceExceptions).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("a licence", () => {
  const refused = (license?: string, dev = false): string[] =>
    refusedLicences(
      toPackages({
        packages: { "node_modules/@a/b": { version: "1.0.0", dev, ...(license && { license }) } },
      }),
    );

  it.each(["MIT", "(MIT OR GPL-3.0-only)", "GPL-2.0-only OR ISC", "MIT AND OFL-1.1"])(
    "%s is accepted",
    (licence) => {
      expect(refused(licence)).toEqual([]);
    },
  );

  it.each([
    "AGPL-3.0-only",
    "MIT AND GPL-3.0-only",
    "(MIT OR GPL-3.0-only) AND CC-BY-NC-4.0",
    "SEE LICENSE IN x",
  ])("%s is refused, by the package's name", (licence) => {
    expect(refused(licence)).toEqual([`@a/b 1.0.0: ${licence}`]);
  });

  it("that is missing is refused", () => {
    expect(refused()).toEqual(["@a/b 1.0.0: no licence"]);
  });

  it("of what only developers install is theirs to judge", () => {
    expect(refused("MPL-2.0", true)).toEqual([]);
  });
});
