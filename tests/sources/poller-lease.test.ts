// One reader of a feed at a time, on a real Redis; and when it dies in the middle, another takes over once its lease has ended.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWeb } from "../../src/sources/client.ts";
import type { FeedSource } from "../../src/sources/feedSource.ts";
import type { FeedReading } from "../../src/sources/poll.ts";
import { createPoller, type Poller } from "../../src/sources/poller.ts";
import { createRegister, type Register } from "../../src/sources/register.ts";
import type { WebAnswer } from "../../src/sources/web.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { startWebServer } from "./webServer.ts";

const wish = {
  url: "https://news.example/rss",
  name: "صحيفة المثال", // "the example's paper"
  topics: [],
  fullText: "auto",
  intervalMinutes: 10,
} as const;
const now = (): Date => new Date("2026-11-24T05:00:00Z");
const unchanged: WebAnswer = { kind: "unchanged", url: wish.url };

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

let tests = 0;
let prefix = "";
let open: Poller[] = [];
beforeEach(() => {
  prefix = `lease-${++tests}`;
  open = [];
});
afterEach(async () => {
  for (const poller of open) await poller.close();
});

interface Process {
  readonly poller: Poller;
  readonly register: Register;
  readonly heard: string[];
  /** Its connection breaks, and it renews nothing any more. */
  kill(): void;
}

/**
 * What one process of ours has: a connection, a register and a poller; `get` is its way to the publisher, and `afterState` what
 * happens elsewhere before it goes on with a state that it has read.
 */
function startProcess(
  get: (signal: AbortSignal | undefined) => Promise<WebAnswer>,
  leaseMs: number,
  afterState: () => Promise<void> = async () => {},
): Process {
  const redis = server.connect();
  const real = createRegister(redis, prefix, [wish]);
  const register: Register = {
    ...real,
    async state(id) {
      const state = await real.state(id);
      await afterState();
      return state;
    },
  };
  const heard: string[] = [];
  const poller = createPoller<FeedReading>({
    redis,
    prefix,
    register,
    web: { get: (_request, signal) => get(signal) },
    read: async () => ({ ok: true, brought: 0, isComplete: true }),
    now,
    report: (_source: FeedSource, { kind }) => heard.push(kind),
    onBusy: () => heard.push("busy"),
    onBroken: (_source, error) => heard.push(`broken: ${error}`),
    leaseMs,
  });
  return { poller, register, heard, kill: () => redis.disconnect() };
}

/** A request under way: `begun` when it was sent, and nothing comes until it is answered. */
function createHanging() {
  let begin = (): void => {};
  let answer = (_answer: WebAnswer): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const answered = new Promise<WebAnswer>((resolve) => {
    answer = resolve;
  });
  const get = (): Promise<WebAnswer> => {
    begin();
    return answered;
  };
  return { get, begun, answer };
}

describe("a feed that a killed process was reading", () => {
  it("is left alone until the lease ends, and is then read by another process", async () => {
    const hanging = createHanging();
    const killed = startProcess(hanging.get, 60_000);
    void killed.poller.poll();
    await hanging.begun;
    killed.kill();

    const other = startProcess(async () => unchanged, 60_000);
    open.push(other.poller);
    await other.poller.poll();
    expect(other.heard).toEqual([]);
    const redis = server.connect();
    const [lease = ""] = await redis.keys(`{${prefix}}:sources:lease:*`);
    const leftMs = await redis.pttl(lease);
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(60_000);
    await redis.pexpire(lease, 1); // The rest of the minute passes.
    await expect
      .poll(async () => {
        await other.poller.poll();
        return other.heard;
      })
      .toEqual(["unchanged"]);
    expect((await other.register.list()).length).toBe(1);
  });

  it("is not taken from a living process, however long it reads", async () => {
    const hanging = createHanging();
    const reader = startProcess(hanging.get, 150);
    open.push(reader.poller);
    const reading = reader.poller.poll();
    await hanging.begun;
    const other = startProcess(async () => unchanged, 150);
    open.push(other.poller);
    // Renewed twice at least: more than a lease has passed.
    const redis = server.connect();
    const leases = await redis.keys(`{${prefix}}:sources:lease:*`);
    let renewals = 0;
    let lastMs = await redis.pttl(leases[0] ?? "");
    await expect
      .poll(
        async () => {
          const leftMs = await redis.pttl(leases[0] ?? "");
          if (leftMs > lastMs) renewals += 1;
          lastMs = leftMs;
          await other.poller.poll();
          return renewals;
        },
        { interval: 10, timeout: 10_000 },
      )
      .toBeGreaterThanOrEqual(4);
    expect(other.heard).toEqual([]);
    hanging.answer(unchanged);
    await reading;
    expect(reader.heard).toEqual(["unchanged"]);
    // It was read: its next time is told to everybody.
    await other.poller.poll();
    expect(other.heard).toEqual([]);
  });

  it("is not asked again by a process that found it due before another one had read it", async () => {
    const publisher = await startWebServer({ "/rss": { body: "<rss/>" } });
    const web = createWeb({ userAgent: "Mujaz/test", allowHosts: ["127.0.0.1"] });
    const get = (signal: AbortSignal | undefined): Promise<WebAnswer> =>
      web.get({ url: `${publisher.origin}/rss`, kind: "feed" }, signal);
    const quick = startProcess(get, 60_000);
    let looks = 0;
    const slow = startProcess(get, 60_000, async () => {
      looks += 1;
      if (looks === 1) await quick.poller.poll(); // The other one comes, reads and is gone.
    });
    open.push(quick.poller, slow.poller);
    await slow.poller.poll();
    expect(quick.heard).toEqual(["read"]);
    expect(slow.heard).toEqual([]);
    expect(looks).toBe(2); // It had the lease, and looked again.
    expect(publisher.hits).toHaveLength(1);
    await web.close();
    await publisher.close();
  });

  it("is told busy to whoever wants it now", async () => {
    const hanging = createHanging();
    const reader = startProcess(hanging.get, 60_000);
    open.push(reader.poller);
    const reading = reader.poller.poll();
    await hanging.begun;
    const other = startProcess(async () => unchanged, 60_000);
    open.push(other.poller);
    await other.poller.poll(true);
    expect(other.heard).toEqual(["busy"]);
    hanging.answer(unchanged);
    await reading;
    await other.poller.poll(true);
    expect(other.heard).toEqual(["busy", "unchanged"]);
  });
});
