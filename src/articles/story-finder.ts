// Decides for a new article which story it belongs to, and whether it is another printing of one that is there.
import type { Article } from "./article.ts";
import type { ArticleStore, StoredPrint } from "./article-store.ts";
import { type Print, toPrint } from "./print.ts";
import { decodePrint, encodePrint } from "./print-code.ts";
import { createStoryIndex } from "./story-index.ts";

export interface Placing {
  /** The story that tells the same event; absent when none does. */
  readonly storyId?: string;
  /** The article of the same source that this one is an edited copy of. */
  readonly replaces?: number;
  /** The highest number that was known when this was decided. */
  readonly known: number;
  readonly print: Print;
  /** As the store keeps it. */
  readonly encoded: string;
}

export interface StoryFinder {
  place(
    article: Pick<Article, "title" | "text" | "published" | "language">,
    source: string,
  ): Promise<Placing>;
  /** Call it when an article was stored: the next one is compared with it. */
  placed(number: number, storyId: string, source: string, print: Print): void;
  /** Call it when an article changed: the next one is compared with what it says now. */
  renew(number: number): Promise<void>;
}

const dayMs = 86_400_000;

/** Days on either side that may hold a story: follow-ups chain for a week, each within 72 hours of another. */
const daysAround = 7;

/** Days kept in memory: a reading of the whole archive goes through them in order of time. */
const daysKept = 16;

/** Articles of one day that are compared, the newest; more do not happen outside of tests. */
const dayLimit = 20_000;

/**
 * Keeps the prints of the days around what it places in memory, read from the store on first need. Before each decision it
 * catches up with what other processes stored.
 */
export function createStoryFinder(
  store: Pick<ArticleStore, "publishedWithin" | "prints" | "numbersAfter" | "maxNumber">,
): StoryFinder {
  const index = createStoryIndex();
  /** Day → its numbers, the day that was needed longest ago first. */
  const days = new Map<number, Set<number>>();
  let known: number | undefined;

  const keep = (number: number, storyId: string, source: string, print: Print): void => {
    const day = days.get(dayOf(print.published));
    if (day === undefined) return;
    index.add(number, storyId, source, print);
    day.add(number);
  };

  const keepStored = (found: readonly StoredPrint[]): void => {
    for (const { number, storyId, source, print } of found) {
      const decoded = decodePrint(print);
      if (decoded !== undefined) keep(number, storyId, source, decoded);
    }
  };

  async function catchUp(): Promise<number> {
    const last = await store.maxNumber();
    known ??= last;
    while (known < last) {
      const numbers = await store.numbersAfter(known, 1000);
      keepStored(await store.prints(numbers));
      known = numbers.length < 1000 ? last : (numbers.at(-1) ?? last);
    }
    return known;
  }

  function isAroundLoaded(published: number): boolean {
    const middle = dayOf(published);
    for (let day = middle - daysAround; day <= middle + daysAround; day += 1)
      if (!days.has(day)) return false;
    return true;
  }

  async function loadAround(published: number): Promise<void> {
    const middle = dayOf(published);
    for (let day = middle - daysAround; day <= middle + daysAround; day += 1) {
      const loaded = days.get(day) ?? new Set<number>();
      const isNew = !days.has(day);
      days.delete(day);
      days.set(day, loaded);
      if (!isNew) continue;
      const [from, to] = [new Date(day * dayMs), new Date((day + 1) * dayMs - 1)];
      try {
        keepStored(await store.prints(await store.publishedWithin(from, to, dayLimit)));
      } catch (error) {
        days.delete(day);
        throw error;
      }
    }
    for (const [day, numbers] of days) {
      if (days.size <= daysKept) break;
      for (const number of numbers) index.remove(number);
      days.delete(day);
    }
  }

  return {
    async place(article, source) {
      const print = toPrint(article);
      // First what is known, then the days: what comes in between is read with its day or found by the next catching up.
      if (!isAroundLoaded(print.published)) await catchUp();
      await loadAround(print.published);
      const upTo = await catchUp();
      const twin = index.twin(print, source);
      const match = index.find(print);
      return {
        known: upTo,
        print,
        encoded: encodePrint(print),
        ...(match !== undefined && { storyId: match.storyId }),
        ...(twin !== undefined && { replaces: twin.number }),
      };
    },
    placed(number, storyId, source, print) {
      keep(number, storyId, source, print);
      // Anything between was stored by others and is caught up with first.
      if (known === number - 1) known = number;
    },
    async renew(number) {
      index.remove(number);
      keepStored(await store.prints([number]));
    },
  };
}

function dayOf(ms: number): number {
  return Math.floor(ms / dayMs);
}
