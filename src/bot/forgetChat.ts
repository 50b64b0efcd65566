// Forgets a chat wherever the bot has put something of it: one row of `traces` for each place.
import type { Forgetting } from "../schedule/forget.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { keptArticles } from "./kept.ts";

/** Removes what is kept beside a reader's record, by the reader's number. */
export type Trace = (number: number) => Promise<void>;

export interface ForgetChatNeeds {
  /** Numbers of a chat's readers: its own and those of its topics. */
  readonly readersOf: (chat: number) => Promise<readonly number[]>;
  readonly forgetting: Forgetting;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  /** Whoever keeps something under a reader's number adds a row here, or /forget is no longer true. */
  readonly traces: readonly Trace[];
  /** What a reader saved or followed is held by one reader less. */
  readonly release: (article: number) => Promise<void>;
}

/** Broken off in the middle it can be done again: the record, by which all else is found, goes near the end. */
export function createForgetChat({ readersOf, forgetting, subscriberOf, traces, release }: ForgetChatNeeds) {
  return async (chat: number): Promise<void> => {
    const numbers = await readersOf(chat);
    const known = await Promise.all(numbers.map(subscriberOf));
    const removeTraces = async (): Promise<void> => {
      for (const number of numbers) await Promise.all(traces.map((trace) => trace(number)));
    };
    await removeTraces();
    await forgetting.forget(chat);
    // A worker may have written between the two; after this it writes nothing of who has no record.
    await removeTraces();
    for (const article of known.flatMap((each) => (each === undefined ? [] : keptArticles(each))))
      await release(article);
  };
}
