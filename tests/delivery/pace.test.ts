// The pace: never faster than the rate over all processes, replies first, ranks, and a stop when Telegram is angry with all.
import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPace, type Lane, type Pace, type PaceOptions, takeAndLook } from "../../src/delivery/pace.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

interface Room {
  readonly client: Redis;
  readonly prefix: string;
  /** The pace of another process. */
  open(rate: number, options?: PaceOptions): Pace;
  /** The instants (µs) of the last `rate` messages, as the pace keeps them. */
  booked(): Promise<number[]>;
  /** The instant (µs) of the last of all. */
  lastBooked(): Promise<number>;
  /** As if messages had been booked for the next two and a half seconds, or so many ms: who asks now waits as long. */
  fill(ms?: number): Promise<void>;
}

let rooms = 0;
/** Keys of a test's own: most tests here only wait, so they do it at the same time. */
function openRoom(): Room {
  rooms += 1;
  const prefix = `pace${rooms}`;
  const client = redis.connect();
  return {
    client,
    prefix,
    open: (rate, options) => createPace(redis.connect(), prefix, rate, options),
    async booked() {
      const { n: _, last: __, ...ring } = await client.hgetall(`{${prefix}}:pace:ring`);
      return Object.values(ring)
        .map(Number)
        .sort((a, b) => a - b);
    },
    lastBooked: async () => Number(await client.hget(`{${prefix}}:pace:ring`, "last")),
    async fill(ms = 2_500) {
      const [seconds, micros] = await client.time();
      await client.hset(`{${prefix}}:pace:ring`, "last", Number(seconds) * 1e6 + Number(micros) + ms * 1000);
    },
  };
}

