// The audit of the dependencies: what it finds in a lock file, in versions and in npm's answers, and that ours are clean.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAdvisories } from "../scripts/audit/advisories.js";
import { engineExceptions, engineFaults, engineQuery } from "../scripts/audit/engines.js";
import { installScripts, lockFaults, lockWarnings, versionFaults } from "../scripts/audit/lock.js";
import { readPackages, toPackages } from "../scripts/audit/packages.js";
import { root } from "./root.ts";

const ours = readPackages(root);
const sound = { version: "1.0.0", integrity: "sha512-AAAA" };
const one = (entry: object) => toPackages({ packages: { "": {}, "node_modules/x/node_modules/odd": entry } });

describe("our own packages", () => {
  it("come from the registry with a hash, run no script at install, and are of one version each", () => {
    expect(ours.length).toBeGreaterThan(100);
    expect(lockFaults(ours)).toEqual([]);
    expect(versionFaults(JSON.parse(readFileSync(join(root, "package.json"), "utf8")))).toEqual([]);
  });

  it("need every exception, and the documents name those for Node's version", () => {
    const names = new Set(ours.map(({ name }) => name));
    const exceptions = [...Object.keys(installScripts), ...Object.keys(engineExceptions)];
    expect(exceptions.filter((name) => !names.has(name))).toEqual([]);
    const documents = readFileSync(join(root, "docs", "dependencies.md"), "utf8");
    for (const name of Object.keys(engineExceptions)) expect(documents).toContain(name);
  });
});

describe("a lock file", () => {
  it.each([
    ["without a hash", { version: "1.0.0" }, "has no SHA-512 integrity hash"],
    ["with a weak hash", { ...sound, integrity: "sha1-AAAA" }, "has no SHA-512 integrity hash"],
    [
      "from git",
      { ...sound, resolved: "git+ssh://git@host.example/a.git#1" },
      "comes from git+ssh://host.example/a.git",
    ],
    [
      "from another host",
      { ...sound, resolved: "https://host.example/a.tgz" },
      "comes from https://host.example/a.tgz",
    ],
    ["without TLS", { ...sound, resolved: "http://host.example/a.tgz" }, "comes from http://host.example"],
    ["from a folder", { version: "1.0.0", resolved: "../odd", link: true }, "comes from the folder ../odd"],
    ["with an install script", { ...sound, hasInstallScript: true }, "runs a script when it is installed"],
  ])("names a package %s", (_what, entry, wrong) => {
    const faults = lockFaults(one(entry));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`package-lock.json: odd 1.0.0 ${wrong}`);
  });

  it("names no origin: npm leaves out the registry's addresses, and the file is the same for every registry", () => {
    expect(lockFaults(one(sound))).toEqual([]);
    expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  });

  it("shows no password of an origin", () => {
    const faults = lockFaults(one({ ...sound, resolved: "https://me:secret@host.example/a.tgz" }));
    expect(faults.join()).toContain("https://host.example/a.tgz");
    expect(faults.join()).not.toContain("secret");
  });

  it("warns of what its author has given up", () => {
    expect(lockWarnings(one({ ...sound, deprecated: "use even" }))).toEqual([
      "odd 1.0.0 is deprecated: use even",
    ]);
  });
});

describe("package.json", () => {
  it.each(["^1.0.0", "1.x", "latest", "*", "git+https://host.example/a.git", "file:../a", "user/a"])(
    "may not say %s of a version",
    (version) => {
      for (const kind of ["dependencies", "devDependencies", "overrides"]) {
        expect(versionFaults({ [kind]: { odd: version } })).toEqual([
          `package.json: odd is "${version}", not one exact version. Run: npm install --save-exact odd@VERSION`,
        ]);
      }
    },
  );

  it("may hold a version before a release", () => {
    expect(versionFaults({ dependencies: { odd: "2.0.0-beta.2" } })).toEqual([]);
  });
});

describe("the oldest Node", () => {
  const found = (name: string) => ({
    name,
    version: "1.0.0",
    location: `node_modules/${name}`,
    engines: { node: ">=22" },
  });
  const packages = toPackages({
    packages: { "node_modules/new": {}, "node_modules/tool": { dev: true }, "node_modules/cookie": {} },
  });

  it("is the lower end of our own range", () => {
    expect(engineQuery(">=20.19.0")).toContain(":semver(20.19.0,");
    expect(() => engineQuery("^20")).toThrow("engines.node");
  });

  it("is refused by a package that runs, not by a tool or a named exception", () => {
    const faults = engineFaults(["new", "tool", "cookie"].map(found), packages, ">=20.19.0");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("new 1.0.0 asks for Node >=22, we promise >=20.19.0");
  });
});

describe("npm's answer", () => {
  const weak = (severity: string, fixAvailable: unknown) => ({
    name: "odd",
    severity,
    range: "<1.2.3",
    via: [{ title: "Reads too much", url: "https://advisories.example/1" }, "even"],
    fixAvailable,
  });
  const answer = (severity: string, fix: unknown) =>
    readAdvisories(JSON.stringify({ vulnerabilities: { odd: weak(severity, fix) } }), "");

  it.each(["high", "critical"])("of a weakness that is %s is a fault, with its mend", (severity) => {
    expect(answer(severity, { name: "top", version: "2.0.0" })).toEqual({
      faults: [
        `odd <1.2.3 has a known weakness, ${severity}: Reads too much (https://advisories.example/1); through even. Run: npm install --save-exact top@2.0.0`,
      ],
      warnings: [],
    });
  });

  it.each(["info", "low", "moderate"])("of one that is %s is a warning", (severity) => {
    const { faults, warnings } = answer(severity, true);
    expect(faults).toEqual([]);
    expect(warnings?.[0]).toMatch(/Run: npm update odd$/);
  });

  it("says so where nothing mends it", () => {
    expect(answer("high", false).faults?.[0]).toMatch(/No version mends it yet: do without the package$/);
  });

  it.each([
    [
      "an error",
      '{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}',
      "",
      "405 Method Not Allowed",
    ],
    ["words on the other line", "", "npm warn x\nnpm error network\n", "npm error network"],
    ["nothing", "", "", "npm audit said nothing"],
  ])("that is %s skips the check and says why", (_what, stdout, stderr, why) => {
    expect(readAdvisories(stdout, stderr)).toEqual({ skipped: why });
  });
});
