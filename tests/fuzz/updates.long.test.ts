// A hundred thousand updates that nobody should send, by each way: the bot lives, answers, and its heap stays as it was.
import { expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { fuzzWeb } from "./web.ts";

const { FUZZ_UPDATES = "100000", FUZZ_SEED = "1000000" } = process.env;

it.skipIf(!hasRedisServer).each(["polling", "webhook"] as const)(
  "random and mutated updates by %s break nothing, and leave the heap flat",
  async (way) => {
    const updates = Number(FUZZ_UPDATES);
    const report = await fuzzWeb(way, {
      seed: Number(FUZZ_SEED),
      updates,
      warmUp: updates / 5,
      crowd: 3_000,
      batch: 500,
    });
    console.log(way, report);
    expect(report.heapAfter).toBeLessThanOrEqual(1.1 * report.heapBefore);
  },
  3_600_000,
);
