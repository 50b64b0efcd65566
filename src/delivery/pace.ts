// Keeps all processes together under the platform's rate: one clock in Redis hands out the next free instant.
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";

/** A reply to a reader's own command, or a digest, which takes what replies leave. */
export type Lane = "reply" | "digest";

export interface Pace {
  /** Resolves when one message may be sent. */
  take(lane: Lane): Promise<void>;
  /** Tells of a 429. Two chats within a second stop everyone for `seconds`; one alone is that chat's matter. */
  throttled(chat: number, seconds: number): Promise<void>;
}

/** Replies that go first, a second (DESIGN section 6, ORDER). Beyond them replies wait as digests do. */
const firstReplies = 5;

// KEYS: next free instant, next free instant of first replies, stop. ARGV: spacing (µs), lane, spacing of first replies (µs).
// Returns "<wait in ms> <1 when the instant is taken>". A digest never books ahead, so a reply always comes next.
const takeScript = `
local stop = redis.call("PTTL", KEYS[3])
if stop > 0 then return stop .. " 0" end
local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local free = tonumber(redis.call("GET", KEYS[1]) or "0")
local spacing = tonumber(ARGV[1])
local goes_first = false
if ARGV[2] == "reply" then
  local reply_free = math.max(tonumber(redis.call("GET", KEYS[2]) or "0"), now)
  if reply_free - now < 1000000 then
    goes_first = true
    redis.call("SET", KEYS[2], string.format("%.0f", reply_free + tonumber(ARGV[3])), "PX", 5000)
  end
end
if free <= now or goes_first then
  local at = math.max(free, now)
  redis.call("SET", KEYS[1], string.format("%.0f", at + spacing), "PX", 60000)
  return string.format("%d 1", math.ceil((at - now) / 1000))
end
return string.format("%d 0", math.ceil((free - now) / 1000))
`;

// KEYS: last throttled chat, stop. ARGV: chat, milliseconds.
const throttledScript = `
local last = redis.call("GET", KEYS[1])
redis.call("SET", KEYS[1], ARGV[1], "PX", 1000)
if last and last ~= ARGV[1] then redis.call("SET", KEYS[2], "1", "PX", ARGV[2]) end
return 1
`;

/** `rate` is in messages a second over all processes; 0 means no limit of ours. */
export function createPace(redis: Redis, prefix: string, rate: number): Pace {
  const key = (name: string): string => `{${prefix}}:pace:${name}`;
  // One digest of this process asks at a time: the others wait for it, not for Redis.
  let digests: Promise<void> = Promise.resolve();

  async function ask(lane: Lane): Promise<void> {
    for (;;) {
      const answer = await redis.eval(
        takeScript,
        3,
        key("free"),
        key("replies"),
        key("stop"),
        Math.ceil(1_000_000 / rate),
        lane,
        Math.ceil(1_000_000 / Math.min(firstReplies, rate)),
      );
      const [waitMs = 0, taken = 0] = String(answer).split(" ").map(Number);
      if (waitMs > 0) await sleep(waitMs);
      if (taken === 1) return;
    }
  }

  return {
    take(lane) {
      if (rate === 0) return Promise.resolve();
      if (lane === "reply") return ask(lane);
      const turn = digests.then(() => ask(lane));
      digests = turn.catch(() => undefined);
      return turn;
    },
    async throttled(chat, seconds) {
      await redis.eval(throttledScript, 2, key("throttled"), key("stop"), chat, Math.ceil(seconds * 1000));
    },
  };
}
