// Counts the articles that each source brought in the last seven days, by what the store says of where they came from.
import type { Article } from "./article.ts";

export interface WeekShelf {
  list(wish: { readonly limit: number; readonly before?: number }): Promise<readonly Article[]>;
  version(): Promise<number>;
}

export const weekDays = 7;
const piece = 200;

/** Of a busier week the newest are counted. */
const mostCounted = 5_000;

/** The same counts are given for a minute, and for ten while the store does not change. */
const freshMs = 60_000;
const unchangedMs = 600_000;

/** From origin (a feed's address, a file's path) to articles whose first sight is not older than a week. */
export function createWeekCounts(shelf: WeekShelf): (now: Date) => Promise<ReadonlyMap<string, number>> {
  let kept:
    | {
        readonly atMs: number;
        readonly version: number;
        readonly counts: Promise<ReadonlyMap<string, number>>;
      }
    | undefined;

  async function count(now: Date): Promise<ReadonlyMap<string, number>> {
    const oldest = now.getTime() - weekDays * 86_400_000;
    const counts = new Map<string, number>();
    let before: number | undefined;
    for (let seen = 0; seen < mostCounted; seen += piece) {
      const articles = await shelf.list({ limit: piece, ...(before !== undefined && { before }) });
      for (const { origin, fetched } of articles) {
        if (Date.parse(fetched) >= oldest) counts.set(origin, (counts.get(origin) ?? 0) + 1);
      }
      const last = articles.at(-1);
      // Numbers follow the order of arrival.
      if (last === undefined || articles.length < piece || Date.parse(last.fetched) < oldest) break;
      before = last.number;
    }
    return counts;
  }

  return async (now) => {
    const version = await shelf.version();
    const age = kept === undefined ? Number.POSITIVE_INFINITY : now.getTime() - kept.atMs;
    if (kept !== undefined && age < (kept.version === version ? unchangedMs : freshMs)) return kept.counts;
    const counts = count(now);
    kept = { atMs: now.getTime(), version, counts };
    counts.catch(() => {
      kept = undefined;
    });
    return counts;
  };
}
