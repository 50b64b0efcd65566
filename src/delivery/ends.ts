// How a slot ends: acknowledged with the reader's next one, or as a dead letter.
import { type Lateness, lastInstant } from "../schedule/lateness.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { toTold } from "./last.ts";
import type { DeliveryJob } from "./queue.ts";
import type { NextDue, SlotBook, SlotEnd } from "./slot.ts";

export interface EndNeeds extends Lateness {
  readonly book: SlotBook;
  readonly readerOf: (member: number) => Promise<Subscriber | undefined>;
  readonly nextDue: NextDue;
  readonly now: () => Date;
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
  served(
    job: DeliveryJob,
    reader: Subscriber,
    outcome: "sent" | "empty" | "dead" | "held",
    past: Past,
  ): Promise<void>;
  /**
   * Too late to be sent. So are the older of the slots that follow; the first that is still in its grace comes next.
   * One that was tried before is a dead letter. The reader's past stays: what it would have told comes later.
   */
  late(job: DeliveryJob, reader: Subscriber, wasTried: boolean): Promise<"late" | "dead">;
  /** Came due before a pause and was not sent in time: the first slot after the pause is next. */
  paused(job: DeliveryJob, reader: Subscriber): Promise<void>;
  /** May have been sent before Redis went back to an older copy: so may the slots up to `mark` (epoch seconds). */
  restored(job: DeliveryJob, reader: Subscriber, mark: number, past: Past): Promise<void>;
  /**
   * Called when the queue has no attempt left: the lease claims the slot again later, until the grace has passed;
   * then it becomes a dead letter.
   */
  giveUp(job: DeliveryJob, why: string): Promise<void>;
}

/** The clock ticks by the minute: a slot let go now is claimed at the first full minute after its lease. */
const tickSeconds = 60;

export function createEnds({ book, readerOf, nextDue, now, ...limits }: EndNeeds): Ends {
  const { leaseSeconds } = limits;
  const seconds = (): number => now().getTime() / 1000;

  /** Acknowledges with the first slot that is still to be served; those before it get no end of their own. */
  async function end(
    { member, slot }: DeliveryJob,
    reader: Subscriber,
    outcome: SlotEnd["outcome"],
    { past, as, isOver }: { past: Past; as: SlotEnd["skipped"]["as"]; isOver: (slot: number) => boolean },
  ): Promise<void> {
    const { cursor, carry } = past;
    const told = toTold(past.told ?? [], now());
    for (let asNow: Subscriber | undefined = reader; ; asNow = await readerOf(member)) {
      if (asNow === undefined) return book.retire(member, "not-found");
      let next = nextDue(asNow, slot * 1000);
      let count = 0;
      for (; next !== null && isOver(next); count += 1) next = nextDue(asNow, next * 1000);
      const ending = { member, slot, outcome, next, cursor, carry, told, skipped: { count, as } };
      if ((await book.acknowledge(ending)) !== "replan") return;
    }
  }

  function endLate(job: DeliveryJob, reader: Subscriber, outcome: "late" | "dead"): Promise<void> {
    const isOver = (slot: number): boolean => lastInstant(reader, slot, limits) < seconds();
    return end(job, reader, outcome, { past: reader, as: "late", isOver });
  }

  async function bury({ member, slot }: DeliveryJob, { chat }: Subscriber, why: string): Promise<void> {
    await book.bury({ member, slot, chat, why, at: now().toISOString() });
  }

  return {
    served: (job, reader, outcome, past) =>
      end(job, reader, outcome, { past, as: "merged", isOver: (slot) => slot <= seconds() }),
    async late(job, reader, wasTried) {
      if (wasTried) await bury(job, reader, "tried, and not sent within the grace");
      const outcome = wasTried ? "dead" : "late";
      await endLate(job, reader, outcome);
      return outcome;
    },
    paused: (job, reader) => end(job, reader, "paused", { past: reader, as: "merged", isOver: () => false }),
    restored: (job, reader, mark, past) =>
      end(job, reader, "restored", { past, as: "restored", isOver: (slot) => slot <= mark }),
    async giveUp(job, why) {
      const again = Math.floor(seconds()) + leaseSeconds;
      const claimed = Math.ceil(again / tickSeconds) * tickSeconds;
      const reader = await readerOf(job.member);
      if (reader === undefined) return book.retire(job.member, "not-found");
      if (claimed <= lastInstant(reader, job.slot, limits)) return book.release(job.member, job.slot, again);
      if ((await book.pending(job.member))?.slot !== job.slot) return;
      await bury(job, reader, why);
      await endLate(job, reader, "dead");
    },
  };
}
