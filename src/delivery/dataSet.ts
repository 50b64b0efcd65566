// Which of the ledger's entries tell of the data that Redis holds now: data sets have ids, and the ledger may know several.
import { randomUUID } from "node:crypto";
import { greater, type Known, nothingKnown } from "./ledgerFile.ts";

/** The id of a data set tells when it was made (epoch seconds), too: "1764140400-3f0c…". */
export const newDataSet = (atSeconds: number): string => `${atSeconds}-${randomUUID()}`;

/** The clocks of two machines may differ by so much, in seconds. */
const clockSeconds = 60;

export interface PastOf {
  /** What the ledger knows of this data set's past. */
  readonly known: Known;
  /** The id for a data set that has none (any more); undefined where a new one is to be made. */
  readonly name: string | undefined;
  /** True where the ledger's entries are all of other data sets. */
  readonly isOther: boolean;
}

/**
 * `set` is the id in Redis; null for none. Entries without an id ("", of versions before the ids) count for any data set.
 * Two data sets that lived at the same time are not one: entries of another id say nothing of a data set that is older
 * than the last of them. One that began after it, or that has no id, may be ours, emptied: then they count.
 */
export function pastOf(entries: ReadonlyMap<string, Known>, set: string | null): PastOf {
  const nameless = entries.get("") ?? nothingKnown;
  const own = entries.get(set ?? "");
  if (set !== null && own !== undefined) return { known: greater(own, nameless), name: set, isOther: false };
  const [newest] = [...entries].filter(([id]) => id !== "").sort(([, a], [, b]) => b.beat - a.beat);
  const name = set ?? newest?.[0];
  if (newest === undefined) return { known: nameless, name, isOther: false };
  const isOther = set !== null && Number.parseInt(set, 10) < newest[1].beat - clockSeconds;
  return { known: isOther ? nameless : greater(newest[1], nameless), name, isOther };
}
