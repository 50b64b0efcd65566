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

/** Everything that shapes a digest, and nothing else: two readers alike in it get the same messages. */
export function shapeOf(
  reader: Subscriber,
  { now, upTo, kind, numbers, except, restored }: ComposeAt,
  version: number,
): string {
  const { kind: chatKind, locale, zone, digits, calendar, length, items, sayNothing, cursor, carry } = reader;
  const { topics, mutedTopics, follow, block, followStories } = reader;
  const lists = [topics, mutedTopics, follow, block, followStories].map(inAnyOrder);
  return JSON.stringify([
    [chatKind === "channel", locale, zone, digits, calendar, length, items, sayNothing],
    [cursor, carry, upTo, now.getTime(), version, kind, numbers, except, restored],
    lists,
  ]);
}

/** Most lists are empty or of one: they need no copy. */
function inAnyOrder(list: readonly string[]): readonly string[] {
  return list.length < 2 ? list : list.toSorted();
}
