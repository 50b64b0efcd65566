// Erases a reader who has been inactive for long: what /forget does, for one reader, unless the reader came back.
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Trace } from "./forgetChat.ts";
import { keptArticles } from "./kept.ts";

export interface EraseNeeds {
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  /** As `Inactive.erase`. */
  readonly erase: (number: number, before: Date) => Promise<boolean>;
  readonly traces: readonly Trace[];
  /** Of a private chat: it has the id of its person. */
  readonly forgetPerson: (chat: number) => Promise<void>;
  readonly release: (article: number) => Promise<void>;
  /** What /forget removes and a reader who came back at this moment needs again. */
  readonly restore: (number: number) => Promise<void>;
}

/** Gives whether the reader was erased. Broken off in the middle it can be done again: the record goes near the end. */
export function createEraseReader(needs: EraseNeeds): (number: number, before: Date) => Promise<boolean> {
  const { subscriberOf, erase, traces, forgetPerson, release, restore } = needs;
  const removeTraces = async (number: number): Promise<void> => {
    await Promise.all(traces.map((trace) => trace(number)));
  };
  return async (number, before) => {
    const known = await subscriberOf(number);
    // Who is not inactive loses nothing; the call takes the number off the list.
    if (known?.status !== "inactive") return erase(number, before);
    await removeTraces(number);
    if (!(await erase(number, before))) {
      await restore(number);
      return false;
    }
    // A worker may have written between the two; after this it writes nothing of who has no record.
    await removeTraces(number);
    if (known.kind === "private") await forgetPerson(known.chat);
    for (const article of keptArticles(known)) await release(article);
    return true;
  };
}
