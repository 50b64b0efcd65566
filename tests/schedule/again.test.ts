// Redis, killed with its last writes not on the disk, has forgotten the ends of slots: they are said again, and nobody is sent a digest twice.
import { expect, it } from "vitest";
import { startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";

it.skipIf(!hasRedisServer)(
  "what ended in the moment before is ended again, and counted once",
  async () => {
    const redis = await startDurableRedis();
    const { house, addReader, close } = await openTestHouse({}, redis);
    const slot = Math.floor(Date.now() / 60_000) * 60;
    const members = [await addReader(5001), await addReader(5002), await addReader(5003)];
    for (const member of members) await house.main.zadd("{mujaz}:due", slot, String(member));
    await house.agenda.claim({ now: null, limit: 10, leaseSeconds: 600 });
    const end = (member: number, more = {}) =>
      house.agenda.acknowledge({
        ...{ member, slot, next: slot + 86_400, outcome: "sent", cursor: 7, carry: [] },
        ...more,
      });
    const [first = 0, second = 0, third = 0] = members;
    await end(first);
    // One whose plan was changed and has passed does not end: said again it would end by the older plan.
    await house.agenda.change(third, { times: ["05:00"] }, new Date());
    expect(await end(third, { now: slot + 3 * 86_400 })).toBe("replan");
    await redis.copy();
    await end(second);
    expect(await house.main.hkeys("{mujaz}:pend")).toEqual([String(third)]);

    await redis.restore();
    const isLeft = () => house.main.hkeys("{mujaz}:pend");
    await expect.poll(isLeft, { timeout: 10_000 }).toEqual([String(third)]);
    expect(await house.agenda.outcomes()).toEqual({ sent: 2 });
    expect((await house.subscribers.byNumber(second))?.cursor).toBe(7);
    await close();
  },
  60_000,
);
