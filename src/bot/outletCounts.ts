// Counts the articles of each outlet in the last week; counted anew every ten minutes at the most.
import type { Article } from "../articles/article.ts";

export interface OutletCount {
  /** As readers see it. */
  readonly name: string;
  readonly count: number;
}

export interface OutletShelf {
  publishedWithin(from: Date, to: Date, limit: number): Promise<readonly number[]>;
  byNumbers(numbers: readonly number[]): Promise<readonly Article[]>;
  version(): Promise<number>;
}

const weekMs = 7 * 86_400_000;
const freshMs = 10 * 60_000;

/** Of a busier week the newest are counted: the order of the outlets would hardly be another. */
const mostCounted = 20_000;
const piece = 500;

/** Articles of a week that are counted in no time. */
const small = 1_000;

export function createOutletCounts(shelf: OutletShelf): (now: Date) => Promise<readonly OutletCount[]> {
  let last:
    | { readonly atMs: number; readonly version: number; readonly counts: Promise<readonly OutletCount[]> }
    | undefined;

  async function count(now: Date): Promise<readonly OutletCount[]> {
    const numbers = await shelf.publishedWithin(new Date(now.getTime() - weekMs), now, mostCounted);
    const counts = new Map<string, number>();
    for (let start = 0; start < numbers.length; start += piece) {
      for (const { source, hidden } of await shelf.byNumbers(numbers.slice(start, start + piece))) {
        if (source !== "" && hidden !== true) counts.set(source, (counts.get(source) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([name, total]) => ({ name, count: total }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "ar"));
  }

  return async (now) => {
    const version = await shelf.version();
    const kept = last;
    if (kept !== undefined && now.getTime() - kept.atMs < freshMs) {
      // A small store is counted at each change: who has just added a source looks whether it has come.
      if (kept.version === version || sum(await kept.counts) > small) return kept.counts;
    }
    const counts = count(now);
    last = { atMs: now.getTime(), version, counts };
    counts.catch(() => {
      last = undefined;
    });
    return counts;
  };
}

function sum(counts: readonly OutletCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
