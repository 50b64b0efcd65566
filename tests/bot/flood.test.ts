// A flood is told by what came in the last moments, and is over by itself.
import { describe, expect, it } from "vitest";
import { createFlood } from "../../src/bot/flood.ts";

/** Arrivals `apartMs` apart from `from` on, for so long; gives the instant after them. */
function come(flood: ReturnType<typeof createFlood>, from: number, forMs: number, apartMs: number): number {
  for (let at = from; at < from + forMs; at += apartMs) flood.note(at);
  return from + forMs;
}

describe("a flood of updates", () => {
  it("is none with a few arrivals, nor with a burst of a moment before the first window is full", () => {
    const flood = createFlood(500);
    expect(flood.isOn(come(flood, 1_000, 2_000, 10))).toBe(false);
    expect(flood.isOn(come(flood, 3_000, 50, 1))).toBe(false);
  });

  it("is on while many come, and over soon after they have stopped or slowed down", () => {
    const flood = createFlood(500);
    const end = come(flood, 1_000, 1_000, 1);
    expect(flood.isOn(end)).toBe(true);
    expect(flood.isOn(end + 1_000)).toBe(false);
    expect(flood.isOn(come(flood, end, 1_000, 10))).toBe(false);
  });
});
