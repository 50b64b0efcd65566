// Sends replies in their order, with the patience that a waiting reader has.
import { setTimeout as sleep } from "node:timers/promises";
import type { Lane } from "../delivery/pace.ts";
import type { EditOutcome, Outbox } from "../delivery/telegram.ts";
import type { Log } from "../runtime/log.ts";
import type { Reply } from "./command.ts";
import type { Place } from "./place.ts";

export interface SendingNeeds {
  readonly outbox: Pick<Outbox, "send">;
  readonly pace: { take(lane: Lane): Promise<void> };
  /** Called when the bot was blocked or removed. */
  readonly onGone: (place: Place, reason: string) => Promise<void>;
  readonly log: Log;
}

export interface Sending {
  /** Makes a call again that failed without a reason of its own, twice at the most. */
  insist(call: () => Promise<EditOutcome>): Promise<EditOutcome>;
  /** Sends one after the other; the first that does not arrive ends it, and is undone. */
  send(place: Place, replies: readonly Reply[]): Promise<void>;
}

export function createSending({ outbox, pace, onGone, log }: SendingNeeds): Sending {
  const insist: Sending["insist"] = async (call) => {
    for (let again = 0; ; again += 1) {
      await pace.take("reply");
      const outcome = await call();
      if (again === 2 || (outcome.kind !== "wait" && outcome.kind !== "failed")) return outcome;
      const seconds = outcome.kind === "wait" ? outcome.seconds : 0.5 * 2 ** again;
      // A long delay would only bring the answer when nobody waits for it any more.
      if (seconds > 10) return outcome;
      await sleep(seconds * 1000 + 100);
    }
  };
  return {
    insist,
    async send(place, replies) {
      for (const { undo, ...reply } of replies) {
        const outcome = await insist(() => outbox.send({ chat: place.chat, thread: place.thread, ...reply }));
        if (outcome.kind === "sent") continue;
        await undo?.();
        if (outcome.kind === "gone") await onGone(place, outcome.why);
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