describe.concurrent("the pace", () => {
  it("lets no more than the rate go within a second, over two processes together, whoever asks", async () => {
    const { open, booked } = openRoom();
    const rate = 50;
    const [one, two] = [open(rate), open(rate)];
    await Promise.all(Array.from({ length: rate }, (_, index) => (index % 2 ? one : two).take("digest")));
    const first = await booked();
    expect(first).toHaveLength(rate);
    await Promise.all(Array.from({ length: rate }, (_, index) => (index % 3 ? one : two).take("digest")));
    const second = await booked();
    // Each takes the place of the one that went `rate` before it: a window of a second and the margin lies between.
    for (const [index, at] of second.entries())
      expect(at - (first[index] ?? 0)).toBeGreaterThanOrEqual(1_020_000);
  });

  it("never lets one go before its instant", async () => {
    const { client, open, booked } = openRoom();
    const pace = open(20);
    for (let count = 0; count < 6; count += 1) {
      await pace.take("digest");
      const [seconds, micros] = await client.time();
      const now = Number(seconds) * 1e6 + Number(micros);
      // Half of the time that the quickest answer takes is what our clock may err by.
      expect(now).toBeGreaterThanOrEqual(((await booked()).at(-1) ?? 0) - 2_000);
    }
  });

  it("keeps a margin of its own where the network is rough", async () => {
    const { open, booked } = openRoom();
    const pace = open(1, { marginPercent: 10 });
    await pace.take("digest");
    const [first = 0] = await booked();
    await pace.take("reply");
    expect(((await booked())[0] ?? 0) - first).toBeGreaterThanOrEqual(1_100_000);
  });

  // Alone: it holds the whole process up.
  it.sequential("counts a message that was slow from when it arrived", async () => {
    const { open, booked, lastBooked } = openRoom();
    const pace = open(2);
    // What is usual has to be known first.
    await pace.take("digest", undefined, 1);
    pace.answered(1);
    await pace.take("digest", undefined, 2);
    const at = await lastBooked();
    const until = performance.now() + 60;
    while (performance.now() < until);
    pace.answered(2);
    await pace.take("digest");
    const late = (await booked()).filter((each) => each > at && each < at + 200_000);
    expect(late).toHaveLength(1);
    expect((late[0] ?? 0) - at).toBeGreaterThan(40_000);
  });

  it("counts a message that is not answered as late, for its process may be dead; a reply as it was booked", async () => {
    const { open, booked, lastBooked } = openRoom();
    const dead = open(3);
    await dead.take("digest", undefined, 1);
    const at = await lastBooked();
    expect(await booked()).toEqual([at + 300_000]);
    const pace = open(3);
    await pace.take("reply", undefined, 2);
    expect(await booked()).toContain(await lastBooked());
    // Without a chat nobody tells of an answer.
    await pace.take("digest");
    expect(await booked()).toContain(await lastBooked());
    await pace.take("digest");
    expect((await lastBooked()) - at).toBeGreaterThanOrEqual(1_320_000);
  });

  // Alone: it holds the whole process up.
  it.sequential("counts a message that its own process sent late from then on, also without an answer", async () => {
    const { open, booked, lastBooked } = openRoom();
    const pace = open(50);
    // The clocks have to be known first.
    await pace.take("digest", undefined, 1);
    const first = await lastBooked();
    const taken = pace.take("digest", undefined, 2);
    // Asked for, and not yet answered.
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 450;
    while (performance.now() < until);
    await taken;
    const at = await lastBooked();
    expect(at).toBeGreaterThan(first);
    // It comes to Redis without another question.
    const late = async (): Promise<number> => Math.max(...(await booked())) - at;
    await expect.poll(late).toBeGreaterThan(600_000);
  });

  it("counts a message from when it arrived, at the latest, once it is answered", async () => {
    const { client, open, booked } = openRoom();
    const pace = open(2);
    await pace.take("digest", undefined, 1);
    pace.answered(1);
    const [seconds, micros] = await client.time();
    await pace.take("digest");
    const [first = 0] = await booked();
    // Our clock may err by half of what the quickest answer of Redis took; what was not answered counts 300 ms more.
    expect(first).toBeLessThan(Number(seconds) * 1e6 + Number(micros) + 100_000);
  });

  it("lets a process that ends give up its place in the line", async () => {
    const { open } = openRoom();
    const pace = open(1);
    const stopper = new AbortController();
    await pace.take("digest");
    const waiting = [1, 2, 3].map(() => pace.take("digest", stopper.signal));
    stopper.abort(new Error("stopping"));
    for (const each of await Promise.allSettled(waiting)) expect(each.status).toBe("rejected");
    // Those who go on have lost nothing by it.
    await pace.take("reply");
  });

  it("tells those who wait when Redis cannot answer, and serves who comes after", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(1);
    await client.set(`{${prefix}}:pace:ring`, "not a hash");
    await expect(pace.take("digest")).rejects.toThrow(/WRONGTYPE/);
    await client.del(`{${prefix}}:pace:ring`);
    await pace.take("digest");
  });

  it("books nothing when there is no limit", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(0);
    await Promise.all([
      pace.take("reply"),
      pace.take("digest", undefined, 7),
      pace.take("digest", undefined, 7),
    ]);
    expect(await client.keys(`{${prefix}}*`)).toEqual([]);
  });
});

describe.concurrent("a turn that passes while something is looked up", () => {
  const turn = { lane: "digest", signal: new AbortController().signal, chat: 1001 } as const;
  const slowly = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it("is given up for another, whose answer counts", async () => {
    const { client, prefix, open } = openRoom();
    const answers: string[] = [];
    const answer = await takeAndLook(open(1000), turn, async () => {
      if (answers.length === 0) await slowly(150);
      answers.push(answers.length === 0 ? "before the outage" : "after it");
      return answers.at(-1);
    });
    expect(answer).toBe("after it");
    expect(await client.hget(`{${prefix}}:pace:ring`, "n")).toBe("2");
  });

  it("is taken as it is the third time, where every look is slow", async () => {
    const { open } = openRoom();
    let looks = 0;
    const look = async (): Promise<number> => {
      await slowly(150);
      looks += 1;
      return looks;
    };
    expect(await takeAndLook(open(0), turn, look)).toBe(3);
  });
});

