// Two small drills of the chaos that the long suite tries in full: processes and Redis die, Telegram fails, nobody is lost.
import { describe, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { runDrill } from "./chaos/drill.ts";
import { answersOfBadDay } from "./chaos/storm.ts";

// Side by side: for the most part they wait for locks and leases of the dead.
describe.skipIf(!hasRedisServer).concurrent("through kills and faults", () => {
  it.for([1, 2])(
    "everyone is served, and only what was on its way repeats (seed %i)",
    { timeout: 240_000 },
    async (seed, { expect }) => {
      const { account, wrong, kills, answers, figures } = await runDrill({
        seed,
        readers: 100,
        clocks: 2,
        workers: 2,
        // Four seconds of sending at the least: every first death below falls into them.
        rate: 25,
        concurrency: 8,
        // Short leases: what a dead clock had claimed comes again within the test.
        delivery: { leaseSeconds: 5, queuedLeaseSeconds: 30, sendTimeoutSeconds: 5 },
        // A start takes a second or two of a processor: the deaths are few, and leave one of each at work.
        everyMs: { worker: 1_000, clock: 500 },
        most: { worker: 2, clock: 1 },
        redisAt: [0.4],
        redisDownMs: 200,
        bursts: { of: 0.005, retryAfter: [1, 1] },
        hasAllKinds: true,
        due: "soon",
        limitMs: 150_000,
      });
      console.log(figures);
      expect(wrong.slice(0, 20), `seed ${seed}`).toEqual([]);
      expect(answersOfBadDay.filter((kind) => !(kind in answers))).toEqual([]);
      expect(Math.min(...Object.values(kills)), "a worker, a clock and Redis have died").toBeGreaterThan(0);
      expect(account.repeats).toBeLessThanOrEqual(account.mayRepeat);
    },
  );
});
