// The newest warnings and errors of all processes: kept in memory for a few seconds, then in a short list in Redis.
import type { Redis } from "ioredis";
import { type Failure, toFailure } from "./failure.ts";

/** What one process has not brought to Redis yet; the newest, should Redis be away for long. */
export interface FailureList {
  add(level: Failure["level"], event: string, fields: object): void;
  /** Takes them away, oldest first. */
  drain(): readonly Failure[];
  /** Gives back what could not be put anywhere. */
  restore(failures: readonly Failure[]): void;
}

export interface FailureStore {
  /** Brings what the list holds, as logged `by` these processes; keeps it there when Redis does not take it. */
  flush(list: Pick<FailureList, "drain" | "restore">, by: string): Promise<void>;
  /** The newest first. */
  newest(): Promise<readonly Failure[]>;
}

export const mostFailures = 200;

export function createFailureList(now: () => Date = () => new Date()): FailureList {
  let kept: readonly Failure[] = [];
  return {
    add(level, event, fields) {
      kept = [...kept, toFailure(level, event, fields, now())].slice(-mostFailures);
    },
    drain() {
      const drained = kept;
      kept = [];
      return drained;
    },
    restore(failures) {
      kept = [...failures, ...kept].slice(-mostFailures);
    },
  };
}

export function createFailureStore(
  redis: Pick<Redis, "lpush" | "ltrim" | "lrange">,
  prefix: string,
): FailureStore {
  const key = `{${prefix}}:failures`;
  return {
    async flush(list, by) {
      const drained = list.drain();
      if (drained.length === 0) return;
      try {
        const lines = drained.map((failure) => JSON.stringify({ ...failure, by }));
        await redis.lpush(key, ...lines);
        await redis.ltrim(key, 0, mostFailures - 1);
      } catch (error) {
        list.restore(drained);
        throw error;
      }
    },
    async newest() {
      const found = (await redis.lrange(key, 0, mostFailures - 1)).map((json) => JSON.parse(json) as Failure);
      // Each process brings its own every few seconds.
      return found.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    },
  };
}
