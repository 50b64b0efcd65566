// Tells the entries of one feed apart: ids that a publisher gave to several articles name none, and an article stands there once.
import { addressName } from "./address.ts";
import type { FeedEntry } from "./feed.ts";
import type { DocumentFault } from "./format.ts";

export interface Distinct {
  readonly entries: readonly FeedEntry[];
  readonly faults: readonly DocumentFault[];
}

/**
 * An id that entries of different addresses (without one: titles) share is taken from them, or each reading would make them one
 * article with the text of the last. Of entries with one address or one id the newest stays. `file` is named in the faults.
 */
export function distinctEntries(entries: readonly FeedEntry[], file: string): Distinct {
  const articles = new Map<string, Set<string>>();
  for (const entry of entries) {
    const { guid } = entry;
    if (guid === undefined || guid === "") continue;
    const named = articles.get(guid) ?? new Set();
    articles.set(guid, named.add(articleName(entry)));
  }
  const faults: DocumentFault[] = [];
  const shared = new Set<string>();
  for (const [guid, { size }] of articles) {
    if (size < 2) continue;
    shared.add(guid);
    faults.push({
      file,
      line: 0,
      message: `${size} articles have the id "${guid.slice(0, 60)}"`,
      mend: "its publisher should give each an id of its own; they are told apart by their addresses",
    });
  }

  const kept = new Map<string, FeedEntry>();
  let repeated = 0;
  for (const entry of entries) {
    const { guid, ...rest } = entry;
    const one: FeedEntry = guid !== undefined && shared.has(guid) ? rest : entry;
    const name = articleName(one, one.guid);
    const other = kept.get(name);
    if (other !== undefined) repeated += 1;
    if (other === undefined || dateOf(other) < dateOf(one)) kept.set(name, one);
  }
  if (repeated > 0) {
    const message = `${repeated} ${repeated === 1 ? "entry stands" : "entries stand"} there again`;
    faults.push({ file, line: 0, message, mend: "nothing is needed: the newest of each is taken" });
  }
  return { entries: [...kept.values()], faults };
}

/** What tells an article from others in its feed. */
function articleName({ url, title }: Pick<FeedEntry, "url" | "title">, guid?: string): string {
  const address = url === undefined ? undefined : addressName(url);
  return JSON.stringify(address === undefined ? [guid ?? "", title ?? ""] : [address]);
}

function dateOf({ published, updated }: FeedEntry): string {
  return updated ?? published ?? "";
}
