// The chaos bar in full: 20,000 readers of one minute, 2 clocks and 3 workers that are killed, Redis killed twice, and a Bot API on a bad day.
import { expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { runDrill } from "./chaos/drill.ts";
import { answersOfBadDay } from "./chaos/storm.ts";

/** For a shorter run: CHAOS_SEEDS=3 or CHAOS_SEEDS=107,111 (these very seeds; "107," for one), CHAOS_READERS=2000. */
const { CHAOS_SEEDS = "20", CHAOS_READERS = "20000", CHAOS_RATE = "500", CHAOS_FSYNC } = process.env;
const readers = Number(CHAOS_READERS);
const seeds = CHAOS_SEEDS.includes(",")
  ? CHAOS_SEEDS.split(",").filter(Boolean).map(Number)
  : Array.from({ length: Number(CHAOS_SEEDS) }, (_, index) => index + 101);

it.skipIf(!hasRedisServer).each(seeds)(
  "seed %i: through kills and faults everyone is served, and only what was on its way repeats",
  async (seed) => {
    const { account, wrong, kills, answers, figures } = await runDrill({
      seed,
      readers,
      clocks: 2,
      workers: 3,
      rate: Number(CHAOS_RATE),
      ...((CHAOS_FSYNC === "always" || CHAOS_FSYNC === "everysec") && { fsync: CHAOS_FSYNC }),
      everyMs: { worker: 3_000, clock: 10_000 },
      redisAt: [0.25, 0.6],
      redisDownMs: 500,
      // Some five in a wave: each refuses everyone for its time.
      bursts: { of: 5 / readers, retryAfter: [1, 30] },
      due: "at the wish",
      limitMs: 1_800_000,
    });
    console.log(JSON.stringify(figures));
    expect(wrong.slice(0, 20), `seed ${seed}`).toEqual([]);
    expect(account.repeats).toBeLessThanOrEqual(account.mayRepeat);
    // The bad day was one: each way to fail has come, and everybody who dies has died.
    expect(answersOfBadDay.filter((kind) => !(kind in answers))).toEqual([]);
    expect(kills.redis).toBe(2);
    expect(kills.worker).toBeGreaterThanOrEqual(5);
    expect(kills.clock).toBeGreaterThanOrEqual(2);
  },
  2_100_000,
);
