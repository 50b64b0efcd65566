// The buttons «المزيد» (more) under a digest, and «أعد عرض الملخص الأخير» (show the last digest again).
import type { LastDigests } from "../../delivery/last.ts";
import type { Action } from "../command.ts";
import { type DigestNeeds, toReplies } from "../commands/digest.ts";
import { without } from "../keyboards.ts";

/** Stories that are shown again at the most: those of the largest digest. */
const mostAgain = 20;

export interface MoreNeeds extends DigestNeeds {
  readonly lastDigests: LastDigests;
}

/** `more:` tells what the last digest carried; it will not come again. */
export function createMore({ messages, compose, advance, lastDigests }: MoreNeeds): Action {
  return {
    name: "more",
    async run({ reader, voice, now, keyboard }) {
      const { number, subscriber } = reader;
      const except = subscriber.alerts ? await lastDigests.alerted(number) : [];
      const digest = await compose(subscriber, { now, kind: "more", except });
      const rest = keyboard === undefined ? {} : { keyboard: without(keyboard, "more:") };
      if (digest.stories.length === 0) return { ...rest, toast: messages.plain(voice, "more-none") };
      const from = { cursor: subscriber.cursor, carry: subscriber.carry };
      const to = { cursor: subscriber.cursor, carry: digest.carry };
      if ((await advance(number, from, to)) !== "done") {
        return { toast: messages.plain(voice, "digest-on-its-way") };
      }
      // With what came before it the last digest is whole again.
      const before = (await lastDigests.last(number)).map((each) => ({ number: each }));
      await lastDigests.remember(number, [...before, ...digest.stories].slice(-mostAgain));
      const undo = async (): Promise<void> => {
        await advance(number, to, from);
      };
      return { ...rest, replies: toReplies(digest, undo) };
    },
  };
}

/** `again:` shows the last digest once more, as the store has its stories now. */
export function createAgain({ messages, compose, lastDigests }: MoreNeeds): Action {
  return {
    name: "again",
    async run({ reader, voice, now }) {
      const numbers = await lastDigests.last(reader.number);
      const digest = await compose(reader.subscriber, { now, kind: "again", numbers });
      if (digest.stories.length === 0) return { toast: messages.plain(voice, "again-gone") };
      return { replies: toReplies(digest) };
    },
  };
}
