// The queue of alerts between the clock and the workers, on BullMQ.
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Alert, AlertJob } from "./alerts.ts";
import { alertJobId } from "./jobId.ts";
import { startJobs } from "./jobs.ts";
import { queuePrefix } from "./queue.ts";

export const queueName = "alerts";

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
            jobId: alertJobId(data),
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
  readonly alert: Alert;
  /** Lets those go that wait for their turn to send. */
  readonly stop: () => void;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
  /** How long an alert is this worker's without a sign of life (ms). */
  readonly lockMs?: number;
}

/** Alerts in flight of one worker: few, for digests have their own. */
const concurrency = 4;

/** A dead worker's alert is taken up again after at most lock + check: 12 s. */
const usualLockMs = 8_000;

export function startAlertWorker(needs: AlertWorkerNeeds): { close(): Promise<void> } {
  const { alert, report, lockMs = usualLockMs } = needs;

  const jobs = startJobs<AlertJob>({
    queueName,
    options: { connection: needs.redis, prefix: queuePrefix(needs.prefix), concurrency },
    lockMs,
    async attempt({ data }, isOurs) {
      const ending = await alert.send(data, isOurs);
      if (ending.kind === "done" && ending.outcome !== "not-for-them")
        report("alert.ended", { ...data, outcome: ending.outcome });
      return ending;
    },
    giveUp: alert.giveUp,
    report,
    failed({ data, attemptsMade }) {
      if (attemptsMade >= attempts) report("alert.attempts-exhausted", { ...data });
    },
  });
  return {
    close() {
      needs.stop();
      return jobs.close();
    },
  };
}
