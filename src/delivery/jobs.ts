// Takes jobs from a queue of BullMQ: each is served with word of whether it is still this worker's, and the end waits for all.
import { type Job, Worker, type WorkerOptions } from "bullmq";
import { createClosing } from "./closing.ts";
import { createHeld } from "./held.ts";

/** A job whose workers died is never dropped for it; BullMQ's default of 1 would lose it at the second death. */
const maxStalledCount = 1_000_000;

export interface JobsNeeds<Data> {
  readonly queueName: string;
  readonly options: Pick<WorkerOptions, "connection" | "prefix" | "concurrency">;
  /** How long a job is this worker's without a sign of life (ms); stalled jobs are looked for twice as often. */
  readonly lockMs: number;
  /** Sends nothing once `isOurs` says that another worker may have the job. */
  readonly serve: (job: Job<Data>, isOurs: () => boolean, token?: string) => Promise<string>;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
  /** An attempt has failed. */
  readonly failed: (job: Job<Data>, error: Error) => void;
}

/** Starts at once. `close` takes no more jobs, and resolves when all have ended. */
export function startJobs<Data>(needs: JobsNeeds<Data>): { close(): Promise<void> } {
  const { lockMs, report } = needs;
  const held = createHeld(lockMs);
  const closing = createClosing();

  function take(job: Job<Data>, token?: string): Promise<string> {
    const hold = held.begin(job.id ?? "");
    const served = needs.serve(job, hold.isOurs, token);
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
