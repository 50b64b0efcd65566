// Takes jobs from a queue of BullMQ: each is served with word of whether it is still this worker's, and the end waits for all.
import { DelayedError, type Job, Worker, type WorkerOptions } from "bullmq";
import { createClosing } from "./closing.ts";
import { createHeld } from "./held.ts";
import { whyFailed } from "./telegram.ts";

/** A job whose workers died is never dropped for it; BullMQ's default of 1 would lose it at the second death. */
const maxStalledCount = 1_000_000;

/** What an attempt came to. */
export type Attempted =
  | { readonly kind: "done"; readonly outcome: string }
  /** Try it again after a pause that is nobody's fault and counts as no attempt. */
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "retry"; readonly cause: unknown };

export interface JobsNeeds<Data> {
  readonly queueName: string;
  readonly options: Pick<WorkerOptions, "connection" | "prefix" | "concurrency">;
  /** How long a job is this worker's without a sign of life (ms); stalled jobs are looked for twice as often. */
  readonly lockMs: number;
  /** Sends nothing once `isOurs` says that another worker may have the job. */
  readonly attempt: (job: Job<Data>, isOurs: () => boolean) => Promise<Attempted>;
  /** All attempts were in vain; the queue has the job still. */
  readonly giveUp: (data: Data, why: string) => Promise<void>;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
  /** An attempt has failed. */
  readonly failed: (job: Job<Data>, error: Error) => void;
}

/** Starts at once. `close` takes no more jobs, and resolves when all have ended. */
export function startJobs<Data extends object>(needs: JobsNeeds<Data>): { close(): Promise<void> } {
  const { lockMs, report, attempt } = needs;
  const held = createHeld(lockMs);
  const closing = createClosing();

  async function serve(job: Job<Data>, isOurs: () => boolean, token?: string): Promise<string> {
    const attempted = await attempt(job, isOurs);
    if (attempted.kind === "done") return attempted.outcome;
    if (attempted.kind === "wait") {
      await job.moveToDelayed(Date.now() + attempted.ms, token);
      throw new DelayedError();
    }
    const { cause } = attempted;
    throw new Error("It was not sent and is tried again", {
      cause: cause instanceof Error ? cause : new Error(String(cause)),
    });
  }

  /**
   * The last failure is put on record while the queue still has the job: a worker that dies in between leaves it to the
   * next one. After the job, the slot of a dead worker would wait for the end of its long lease.
   */
  async function serveOrGiveUp(job: Job<Data>, isOurs: () => boolean, token?: string): Promise<string> {
    try {
      return await serve(job, isOurs, token);
    } catch (error) {
      const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      // What became another worker's is that one's to give up.
      if (isLast && isOurs() && !(error instanceof DelayedError)) {
        const cause = error instanceof Error ? (error.cause ?? error) : error;
        const why = `attempts exhausted: ${whyFailed(cause)}`;
        await needs.giveUp(job.data, why).catch((err) => report("give.up-failed", { ...job.data, err }));
      }
      throw error;
    }
  }

  function take(job: Job<Data>, token?: string): Promise<string> {
    const hold = held.begin(job.id ?? "");
    const served = serveOrGiveUp(job, hold.isOurs, token);
    served.then(hold.end, hold.end);
    return closing.watch(served);
  }

  const worker = new Worker<Data, string>(needs.queueName, take, {
    ...needs.options,
    lockDuration: lockMs,
    stalledInterval: lockMs / 2,
    maxStalledCount,
  });
  worker.on("locksRenewed", ({ jobIds }) => held.renew(jobIds));
  worker.on("error", (error) => report("worker.error", { err: error }));
  worker.on("failed", (job, error) => {
    if (job !== undefined) needs.failed(job, error);
  });
  return { close: () => closing.close(worker) };
}
