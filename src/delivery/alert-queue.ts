// The queue of alerts between the clock and the workers, on BullMQ.
import { Queue, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { AlertEnd, AlertJob } from "./alerts.ts";
import { queuePrefix } from "./queue.ts";

const queueName = "alerts";

const attempts = 3;
const backoffMs = 2_000;

export interface AlertQueue {
  add(jobs: readonly AlertJob[]): Promise<void>;
  unfinished(): Promise<number>;
  close(): Promise<void>;
}

export function createAlertQueue(redis: Redis, prefix: string): AlertQueue {
  const queue = new Queue<AlertJob>(queueName, { connection: redis, prefix: queuePrefix(prefix) });
  // Its client tells of outages.
  queue.on("error", () => undefined);
  return {
    async add(jobs) {
      await queue.addBulk(
        jobs.map((data) => ({
          name: "alert",
          data,
          opts: {
            jobId: `${data.article}_${data.member}`,
            attempts,
            backoff: { type: "exponential", delay: backoffMs },
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    },
    unfinished: () => queue.getJobCountByTypes("waiting", "active", "delayed", "prioritized"),
    close: () => queue.close(),
  };
}

export interface AlertWorkerNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  readonly alert: (job: AlertJob) => Promise<AlertEnd>;
  /** Lets those go that wait for their turn to send. */
  readonly stop: () => void;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

/** Alerts in flight of one worker: few, for digests have their own. */
const concurrency = 4;

export function startAlertWorker(needs: AlertWorkerNeeds): { close(): Promise<void> } {
  const { alert, report } = needs;
  const worker = new Worker<AlertJob, AlertEnd>(
    queueName,
    async ({ data }) => {
      const end = await alert(data);
      if (end === "retry") throw new Error("The alert was not sent and is tried again");
      if (end !== "not-for-them") report("alert.ended", { ...data, outcome: end });
      return end;
    },
    // An alert whose worker died is tried again however often: BullMQ's own limit would drop it at the second death.
    { connection: needs.redis, prefix: queuePrefix(needs.prefix), concurrency, maxStalledCount: 1_000_000 },
  );
  worker.on("error", (error) => report("worker.error", { err: error }));
  worker.on("failed", (job) => {
    if (job !== undefined && job.attemptsMade >= attempts)
      report("alert.attempts-exhausted", { ...job.data });
  });
  return {
    close() {
      needs.stop();
      return worker.close();
    },
  };
}
