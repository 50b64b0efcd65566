// The drill of docs/ops/backup.md with real processes: Redis is lost after the digests of a slot were sent, and restored.
import { describe, it } from "vitest";
import { openStand, readers, seconds, until, walkDrill } from "./restoreStand.ts";
import { hasRedisServer } from "./tools.ts";

describe.skipIf(!hasRedisServer).concurrent("the drill of a lost Redis", () => {
  it(
    "on a new machine, whose disk knows of nothing: what was sent after the backup is not sent again, and the next slot comes",
    ({ onTestFinished }) => walkDrill("other", onTestFinished),
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
});
