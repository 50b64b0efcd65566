// A small seed of the updates that nobody should send: the bot lives, answers what it changes, and every button.
import { describe, expect, it } from "vitest";
import { hasRedisServer } from "../e2e/tools.ts";
import { fuzzSteps } from "./steps.ts";
import { fuzzWeb } from "./web.ts";

describe.skipIf(!hasRedisServer).concurrent("random and mutated updates", () => {
  it.each(["polling", "webhook"] as const)(
    "by %s break nothing",
    async (way) => {
      const { updates, changed, answered } = await fuzzWeb({
        way,
        hasArticles: false,
        seed: 1,
        updates: 400,
        warmUp: 100,
        crowd: 60,
        batch: 100,
      });
      expect(updates).toBe(400);
      expect(changed).toBeGreaterThan(8);
      expect(answered).toBeGreaterThan(100);
    },
    120_000,
  );

  it("one at a time change nothing without a word", async () => {
    const { changed, kinds } = await fuzzSteps({
      way: "polling",
      hasArticles: false,
      seed: 2,
      updates: 150,
      crowd: 20,
    });
    expect(changed).toBeGreaterThan(15);
    expect(kinds).toEqual(expect.arrayContaining(["records", "due", "broadcast:N"]));
  });
});
