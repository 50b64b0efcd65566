// A hundred thousand updates that nobody should send, by each way: the bot lives, answers, and its heap stays as it was.
import { expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { fuzzSteps } from "./steps.ts";
import { fuzzWeb } from "./web.ts";

const { FUZZ_UPDATES = "100000", FUZZ_SEED = "1000000" } = process.env;

it.skipIf(!hasRedisServer).each(["polling", "webhook"] as const)(
  "random and mutated updates by %s break nothing, and leave the heap flat",
  async (way) => {
    const updates = Number(FUZZ_UPDATES);
    const report = await fuzzWeb({
      way,
      hasArticles: true,
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

it.skipIf(!hasRedisServer).each(["polling", "webhook"] as const)(
  "four thousand, one at a time by %s, change nothing without a word",
  async (way) => {
    const report = await fuzzSteps({
      way,
      hasArticles: true,
      seed: Number(FUZZ_SEED),
      updates: 4_000,
      crowd: 20,
    });
    console.log(way, report);
    expect(report.kinds).toEqual(
      expect.arrayContaining(["records", "due", "followers:…", "article:N", "broadcast:active"]),
    );
  },
  3_600_000,
);
