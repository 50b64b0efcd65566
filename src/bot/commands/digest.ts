// /digest: the reader's digest at once; what it shows will not come again.
import type { Compose } from "../../delivery/compose.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Command } from "../command.ts";

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
}

export function createDigest({ messages, compose, advance }: DigestNeeds): Command {
  return {
    name: "digest",
    isListed: true,
    isSlow: true,
    async run({ reader, voice, now }) {
      const { number, subscriber } = reader;
      const digest = await compose(subscriber, { now });
      const values = { latest: commandText("latest"), settings: commandText("settings") };
      if (digest.nothing === "empty") return [{ html: messages.say(voice, "digest-empty") }];
      if (digest.nothing === "no-match") return [{ html: messages.say(voice, "digest-no-match", values) }];
      if (digest.nothing !== undefined) return [{ html: messages.say(voice, "digest-nothing", values) }];
      const from: Past = { cursor: subscriber.cursor, carry: subscriber.carry };
      const to: Past = { cursor: digest.cursor, carry: digest.carry };
      // Moved on before it is sent, so that a scheduled digest of the same moment cannot repeat these stories;
      // put back when the send fails, so that they are not lost either.
      const moved = await advance(number, from, to);
      if (moved !== "done") return [{ html: messages.say(voice, "digest-on-its-way") }];
      const undo = async (): Promise<void> => {
        await advance(number, to, from);
      };
      return digest.parts.map((html, part) => (part === 0 ? { html, undo } : { html }));
    },
  };
}
