// How far the store had come at an instant, and how much each source brought in a week.
import fc from "fast-check";
import { expect, it } from "vitest";
import { numberAt } from "../../src/articles/number-at.ts";
import { createWeekCounts } from "../../src/articles/week-counts.ts";
import { tell } from "../digest/story.ts";

const start = Date.parse("2026-11-01T00:00:00Z");
const hour = 3_600_000;

/** A shelf of articles by number, seen at these hours; some numbers are missing, as after a removal. */
function shelfOf(seen: readonly (number | undefined)[]) {
  const articles = seen.flatMap((hours, index) => {
    if (hours === undefined) return [];
    const { lead } = tell({ number: index + 1 });
    const fetched = new Date(start + hours * hour).toISOString();
    return [{ ...lead, fetched, origin: index % 3 === 0 ? "https://a.example/" : "https://b.example/" }];
  });
  let version = 1;
  return {
    articles,
    change: () => {
      version += 1;
    },
    version: async () => version,
    maxNumber: async () => seen.length,
    list: async ({ limit, before = Number.POSITIVE_INFINITY }: { limit: number; before?: number }) =>
      articles
        .filter(({ number }) => number < before)
        .toReversed()
        .slice(0, limit),
  };
}

const gaps = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), { maxLength: 60 });

it("is the highest number that was there at the instant", async () => {
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: -2, max: 200 }), async (pauses, hours) => {
      const sums = pauses.map((_, index) =>
        pauses.slice(0, index + 1).reduce<number>((sum, one) => sum + (one ?? 0), 0),
      );
      const shelf = shelfOf(pauses.map((pause, index) => (pause === undefined ? undefined : sums[index])));
      const at = new Date(start + hours * hour);
      const there = shelf.articles.filter(({ fetched }) => Date.parse(fetched) <= at.getTime());
      expect(await numberAt(shelf, at)).toBe(there.at(-1)?.number ?? 0);
    }),
  );
});

it("counts the articles of the last seven days by where they came from, anew once the store has changed", async () => {
  const shelf = shelfOf(Array.from({ length: 500 }, (_, index) => index));
  const count = createWeekCounts(shelf);
  const now = new Date(start + 499 * hour);
  const expected = (origin: string) =>
    shelf.articles.filter(
      (one) => one.origin === origin && now.getTime() - Date.parse(one.fetched) <= 7 * 24 * hour,
    ).length;
  const counts = await count(now);
  for (const origin of ["https://a.example/", "https://b.example/"]) {
    expect(counts.get(origin)).toBe(expected(origin));
  }
  shelf.change();
  const later = new Date(now.getTime() + 400 * hour);
  expect(await count(later)).toEqual(new Map());
});
