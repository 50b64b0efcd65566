// Dead letters: slots that ended without being sent, kept with their reason until an operator sees to them.
import type { Redis } from "ioredis";

export interface DeadLetter {
  readonly id: string;
  readonly member: number;
  readonly chat: number;
  /** Epoch seconds. */
  readonly slot: number;
  readonly why: string;
  /** ISO 8601 instant at which it was given up. */
  readonly at: string;
}

export function createDeadLetters(redis: Redis, prefix: string) {
  const key = `{${prefix}}:dead`;
  return {
    async bury(letter: Omit<DeadLetter, "id">): Promise<void> {
      await redis.hset(key, `${letter.slot}_${letter.member}`, JSON.stringify(letter));
    },
    async listDead(): Promise<DeadLetter[]> {
      const all = Object.entries(await redis.hgetall(key));
      const letters = all.map(([id, json]) => ({ ...(JSON.parse(json) as Omit<DeadLetter, "id">), id }));
      return letters.sort((a, b) => a.slot - b.slot || a.member - b.member);
    },
    /** Takes one out; undefined when there is none of that id (any more). */
    async takeDead(id: string): Promise<DeadLetter | undefined> {
      const [[, json] = [], [, removed] = []] = (await redis.multi().hget(key, id).hdel(key, id).exec()) ?? [];
      return typeof json === "string" && removed === 1 ? { ...(JSON.parse(json) as Omit<DeadLetter, "id">), id } : undefined;
    },
  };
}
