// Dead letters: slots and alerts that ended without being sent, kept with their reason until an operator sees to them.
import type { Redis } from "ioredis";
import { subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";

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
  /** Keeps a letter, of who is a reader still; the same slot, or alert, of the same reader is one letter. Some ten thousand are kept, the newest. */
  bury(letter: Omit<DeadLetter, "id">): Promise<void>;
  /** All of them, oldest slot first. */
  listDead(): Promise<DeadLetter[]>;
  /** One of them, left where it is; undefined when there is none of that id. */
  findDead(id: string): Promise<DeadLetter | undefined>;
  /** Takes out those whose reader is gone; gives how many. */
  dropDeadOf(isGone: (member: number) => Promise<boolean>): Promise<number>;
  /** Takes one out; undefined when there is none of that id (any more). Of two callers one gets it. */
  takeDead(id: string): Promise<DeadLetter | undefined>;
}

/** Letters that are kept; beyond them the oldest go, some at once, and are counted as "dead-dropped". */
export const mostDead = 10_000;
const droppedAtOnce = 100;

/** KEYS: letters, records. ARGV: reader, id, letter. Gives how many letters there are: none of who was forgotten meanwhile. */
const buryScript = `
if redis.call("HEXISTS", KEYS[2], ARGV[1]) == 1 then redis.call("HSET", KEYS[1], ARGV[2], ARGV[3]) end
return redis.call("HLEN", KEYS[1])
`;

export function createDeadLetters(redis: Redis, prefix: string): DeadLetters {
  const key = `{${prefix}}:dead`;
  const { records } = subscriberKeys(prefix);
  const run = defineScript(redis, "schedule_bury", { keys: 2, lua: buryScript });

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
      const count = await run(key, records, member, id, JSON.stringify(letter));
      if (Number(count) >= mostDead + droppedAtOnce) await dropOldest();
    },
    async listDead() {
      const letters = Object.entries(await redis.hgetall(key)).map(([id, json]) => read(id, json));
      return letters.sort((a, b) => a.slot - b.slot || a.member - b.member);
    },
    async findDead(id) {
      const json = await redis.hget(key, id);
      return json === null ? undefined : read(id, json);
    },
    async dropDeadOf(isGone) {
      let dropped = 0;
      let cursor = "0";
      do {
        const [next, pairs] = await redis.hscan(key, cursor, "COUNT", droppedAtOnce);
        cursor = next;
        for (let at = 0; at < pairs.length; at += 2) {
          const { id, member } = read(pairs[at] ?? "", pairs[at + 1] ?? "");
          if (await isGone(member)) dropped += await redis.hdel(key, id);
        }
      } while (cursor !== "0");
      return dropped;
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
