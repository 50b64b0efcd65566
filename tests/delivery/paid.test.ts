// Paid broadcasts: what they cost, and which messages carry the parameter: digests and broadcasts, never replies or alerts.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import type { Pace } from "../../src/delivery/pace.ts";
import { createPaidPace, starsFor } from "../../src/delivery/paid.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createBroadcasts } from "../../src/processes/broadcasts.ts";
import { createTick } from "../../src/processes/clock.ts";
import type { House } from "../../src/processes/house.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { slotOf } from "../../src/schedule/rotation.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

describe("the cost in Stars", () => {
  it.each([
    ["nothing at the free rate", 100_000, 30, 0],
    ["a tenth of what exceeds 30 a second", 100_000, 1_000, 9_700],
    ["less at a slower rate", 100_000, 60, 5_000],
    ["rounded up to a whole Star", 1, 1_000, 1],
    ["nothing for nobody", 0, 1_000, 0],
  ])("is %s", (_what, messages, rate, stars) => expect(starsFor(messages, rate)).toBe(stars));
});

it("takes digests and broadcasts out of the free rate, and leaves replies and alerts in it", async () => {
  const taken: string[] = [];
  const note = (name: string): Pace => ({
    take: async (lane) => void taken.push(`${name} ${lane}`),
    takeIfFree: async (lane) => taken.push(`${name} ${lane} where free`) * 0,
    answered: () => undefined,
    throttled: async () => undefined,
  });
  const pace = createPaidPace(note("free"), note("paid"));
  for (const lane of ["reply", "alert", "digest", "broadcast"] as const) await pace.take(lane);
  expect(taken).toEqual(["free reply", "free alert", "paid digest", "paid broadcast"]);
  await pace.takeIfFree("digest", new AbortController().signal, 7);
  expect(taken.at(-1)).toBe("paid digest where free");
});

describe("with paid broadcasts", () => {
  let test: TestHouse;
  beforeEach(async () => {
    test = await openTestHouse({ SEND_RATE: "30", ADMIN_IDS: "1001" });
  });
  afterEach(() => test.close());

  /** Chat and parameter of every message that is sent while a digest (1002) and a broadcast (1002, 1003) go out. */
  async function sentBy(house: House): Promise<string[]> {
    const sent: string[] = [];
    test.playground.onCall(({ method, params }) => {
      if (method.toLowerCase() === "sendmessage")
        sent.push(`${params["chat_id"]} ${params["allow_paid_broadcast"] ?? "free"}`);
    });
    const [reader] = [await test.addReader(1002, { items: 1 }), await test.addReader(1003)];
    const queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 1 });
    const worker = startWorker(house);
    const slot = slotOf((await house.main.zscore("{mujaz}:due", String(reader))) ?? 0);
    await house.main.zrem("{mujaz}:due", "2");
    await createTick(house, queue)(slot);
    await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
    const book = createBroadcastBook(house.main, "mujaz");
    const id = await book.draft({ html: "صيانة", by: 1001, locale: "ar", digits: "latin" }); // Maintenance.
    await book.begin(id, { segment: { kind: "all" }, total: 2, last: 2 });
    const broadcasts = createBroadcasts(house);
    const isOver = async () => (await broadcasts.round()) === 0;
    await expect.poll(isOver, { timeout: 20_000 }).toBe(true);
    await broadcasts.close();
    await worker.close();
    await queue.close();
    return sent.sort();
  }

  it("digests and broadcasts carry the parameter, what the operator is told does not", async () => {
    const { config } = test.house;
    const paid = { ...config, delivery: { ...config.delivery, paidBroadcast: true } };
    const sent = await sentBy({ ...test.house, config: paid });
    expect(sent).toEqual(["1001 free", "1002 true", "1002 true", "1003 true"]);
  });

  it("nothing carries it where they are off", async () => {
    expect(await sentBy(test.house)).toEqual(["1001 free", "1002 free", "1002 free", "1003 free"]);
  });
});
