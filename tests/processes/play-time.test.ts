// The playground's time: moved on, it brings each reader what was due on the way, once and dated by its own day. A real bot has none of it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlaygroundHost } from "../../src/playground/host.ts";
import { startClock } from "../../src/processes/clock.ts";
import { createHouseClock } from "../../src/processes/houseClock.ts";
import { createPlayTime } from "../../src/processes/playTime.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { nextDue } from "../../src/schedule/due.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let play: Required<PlaygroundHost>;
let close: () => Promise<void>;

beforeAll(async () => {
  test = await openTestHouse();
  await test.addReader(1001, { times: ["07:00"] });
  // Few stories at a time, so that there are some for each.
  await test.addReader(1002, { times: ["07:00", "18:30"], items: 2 });
  const clock = await startClock(test.house);
  const worker = startWorker(test.house);
  play = createPlayTime(test.house) as Required<PlaygroundHost>;
  close = async () => {
    await clock.close();
    await worker.close();
    await test.close();
  };
});
afterAll(() => close());

const spot = (chat: number) => ({ chat, thread: null });
/** The first lines of what the person was sent, without direction marks. */
const heads = (user: number): string[] =>
  test.playground
    .transcript(user)
    .map(({ text }) => (text.split("\n")[0] ?? "").replace(/[\u200E\u200F\u2066-\u2069]/g, ""));
const headOf = (at: number): string =>
  `موجز ${new Intl.DateTimeFormat("ar-EG", { dateStyle: "full", timeZone: "Africa/Cairo" }).format(at * 1000).replace("،", "")}`;
async function nextSlot(chat: number): Promise<number> {
  const reader = (await test.house.subscribers.byChat(chat, null))?.subscriber;
  const at = reader && nextDue(reader, test.house.clock.now().getTime());
  if (at === undefined || at === null) throw new Error("nothing is due");
  return at;
}

describe("the clock of the playground", () => {
  it("goes to the next digest of a chat, which comes with that day in its head", async () => {
    const slot = await nextSlot(1001);
    expect(await play.clock.forward("next", spot(1001))).toBe(true);
    expect(Math.floor(test.house.clock.now().getTime() / 1000)).toBeGreaterThanOrEqual(slot);
    expect(heads(1)).toEqual([headOf(slot)]);
  });

  it("brings over a day each reader everything that was due on the way, once", async () => {
    const before = [heads(1).length, heads(2).length];
    const slot = await nextSlot(1001);
    await play.clock.forward("day", spot(1001));
    expect(heads(1).slice(before[0])).toEqual([headOf(slot)]);
    expect(heads(2).slice(before[1])).toHaveLength(2);
    expect(await test.house.agenda.outcomes()).toEqual({ sent: heads(1).length + heads(2).length });
  });

  it("brings the digest at once where it is asked for, and the next one at its time all the same", async () => {
    const slot = await nextSlot(1002);
    const served = (await test.house.agenda.outcomes())["sent"] ?? 0;
    expect(await play.deliver(spot(1002))).toBe(true);
    const ends = async () =>
      Object.values(await test.house.agenda.outcomes()).reduce((sum, each) => sum + each, 0);
    await expect.poll(ends, { timeout: 20_000 }).toBe(served + 1);
    expect(await nextSlot(1002)).toBe(slot);
    expect(await play.deliver(spot(1005))).toBe(false);
    expect(await play.clock.forward("next", spot(1005))).toBe(false);
  });

  it("is the clock of every process on this Redis, also of one that starts later", async () => {
    const other = createHouseClock(test.house.main, test.house.config.env);
    expect(other.tickAt()).toBeNull();
    await other.sync();
    expect(other.aheadMs()).toBe(test.house.clock.aheadMs());
    const heard = new Promise<void>((resolve) => {
      const end = other.onNudge(() => {
        end();
        resolve();
      });
    });
    await play.clock.forward("hour", spot(1001));
    await heard;
    expect(other.aheadMs()).toBe(test.house.clock.aheadMs());
  });

  it("never goes back", async () => {
    const ahead = test.house.clock.aheadMs();
    await test.house.clock.moveTo(new Date(0));
    expect(test.house.clock.aheadMs()).toBe(ahead);
  });

  it("is the wall clock where a real token is given, whatever a trial left in Redis", async () => {
    const { redisPrefix } = test.house.config.env;
    const wall = 1_800_000_000_000;
    const real = createHouseClock(test.house.main, { redisPrefix, botToken: "7:real" }, () => wall);
    await real.sync();
    expect([real.now().getTime(), real.aheadMs(), real.tickAt()]).toEqual([wall, 0, null]);
    await expect(real.moveTo(new Date(wall + 1000))).rejects.toThrow("cannot be moved");
    expect(real.now().getTime()).toBe(wall);
  });
});
