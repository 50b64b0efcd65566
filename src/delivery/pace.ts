// Keeps all processes together under the platform's rate: one clock in Redis hands out the next free instant.
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { share } from "../runtime/gather.ts";

/** A reply to a reader's own command, or a digest, which takes what replies leave. */
export type Lane = "reply" | "digest";

export interface Pace {
  /** Resolves when one message may be sent; rejects with the signal's reason when that ends the wait. */
  take(lane: Lane, signal?: AbortSignal): Promise<void>;
  /** Tells of a 429. Two chats within a second stop everyone for the longer of their delays; one alone is that chat's matter. */
  throttled(chat: number, seconds: number): Promise<void>;
}

/** Replies that go first, a second (DESIGN section 6, ORDER). Beyond them replies wait as digests do. */
const firstReplies = 5;

/**
 * As many messages as the rate allows take a second and this much more: timers and the network deliver some of them
 * late, and those behind a late one must not arrive in the same second as it and those before it. A worker's first
 * send takes some 60 ms longer than the others; with a margin of 40 ms 31 of 30 arrived within a second (measured).
 */
const marginMicros = 100_000;

/**
 * A digest books the next free instant this long before it comes: asking takes a while, and who asked only when the
 * instant had come used half of a fast rate (286 of 600 a second, measured). A reply waits no more than this longer.
 */
const aheadMicros = 20_000;

// KEYS: next free instant, next free instant of first replies, stop. ARGV: spacing (µs), lane, spacing of first replies (µs),
// how far a digest books ahead (µs). Returns "<wait in ms> <1 when the instant is taken>".
const takeScript = `
local stop = redis.call("PTTL", KEYS[3])
if stop > 0 then return stop .. " 0" end
local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local free = tonumber(redis.call("GET", KEYS[1]) or "0")
local spacing, ahead = tonumber(ARGV[1]), tonumber(ARGV[4])
local goes_first = false
if ARGV[2] == "reply" then
  local reply_free = math.max(tonumber(redis.call("GET", KEYS[2]) or "0"), now)
  if reply_free - now < 1000000 then
    goes_first = true
    redis.call("SET", KEYS[2], string.format("%.0f", reply_free + tonumber(ARGV[3])), "PX", 5000)
  end
end
if free <= now + ahead or goes_first then
  local at = math.max(free, now)
  redis.call("SET", KEYS[1], string.format("%.0f", at + spacing), "PX", 60000)
  return string.format("%d 1", math.ceil((at - now) / 1000))
end
return string.format("%d 0", math.ceil((free - now - ahead) / 1000))
`;

// KEYS: last throttled chat, stop. ARGV: chat, milliseconds. The last one is kept with its delay, "chat|ms".
const throttledScript = `
local ms = tonumber(ARGV[2])
local last = redis.call("GET", KEYS[1])
redis.call("SET", KEYS[1], ARGV[1] .. "|" .. ARGV[2], "PX", 1000)
if not last then return 0 end
local chat, other_ms = string.match(last, "^(.*)|(.*)$")
if chat == ARGV[1] then return 0 end
local stop = math.max(ms, tonumber(other_ms), redis.call("PTTL", KEYS[2]))
redis.call("SET", KEYS[2], "1", "PX", string.format("%d", stop))
return 1
`;

/** `rate` is in messages a second over all processes; 0 means no limit of ours. */
export function createPace(redis: Redis, prefix: string, rate: number): Pace {
  const key = (name: string): string => `{${prefix}}:pace:${name}`;
  const spacing = (perSecond: number): number => Math.ceil((1_000_000 + marginMicros) / perSecond);
  const stopLeft = share(() => redis.pttl(key("stop")));
  // One digest of this process asks at a time: the others wait for it, not for Redis.
  let digests: Promise<unknown> = Promise.resolve();

  /** Books an instant; gives the milliseconds until it comes. */
  async function book(lane: Lane, signal?: AbortSignal): Promise<number> {
    for (;;) {
      signal?.throwIfAborted();
      const answer = await redis.eval(
        takeScript,
        3,
        key("free"),
        key("replies"),
        key("stop"),
        spacing(rate),
        lane,
        spacing(Math.min(firstReplies, rate)),
        aheadMicros,
      );
      const [waitMs = 0, taken = 0] = String(answer).split(" ").map(Number);
      if (taken === 1) return waitMs;
      await pause(waitMs, signal);
    }
  }

  /** Without a limit of ours the platform's own stop holds all the same. */
  async function untilGoing(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const stopMs = await stopLeft();
      if (stopMs <= 0) return;
      await pause(stopMs, signal);
    }
  }

  return {
    async take(lane, signal) {
      if (rate === 0) return untilGoing(signal);
      let booked: Promise<number>;
      if (lane === "reply") booked = book(lane, signal);
      else {
        booked = digests.then(() => book(lane, signal));
        digests = booked.catch(() => undefined);
      }
      await pause(await booked, signal);
    },
    async throttled(chat, seconds) {
      await redis.eval(throttledScript, 2, key("throttled"), key("stop"), chat, Math.ceil(seconds * 1000));
    },
  };
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, signal && { signal });
}
