// What becomes of a slot that is not to be served now: missed in a pause, sent before a restore, too late, or at night.
import { type Lateness, lastInstant, newestSlot, restsUntil } from "../schedule/lateness.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Ends } from "./ends.ts";
import type { Ledger } from "./ledger.ts";
import type { DeliveryJob } from "./queue.ts";
import type { PendingSlot, SlotBook } from "./slot.ts";

export interface UntimelyNeeds extends Lateness {
  readonly book: Pick<SlotBook, "postpone">;
  readonly ends: Ends;
  readonly ledger: Pick<Ledger, "restored">;
  readonly now: () => Date;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

export interface Untimely {
  /** Ends the slot or puts it off, and says how; undefined for one that is to be served now. */
  turnAway(
    job: DeliveryJob,
    reader: Subscriber,
    pending: PendingSlot,
  ): Promise<"paused" | "restored" | "late" | "dead" | "postponed" | undefined>;
  /** True once the reader's quiet hours have begun to hold it back: for one that waited for its turn. */
  isNight(job: DeliveryJob, reader: Subscriber): boolean;
  /** True for a digest that another slot has joined meanwhile: it is composed anew, if nothing of it was sent. */
  isJoined(job: DeliveryJob, reader: Subscriber, pending: PendingSlot): boolean;
}

export function createUntimely({ book, ends, ledger, now, report, ...lateness }: UntimelyNeeds): Untimely {
  const seconds = (): number => now().getTime() / 1000;
  // A slot may be served ahead of the wall clock (send-due --at, the playground's clock).
  const rest = ({ slot }: DeliveryJob, reader: Subscriber): number | null =>
    restsUntil(reader, slot, Math.max(Math.floor(seconds()), slot), lateness);

  return {
    async turnAway(job, reader, pending) {
      const { member, slot } = job;
      if (slot * 1000 < (Date.parse(reader.pausedUntil ?? "") || 0)) {
        await ends.paused(job, reader);
        return "paused";
      }
      const restored = await ledger.restored();
      if (restored !== null && slot <= restored.mark) {
        // Whatever the copy did not know the reader may have been told.
        const cursor = Math.max(reader.cursor, restored.article);
        await ends.restored(job, reader, restored.mark, { cursor, carry: [] });
        return "restored";
      }
      if (seconds() > lastInstant(reader, slot, lateness)) {
        const outcome = await ends.late(job, reader, pending.upTo !== null);
        report("digest.late", { ...job, outcome });
        return outcome;
      }
      const until = rest(job, reader);
      if (until === null) return undefined;
      await book.postpone(member, slot, until);
      return "postponed";
    },
    isNight: (job, reader) => rest(job, reader) !== null,
    isJoined: ({ slot }, reader, { parts, upTo }) =>
      upTo !== null && parts === 0 && newestSlot(reader, slot, seconds()) > slot,
  };
}