describe.concurrent("the lanes", () => {
  it("let a reply pass all who wait for their turn, of this process and of others", async () => {
    const { open, fill } = openRoom();
    const [one, two] = [open(20), open(20)];
    const order: string[] = [];
    await fill();
    const others = (["alert", "digest", "broadcast"] as const).flatMap((lane) =>
      [one, two].map((pace) => pace.take(lane).then(() => order.push(lane))),
    );
    const reply = two.take("reply").then(() => order.push("reply"));
    await Promise.all([...others, reply]);
    expect(order[0]).toBe("reply");
    expect(order).toHaveLength(7);
  });

  it("bring alerts before digests, and digests before broadcasts, whoever came first and in whichever process", async () => {
    const { open, fill } = openRoom();
    const paces = [open(10), open(10)];
    await fill();
    const order: Lane[] = [];
    const all = (["broadcast", "digest", "alert"] as const).flatMap((lane) =>
      [0, 1, 0, 1].map((which) => paces[which]?.take(lane).then(() => order.push(lane))),
    );
    await Promise.all(all);
    expect(order).toEqual(["alert", "digest", "broadcast"].flatMap((lane) => Array(4).fill(lane)));
  });

  it("give replies five a second before all others, and beyond that the place of a digest", async () => {
    const { open, fill } = openRoom();
    const pace = open(10);
    // In this second five more of them may go first.
    await fill(1_000);
    const order: Lane[] = [];
    const wait = (lane: Lane): Promise<unknown> => pace.take(lane).then(() => order.push(lane));
    const broadcasts = Array.from({ length: 3 }, () => wait("broadcast"));
    const digests = Array.from({ length: 3 }, () => wait("digest"));
    const replies = Array.from({ length: 18 }, () => wait("reply"));
    await Promise.all([...broadcasts, ...digests, ...replies]);
    expect(order.slice(0, 5)).toEqual(Array(5).fill("reply"));
    // Digests came before the further replies; broadcasts come last of all.
    expect(order.slice(-3)).toEqual(Array(3).fill("broadcast"));
    expect(order.indexOf("digest")).toBeLessThan(order.lastIndexOf("reply"));
  });

  it("do not let one who died in the middle hold the others back", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(10);
    const [seconds] = await client.time();
    await client.hset(`{${prefix}}:pace:waiting`, "dead", `1|${(Number(seconds) + 1) * 1e6}`);
    await pace.take("broadcast");
    expect(await client.hlen(`{${prefix}}:pace:waiting`)).toBe(0);
  });
});

describe("the delay that Telegram named for one chat", () => {
  it.each([7, -7])("holds what else goes to chat %d, and nobody else", async (chat) => {
    const { open } = openRoom();
    const [first, other] = [open(30), open(30)];
    const began = performance.now();
    await first.throttled(chat, 1.5);
    // A shorter one does not end it.
    await other.throttled(chat, 1);
    await other.take("reply", undefined, 7);
    await other.take("digest", undefined, 8);
    expect(performance.now() - began).toBeLessThan(1_000);
    await other.take("alert", undefined, chat);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1_490);
  });
});

