// Ends a BullMQ worker, also where Redis has gone: what is under way is waited for, and what BullMQ still has to say to Redis not for ever.
import { setTimeout as sleep } from "node:timers/promises";

/** What BullMQ may take to put the ends of its jobs on record once all are served. */
const closingMs = 3_000;

export interface Closing {
  /** Counts a job as under way until it has ended. */
  watch<Result>(job: Promise<Result>): Promise<Result>;
  /** Takes no more jobs, and resolves when all have ended. */
  close(worker: { close(): Promise<void> }): Promise<void>;
}

export function createClosing(): Closing {
  const underWay = new Set<Promise<unknown>>();
  return {
    watch(job) {
      underWay.add(job);
      const gone = (): void => void underWay.delete(job);
      job.then(gone, gone);
      return job;
    },
    async close(worker) {
      const closed = worker.close();
      // A blocking connection that waits to be made anew never tells that it ended (ioredis), and BullMQ waits for that.
      const ended = Promise.allSettled(underWay).then(() => sleep(closingMs, undefined, { ref: false }));
      await Promise.race([closed, ended]);
    },
  };
}
