// Serves one claimed slot: composes the digest, sends its parts, and puts the end of it on record.
import type { Subscriber } from "../subscribers/subscriber.ts";
import { escapeHtml } from "../text/html.ts";
import type { Compose } from "./compose.ts";
import type { Letter, Outcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import type { DeliveryJob } from "./queue.ts";
import { toPlain } from "./telegram.ts";

/** The slot a reader is being served, as the schedule remembers it. */
export interface PendingSlot {
  readonly slot: number;
  /** Parts already sent. */
  readonly parts: number;
  /** Newest article number the first composition considered; a retry composes the same digest. */
  readonly upTo: number | null;
}

/** What serving needs of the schedule. Seconds are epoch seconds. */
export interface SlotBook {
  pending(member: number): Promise<PendingSlot | null>;
  noteUpTo(member: number, slot: number, upTo: number): Promise<number>;
  notePart(member: number, slot: number, parts: number): Promise<void>;
  acknowledge(end: {
    member: number;
    slot: number;
    cursor: number;
    carry: readonly number[];
    next: number | null;
    outcome: "sent" | "late" | "empty" | "dead";
  }): Promise<boolean>;
  /** Lets the slot be claimed again at an instant. */
  release(member: number, slot: number, at: number): Promise<void>;
  retire(member: number, reason: string): Promise<void>;
  migrate(member: number, chat: number): Promise<void>;
  bury(letter: { member: number; chat: number; slot: number; why: string; at: string }): Promise<void>;
}

export interface DeliverNeeds {
  readonly book: SlotBook;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly nextDue: (reader: Subscriber, afterMs: number) => number | null;
  readonly compose: Compose;
  readonly maxNumber: () => Promise<number>;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly pace: Pace;
  readonly now: () => Date;
  readonly graceSeconds: number;
  readonly leaseSeconds: number;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

/** What the queue is to do with the job now. */
export type Ending =
  | { readonly kind: "done"; readonly outcome: "sent" | "empty" | "late" | "stale" | "gone" | "dead" }
  /** Serve it again after a pause that is nobody's fault and counts as no attempt. */
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "retry"; readonly cause: unknown };

/** Telegram's delay is waited out by this much more, so that our clock and theirs may differ a little. */
const marginMs = 100;

/** Returns the worker's one task. Steps and numbers as in DESIGN section 6, WORKER. */
export function createDeliver(needs: DeliverNeeds): (job: DeliveryJob) => Promise<Ending> {
  const { book, report } = needs;

  /** The reader's next slot after both the one served and this instant: slots missed meanwhile are merged. */
  const nextAfter = (reader: Subscriber, slot: number): number | null =>
    needs.nextDue(reader, Math.max(slot * 1000, needs.now().getTime()));

  async function close(
    job: DeliveryJob,
    reader: Subscriber,
    outcome: "sent" | "late" | "empty" | "dead",
    past: { cursor: number; carry: readonly number[] } = reader,
  ): Promise<Ending> {
    const next = nextAfter(reader, job.slot);
    await book.acknowledge({ ...job, outcome, next, cursor: past.cursor, carry: past.carry });
    return { kind: "done", outcome };
  }

  async function sendPart(reader: Subscriber, html: string): Promise<Outcome> {
    await needs.pace.take("digest");
    const letter = { chat: reader.chat, thread: reader.thread, html, silent: reader.silent };
    const outcome = await needs.send(letter);
    if (outcome.kind !== "refused" || outcome.why !== "entities") return outcome;
    report("digest.markup-refused", { code: outcome.code });
    await needs.pace.take("digest");
    return needs.send({ ...letter, html: escapeHtml(toPlain(html)) });
  }

  return async (job) => {
    const { member, slot } = job;
    const pending = await book.pending(member);
    if (pending?.slot !== slot) return { kind: "done", outcome: "stale" };
    let reader = await needs.readerOf(member);
    // Who left or paused a moment ago has taken the slot off already.
    if (reader === undefined) await book.retire(member, "not-found");
    if (reader?.status !== "active") return { kind: "done", outcome: "stale" };
    const now = needs.now();
    if (now.getTime() / 1000 - slot > needs.graceSeconds) {
      report("digest.late", { member, slot });
      return close(job, reader, "late");
    }
    const upTo = pending.upTo ?? (await book.noteUpTo(member, slot, await needs.maxNumber()));
    // A slot served ahead of the wall clock (send-due --at, the playground's clock) is dated by the slot.
    const at = new Date(Math.max(now.getTime(), slot * 1000));
    const digest = await needs.compose(reader, { now: at, upTo });
    if (digest.parts.length === 0) return close(job, reader, "empty", digest);

    for (let part = pending.parts; part < digest.parts.length; part += 1) {
      const html = digest.parts[part] ?? "";
      let outcome = await sendPart(reader, html);
      if (outcome.kind === "moved") {
        await book.migrate(member, outcome.chat);
        reader = { ...reader, chat: outcome.chat };
        outcome = await sendPart(reader, html);
      }
      switch (outcome.kind) {
        case "sent":
          // The last part is noted by the acknowledgement itself.
          if (part + 1 < digest.parts.length) await book.notePart(member, slot, part + 1);
          break;
        case "wait":
          await needs.pace.throttled(reader.chat, outcome.seconds);
          return { kind: "wait", ms: outcome.seconds * 1000 + marginMs };
        case "gone":
          report("reader.gone", { member, why: outcome.why });
          await book.retire(member, outcome.why);
          return { kind: "done", outcome: "gone" };
        case "refused":
          report("digest.refused", { member, slot, why: outcome.why, code: outcome.code });
          await book.bury({
            member,
            slot,
            chat: reader.chat,
            why: `refused: ${outcome.why}`,
            at: now.toISOString(),
          });
          return close(job, reader, "dead", digest);
        case "moved":
          return { kind: "retry", cause: new Error("The chat moved twice in a row") };
        case "failed":
          return { kind: "retry", cause: outcome.cause };
      }
    }
    return close(job, reader, "sent", digest);
  };
}

/**
 * Called when the queue has no attempt left: the lease claims the slot again later, until the grace has passed;
 * then it becomes a dead letter and the reader's next slot is placed.
 */
export function createGiveUp(
  needs: Pick<DeliverNeeds, "book" | "readerOf" | "nextDue" | "now" | "graceSeconds" | "leaseSeconds">,
): (job: DeliveryJob, why: string) => Promise<void> {
  return async ({ member, slot }, why) => {
    const seconds = Math.floor(needs.now().getTime() / 1000);
    const again = seconds + needs.leaseSeconds;
    if (again - slot <= needs.graceSeconds) return needs.book.release(member, slot, again);
    const reader = await needs.readerOf(member);
    if (reader === undefined) return needs.book.retire(member, "not-found");
    await needs.book.bury({ member, slot, chat: reader.chat, why, at: needs.now().toISOString() });
    await needs.book.acknowledge({
      member,
      slot,
      cursor: reader.cursor,
      carry: reader.carry,
      next: needs.nextDue(reader, Math.max(slot * 1000, needs.now().getTime())),
      outcome: "dead",
    });
  };
}
