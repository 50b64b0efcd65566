// The pace: never faster than the rate over all processes, replies first, and a stop when Telegram is angry with all.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPace } from "../../src/delivery/pace.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = "";
let run = 0;
beforeEach(() => {
  run += 1;
  prefix = `pace${run}`;
});

/** Microseconds on Redis's own clock. */
async function clock(): Promise<number> {
  const [seconds, micros] = await redis.connect().time();
  return Number(seconds) * 1e6 + Number(micros);
}

describe("the pace", () => {
  it("is never faster than the rate, over two processes together", async () => {
    const [one, two] = [createPace(redis.connect(), prefix, 200), createPace(redis.connect(), prefix, 200)];
    const begun = await clock();
    await Promise.all(Array.from({ length: 21 }, (_, index) => (index % 2 ? one : two).take("digest")));
    // 21 sends at 200 a second are 20 gaps of 5 ms: sooner than that would break the promise.
    expect((await clock()) - begun).toBeGreaterThanOrEqual(20 * 5_000);
  });

  it("books instants so far apart that a late message and those behind it stay within the rate", async () => {
    const client = redis.connect();
    const pace = createPace(client, prefix, 30);
    const free = async (): Promise<number> => Number(await client.get(`{${prefix}}:pace:free`));
    await pace.take("digest");
    const first = await free();
    await pace.take("reply");
    expect(30 * ((await free()) - first)).toBeGreaterThanOrEqual(1_100_000);
  });

  it("lets a process that ends give up its place in the line", async () => {
    const pace = createPace(redis.connect(), prefix, 1);
    const stopper = new AbortController();
    await pace.take("digest");
    const waiting = [1, 2, 3].map(() => pace.take("digest", stopper.signal));
    stopper.abort(new Error("stopping"));
    for (const each of await Promise.allSettled(waiting)) expect(each.status).toBe("rejected");
    // Those who go on have lost nothing by it.
    await pace.take("reply");
  });

  it("lets a reply pass digests that wait for their turn", async () => {
    const pace = createPace(redis.connect(), prefix, 20);
    const order: string[] = [];
    await pace.take("digest");
    const digests = [1, 2, 3, 4].map((n) => pace.take("digest").then(() => order.push(`digest ${n}`)));
    const reply = pace.take("reply").then(() => order.push("reply"));
    await Promise.all([...digests, reply]);
    expect(order.indexOf("reply")).toBeLessThan(2);
    expect(order).toHaveLength(5);
  });

  it("books nothing when there is no limit", async () => {
    const client = redis.connect();
    const pace = createPace(client, prefix, 0);
    await Promise.all([pace.take("reply"), pace.take("digest")]);
    expect(await client.keys(`{${prefix}}*`)).toEqual([]);
  });

  it("stops everyone when two chats are throttled within a second, not for one", async () => {
    const client = redis.connect();
    const pace = createPace(client, prefix, 30);
    await pace.throttled(1, 5);
    await pace.throttled(1, 5);
    expect(await client.exists(`{${prefix}}:pace:stop`)).toBe(0);
    await pace.throttled(2, 5);
    const left = await client.pttl(`{${prefix}}:pace:stop`);
    expect(left).toBeGreaterThan(4_000);
    expect(left).toBeLessThanOrEqual(5_000);
  });

  it("stops for the longer delay of the two, and a shorter one later does not end it", async () => {
    const client = redis.connect();
    const pace = createPace(client, prefix, 30);
    await pace.throttled(1, 60);
    await pace.throttled(2, 5);
    expect(await client.pttl(`{${prefix}}:pace:stop`)).toBeGreaterThan(50_000);
    await pace.throttled(3, 1);
    expect(await client.pttl(`{${prefix}}:pace:stop`)).toBeGreaterThan(50_000);
  });

  it("stops everyone for the platform's own limit where there is none of ours", async () => {
    const pace = createPace(redis.connect(), prefix, 0);
    await pace.throttled(1, 60);
    await pace.throttled(2, 60);
    const stopper = new AbortController();
    const waiting = [pace.take("digest", stopper.signal), pace.take("reply", stopper.signal)];
    const isTaken = Promise.race(waiting).then(
      () => true,
      () => false,
    );
    // Both have asked Redis by now; whoever was let through would have said so.
    await redis.connect().ping();
    stopper.abort(new Error("stopping"));
    expect(await isTaken).toBe(false);
  });
});
