// How a slot ends: acknowledged with the reader's next one, or as a dead letter.
import type { Subscriber } from "../subscribers/subscriber.ts";
import { toTold } from "./last.ts";
import type { DeliveryJob } from "./queue.ts";
import type { NextDue, SlotBook, SlotEnd } from "./slot.ts";

export interface EndNeeds {
  readonly book: SlotBook;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly nextDue: NextDue;
  readonly now: () => Date;
  readonly graceSeconds: number;
  readonly leaseSeconds: number;
}

export interface Past {
  readonly cursor: number;
  readonly carry: readonly number[];
  /** What was told, to be shown again; nothing when absent. */
  readonly told?: readonly { readonly number: number }[];
}

export interface Ends {
  /** Sent, or nothing to send, or refused: what else has come due meanwhile is one with it, on record as merged. */
  served(job: DeliveryJob, outcome: "sent" | "empty" | "dead" | "held", past: Past): Promise<void>;
  /**
   * Too late to be sent. So are the older of the slots that follow; the first that is still in its grace comes next.
   * One that was tried before is a dead letter.
   */
  late(job: DeliveryJob, reader: Subscriber, wasTried: boolean): Promise<"late" | "dead">;
  /**
   * Called when the queue has no attempt left: the lease claims the slot again later, until the grace has passed;
   * then it becomes a dead letter.
   */
  giveUp(job: DeliveryJob, why: string): Promise<void>;
}

/** The clock ticks by the minute: a slot let go now is claimed at the first full minute after its lease. */
const tickSeconds = 60;

export function createEnds({ book, readerOf, nextDue, now, ...limits }: EndNeeds): Ends {
  const { graceSeconds, leaseSeconds } = limits;

  /** The first slot after this one and after `untilMs`, and how many lie between. */
  function nextAfter(
    reader: Subscriber,
    slot: number,
    untilMs: number,
  ): { next: number | null; count: number } {
    let next = nextDue(reader, slot * 1000);
    let count = 0;
    for (; next !== null && next * 1000 <= untilMs; count += 1) next = nextDue(reader, next * 1000);
    return { next, count };
  }

  async function end(
    { member, slot }: DeliveryJob,
    reader: Subscriber,
    outcome: SlotEnd["outcome"],
    { past, as }: { readonly past: Past; readonly as: "late" | "merged" },
  ): Promise<void> {
    const untilMs = now().getTime() - (as === "late" ? graceSeconds * 1000 : 0);
    const { next, count } = nextAfter(reader, slot, untilMs);
    const { cursor, carry } = past;
    const told = toTold(past.told ?? [], now());
    await book.acknowledge({ member, slot, outcome, next, cursor, carry, told, skipped: { count, as } });
  }

  async function bury({ member, slot }: DeliveryJob, { chat }: Subscriber, why: string): Promise<void> {
    await book.bury({ member, slot, chat, why, at: now().toISOString() });
  }

  return {
    async served(job, outcome, past) {
      // As the reader is now: the plan may have changed while the digest waited for its turn.
      const reader = await readerOf(job.member);
      if (reader === undefined) return book.retire(job.member, "not-found");
      await end(job, reader, outcome, { past, as: "merged" });
    },
    async late(job, reader, wasTried) {
      if (wasTried) await bury(job, reader, "tried, and not sent within the grace");
      const outcome = wasTried ? "dead" : "late";
      await end(job, reader, outcome, { past: reader, as: "late" });
      return outcome;
    },
    async giveUp(job, why) {
      const again = Math.floor(now().getTime() / 1000) + leaseSeconds;
      const claimed = Math.ceil(again / tickSeconds) * tickSeconds;
      if (claimed - job.slot <= graceSeconds) return book.release(job.member, job.slot, again);
      const reader = await readerOf(job.member);
      if (reader === undefined) return book.retire(job.member, "not-found");
      if ((await book.pending(job.member))?.slot !== job.slot) return;
      await bury(job, reader, why);
      await end(job, reader, "dead", { past: reader, as: "late" });
    },
  };
}
