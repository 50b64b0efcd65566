// Backoff: bounds, growth and cap.
import { describe, expect, it } from "vitest";
import { backoffMs } from "../../src/runtime/retry.ts";

describe("backoff with full jitter", () => {
  const limits = { baseMs: 100, capMs: 1_000 };
  it.each([
    [0, 0, 0],
    [0, 0.999_999, 100],
    [1, 0.999_999, 200],
    [3, 0.5, 400],
    [4, 0.999_999, 1_000],
    [2_000, 0.999_999, 1_000],
    [-1, 0.999_999, 100],
  ])("of attempt %i with chance %d is %i ms", (attempt, chance, expected) => {
    expect(backoffMs(attempt, limits, () => chance)).toBe(expected);
  });
});
