// The bars of the events told from templates, for the quick and the long suite.
import { expect } from "vitest";
import { group } from "../../../bench/stories/measure.js";
import { makeStories } from "../../../bench/stories.js";

type Bank = "dev" | "held" | "held2" | "third";

/** For the quick suite; the others and the shuffled orders are in the long one. */
export const quickBanks: readonly Bank[] = ["dev", "held"];
export const otherBanks: readonly Bank[] = ["held2", "third"];

export function expectGrouped(
  code: Parameters<typeof group>[1],
  bank: Bank,
  order: "time" | "shuffled",
): void {
  const articles = makeStories({ bank, order });
  expect(new Set(articles.map(({ event }) => event)).size).toBe(72 + 1500);
  const { all, told, merges } = group(articles, code);
  expect(told.f1).toBeGreaterThan(0.92);
  expect(all.f1).toBeGreaterThan(0.92);
  expect(merges.map(({ article, other }) => `${article.text} / ${other.text}`)).toEqual([]);
}
