// The hours of the dashboard: exact sums, divided by what was drawn.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hoursOf, share } from "../../../src/web/dashboard/hours.ts";

/** 09:20 UTC of a day that begins at 0. */
const now = 9 * 3_600 + 20 * 60;
const minutes = (...counts: readonly (readonly [minute: number, count: number])[]) => {
  const all = Array.from({ length: 1_440 }, () => 0);
  for (const [minute, count] of counts) all[minute] = count;
  return all;
};
const facts = {
  from: 0,
  now,
  forecast: { from: now, overdue: 3, minutes: minutes([0, 1], [50, 100], [1_439, 7]) },
  sentBefore: new Map([
    [0, 1_000],
    [3_600, 1_010],
    [4 * 3_600, 1_100],
    [9 * 3_600, 1_150],
  ]),
  sent: 1_175,
  drawn: [
    { zone: "Africa/Cairo", slot: now + 50 * 60 },
    { zone: "Africa/Cairo", slot: now + 50 * 60 },
    { zone: "Asia/Riyadh", slot: now + 50 * 60 },
  ],
  zones: ["Africa/Cairo"],
};

describe("hours", () => {
  const hours = hoursOf(facts);
  const at = (hour: number) => hours.find((each) => each.at === hour * 3_600);

  it("tell what was sent in each that is known, the current one up to now", () => {
    expect([0, 1, 2, 3, 4, 9, 10].map((hour) => at(hour)?.sent)).toEqual([10, 90, null, null, 50, 25, null]);
  });

  it("count who waits already with the current one, and end 23 hours later", () => {
    expect([at(9)?.due, at(10)?.due, hours.at(-1)?.at]).toEqual([4, 100, 32 * 3_600]);
  });

  it("divide their sum in the shares of who was drawn; nobody drawn is no zone's", () => {
    expect([at(9)?.byZone, at(10)?.byZone]).toEqual([
      [0, 4],
      [67, 33],
    ]);
  });
});

it("divides any number without losing one", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.array(fc.nat(5_000), { minLength: 1, maxLength: 9 }),
      (count, weights) => {
        const parts = share(count, weights);
        const sum = parts.reduce((all, each) => all + each, 0);
        expect(sum).toBe(weights.some((weight) => weight > 0) ? count : 0);
        for (const [index, weight] of weights.entries())
          if (weight === 0) expect(parts[index]).toBeLessThanOrEqual(0);
      },
    ),
  );
});
