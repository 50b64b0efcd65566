// The bars of the events told from templates, for the quick and the long suite.
import { expect } from "vitest";
import { group } from "../../../bench/stories/measure.js";
import { makeStories } from "../../../bench/stories.js";

/** The banks, and the share of articles that may join another event. */
export const banks = [
  ["dev", 0],
  // At first sight 1.4 % here; ten are left, most with figures, day and town in common beside the topic (docs/stories.md).
  ["held", 0.008],
] as const;

export function expectGrouped(
  code: Parameters<typeof group>[1],
  bank: (typeof banks)[number][0],
  order: "time" | "shuffled",
  mostMerged: number,
): void {
  const articles = makeStories({ bank, order });
  expect(new Set(articles.map(({ event }) => event)).size).toBe(72 + 1500);
  const { all, told, merges } = group(articles, code);
  expect(told.f1).toBeGreaterThan(0.92);
  expect(all.f1).toBeGreaterThan(0.92);
  expect(merges.length / articles.length).toBeLessThanOrEqual(mostMerged);
}
