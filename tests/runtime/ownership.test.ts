// One owner a folder: refused while it lives, free again when it lets go or dies.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findHolder, type Ownership, takeOwnership } from "../../src/runtime/ownership.ts";
import { makeDataDir } from "./capture.ts";

async function take(dataDir: string, role = "start"): Promise<Ownership> {
  const ownership = await takeOwnership(dataDir, role);
  if (ownership.owned) onTestFinished(() => ownership.release());
  return ownership;
}

/** A socket file whose owner was killed. */
async function leaveDeadSocket(path: string): Promise<void> {
  const script = `require("net").createServer().listen(process.argv[1], () => console.log("up"))`;
  const child = spawn(process.execPath, ["-e", script, path], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
  expect(existsSync(path)).toBe(true);
}

describe.skipIf(process.platform === "win32")("ownership of a data folder", () => {
  it("is given to one, and tells the other who has it", async () => {
    const dataDir = join(makeDataDir(), "new", "folder");
    const first = await take(dataDir);
    expect(first.owned).toBe(true);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    if (first.owned) first.announce("server");
    expect(await take(dataDir, "command backup")).toEqual({
      owned: false,
      holder: { pid: process.pid, role: "start", store: "server" },
    });
  });

  it("is free after a release", async () => {
    const dataDir = makeDataDir();
    const first = await take(dataDir);
    if (first.owned) await first.release();
    expect(await findHolder(dataDir)).toBeUndefined();
    expect((await take(dataDir)).owned).toBe(true);
  });

  it("is free after the owner was killed, and no litter stays", async () => {
    const dataDir = makeDataDir();
    await leaveDeadSocket(join(dataDir, "owner.sock"));
    expect((await take(dataDir)).owned).toBe(true);
    expect(readdirSync(dataDir)).toEqual(["owner.sock"]);
  });

  it("goes to exactly one of many that find a dead owner's socket at the same moment", async () => {
    const dataDir = makeDataDir();
    await leaveDeadSocket(join(dataDir, "owner.sock"));
    const all = await Promise.all(Array.from({ length: 12 }, () => take(dataDir)));
    expect(all.filter(({ owned }) => owned)).toHaveLength(1);
  });

  it("stays with an owner whose socket another process had just moved aside and left there", async () => {
    const dataDir = makeDataDir();
    await take(dataDir);
    renameSync(join(dataDir, "owner.sock"), join(dataDir, "owner.sock.aside-12345678"));
    expect((await take(dataDir, "command x")).owned).toBe(false);
    expect(readdirSync(dataDir)).toEqual(["owner.sock"]);
  });

  it("is not taken from an owner that accepts but does not answer", async () => {
    const dataDir = makeDataDir();
    const mute = createServer(() => {}).listen(join(dataDir, "owner.sock"));
    await once(mute, "listening");
    onTestFinished(() => void mute.close());
    expect(await take(dataDir)).toMatchObject({ owned: false, holder: { pid: 0 } });
  });

  it("works in a folder whose path is too long for a socket", async () => {
    const dataDir = join(makeDataDir(), "x".repeat(150));
    expect((await take(dataDir)).owned).toBe(true);
    expect((await take(dataDir)).owned).toBe(false);
  });

  it("is told plainly where the folder cannot be made", async () => {
    const file = join(makeDataDir(), "owner.sock");
    await leaveDeadSocket(file);
    await expect(takeOwnership(join(file, "data"), "start")).rejects.toMatchObject({
      kind: "data-dir-unusable",
      mend: expect.stringContaining("DATA_DIR"),
    });
  });
});
