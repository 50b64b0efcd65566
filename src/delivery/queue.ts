// The queue between the clock and the workers: one job for one reader's slot, on BullMQ.
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { BroadcastJob } from "./broadcast.ts";

/** A claimed slot on its way to a worker: the reader's opaque number and the slot in epoch seconds. */
export interface DeliveryJob {
  readonly member: number;
  readonly slot: number;
}

export interface DeliveryQueue {
  /** Puts the jobs in; a job that is already there is left as it is. */
  add(jobs: readonly DeliveryJob[]): Promise<void>;
  /** Turns of a broadcast: served only while no digest waits. One that is already there is left as it is. */
  addBroadcast(jobs: readonly BroadcastJob[]): Promise<void>;
  /** Digests that wait for a worker, delayed ones not among them. */
  waiting(): Promise<number>;
  /** Jobs that wait, run, or are delayed. */
  unfinished(): Promise<number>;
  close(): Promise<void>;
}

export const queueName = "digests";

/** BullMQ's own keys, kept in the slot of all others so that one Cluster node holds them. */
export const queuePrefix = (prefix: string): string => `{${prefix}}:jobs`;

export interface QueueOptions {
  readonly prefix: string;
  /** Tries for a send that fails without a reason of its own (5xx, reset, timeout). */
  readonly attempts: number;
}

/** First pause before a failed send is tried again; it doubles, half of it by chance. */
const firstBackoffMs = 500;

export function createQueue(redis: Redis, { prefix, attempts }: QueueOptions): DeliveryQueue {
  const queue = new Queue<DeliveryJob | BroadcastJob>(queueName, {
    connection: redis,
    prefix: queuePrefix(prefix),
  });
  // The client's own watch tells of outages; without a listener BullMQ prints each failed attempt to connect.
  queue.on("error", () => undefined);
  const common = {
    attempts,
    backoff: { type: "exponential", delay: firstBackoffMs, jitter: 0.5 },
    // A kept job blocks its id, and the same slot could never be claimed again.
    removeOnComplete: true,
    removeOnFail: true,
  };
  return {
    async add(jobs) {
      await queue.addBulk(
        jobs.map((job) => ({
          name: "digest",
          data: job,
          // Not a bare number and no ":" in it: BullMQ refuses both.
          opts: { ...common, jobId: `${job.slot}_${job.member}` },
        })),
      );
    },
    async addBroadcast(jobs) {
      if (jobs.length === 0) return;
      await queue.addBulk(
        jobs.map((job) => ({
          name: "broadcast",
          data: job,
          // Any priority comes after none.
          opts: { ...common, jobId: `b${job.broadcast}_${job.member}`, priority: 10 },
        })),
      );
    },
    waiting: () => queue.getWaitingCount(),
    unfinished: () => queue.getJobCountByTypes("waiting", "active", "delayed", "prioritized"),
    close: () => queue.close(),
  };
}

/** How much waits for a worker, without a connection of its own: read from the keys that BullMQ keeps them under. */
export async function queueDepth(
  redis: Pick<Redis, "llen" | "zcard">,
  prefix: string,
): Promise<{ readonly digests: number; readonly broadcast: number }> {
  const key = (kind: string): string => `${queuePrefix(prefix)}:${queueName}:${kind}`;
  const [waiting, delayed, prioritized] = await Promise.all([
    redis.llen(key("wait")),
    redis.zcard(key("delayed")),
    redis.zcard(key("prioritized")),
  ]);
  return { digests: waiting + delayed, broadcast: prioritized };
}
