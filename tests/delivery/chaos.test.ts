// Two small drills of the chaos that the long suite tries in full: processes and Redis die, Telegram fails, nobody is lost.
import { expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { runDrill } from "./chaos/drill.ts";

it.skipIf(!hasRedisServer).each([1, 2])(
  "seed %i: through kills and faults everyone is served, and only what was on its way repeats",
  async (seed) => {
    const { account, wrong, figures } = await runDrill({
      seed,
      readers: 160,
      clocks: 2,
      workers: 2,
      rate: 40,
      concurrency: 8,
      // Short leases: what a dead clock had claimed comes again within the test.
      delivery: { leaseSeconds: 5, queuedLeaseSeconds: 30, sendTimeoutSeconds: 5 },
      // A start takes a second or two of a processor: no more deaths than leave one at work.
      everyMs: { worker: 3_000, clock: 5_000 },
      redisAt: [0.4],
      redisDownMs: 200,
      bursts: { of: 0.005, retryAfter: [1, 1] },
      due: "soon",
      limitMs: 150_000,
    });
    console.log(figures);
    expect(wrong.slice(0, 20), `seed ${seed}`).toEqual([]);
    expect(account.repeats).toBeLessThanOrEqual(account.mayRepeat);
  },
  240_000,
);
