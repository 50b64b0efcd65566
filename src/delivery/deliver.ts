// Serves one claimed slot: composes the digest, sends its parts, and puts the end of it on record.

import type { Gate } from "../runtime/gate.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { escapeHtml } from "../text/html.ts";
import { createCircumstances } from "./circumstances.ts";
import type { Compose } from "./compose.ts";
import type { Ends } from "./ends.ts";
import type { Ledger } from "./ledger.ts";
import type { Letter, Outcome } from "./outcome.ts";
import { type Pace, takeAndLook } from "./pace.ts";
import type { DeliveryJob } from "./queue.ts";
import type { Verdict } from "./review.ts";
import type { SlotBook } from "./slot.ts";
import { toPlain } from "./telegram.ts";
import type { Untimely } from "./untimely.ts";

export interface DeliverNeeds {
  readonly book: SlotBook;
  readonly ends: Ends;
  readonly untimely: Untimely;
  readonly ledger: Pick<Ledger, "restored" | "begin">;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly compose: Compose;
  readonly maxNumber: () => Promise<number>;
  /** What the operators say of it, where they see this reader's digests first. */
  readonly review: (job: DeliveryJob, reader: Subscriber) => Promise<Verdict>;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly pace: Pace;
  /** Numbers of the stories that alerts have told already. */
  readonly alerted: (member: number) => Promise<readonly number[]>;
  /** Lets so many sends be under way at once; a wave may hold more readers. */
  readonly gate: Gate;
  /** Tells a group, as HTML, that the topic its digest was for is gone. */
  readonly topicGone: (reader: Subscriber) => string;
  readonly now: () => Date;
  /** The worker ends: who waits for a turn gives it up. */
  readonly stopping: AbortSignal;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
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

interface Turn {
  readonly job: DeliveryJob;
  readonly reader: Subscriber;
  readonly isOurs: () => boolean;
  /** Which of the digest's messages it is, from 0. */
  readonly part: number;
  /** Newest article number that the digest considers. */
  readonly upTo: number;
}

/** Nothing was sent; "other": another worker noted first what its digest considers, and this one is to consider the same. */
type NotSent = { readonly kind: "stopped" | "stale" | "other" };

/**
 * Returns the worker's one task. It sends nothing once `isOurs` says that another worker may have the slot. Steps and numbers as in DESIGN section 6, WORKER.
 */
export function createDeliver(
  needs: DeliverNeeds,
): (job: DeliveryJob, isOurs: () => boolean) => Promise<Ending> {
  const { book, ends, untimely, ledger, report, stopping } = needs;
  const circumstances = createCircumstances({ alerted: needs.alerted, restored: ledger.restored });

  /** Waits for a turn, which may take long, and looks once more whether the slot is still to be served. */
  const sendInTurn = (turn: Turn, letter: Letter): Promise<Outcome | NotSent> =>
    needs.gate(() => takeTurn(turn, letter));

  async function takeTurn(turn: Turn, letter: Letter): Promise<Outcome | NotSent> {
    const { job, reader, isOurs, part, upTo } = turn;
    const { member, slot } = job;
    const chatTurn = { lane: "digest", signal: stopping, chat: letter.chat } as const;
    /** Whether it is still to be sent, now that its turn has come. */
    const look = async (): Promise<"go" | "stale" | "other"> => {
      const pending = await book.noteUpTo(member, slot, upTo);
      // A worker that was thought dead may have sent this part meanwhile.
      if (pending === null || pending.parts > part) return "stale";
      if (pending.upTo !== upTo) return "other";
      // The lease claims it again, and it is turned away then.
      return !untimely.isNight(job, reader) && (await ledger.begin(slot, upTo)) ? "go" : "stale";
    };
    try {
      const found = await takeAndLook(needs.pace, chatTurn, look);
      if (found !== "go") return { kind: found };
    } catch (error) {
      if (stopping.aborted) return { kind: "stopped" };
      throw error;
    }
    // Nothing is waited for between here and the send.
    if (!isOurs()) return { kind: "stopped" };
    return needs.send(letter);
  }

  async function sendPart(
    turn: Turn,
    { html, keyboard }: Pick<Letter, "html" | "keyboard">,
  ): Promise<Outcome | NotSent> {
    const { job, reader } = turn;
    const { chat, thread, silent } = reader;
    const letter: Letter = { chat, thread, html, silent, ...(keyboard !== undefined && { keyboard }) };
    const outcome = await sendInTurn(turn, letter);
    if (outcome.kind !== "refused" || outcome.why !== "entities") return outcome;
    // Our bug: on record as one, and the reader gets the words at least.
    report("digest.markup-refused", { ...job, code: outcome.code });
    await book.record("markup-refused");
    return sendInTurn(turn, { ...letter, html: escapeHtml(toPlain(html)) });
  }

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

    let [hasMoved, isTopicGone] = [false, false];
    for (let part = pending.parts; part < digest.parts.length; ) {
      const outcome = await sendPart(
        { job, reader, isOurs, part, upTo },
        {
          html: digest.parts[part] ?? "",
          ...(part === digest.parts.length - 1 && { keyboard: digest.keyboard }),
        },
      );
      switch (outcome.kind) {
        case "sent":
          part += 1;
          // The last part is noted by the acknowledgement itself.
          if (part < digest.parts.length) await book.notePart(member, slot, part);
          break;
        case "stopped":
          return { kind: "wait", ms: 0 };
        case "stale":
          return stale;
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
            part === 0 ? digest.stories.map(({ number }) => number) : [],
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
      await needs.pace.take("digest", stopping, reader.chat).catch(() => undefined);
      await needs.send({ chat: reader.chat, thread: null, html: needs.topicGone(reader) });
    }
    return { kind: "done", outcome: "sent" };
  }

  return serve;
}
