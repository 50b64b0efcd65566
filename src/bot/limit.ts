// Holds back who asks too often: so many commands and buttons a minute, one polite notice, then silence until it is over.
import type { Redis } from "ioredis";
import { opaqueId } from "./opaqueId.ts";

export type Asked = "command" | "button";

/** How often one person may ask within a minute. */
export type Limits = Readonly<Record<Asked, number>>;

/** Nobody reads twenty answers in a minute; settings are walked through by more taps than that. */
export const usualLimits: Limits = { command: 20, button: 60 };

/** "notice": this one is the first too many, and is answered by saying so. "silent": the ones behind it. */
export type Allowance = "go" | "notice" | "silent";

export interface Limit {
  /** `who` is a person's id, or a chat's where no person is known. */
  take(who: number, asked: Asked): Promise<Allowance>;
}

/** The minute begins with the first command in it, and ends for all processes at once: Redis counts. */
const windowMs = 60_000;

// KEYS: the count. ARGV: milliseconds. A count without an end (it never happens by itself) gets one.
const takeScript = `
local count = redis.call("INCR", KEYS[1])
if count == 1 or redis.call("PTTL", KEYS[1]) < 0 then redis.call("PEXPIRE", KEYS[1], ARGV[1]) end
return count
`;

export function createLimit(redis: Redis, prefix: string, limits: Limits = usualLimits): Limit {
  return {
    async take(who, asked) {
      const key = `{${prefix}}:limit:${asked}:${opaqueId(who)}`;
      const count = Number(await redis.eval(takeScript, 1, key, windowMs));
      const over = count - limits[asked];
      return over <= 0 ? "go" : over === 1 ? "notice" : "silent";
    },
  };
}