describe("a stop", () => {
  it("holds everyone when two chats are throttled within a second, not for one", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(30);
    await pace.throttled(1, 5);
    await pace.throttled(1, 5);
    expect(await client.exists(`{${prefix}}:pace:stop`)).toBe(0);
    await pace.throttled(2, 5);
    const left = await client.pttl(`{${prefix}}:pace:stop`);
    expect(left).toBeGreaterThan(4_000);
    expect(left).toBeLessThanOrEqual(5_000);
  });

  it("lasts for the longer delay of the two, and a shorter one later does not end it", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(30);
    await pace.throttled(1, 60);
    await pace.throttled(2, 5);
    expect(await client.pttl(`{${prefix}}:pace:stop`)).toBeGreaterThan(50_000);
    await pace.throttled(3, 1);
    expect(await client.pttl(`{${prefix}}:pace:stop`)).toBeGreaterThan(50_000);
  });

  it.each([0, 30])("is for all lanes, at a rate of %d", async (rate) => {
    const { client, open } = openRoom();
    const pace = open(rate);
    await pace.throttled(1, 60);
    await pace.throttled(2, 60);
    const stopper = new AbortController();
    const lanes: readonly Lane[] = ["reply", "alert", "digest", "broadcast"];
    const waiting = lanes.map((lane) => pace.take(lane, stopper.signal));
    const isTaken = Promise.race(waiting).then(
      () => true,
      () => false,
    );
    // All have asked Redis by now; whoever was let through would have said so.
    await client.ping();
    stopper.abort(new Error("stopping"));
    expect(await isTaken).toBe(false);
    await Promise.allSettled(waiting);
  });
});

describe.concurrent("one chat", () => {
  const person = 1001;
  const group = -1001;
  /** Who has gone when `other`, who asked last, goes. */
  async function goneBefore(waiting: Promise<void>, other: Promise<void>): Promise<boolean> {
    let isGone = false;
    const end = waiting.then(() => {
      isGone = true;
    });
    await other;
    const answer = isGone;
    await end;
    return answer;
  }

  it("gets its second message more than a second after the first; others pass it", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(1000);
    await pace.take("digest", undefined, person);
    const first = Number(await client.get(`{${prefix}}:pace:chat:${person}`));
    const second = pace.take("digest", undefined, person);
    expect(await goneBefore(second, pace.take("broadcast", undefined, 1002))).toBe(false);
    expect(Number(await client.get(`{${prefix}}:pace:chat:${person}`)) - first).toBeGreaterThan(1_050_000);
  });

  it("of a person gets replies at once, and its digest a second after them", async () => {
    const { open } = openRoom();
    const pace = open(1000);
    await pace.take("reply", undefined, person);
    await pace.take("reply", undefined, person);
    const digest = pace.take("digest", undefined, person);
    expect(await goneBefore(digest, pace.take("digest", undefined, 1002))).toBe(false);
  });

  it("of a group has replies wait for its second too", async () => {
    const { open } = openRoom();
    const pace = open(1000);
    await pace.take("digest", undefined, group);
    const reply = pace.take("reply", undefined, group);
    expect(await goneBefore(reply, pace.take("reply", undefined, person))).toBe(false);
  });

  it("of a group gets twenty messages a minute, whatever their lanes", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(1000);
    const key = `{${prefix}}:pace:chat:${group}`;
    const [seconds] = await client.time();
    // Twenty have gone within the last 59 s.
    const past = Array.from({ length: 20 }, (_, index) => (Number(seconds) - 58 + index) * 1e6);
    await client.rpush(key, ...past);
    const stopper = new AbortController();
    const held = pace.take("reply", stopper.signal, group);
    await pace.take("digest", undefined, person);
    expect(await client.llen(key)).toBe(20);
    expect(await client.lindex(key, 0)).toBe(String(past[0]));
    stopper.abort(new Error("enough"));
    await expect(held).rejects.toThrow("enough");
    // The oldest lies more than a minute back: one may go.
    await client.lset(key, 0, (Number(seconds) - 61) * 1e6);
    await pace.take("alert", undefined, group);
    expect(await client.llen(key)).toBe(20);
    expect(await client.pttl(key)).toBeGreaterThan(60_000);
  });

  it("leaves no key behind for longer than its limits last", async () => {
    const { client, prefix, open } = openRoom();
    const pace = open(30);
    await pace.take("digest", undefined, person);
    for (const key of await client.keys(`{${prefix}}*`)) expect(await client.pttl(key)).toBeGreaterThan(0);
    expect(await client.pttl(`{${prefix}}:pace:chat:${person}`)).toBeLessThanOrEqual(3_000);
  });
});
