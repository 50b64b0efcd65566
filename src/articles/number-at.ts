// Finds how far the store had come at an instant: what a reader whose digests end there has behind.
import type { Article } from "./article.ts";

interface NumberShelf {
  list(wish: { readonly limit: number; readonly before?: number }): Promise<readonly Article[]>;
  maxNumber(): Promise<number>;
}

/** The highest number of an article that the store saw at this instant or before; 0 where there is none. */
export async function numberAt(shelf: NumberShelf, at: Date): Promise<number> {
  // Numbers are given in the order of arrival, so halving finds it in some twenty steps.
  let [low, high] = [0, await shelf.maxNumber()];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [article] = await shelf.list({ limit: 1, before: middle + 1 });
    if (article === undefined || article.number <= low) low = middle;
    else if (Date.parse(article.fetched) <= at.getTime()) low = middle;
    else high = article.number - 1;
  }
  const [found] = await shelf.list({ limit: 1, before: low + 1 });
  return found?.number ?? 0;
}
