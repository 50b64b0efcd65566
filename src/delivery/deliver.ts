// Serves one claimed slot: composes the digest, sends its parts, and puts the end of it on record.
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { MakeCard } from "./card.ts";
import { createCircumstances } from "./circumstances.ts";
import type { Compose } from "./compose.ts";
import type { Ends } from "./ends.ts";
import type { Ledger } from "./ledger.ts";
import type { DeliveryJob } from "./queue.ts";
import type { Verdict } from "./review.ts";
import { createSendPart, type SendNeeds } from "./sendPart.ts";
import type { SlotBook } from "./slot.ts";
import type { Untimely } from "./untimely.ts";
import { messagesOf } from "./withCard.ts";

export interface DeliverNeeds extends SendNeeds {
  readonly book: SlotBook;
  readonly ends: Ends;
  readonly untimely: Untimely;
  readonly ledger: Pick<Ledger, "restored" | "begin">;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly compose: Compose;
  readonly card: MakeCard;
  readonly maxNumber: () => Promise<number>;
  /** What the operators say of it, where they see this reader's digests first. */
  readonly review: (job: DeliveryJob, reader: Subscriber) => Promise<Verdict>;
  /** Numbers of the stories that alerts have told already. */
  readonly alerted: (member: number) => Promise<readonly number[]>;
  /** Tells a group, as HTML, that the topic its digest was for is gone. */
  readonly topicGone: (reader: Subscriber) => string;
  readonly now: () => Date;
}

/** What the queue is to do with the job now. */
export type Ending =
  | {
      readonly kind: "done";
      readonly outcome:
        | "sent"
        | "empty"
        | "late"
        | "stale"
        | "gone"
        | "dead"
        | "held"
        | "paused"
        | "restored"
        | "postponed";
    }
  /** Serve it again after a pause that is nobody's fault and counts as no attempt. */
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "retry"; readonly cause: unknown };

/** Telegram's delay is waited out by this much more, so that our clock and theirs may differ a little. */
const marginMs = 100;

/**
 * Returns the worker's one task. It sends nothing once `isOurs` says that another worker may have the slot. Steps and numbers as in DESIGN section 6, WORKER.
 */
export function createDeliver(
  needs: DeliverNeeds,
): (job: DeliveryJob, isOurs: () => boolean) => Promise<Ending> {
  const { book, ends, untimely, ledger, report } = needs;
  const circumstances = createCircumstances({ alerted: needs.alerted, restored: ledger.restored });
  const sendPart = createSendPart(needs);
  async function refuse(job: DeliveryJob, { chat }: Subscriber, why: string, stories: readonly number[]) {
    const at = needs.now().toISOString();
    await book.bury({ ...job, chat, why: `refused: ${why}`, at, ...(stories.length > 0 && { stories }) });
  }

  async function serve({ member, slot }: DeliveryJob, isOurs: () => boolean): Promise<Ending> {
    const job = { member, slot };
    const stale = { kind: "done", outcome: "stale" } as const;
    const pending = await book.pending(member);
    if (pending?.slot !== slot) return stale;
    let reader = await needs.readerOf(member);
    // Who left or paused a moment ago has taken the slot off already.
    if (reader === undefined) await book.retire(member, "not-found");
    if (reader?.status !== "active") return stale;
    const now = needs.now();
    const turnedAway = await untimely.turnAway(job, reader, pending);
    if (turnedAway !== undefined) return { kind: "done", outcome: turnedAway };
    const verdict = await needs.review(job, reader);
    if (verdict.kind === "later") {
      await book.release(member, slot, verdict.at);
      return { kind: "done", outcome: "held" };
    }
    if (verdict.kind === "held") {
      // Its stories were not sent: the next digest may bring them.
      await ends.served(job, reader, "held", reader);
      return { kind: "done", outcome: "held" };
    }
    const isJoined = untimely.isJoined(job, reader, pending);
    if (isJoined) await book.postpone(member, slot, null);
    const known = isJoined ? null : pending.upTo;
    const upTo = known ?? (verdict.kind === "go" ? verdict.fixed.upTo : await needs.maxNumber());
    // A slot served ahead of the wall clock (send-due --at, the playground's clock) is dated by the slot.
    const at = new Date(Math.max(now.getTime(), slot * 1000));
    const fixed = verdict.kind === "go" ? { fixed: verdict.fixed } : {};
    const past = await circumstances(member, reader);
    const digest = await needs.compose(reader, { now: at, slot, upTo, ...past, ...fixed });
    if (digest.parts.length === 0) {
      await ends.served(job, reader, "empty", digest);
      return { kind: "done", outcome: "empty" };
    }

    const card = pending.parts === 0 ? await needs.card(digest, reader, at) : undefined;
    const unsent = messagesOf(digest, card).filter(({ sent }) => sent > pending.parts);
    let [hasMoved, isTopicGone] = [false, false];
    for (let message = unsent.shift(); message !== undefined; ) {
      const outcome = await sendPart({ job, reader, isOurs, upTo }, message);
      switch (outcome.kind) {
        case "sent":
          // The last part is noted by the acknowledgement itself.
          if (unsent.length > 0) await book.notePart(member, slot, message.sent);
          message = unsent.shift();
          break;
        case "stopped":
          return { kind: "wait", ms: 0 };
        case "stale":
          return stale;
        case "full":
          return { kind: "wait", ms: outcome.ms };
        case "other":
          return serve(job, isOurs);
        case "wait":
          await needs.pace.throttled(reader.chat, outcome.seconds);
          return { kind: "wait", ms: outcome.seconds * 1000 + marginMs };
        case "moved":
          if (hasMoved) return { kind: "retry", cause: new Error("The chat moved twice in a row") };
          hasMoved = true;
          report("reader.moved", { member });
          // The new chat may have a reader already, who has a slot of its own.
          if (!(await book.migrate(member, outcome.chat))) return stale;
          reader = { ...reader, chat: outcome.chat };
          break;
        case "gone":
          if (outcome.why === "thread-not-found" && reader.thread !== null) {
            // The group gets it this once, and its admins are told below.
            isTopicGone = true;
            reader = { ...reader, thread: null };
            break;
          }
          report("reader.gone", { member, why: outcome.why });
          await book.retire(member, outcome.why);
          return { kind: "done", outcome: "gone" };
        case "refused":
          report("digest.refused", { ...job, why: outcome.why, code: outcome.code });
          await refuse(
            job,
            reader,
            outcome.why,
            message.sent <= 1 ? digest.stories.map(({ number }) => number) : [],
          );
          await ends.served(job, reader, "dead", digest);
          return { kind: "done", outcome: "dead" };
        case "failed":
          return { kind: "retry", cause: outcome.cause };
      }
    }
    await ends.served(job, reader, "sent", { ...digest, told: digest.stories });
    if (isTopicGone) {
      report("reader.gone", { member, why: "thread-not-found" });
      await book.retire(member, "thread-not-found");
      await needs.pace.take("digest", needs.stopping, reader.chat).catch(() => undefined);
      await needs.send({ chat: reader.chat, thread: null, html: needs.topicGone(reader) });
    }
    return { kind: "done", outcome: "sent" };
  }

  return serve;
}
