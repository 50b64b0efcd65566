// Sends one message of a digest when its turn comes, and only where its slot is still to be served; without its card or its
// markup where Telegram takes it so.
import type { Gate } from "../runtime/gate.ts";
import { createWaits } from "../runtime/wait.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { escapeHtml } from "../text/html.ts";
import { createChatLine } from "./chatLine.ts";
import type { Ledger } from "./ledger.ts";
import type { Letter, Outcome } from "./outcome.ts";
import { type Pace, takeAndLookIfFree } from "./pace.ts";
import type { DeliveryJob } from "./queue.ts";
import type { SlotBook } from "./slot.ts";
import { toPlain } from "./telegram.ts";
import type { Untimely } from "./untimely.ts";
import { cardSent, cardTrouble, type DigestMessage } from "./withCard.ts";

export interface Turn {
  readonly job: DeliveryJob;
  readonly reader: Subscriber;
  readonly isOurs: () => boolean;
  /** Newest article number that the digest considers. */
  readonly upTo: number;
}

/** Nothing was sent; "other": another worker noted first what its digest considers, and this one is to consider the same. */
export type NotSent =
  | { readonly kind: "stopped" | "stale" | "other" }
  /** The chat has had all that it may get for now: it may get more after so long. */
  | { readonly kind: "full"; readonly ms: number };

/** A digest's next part, or another topic's digest, is waited for; a group whose minute is full is come back to. */
const mostAsideMs = 5_000;

export interface SendNeeds {
  readonly book: Pick<SlotBook, "noteUpTo" | "notePart" | "record">;
  readonly untimely: Pick<Untimely, "isNight">;
  readonly ledger: Pick<Ledger, "begin">;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly pace: Pace;
  /** Lets so many sends be under way at once; a wave may hold more readers. */
  readonly gate: Gate;
  /** The worker ends: who waits for a turn gives it up. */
  readonly stopping: AbortSignal;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

export function createSendPart(
  needs: SendNeeds,
): (turn: Turn, message: DigestMessage) => Promise<Outcome | NotSent> {
  const { book, untimely, ledger, report, stopping } = needs;
  const line = createChatLine();
  const waitAside = createWaits(stopping);

  /**
   * Waits for a turn, which may take long, and looks once more whether the slot is still to be served. `sent` is how many
   * parts are sent then. Who waits for its chat does so outside the gate: with many groups that had their twenty a minute
   * it was full of those who waited, and nobody was sent to.
   */
  async function sendInTurn(turn: Turn, sent: number, letter: Letter): Promise<Outcome | NotSent> {
    for (let asideMs = 0; ; ) {
      const outcome = await needs.gate(() => takeTurn(turn, sent, letter));
      if (outcome.kind !== "full") return outcome;
      asideMs += outcome.ms;
      if (asideMs > mostAsideMs) return { kind: "full", ms: line(letter.chat, outcome.ms) };
      await waitAside(outcome.ms);
    }
  }

  async function takeTurn(turn: Turn, sent: number, letter: Letter): Promise<Outcome | NotSent> {
    const { job, reader, isOurs, upTo } = turn;
    const { member, slot } = job;
    const chatTurn = { lane: "digest", signal: stopping, chat: letter.chat } as const;
    /** Whether it is still to be sent, now that its turn has come. */
    const look = async (): Promise<"go" | "stale" | "other"> => {
      const pending = await book.noteUpTo(member, slot, upTo);
      // A worker that was thought dead may have sent this part meanwhile.
      if (pending === null || pending.parts >= sent) return "stale";
      if (pending.upTo !== upTo) return "other";
      // The lease claims it again, and it is turned away then.
      return !untimely.isNight(job, reader) && (await ledger.begin(slot, upTo)) ? "go" : "stale";
    };
    try {
      const found = await takeAndLookIfFree(needs.pace, chatTurn, look);
      if (typeof found === "number") return { kind: "full", ms: found };
      if (found !== "go") return { kind: found };
    } catch (error) {
      if (stopping.aborted) return { kind: "stopped" };
      throw error;
    }
    // Nothing is waited for between here and the send.
    if (!isOurs()) return { kind: "stopped" };
    return needs.send(letter);
  }

  async function sendPart(turn: Turn, message: DigestMessage): Promise<Outcome | NotSent> {
    const { job, reader } = turn;
    const { chat, thread } = reader;
    const { sent, photo, ...part } = message;
    const { html } = part;
    // The text that follows a card rings for both.
    const silent = reader.silent || sent === cardSent;
    const letter: Letter = { chat, thread, silent, ...part };
    const outcome = await sendInTurn(turn, sent, { ...letter, ...(photo !== undefined && { photo }) });
    const trouble = photo === undefined ? undefined : cardTrouble(outcome);
    if (trouble !== undefined) {
      const why = "why" in outcome ? { why: outcome.why } : "cause" in outcome ? { err: outcome.cause } : {};
      report(`card.${trouble}`, { ...job, ...why });
      await book.record(`card-${trouble}`);
      // Tried once, the card holds no attempt up; whether it came, who waited in vain for the answer cannot know.
      if (sent === cardSent) return { kind: "sent", messageId: 0 };
      if (trouble === "refused") return sendPart(turn, { ...part, sent });
      await book.notePart(job.member, job.slot, cardSent);
      return outcome;
    }
    if (outcome.kind !== "refused" || outcome.why !== "entities") return outcome;
    // Our bug: on record as one, and the reader gets the words at least.
    report("digest.markup-refused", { ...job, code: outcome.code });
    await book.record("markup-refused");
    return sendInTurn(turn, sent, { ...letter, html: escapeHtml(toPlain(html)) });
  }

  return sendPart;
}
