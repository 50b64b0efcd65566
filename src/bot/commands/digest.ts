// /digest: the reader's digest at once; what it shows will not come again.
import { type Compose, type Composition, nothingWords } from "../../delivery/compose.ts";
import type { LastDigests } from "../../delivery/last.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Command, Reply } from "../command.ts";

/** What of a reader's past a digest moves on. */
export interface Past {
  readonly cursor: number;
  readonly carry: readonly number[];
}

export interface DigestNeeds {
  readonly messages: Messages;
  readonly compose: Compose;
  /** Compare-and-set on the reader's past; refuses while a scheduled digest is under way. */
  readonly advance: (number: number, from: Past, to: Past) => Promise<"done" | "changed" | "pending">;
  readonly lastDigests: LastDigests;
}

export function createDigest({ messages, compose, advance, lastDigests }: DigestNeeds): Command {
  return {
    name: "digest",
    isListed: true,
    isSlow: true,
    async run({ reader, voice, now }) {
      const { number, subscriber } = reader;
      const except = subscriber.alerts ? await lastDigests.alerted(number) : [];
      const digest = await compose(subscriber, { now, except });
      if (digest.nothing !== undefined) {
        const html = nothingWords(messages, voice, digest.nothing);
        if ((await lastDigests.last(number)).length === 0) return [{ html }];
        const again = { text: messages.plain(voice, "button-again"), data: "again:" };
        return [{ html, keyboard: [[again]] }];
      }
      const from: Past = { cursor: subscriber.cursor, carry: subscriber.carry };
      const to: Past = { cursor: digest.cursor, carry: digest.carry };
      // Moved on before it is sent, so that a scheduled digest of the same moment cannot repeat these stories;
      // put back when the send fails, so that they are not lost either.
      const moved = await advance(number, from, to);
      if (moved !== "done") return [{ html: messages.say(voice, "digest-on-its-way") }];
      await lastDigests.remember(number, digest.stories);
      return toReplies(digest, async () => {
        await advance(number, to, from);
      });
    },
  };
}

/** The parts in order, the buttons under the last; `undo` is for the first, that was not taken. */
export function toReplies(
  { parts, keyboard }: Pick<Composition, "parts" | "keyboard">,
  undo?: () => Promise<void>,
): readonly Reply[] {
  return parts.map((html, part) => ({
    html,
    ...(part === parts.length - 1 && { keyboard }),
    ...(part === 0 && undo !== undefined && { undo }),
  }));
}
