// What a composition depends on: two readers of one shape share it.
import type { DigestKind } from "../digest/digest.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Restored } from "./ledger.ts";

export interface ComposeAt {
  readonly now: Date;
  /** The slot (epoch seconds) whose digest it is; `now` when absent. */
  readonly slot?: number;
  /** Redis went back to an older copy: what came in again since, and is older than its mark (epoch seconds), was told. */
  readonly restored?: Pick<Restored, "mark" | "atMs">;
  /** Newest article number that is considered; all when absent. */
  readonly upTo?: number;
  /** "digest" when absent. "more" tells what the last one carried, and nothing that is new since. */
  readonly kind?: DigestKind;
  /** Numbers of stories that an alert has told already. */
  readonly except?: readonly number[];
  /** For "again": the numbers of the stories, as the last digest told them. */
  readonly numbers?: readonly number[];
  /** The stories were chosen before, as in a review: these, and what then is carried. */
  readonly fixed?: {
    readonly upTo: number;
    readonly stories: readonly number[];
    readonly carry: readonly number[];
  };
}

/** A reader's words, or those of them that matter. */
export type Words = Pick<Subscriber, "follow" | "block">;

/** What the stories depend on that a digest is chosen from: `shelf` names all else that does, and when. */
export function pastOf(
  { cursor, carry }: Subscriber,
  { upTo, now, restored }: ComposeAt,
  shelf: string,
): string {
  const undone = restored === undefined ? "" : `${restored.mark} ${restored.atMs}`;
  return `${cursor} ${carry.join()} ${upTo} ${now.getTime()} ${undone} ${shelf}`;
}

/**
 * Together with the past everything that shapes a digest, and nothing else: two readers alike in both get the same messages.
 * Most lists are empty or of one: the key of most readers is short, for it is made for each of thousands in a second.
 */
export function shapeOf(reader: Subscriber, words: Words, { kind, numbers, except }: ComposeAt): string {
  const { locale, zone, digits, calendar, length, items, sayNothing, followStories } = reader;
  const look = `${reader.kind === "channel"} ${locale} ${zone} ${digits} ${calendar} ${length} ${items} ${sayNothing}`;
  const topics = `${inAnyOrder(reader.topics)} ${inAnyOrder(reader.mutedTopics)} ${inAnyOrder(followStories)}`;
  const asked = `${kind ?? ""} ${numbers ?? ""} ${except ?? ""}`;
  // Words are free: their list is told as JSON, which leaves no doubt where one ends.
  return `${look}|${topics}|${asked}|${inAnyOrder(words.follow)} ${inAnyOrder(words.block)}|`;
}

/** "" for an empty list; JSON, in a common order, for any other. */
function inAnyOrder(list: readonly string[]): string {
  if (list.length === 0) return "";
  return JSON.stringify(list.length === 1 ? list : list.toSorted());
}
