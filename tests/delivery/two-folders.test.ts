// Two workers with a data folder each, and a Redis that is set back: what one of them sent counts for both, whichever looks
// first. Real redis-server, real files, the real worker.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createQueue, type DeliveryQueue } from "../../src/delivery/queue.ts";
import type { DeliveryWorker } from "../../src/delivery/worker.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { bare } from "../e2e/chat.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { serveDue } from "./serveDue.ts";

/** A time in Cairo on 15 January 2031, two hours ahead of UTC, in epoch seconds. */
const cairo = (time: string): number => Date.parse(`2031-01-15T${time}:00+02:00`) / 1000;

// Made up: rain on the coast, a bridge opens, a harvest begins, a library is renewed.
const [rain, bridge, harvest] = ["أمطار على الساحل", "افتتاح الجسر الجديد", "بدء موسم الحصاد"];
const library = "تجديد المكتبة العامة";

/** `early` sent the older of the two slots that the copy does not know, `late` the newer; `fresh` knows nothing. */
const folders = ["early", "late", "fresh"] as const;
type Folder = (typeof folders)[number];

describe.skipIf(!hasRedisServer)("two workers with a data folder each, and a Redis that is set back", () => {
  let dir: string;
  let redis: DurableRedis;
  let test: TestHouse;
  let queue: DeliveryQueue;
  let now: Date;
  let happened = 0;
  const working = new Map<Folder, DeliveryWorker>();

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "mujaz-folders-"));
    now = new Date(cairo("06:00") * 1000);
    redis = await startDurableRedis();
    test = await openTestHouse({ SEND_RATE: "0" }, redis);
    queue = createQueue(redis.connect(), { prefix: "mujaz", attempts: 3 });
  }, 60_000);
  afterEach(async ({ task }) => {
    // What became of a digest that did not come.
    if (task.result?.state === "fail")
      console.log(test.logged, await test.house.main.hgetall("{mujaz}:ledger"));
    for (const folder of working.keys()) await rest(folder);
    await queue.close();
    await test.close();
    await rm(dir, { recursive: true });
  });

  const signs = async (): Promise<number> =>
    Object.keys(await test.house.main.hgetall("{mujaz}:ledger")).filter((name) => name.startsWith("beat:"))
      .length;
  /** Resolves when the worker has looked at Redis: its sign of life is there. */
  async function work(folder: Folder): Promise<void> {
    const { config } = test.house;
    const env = { ...config.env, dataDir: join(dir, folder) };
    const before = await signs();
    working.set(folder, startWorker({ ...test.house, config: { ...config, env } }, { now: () => now }));
    await expect.poll(signs, { timeout: 20_000 }).toBe(before + 1);
  }
  async function rest(folder: Folder): Promise<void> {
    const worker = working.get(folder);
    working.delete(folder);
    await worker?.close();
  }

  const setNow = (instant: Date): void => {
    now = instant;
  };
  const serveAt = (time: string): Promise<void> => serveDue(test.house, queue, setNow, cairo(time));
  async function happen(title: string, time: string, published = time): Promise<void> {
    happened += 1;
    const draft = draftOf(`folders ${happened}`, {
      title,
      published: new Date(cairo(published) * 1000).toISOString(),
    });
    await test.house.articles.put(draft, { ...optionsOf(draft), fetched: new Date(cairo(time) * 1000) });
  }
  const told = (): string[] =>
    test.playground.transcript(1).flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));

  /** A reader is served at 07:00 by one, at 09:00 by the other; then Redis is set back to before both. */
  async function haveSentAndRestored(): Promise<void> {
    const cursor = await test.house.articles.maxNumber();
    const member = await test.addReader(1001, { cursor, times: ["07:00", "09:00", "11:00"] });
    await test.house.main.zadd("{mujaz}:due", cairo("07:00"), String(member));
    // The copy knows neither of them: that they have worked is on their disks alone.
    await redis.copy();
    await work("early");
    await happen(rain, "06:30");
    await serveAt("07:00");
    await rest("early");
    await work("late");
    await happen(bridge, "08:30");
    await serveAt("09:00");
    await rest("late");
    expect(told()).toEqual([expect.stringContaining(rain), expect.stringContaining(bridge)]);
    await redis.restore();
    await expect.poll(() => test.house.main.status, { timeout: 20_000 }).toBe("ready");
    now = new Date(cairo("09:30") * 1000);
  }

  it.each([
    ["early", "late"],
    ["late", "early"],
    ["fresh", "late"],
  ] as const)(
    "where %s looks first, it sends nothing again from the moment that %s has looked",
    async (first, second) => {
      await haveSentAndRestored();
      await work(first);
      await work(second);
      // Read once more from their feeds: a digest of an old slot would have something to tell.
      await happen(rain, "09:31", "06:30");
      await happen(bridge, "09:31", "08:30");
      // All is served by the one that looked first, and may not go by what it saw then.
      await rest(second);
      await serveAt("09:32");
      expect(told()).toHaveLength(2);
      // Both slots have ended, and neither was sent, nor found empty.
      expect(await test.house.agenda.outcomes()).toEqual({ restored: 2 });
      await happen(harvest, "10:00");
      await serveAt("11:00");
      expect(told()).toHaveLength(3);
      expect(told()[2]).toContain(harvest);
      for (const old of [rain, bridge]) expect(told()[2]).not.toContain(old);
    },
  );

  it("what came in again between the two looks is told to nobody who was there", async () => {
    await haveSentAndRestored();
    await work("early");
    // Numbers beyond all that either of them knew.
    await happen(harvest, "09:32");
    await happen(library, "09:33");
    await happen(bridge, "09:34", "08:30");
    now = new Date(cairo("09:40") * 1000);
    await work("late");
    await serveAt("09:41");
    await happen(`${harvest} في الدلتا`, "10:00"); // … in the delta
    await serveAt("11:00");
    expect(told()).toHaveLength(3);
    expect(told()[2]).not.toContain(bridge);
  });
});
