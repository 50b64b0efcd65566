// How the queues stand, read without BullMQ and without a connection of its own: how many jobs, and how long the oldest waits.
import type { Redis } from "ioredis";
import { queueName as alerts } from "./alert-queue.ts";
import { queueName as digests, queuePrefix } from "./queue.ts";

export const queueStates = ["wait", "active", "delayed", "prioritized"] as const;
export type QueueState = (typeof queueStates)[number];

export interface QueueStanding {
  readonly queue: string;
  /** Jobs; one of digests may be a wave of many readers. */
  readonly jobs: Readonly<Record<QueueState, number>>;
  /** How long the job waits already that is served next; 0 when none waits. */
  readonly oldestSeconds: number;
}

/** BullMQ keeps what waits and runs in lists, the rest in sorted sets; what is served next is last in its list. */
async function standingOf(
  redis: Redis,
  prefix: string,
  queue: string,
  nowMs: number,
): Promise<QueueStanding> {
  const key = (name: string): string => `${queuePrefix(prefix)}:${queue}:${name}`;
  const [wait, active, delayed, prioritized, next] = await Promise.all([
    redis.llen(key("wait")),
    redis.llen(key("active")),
    redis.zcard(key("delayed")),
    redis.zcard(key("prioritized")),
    redis.lindex(key("wait"), -1),
  ]);
  const since = next === null ? null : await redis.hget(key(next), "timestamp");
  return {
    queue,
    jobs: { wait, active, delayed, prioritized },
    oldestSeconds: since === null ? 0 : Math.max(0, (nowMs - Number(since)) / 1000),
  };
}

/** `nowMs` by the clock of this process: jobs are dated by that of the process that put them in. */
export function queueStandings(redis: Redis, prefix: string, nowMs: number): Promise<QueueStanding[]> {
  return Promise.all([digests, alerts].map((queue) => standingOf(redis, prefix, queue, nowMs)));
}
