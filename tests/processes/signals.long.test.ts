// A second signal, to a real process that is still busy with the first: it ends at once, and says by its status that it did.
import { expect, it } from "vitest";
import { gatherReaders, makeDue } from "../delivery/chaos/readers.ts";
import { openStage } from "../delivery/chaos/stage.ts";
import { hasRedisServer } from "../e2e/tools.ts";

it.skipIf(!hasRedisServer)(
  "a second SIGTERM ends a worker that waits for Telegram, with status 143; nothing is lost",
  async ({ onTestFinished }) => {
    const stage = await openStage({ rate: 0, concurrency: 4 });
    onTestFinished(() => stage.close());
    const { crew, telegram, agenda } = stage;
    const now = new Date();
    const readers = await gatherReaders(
      { playground: telegram.playground, agenda },
      { count: 4, seed: 2, wishMs: now.getTime() - 60_000, now },
    );
    telegram.playground.fail({ method: "sendMessage", kind: { type: "delay", ms: 60_000 } });
    const worker = await crew.start("worker");
    await worker.ready;
    await makeDue(stage, readers);
    await crew.start("clock");
    await expect.poll(telegram.open, { timeout: 20_000, interval: 20 }).toBe(readers.length);

    worker.running.signal("SIGTERM");
    await expect.poll(worker.running.output, { timeout: 5_000 }).toContain("stop.begun");
    const begun = performance.now();
    worker.running.signal("SIGTERM");
    expect(await worker.running.exited).toBe(143);
    // Far from the 15 s that the sends would have been waited for.
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await stage.client.hlen("{mujaz}:pend")).toBe(readers.length);
  },
);
