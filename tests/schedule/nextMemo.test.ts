// A remembered next instant is the one that would be worked out: over wishes, zones, pauses, prayers and the clock's leaps.
import fc from "fast-check";
import { expect, it } from "vitest";
import { nextDue, type Plan } from "../../src/schedule/due.ts";
import { createNextDue } from "../../src/schedule/nextMemo.ts";
import { weekdays } from "../../src/subscribers/subscriber.ts";
import { runs } from "../runs.ts";

const plans = fc.record({
  times: fc.array(fc.constantFrom("00:00", "02:30", "07:00", { at: "fajr", offsetMinutes: 15 } as const), {
    maxLength: 3,
  }),
  days: fc.subarray([...weekdays]),
  zone: fc.constantFrom("Africa/Cairo", "Africa/Casablanca", "Asia/Riyadh"),
  city: fc.constantFrom("", "Cairo"),
  pausedUntil: fc.constantFrom(null, "2026-04-25T05:00:00Z"),
});
// Around the night of April in which Cairo's clocks leap forward.
const instants = fc.integer({ min: Date.parse("2026-04-20"), max: Date.parse("2026-05-03") });

it("is the same for every instant, in whatever order they are asked about", () => {
  fc.assert(
    fc.property(
      fc.array(plans, { minLength: 1, maxLength: 3 }),
      fc.array(instants, { minLength: 5, maxLength: 20 }),
      (some, asked) => {
        const remembered = createNextDue();
        for (const at of asked) {
          for (const plan of some) expect(remembered(plan, at)).toBe(nextDue(plan, at));
        }
        for (const plan of some) followSlots(plan, asked[0] ?? 0, remembered);
      },
    ),
    runs(100),
  );
});

/** As acknowledgements do: from each slot to the one behind it. */
function followSlots(plan: Plan, fromMs: number, remembered: typeof nextDue): void {
  let at: number | null = Math.floor(fromMs / 1000);
  for (let step = 0; step < 5 && at !== null; step += 1) {
    const next: number | null = remembered(plan, at * 1000);
    expect(next).toBe(nextDue(plan, at * 1000));
    at = next;
  }
}
