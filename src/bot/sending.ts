// Sends replies in their order, with the patience that a waiting reader has.
import { setTimeout as sleep } from "node:timers/promises";
import type { Pace } from "../delivery/pace.ts";
import type { EditOutcome, Outbox } from "../delivery/telegram.ts";
import type { Log } from "../runtime/log.ts";
import type { Reply } from "./command.ts";
import type { Place } from "./placing.ts";

export interface SendingNeeds {
  readonly outbox: Pick<Outbox, "send">;
  readonly pace: Pick<Pace, "take" | "answered">;
  /** Called when the bot was blocked or removed. */
  readonly onGone: (place: Place, reason: string) => Promise<void>;
  /** A group became a supergroup with another id. */
  readonly onMoved: (chat: number, to: number) => Promise<void>;
  readonly log: Log;
}

export interface Sending {
  /** Makes a call again that failed without a reason of its own, twice at the most. A new message names its chat. */
  insist(call: () => Promise<EditOutcome>, chat?: number): Promise<EditOutcome>;
  /**
   * Sends one after the other; the first that does not arrive ends it, and is undone. In a group the first answers the
   * message `replyTo`: among many voices it says whom it is for.
   */
  send(place: Place, replies: readonly Reply[], replyTo?: number): Promise<void>;
}

export function createSending({ outbox, pace, onGone, onMoved, log }: SendingNeeds): Sending {
  const insist: Sending["insist"] = async (call, chat) => {
    for (let again = 0; ; again += 1) {
      await pace.take("reply", undefined, chat);
      const outcome = await call();
      if (chat !== undefined) pace.answered(chat);
      if (again === 2 || (outcome.kind !== "wait" && outcome.kind !== "failed")) return outcome;
      const seconds = outcome.kind === "wait" ? outcome.seconds : 0.5 * 2 ** again;
      // A long delay would only bring the answer when nobody waits for it any more.
      if (seconds > 10) return outcome;
      await sleep(seconds * 1000 + 100);
    }
  };
  return {
    insist,
    async send(place, replies, replyTo) {
      for (const [index, { undo, ...reply }] of replies.entries()) {
        const to = { chat: place.chat, thread: place.thread };
        const answered = index === 0 && place.kind === "group" && replyTo !== undefined ? { replyTo } : {};
        const outcome = await insist(() => outbox.send({ ...to, ...answered, ...reply }), place.chat);
        if (outcome.kind === "sent") continue;
        await undo?.();
        if (outcome.kind === "gone") await onGone(place, outcome.why);
        if (outcome.kind === "moved") await onMoved(place.chat, outcome.chat);
        log.warn("reply.not-sent", {
          outcome: outcome.kind,
          ...("why" in outcome ? { why: outcome.why } : {}),
          ...("cause" in outcome ? { err: outcome.cause } : {}),
        });
        return;
      }
    },
  };
}
