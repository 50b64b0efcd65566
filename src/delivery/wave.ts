// Serves a wave: each of its slots by itself, and who must wait or be tried again goes on in a job of its own.
import type { Crew } from "../runtime/crew.ts";
import type { Ending } from "./deliver.ts";
import type { DeliveryJob } from "./queue.ts";

export interface WaveNeeds {
  /** Whoever else is to be served waits for others to end. */
  readonly crew: Crew;
  readonly deliver: (job: DeliveryJob, isOurs: () => boolean) => Promise<Ending>;
  /** Still the slot that is to be served? */
  readonly isPending: (job: DeliveryJob) => Promise<boolean>;
  /** Gives slots jobs of their own, each after its delay; one that has such a job keeps it. */
  readonly goAlone: (jobs: readonly Alone[]) => Promise<void>;
  readonly giveUp: (job: DeliveryJob, cause: unknown) => Promise<void>;
  /** The pause before a failed send is tried again. */
  readonly backoffMs: () => number;
  readonly ended: (job: DeliveryJob, ending: Ending) => void;
  readonly stopping: AbortSignal;
}

export type Alone = DeliveryJob & { readonly delayMs: number; readonly attempts: number };

/** "again": the worker stops, and the wave goes back to the queue with what is left of it. */
export type WaveEnd = "done" | "again";

export interface Wave {
  readonly slots: readonly DeliveryJob[];
  readonly isFirst: boolean;
  /** Tries for a send that fails without a reason of its own; the first is the wave's. */
  readonly attempts: number;
  /** Whether the wave is still this worker's. */
  readonly isOurs: () => boolean;
}

/**
 * `isFirst` is false for a wave that was under way before: its worker died or stopped. Some of its slots may have jobs of
 * their own by then, so all that are left get them: a job's id keeps a slot from being under way twice.
 */
export function createServeWave(needs: WaveNeeds) {
  async function serve(job: DeliveryJob, { attempts, isOurs }: Wave): Promise<WaveEnd> {
    const ending = await attempt(job, isOurs);
    if (ending.kind === "wait" && ending.ms === 0 && needs.stopping.aborted) return "again";
    needs.ended(job, ending);
    if (ending.kind === "done") return "done";
    if (ending.kind === "wait") await needs.goAlone([{ ...job, delayMs: ending.ms, attempts }]);
    // What became another worker's is that one's to give up.
    else if (attempts === 1) await (isOurs() ? needs.giveUp(job, ending.cause) : undefined);
    else await needs.goAlone([{ ...job, delayMs: needs.backoffMs(), attempts: attempts - 1 }]);
    return "done";
  }

  async function attempt(job: DeliveryJob, isOurs: () => boolean): Promise<Ending> {
    try {
      return await needs.deliver(job, isOurs);
    } catch (cause) {
      return { kind: "retry", cause };
    }
  }

  return async (wave: Wave): Promise<WaveEnd> => {
    const { slots, isFirst, attempts } = wave;
    if (!isFirst) {
      const isLeft = await Promise.all(slots.map(needs.isPending));
      const left = slots.filter((_, index) => isLeft[index]);
      await needs.goAlone(left.map((job) => ({ ...job, delayMs: 0, attempts })));
      return "done";
    }
    // All of them come to an end before the wave does, also where one fails: none goes on while the queue tries again.
    const ends = await needs.crew(slots, (job) => serve(job, wave));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return ends.some((end) => end.status === "fulfilled" && end.value === "again") ? "again" : "done";
  };
}
