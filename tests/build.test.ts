// The build: made when stale, and a clear word where there is nothing to build with.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "mujaz-build-"));
  writeFileSync(join(dir, "package.json"), '{"type":"module"}');
  for (const name of ["scripts", "bin"]) cpSync(join(root, name), join(dir, name), { recursive: true });
  mkdirSync(join(dir, "src"));
  writeFileSync(join(dir, "src", "main.ts"), "// nothing\n");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("a production install, without the compiler", () => {
  it("says what to do where there is no build, and ends with 1", () => {
    const { status, stderr } = spawnSync(process.execPath, ["bin/mujaz.js", "start"], {
      cwd: dir,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain("npm run build");
  });

  it("runs the build that is there, however old", () => {
    mkdirSync(join(dir, "dist", "bundle"), { recursive: true });
    writeFileSync(join(dir, "dist", "bundle", "main.js"), 'console.log("runs in", process.env.TZ);\n');
    expect(execFileSync(process.execPath, ["bin/mujaz.js"], { cwd: dir, encoding: "utf8" })).toBe(
      "runs in UTC\n",
    );
  });
});
