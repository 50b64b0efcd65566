// Dead letters: slots and alerts that ended without being sent, kept with their reason until an operator sees to them.
import type { Redis } from "ioredis";

export interface DeadLetter {
  readonly id: string;
  readonly member: number;
  readonly chat: number;
  /** Epoch seconds; of an alert when its article came in. */
  readonly slot: number;
  /** The number of the article that an alert told; absent for a digest. */
  readonly alert?: number;
  readonly why: string;
  /** ISO 8601 instant at which it was given up. */
  readonly at: string;
  /** Numbers of the stories that the reader has not got and will not get by another digest; none when absent. */
  readonly stories?: readonly number[];
}

export interface DeadLetters {
  /** Keeps a letter; the same slot, or alert, of the same reader is one letter. Some ten thousand are kept, the newest. */
  bury(letter: Omit<DeadLetter, "id">): Promise<void>;
  /** All of them, oldest slot first. */
  listDead(): Promise<DeadLetter[]>;
  /** Takes one out; undefined when there is none of that id (any more). Of two callers one gets it. */
  takeDead(id: string): Promise<DeadLetter | undefined>;
}

/** Letters that are kept; beyond them the oldest go, some at once, and are counted as "dead-dropped". */
export const mostDead = 10_000;
const droppedAtOnce = 100;

export function createDeadLetters(redis: Redis, prefix: string): DeadLetters {
  const key = `{${prefix}}:dead`;

  /** An id begins with the slot, so the letters need not be read for it. */
  async function dropOldest(): Promise<void> {
    const ids = (await redis.hkeys(key)).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    const oldest = ids.slice(0, Math.max(0, ids.length - mostDead));
    if (oldest.length === 0) return;
    // Of two who drop at once each counts what it has taken itself.
    const dropped = await redis.hdel(key, ...oldest);
    await redis.hincrby(`{${prefix}}:outcomes`, "dead-dropped", dropped);
  }

  return {
    async bury(letter) {
      const { slot, member, alert } = letter;
      const id = `${slot}_${member}${alert === undefined ? "" : `_a${alert}`}`;
      await redis.hset(key, id, JSON.stringify(letter));
      if ((await redis.hlen(key)) >= mostDead + droppedAtOnce) await dropOldest();
    },
    async listDead() {
      const letters = Object.entries(await redis.hgetall(key)).map(([id, json]) => read(id, json));
      return letters.sort((a, b) => a.slot - b.slot || a.member - b.member);
    },
    async takeDead(id) {
      const [[, json] = [], [, removed] = []] =
        (await redis.multi().hget(key, id).hdel(key, id).exec()) ?? [];
      return typeof json === "string" && removed === 1 ? read(id, json) : undefined;
    },
  };
}

function read(id: string, json: string): DeadLetter {
  return { ...(JSON.parse(json) as Omit<DeadLetter, "id">), id };
}
