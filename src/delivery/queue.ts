// The queue between the clock and the workers, on BullMQ: waves of readers' slots, and slots with a job of their own.
import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { BroadcastJob } from "./broadcast.ts";
import { broadcastJobId, digestJobId } from "./jobId.ts";

/** A claimed slot on its way to a worker: the reader's opaque number and the slot in epoch seconds. */
export interface DeliveryJob {
  readonly member: number;
  readonly slot: number;
}

/** Slots that were claimed together and share what a job costs the queue (some 500 µs of processor time). */
export interface WaveJob {
  readonly wave: readonly (readonly [member: number, slot: number])[];
}

/**
 * A claimed slot and the wave that carries it; "" or none where a job of its own does. `isAgain` for a wave of an earlier
 * claim: a job of it that is in the queue may hold others of its readers alone.
 */
export type Carried = DeliveryJob & { readonly carrier?: string; readonly isAgain?: true };

export interface DeliveryQueue {
  /**
   * Puts the slots in, each by its carrier. A job that is already there is left as it is: so a slot is never under way
   * twice, however often it is claimed.
   */
  add(slots: readonly Carried[]): Promise<void>;
  /** Turns of a broadcast: served only while no digest waits. One that is already there is left as it is. */
  addBroadcast(jobs: readonly BroadcastJob[]): Promise<void>;
  /** Jobs that wait for a worker, delayed ones not among them. */
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
export const firstBackoffMs = 500;

export function createQueue(redis: Redis, { prefix, attempts }: QueueOptions): DeliveryQueue {
  const queue = new Queue<DeliveryJob | WaveJob | BroadcastJob>(queueName, {
    connection: redis,
    prefix: queuePrefix(prefix),
  });
  // The client's own watch tells of outages; without a listener BullMQ prints each failed attempt to connect.
  queue.on("error", () => undefined);
  const common = jobOptions(attempts);
  return {
    async add(slots) {
      const waves = new Map<string, DeliveryJob[]>();
      const own: DeliveryJob[] = [];
      for (const { member, slot, carrier = "" } of slots) {
        const wave = waves.get(carrier);
        if (carrier === "") own.push({ member, slot });
        else if (wave === undefined) waves.set(carrier, [{ member, slot }]);
        else wave.push({ member, slot });
      }
      const jobs = [...waves].map(([carrier, wave]) => ({
        name: "wave",
        data: { wave: wave.map(({ member, slot }) => [member, slot] as const) },
        opts: { ...common, jobId: carrier },
      }));
      await queue.addBulk([...jobs, ...own.map((job) => toOwnJob(job, common))]);
    },
    async addBroadcast(jobs) {
      if (jobs.length === 0) return;
      await queue.addBulk(
        jobs.map((job) => ({
          name: "broadcast",
          data: job,
          // Any priority comes after none.
          opts: { ...common, jobId: broadcastJobId(job), priority: 10 },
        })),
      );
    },
    waiting: () => queue.getWaitingCount(),
    unfinished: () => queue.getJobCountByTypes("waiting", "active", "delayed", "prioritized"),
    close: () => queue.close(),
  };
}

export type JobOptions = ReturnType<typeof jobOptions>;

export function jobOptions(attempts: number) {
  return {
    attempts,
    backoff: { type: "exponential", delay: firstBackoffMs, jitter: 0.5 },
    // A kept job blocks its id, and the same slot could never be claimed again.
    removeOnComplete: true,
    removeOnFail: true,
  };
}

/** A slot with a job of its own. */
export function toOwnJob(
  { member, slot }: DeliveryJob,
  options: JobOptions & { readonly delay?: number; readonly lifo?: boolean },
) {
  return {
    name: "digest",
    data: { member, slot },
    opts: { ...options, jobId: digestJobId({ member, slot }) },
  };
}

/** How much waits for a worker or is being served, without a connection of its own. */
export async function queueDepth(
  redis: Pick<Redis, "hlen" | "zcard">,
  prefix: string,
): Promise<{ readonly digests: number; readonly broadcast: number }> {
  // Every claimed slot is pending until its end: a wave in the queue is one job, but many readers.
  const [digests, broadcast] = await Promise.all([
    redis.hlen(`{${prefix}}:pend`),
    redis.zcard(`${queuePrefix(prefix)}:${queueName}:prioritized`),
  ]);
  return { digests, broadcast };
}
