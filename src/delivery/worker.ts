// Runs deliveries from the queue on BullMQ: concurrency, stalled jobs, retries, and a graceful end.
import { DelayedError, type Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { BroadcastJob } from "./broadcast.ts";
import type { Ending } from "./deliver.ts";
import { type DeliveryJob, queueName, queuePrefix } from "./queue.ts";
import { whyFailed } from "./telegram.ts";

export interface WorkerNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  readonly concurrency: number;
  readonly deliver: (job: DeliveryJob) => Promise<Ending>;
  readonly giveUp: (job: DeliveryJob, why: string) => Promise<void>;
  readonly broadcast: (job: BroadcastJob) => Promise<Ending>;
  /** A reader whom a broadcast did not reach in all its attempts. */
  readonly giveUpBroadcast: (job: BroadcastJob) => Promise<void>;
  /** Lets those go that wait for their turn to send; called as the worker begins to close. */
  readonly stop: () => void;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

/** A dead worker's job is taken up again after at most lock + check: 12 s (BullMQ's defaults take 60 s). */
const lockMs = 8_000;
const stalledCheckMs = 4_000;

/** A job whose workers died is never dropped for it; BullMQ's default of 1 would lose it at the second death. */
const maxStalledCount = 1_000_000;

export interface DeliveryWorker {
  /** Waits for the sends in flight, then stops. Digests that only wait for their turn go back to the queue. */
  close(): Promise<void>;
}

/** Starts to serve at once. */
export function startWorker(needs: WorkerNeeds): DeliveryWorker {
  const { deliver, giveUp, report } = needs;

  /**
   * The last failure is put on record while the queue still has the job: a worker that dies in between leaves it to the
   * next one. After the job, the slot of a dead worker would wait for the end of its long lease.
   */
  async function serve(job: Job<DeliveryJob | BroadcastJob>, token?: string): Promise<string> {
    try {
      return await attempt(job, token);
    } catch (error) {
      const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      if (isLast && !(error instanceof DelayedError)) await giveUpOn(job.data, error);
      throw error;
    }
  }

  async function giveUpOn(data: DeliveryJob | BroadcastJob, error: unknown): Promise<void> {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    try {
      if ("broadcast" in data) await needs.giveUpBroadcast(data);
      else await giveUp(data, `attempts exhausted: ${whyFailed(cause)}`);
    } catch (err) {
      report("give.up-failed", { ...data, err });
    }
  }

  async function attempt(job: Job<DeliveryJob | BroadcastJob>, token?: string): Promise<string> {
    const { data } = job;
    const ending = "broadcast" in data ? await needs.broadcast(data) : await deliver(data);
    if (ending.kind === "wait") {
      await job.moveToDelayed(Date.now() + ending.ms, token);
      throw new DelayedError();
    }
    if (ending.kind === "retry") {
      const cause = ending.cause instanceof Error ? ending.cause : new Error(String(ending.cause));
      throw new Error("The send failed and is tried again", { cause });
    }
    if (ending.outcome !== "sent") report(`${job.name}.ended`, { ...data, outcome: ending.outcome });
    return ending.outcome;
  }

  const worker = new Worker<DeliveryJob | BroadcastJob, string>(queueName, serve, {
    connection: needs.redis,
    prefix: queuePrefix(needs.prefix),
    concurrency: needs.concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    maxStalledCount,
  });
  worker.on("error", (error) => report("worker.error", { err: error }));
  worker.on("failed", (job, error) => {
    if (job === undefined) return;
    const { data, name } = job;
    const isLast = job.attemptsMade >= (job.opts.attempts ?? 1);
    report(isLast ? `${name}.attempts-exhausted` : `${name}.attempt-failed`, {
      ...data,
      attempt: job.attemptsMade,
      err: error.cause ?? error,
    });
  });
  return {
    close() {
      needs.stop();
      return worker.close();
    },
  };
}
