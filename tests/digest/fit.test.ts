// The whole digest in one message where that can be: fewer sentences before a second message.
import { describe, expect, it } from "vitest";
import { type Block, fitBlocks } from "../../src/digest/fit.ts";

/** A block of `most` sentences of so many units each. */
const block = (name: string, most: number, units: number): Block => ({
  most,
  render: (sentences) => name.padEnd(Math.max(1, sentences * units), "."),
});
const lengths = (groups: readonly (readonly string[])[]): number[][] =>
  groups.map((group) => group.map((text) => text.length));

describe("fitting", () => {
  it("leaves everything as it is wished where it fits", () => {
    expect(lengths(fitBlocks([block("a", 3, 10), block("b", 3, 10)], 100))).toEqual([[30, 30]]);
  });

  it("takes sentences from the longest first, no more than needed", () => {
    expect(lengths(fitBlocks([block("a", 5, 20), block("b", 2, 10)], 86))).toEqual([[60, 20]]);
  });

  it("parts blocks only when one sentence of each is too much, and uses the room of the parts then", () => {
    const four = ["a", "b", "c", "d"].map((name) => block(name, 3, 40));
    // One sentence of each needs two messages; these hold more than that.
    expect(lengths(fitBlocks(four, 165))).toEqual([
      [80, 80],
      [80, 80],
    ]);
  });

  it("shows headlines alone as they are, and nothing for nothing", () => {
    expect(lengths(fitBlocks([block("a", 0, 10), block("b", 0, 10)], 100))).toEqual([[1, 1]]);
    expect(fitBlocks([], 100)).toEqual([]);
  });
});
