// Serves one reader's turn of a broadcast: sends it once, and settles the reader whatever came of it.
import { quietEnd } from "../schedule/quiet.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { escapeHtml } from "../text/html.ts";
import { type Broadcast, type BroadcastJob, isFor } from "./broadcast.ts";
import type { BroadcastBook } from "./broadcastBook.ts";
import type { Ending } from "./deliver.ts";
import type { Letter, Outcome } from "./outcome.ts";
import { type Pace, takeAndLook } from "./pace.ts";
import type { SlotBook } from "./slot.ts";
import { toPlain } from "./telegram.ts";

export interface BroadcastSendNeeds {
  readonly broadcasts: Pick<BroadcastBook, "find" | "isSettled" | "settle" | "rest">;
  readonly book: Pick<SlotBook, "retire" | "migrate">;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly send: (letter: Letter) => Promise<Outcome>;
  readonly pace: Pace;
  readonly now: () => Date;
  /** The worker ends: who waits for a turn gives it up. */
  readonly stopping: AbortSignal;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

/** Telegram's delay is waited out by this much more, so that our clock and theirs may differ a little. */
const marginMs = 100;

/** Not sent, and not settled: the walk brings the reader again when the broadcast goes on. */
const stale = { kind: "done", outcome: "stale" } as const;

/** Returns the worker's task for broadcasts. It sends nothing once `isOurs` says that another worker may have the turn. */
export function createBroadcastSend(
  needs: BroadcastSendNeeds,
): (job: BroadcastJob, isOurs: () => boolean) => Promise<Ending> {
  const { broadcasts, book, pace, stopping, report } = needs;

  /** The broadcast while it runs and this reader has not had it. */
  async function current({ broadcast, member }: BroadcastJob): Promise<Broadcast | undefined> {
    const found = await broadcasts.find(broadcast);
    if (found?.status !== "running" || (await broadcasts.isSettled(broadcast, member))) return undefined;
    return found;
  }

  return async (job, isOurs) => {
    const { broadcast: id, member } = job;
    const broadcast = await current(job);
    if (broadcast === undefined) return stale;
    const reader = await needs.readerOf(member);
    if (reader === undefined || !isFor(broadcast.segment, reader, needs.now())) {
      await broadcasts.settle(id, "", [member]);
      return { kind: "done", outcome: "empty" };
    }
    const { thread, silent } = reader;
    let letter: Letter = { chat: reader.chat, thread, silent, html: broadcast.html };
    // At most: as a chat that moved, and without markup.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const turn = { lane: "broadcast", signal: stopping, chat: letter.chat } as const;
      let isRunning: boolean;
      try {
        // It may have been paused, or cancelled, while the turn was waited for, and the night may have come.
        isRunning = await takeAndLook(pace, turn, async () => (await current(job)) !== undefined);
      } catch (error) {
        if (stopping.aborted) return { kind: "wait", ms: 0 };
        throw error;
      }
      if (!isRunning) return stale;
      const until = quietEnd(reader, needs.now());
      if (until !== null) {
        await broadcasts.rest(id, [{ member, until }]);
        return { kind: "done", outcome: "postponed" };
      }
      if (!isOurs()) return { kind: "wait", ms: 0 };
      const outcome = await needs.send(letter);
      switch (outcome.kind) {
        case "sent":
          await broadcasts.settle(id, "sent", [member]);
          return { kind: "done", outcome: "sent" };
        case "wait":
          await pace.throttled(letter.chat, outcome.seconds);
          return { kind: "wait", ms: outcome.seconds * 1000 + marginMs };
        case "gone":
          // A topic that is gone is the digest's to tell of: it tells the group's admins too.
          if (outcome.why !== "thread-not-found") await book.retire(member, outcome.why);
          await broadcasts.settle(id, "gone", [member]);
          return { kind: "done", outcome: "gone" };
        case "moved":
          report("reader.moved", { member });
          // The new chat may have a reader already, who has a turn of its own.
          if (!(await book.migrate(member, outcome.chat))) {
            await broadcasts.settle(id, "", [member]);
            return stale;
          }
          letter = { ...letter, chat: outcome.chat };
          break;
        case "refused": {
          const plain = escapeHtml(toPlain(broadcast.html));
          if (outcome.why === "entities" && letter.html !== plain) {
            report("broadcast.markup-refused", { ...job, code: outcome.code });
            letter = { ...letter, html: plain };
            break;
          }
          report("broadcast.refused", { ...job, why: outcome.why, code: outcome.code });
          await broadcasts.settle(id, "failed", [member]);
          return { kind: "done", outcome: "dead" };
        }
        case "failed":
          return { kind: "retry", cause: outcome.cause };
      }
    }
    await broadcasts.settle(id, "failed", [member]);
    return { kind: "done", outcome: "dead" };
  };
}
