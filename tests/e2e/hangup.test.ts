// A terminal that is closed while Mujaz runs in it: the same signal as for reading config/ again, and yet an orderly stop.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freePort, mujaz, root, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const patience = { timeout: 50_000, interval: 100 };
const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
if (!hasScript) console.log("skipped: script(1) of util-linux is not on PATH");

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it.skipIf(!hasScript || !hasRedisServer)(
  "reads config/ again while the terminal is there, and stops in order when it is closed",
  { timeout: 180_000 },
  async () => {
    const dir = await tempDir();
    const data = join(dir.path, "data");
    const { PATH, HOME } = process.env;
    const env = {
      PATH,
      HOME,
      DATA_DIR: data,
      PORT: String(await freePort()),
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      LOG_FORMAT: "json",
    };
    const command = `echo $$ > pid; exec ${process.execPath} ${mujaz} start`;
    const terminal = spawn("script", ["-qfc", command, "/dev/null"], {
      cwd: dir.path,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    terminal.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
    });
    await expect.poll(() => output, patience).toMatch(/^Running: /m);
    const pid = Number(readFileSync(join(dir.path, "pid"), "utf8"));
    process.kill(pid, "SIGHUP");
    await expect.poll(() => output, patience).toContain('"event":"config.reloaded"');
    expect(readdirSync(data)).toContain("owner.sock");
    // Nobody holds the other end of the terminal any more.
    terminal.kill("SIGKILL");
    await expect.poll(() => isRunning(pid), patience).toBe(false);
    // The lock was given back, and the embedded Redis ended after everything else.
    expect(readdirSync(data).filter((name) => name.endsWith(".sock"))).toEqual([]);
    await dir.dispose();
  },
);
