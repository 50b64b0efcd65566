// The drill of docs/ops/backup.md on the machine that has the send ledger, and a restore that is killed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, it } from "vitest";
import { openStand, readers, seconds, until, walkDrill } from "./restoreStand.ts";
import { mujaz, root, runMujaz } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

describe.skipIf(!hasRedisServer)("the drill of a lost Redis", () => {
  it(
    "on the same machine: what was sent after the backup is not sent again, and the next slot comes",
    ({ onTestFinished }) => walkDrill("data", onTestFinished),
    300_000,
  );

  it("a move to another Redis sends late, and once, what came due on the way", async ({
    expect,
    onTestFinished,
  }) => {
    const stand = await openStand(onTestFinished);
    await stand.allDueAt(seconds() - 5);
    expect(await stand.run("backup", stand.file)).toMatchObject({ status: 0 });
    await stand.client.flushall();
    expect(await stand.run("restore", stand.file, "--move")).toMatchObject({ status: 0 });
    const running = await stand.start("data");
    await until("served", async () => (await stand.outcomes())["sent"] === String(readers));
    expect(stand.arrivals.all).toHaveLength(readers);
    await running.stop();
  }, 300_000);

  it("a restore that is killed with -9 leaves the store as it was, and is done again from the beginning", async ({
    expect,
    onTestFinished,
  }) => {
    const stand = await openStand(onTestFinished);
    const { client } = stand;
    const many = 20_000;
    const lines = Array.from({ length: many }, (_, at) => JSON.stringify({ chat: 100_000 + at }));
    await runMujaz(["subscribers", "import"], { env: stand.env, input: `${lines.join("\n")}\n` });
    expect(await stand.run("backup", stand.file)).toMatchObject({ status: 0 });
    await client.hdel("{mujaz}:records", ...(await client.hkeys("{mujaz}:records")).slice(0, 9_000));
    const left = await client.hlen("{mujaz}:records");

    const { PATH, HOME } = process.env;
    const env = { ...stand.env, PATH, HOME, CONFIG_DIR: join(root, "config") };
    const child = spawn(process.execPath, [mujaz, "restore", stand.file, "--replace"], { env });
    await expect
      .poll(() => client.hlen("{mujaz}:restoring:records"), { timeout: 60_000, interval: 2 })
      .toBeGreaterThan(1_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await client.hlen("{mujaz}:records")).toBe(left);
    expect(await client.hlen("{mujaz}:restoring:records")).toBeGreaterThan(0);

    expect(await stand.run("restore", stand.file, "--replace")).toMatchObject({ status: 0 });
    expect(await client.hlen("{mujaz}:records")).toBe(many + readers);
    expect(await client.keys("{mujaz}:restoring:*")).toEqual([]);
  }, 300_000);
});
