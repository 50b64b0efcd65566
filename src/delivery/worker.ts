// Runs deliveries from the queue on BullMQ: concurrency, stalled jobs, retries, and a graceful end.
import { type Job, Queue } from "bullmq";
import type { Redis } from "ioredis";
import { createCrew } from "../runtime/crew.ts";
import type { BroadcastJob } from "./broadcast.ts";
import type { Ending } from "./deliver.ts";
import { type Attempted, startJobs } from "./jobs.ts";
import {
  type DeliveryJob,
  firstBackoffMs,
  jobOptions,
  queueName,
  queuePrefix,
  toOwnJob,
  type WaveJob,
} from "./queue.ts";
import type { SlotBook } from "./slot.ts";
import { whyFailed } from "./telegram.ts";
import { createServeWave } from "./wave.ts";

export interface WorkerNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  readonly concurrency: number;
  readonly book: Pick<SlotBook, "pending" | "alone">;
  /** Sends only what `isOurs` still says to be this worker's. */
  readonly deliver: (job: DeliveryJob, isOurs: () => boolean) => Promise<Ending>;
  readonly giveUp: (job: DeliveryJob, why: string) => Promise<void>;
  readonly broadcast: (job: BroadcastJob, isOurs: () => boolean) => Promise<Ending>;
  /** A reader whom a broadcast did not reach in all its attempts. */
  readonly giveUpBroadcast: (job: BroadcastJob) => Promise<void>;
  /** Lets those go that wait for their turn to send; called as the worker begins to close. */
  readonly stop: () => void;
  /** Tells that `stop` was called. */
  readonly stopping: AbortSignal;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
  /** How long a job is this worker's without a sign of life; stalled jobs are looked for twice as often. */
  readonly lockMs?: number;
}

/**
 * A dead worker's job is taken up again after at most lock + check: 7.5 s (BullMQ's defaults take 60 s). Its slots then go
 * before all that wait, but the sends under way come first, and those of its other jobs.
 */
const usualLockMs = 5_000;

/** Readers of waves that are prepared for each send that may be under way. */
const begunPerSend = 4;

export interface DeliveryWorker {
  /** Waits for the sends in flight, then stops. Digests that only wait for their turn go back to the queue. */
  close(): Promise<void>;
}

/** Starts to serve at once. */
export function startWorker(needs: WorkerNeeds): DeliveryWorker {
  const { deliver, giveUp, report, lockMs = usualLockMs } = needs;

  type AnyJob = DeliveryJob | WaveJob | BroadcastJob;
  const connected = { connection: needs.redis, prefix: queuePrefix(needs.prefix) };
  const queue = new Queue<AnyJob>(queueName, connected);
  queue.on("error", (error) => report("worker.error", { err: error }));

  // A worker may hold many waves; few readers more than can be sent to are in its memory at once.
  const serveWave = createServeWave({
    crew: createCrew(begunPerSend * needs.concurrency),
    deliver,
    isPending: async ({ member, slot }) => (await needs.book.pending(member))?.slot === slot,
    async goAlone(jobs) {
      if (jobs.length === 0) return;
      await queue.addBulk(
        // Of those that go before the others the last one put in is the first.
        jobs.toReversed().map(({ delayMs, attempts, ...job }) =>
          // What a dead worker left is older than whatever waits: it goes before it.
          toOwnJob(job, { ...jobOptions(attempts), delay: delayMs, lifo: delayMs === 0 }),
        ),
      );
      // From here on a lease that ends finds the job by its own id.
      await needs.book.alone(jobs);
    },
    giveUp: (job, cause) => giveUp(job, `attempts exhausted: ${whyFailed(cause)}`),
    backoffMs: () => firstBackoffMs * (0.5 + Math.random() / 2),
    ended(job, ending) {
      if (ending.kind === "retry") {
        report("digest.attempt-failed", { ...job, attempt: 1, err: ending.cause });
      }
      if (ending.kind === "done") tellEnd("digest", job, ending.outcome);
    },
    stopping: needs.stopping,
  });

  function tellEnd(name: string, data: object, outcome: string): void {
    if (outcome !== "sent") report(`${name}.ended`, { ...data, outcome });
  }

  async function giveUpOn(data: AnyJob, why: string): Promise<void> {
    // A wave's slots are pending still: the lease claims them again.
    if ("wave" in data) return;
    if ("broadcast" in data) await needs.giveUpBroadcast(data);
    else await giveUp(data, why);
  }

  async function attempt(job: Job<AnyJob>, isOurs: () => boolean): Promise<Attempted> {
    const { data } = job;
    if ("wave" in data) {
      const slots = data.wave.map(([member, slot]) => ({ member, slot }));
      const isFirst = job.attemptsStarted === 1;
      const wave = { slots, isFirst, attempts: job.opts.attempts ?? 1, isOurs };
      const isDone = (await serveWave(wave)) === "done";
      return isDone ? { kind: "done", outcome: "done" } : { kind: "wait", ms: 0 };
    }
    const ending = "broadcast" in data ? await needs.broadcast(data, isOurs) : await deliver(data, isOurs);
    if (ending.kind === "done") tellEnd(job.name, data, ending.outcome);
    return ending;
  }

  const jobs = startJobs<AnyJob>({
    queueName,
    options: { ...connected, concurrency: needs.concurrency },
    lockMs,
    attempt,
    giveUp: giveUpOn,
    report,
    failed({ id, data, name, attemptsMade, opts }, error) {
      if ("wave" in data) {
        report("wave.failed", { id, slots: data.wave.length, attempt: attemptsMade, err: error });
        return;
      }
      const isLast = attemptsMade >= (opts.attempts ?? 1);
      const fields = { ...data, attempt: attemptsMade, err: error.cause ?? error };
      report(isLast ? `${name}.attempts-exhausted` : `${name}.attempt-failed`, fields);
    },
  });
  return {
    async close() {
      needs.stop();
      await jobs.close();
      await queue.close();
    },
  };
}
