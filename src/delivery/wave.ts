// Serves a wave: each of its slots by itself, and who must wait or be tried again goes on in a job of its own.
import type { Ending } from "./deliver.ts";
import type { DeliveryJob } from "./queue.ts";

export interface WaveNeeds {
  readonly deliver: (job: DeliveryJob) => Promise<Ending>;
  /** Still the slot that is to be served? */
  readonly isPending: (job: DeliveryJob) => Promise<boolean>;
  /** Gives slots jobs of their own, each after its delay; one that has such a job keeps it. */
  readonly goAlone: (jobs: readonly (DeliveryJob & { readonly delayMs: number })[]) => Promise<void>;
  /** The pause before a failed send is tried again. */
  readonly backoffMs: () => number;
  readonly ended: (job: DeliveryJob, ending: Ending) => void;
  readonly stopping: AbortSignal;
}

/** "again": the worker stops, and the wave goes back to the queue with what is left of it. */
export type WaveEnd = "done" | "again";

/**
 * `isFirst` is false for a wave that was under way before: its worker died or stopped. Some of its slots may have jobs of
 * their own by then, so all that are left get them: a job's id keeps a slot from being under way twice.
 */
export function createServeWave(needs: WaveNeeds) {
  async function serve(job: DeliveryJob): Promise<WaveEnd> {
    const ending = await needs.deliver(job).catch((cause): Ending => ({ kind: "retry", cause }));
    if (ending.kind === "wait" && ending.ms === 0 && needs.stopping.aborted) return "again";
    needs.ended(job, ending);
    if (ending.kind === "done") return "done";
    const delayMs = ending.kind === "wait" ? ending.ms : needs.backoffMs();
    await needs.goAlone([{ ...job, delayMs }]);
    return "done";
  }

  return async (slots: readonly DeliveryJob[], isFirst: boolean): Promise<WaveEnd> => {
    if (!isFirst) {
      const left = await Promise.all(slots.map(needs.isPending));
      await needs.goAlone(slots.filter((_, index) => left[index]).map((job) => ({ ...job, delayMs: 0 })));
      return "done";
    }
    // All of them come to an end before the wave does, also where one fails: none goes on while the queue tries again.
    const ends = await Promise.allSettled(slots.map(serve));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return ends.some((end) => end.status === "fulfilled" && end.value === "again") ? "again" : "done";
  };
}
