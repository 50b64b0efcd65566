// A second web that stands by takes over what the first one left: it was written to a bot that was not off, whatever dropPendingUpdates says.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { startDurableRedis } from "../durableRedis.ts";
import { openPendingStand } from "./pendingStand.ts";
import { hasRedisServer } from "./tools.ts";

it.skipIf(!hasRedisServer)(
  "a web that stood by throws nothing away when the first is killed",
  async () => {
    const redis = await startDurableRedis();
    const stand = await openPendingStand(true);
    const env = { REDIS_URL: redis.path };
    try {
      const first = await stand.start(env, ["web"]);
      const second = await stand.start(env, ["web"]);
      await expect.poll(() => second.output(), { timeout: 20_000 }).toContain("poll.waiting");
      // Longer than the lease of a web that died before the second one came: this one's holder lives.
      await sleep(14_000);
      await first.kill();
      stand.telegram.say(1, "/help");
      await stand.telegram.waitFor(1, ({ from, text }) => from === "bot" && /ما الذي يمكنك طلبه/.test(text));
      await second.stop();
    } finally {
      await stand.close();
      await redis.close();
    }
  },
  90_000,
);
