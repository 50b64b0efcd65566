// Keeps all processes together under the platform's limits: a record in Redis of the last messages says when the next may go.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import { firstReplies, type Lane, noRank, rankOf } from "./lanes.ts";
import { createLate, micros } from "./paceLate.ts";
import { paceScripts } from "./paceScripts.ts";
import { createWaitingRoom, type Waiter } from "./waitingRoom.ts";

export type { Lane } from "./lanes.ts";

export interface Pace {
  /**
   * Resolves when one message may be sent; rejects with the signal's reason when that ends the wait. With a chat the
   * platform's limits of one chat are kept too: a message a second, and in groups and channels 20 a minute.
   */
  take(lane: Lane, signal?: AbortSignal, chat?: number): Promise<void>;
  /** As `take`, but gives no turn where the chat must wait for its own limits: resolves with how long (ms) then, else with 0. */
  takeIfFree(lane: Lane, signal: AbortSignal, chat: number): Promise<number>;
  /**
   * Tells that Telegram has answered the last message to a chat: a message that was slow counts from when it arrived. One
   * that is no reply counts as late until then, for a process that is killed tells nothing more.
   */
  answered(chat: number): void;
  /**
   * Tells of a 429. The chat gets nothing but replies until its delay has ended, whatever waits for it; two chats within a
   * second stop everyone for the longer of their delays.
   */
  throttled(chat: number, seconds: number): Promise<void>;
}

export interface PaceOptions {
  /** So many messages take a second and this share of one more: timers and the network shift arrivals. */
  readonly marginPercent?: number;
  /** A name of its own for a second rate on one Redis; chats and stops are common to both. */
  readonly name?: string;
}

/**
 * Instants are booked this long before they come: asking takes a while, and who asked only when the instant had come used
 * half of a fast rate (286 of 600 a second, measured). A reply waits no more than this longer.
 */
const aheadMs = 20;

/** Who may not go yet asks again no sooner: several instants are then booked by one question. */
const leastPauseMs = 4;

/**
 * From so many a second on, messages go together at steps of a few ms: with each by itself a second of 1,000 cost three
 * times what it costs without a limit (1.2 ms of a processor for a message against 0.4, measured). A step is a small part
 * of the margin, for who goes late counts late.
 */
const togetherFrom = 200;
const mostStepMs = 5;

/** Two messages of the rate are never closer than this share of their mean distance: the rest catches up what stood still. */
const leastGap = 0.9;

/** A chat's next message waits a second and this much: no other thing depends on it, so it may be plenty. */
const chatMarginMs = 100;

/** In µs, as Lua reckons. */
const chatWindow = micros(1000 + chatMarginMs);

/** Messages to a group or channel within a minute. */
const mostInMinute = 20;

/** A stop of all is looked for this often where there is no limit of ours. */
const stopLookMs = 50;

/**
 * `rate` is in messages a second over all processes; 0 means no limit of ours, of one chat neither: what got a 429 is then
 * the only message that waits for the end of its delay.
 */
export function createPace(
  redis: Redis,
  prefix: string,
  rate: number,
  { marginPercent = 2, name = "pace" }: PaceOptions = {},
): Pace {
  const key = (part: string): string => `{${prefix}}:pace:${part}`;
  const own = (part: string): string => `{${prefix}}:${name}:${part}`;
  const keys = [own("ring"), own("replies"), key("stop"), own("waiting")];
  const book = defineScript(redis, "pace_book", paceScripts.book);
  const stopAll = defineScript(redis, "pace_throttled", paceScripts.throttled);
  const marginMs = 10 * marginPercent;
  const fixed = [
    Math.max(1, rate),
    micros(1000 + marginMs),
    micros((1000 * leastGap) / Math.max(1, rate)),
    micros(aheadMs),
    micros((1000 + marginMs) / Math.min(firstReplies, Math.max(1, rate))),
    randomUUID(),
    key("chat:"),
    chatWindow,
    mostInMinute,
  ];
  // Half of the margin is for lateness.
  const late = createLate(marginMs / 2, () => void ask([], noRank).catch(() => undefined));

  async function ask(waiters: readonly Waiter[], bestRankOfOthers: number): Promise<void> {
    const corrected = late.corrections();
    const askedMs = performance.now();
    const asked = waiters.flatMap(({ lane, chat }) => [lane, rankOf(lane), chat ?? ""]);
    const [now, ...answers] = (await book(
      ...keys,
      ...fixed,
      bestRankOfOthers,
      late.untilAnswered(),
      corrected.length / 2,
      ...corrected,
      ...asked,
    )) as string[];
    late.sample(askedMs, Number(now), performance.now());
    for (const answer of answers) {
      const [index, kind, value = "0", number = "0"] = answer.split(" ");
      const waiter = waiters[Number(index)];
      if (waiter === undefined) continue;
      if (kind === "at") {
        const at = Number(value);
        if (waiter.chat !== undefined) late.booked(waiter.chat, { number: Number(number), at });
        waiter.goAt(late.toOwn(at));
      } else if (kind === "chat") waiter.holdUntil(performance.now() + Number(value) / 1000);
      else room.restUntil(performance.now() + Math.max(leastPauseMs, Math.ceil(Number(value) / 1000)));
    }
  }
  const mostAtOnce = Math.max(1, Math.ceil((rate * aheadMs) / 1000)) + 1;
  const stepMs = Math.max(1, Math.min(mostStepMs, marginMs / 4));
  const room = createWaitingRoom({ ask, mostAtOnce, stepMs: rate >= togetherFrom ? stepMs : 1 });

  let looked: { readonly atMs: number; readonly stopMs: Promise<number> } | undefined;
  /** Without a limit of ours the platform's own stop holds all the same. */
  async function untilGoing(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const atMs = performance.now();
      if (looked === undefined || atMs - looked.atMs >= stopLookMs) {
        looked = { atMs, stopMs: redis.pttl(key("stop")) };
      }
      const stopMs = await looked.stopMs;
      if (stopMs <= 0) return;
      looked = undefined;
      await pause(stopMs, signal);
    }
  }

  return {
    async take(lane, signal, chat) {
      if (rate === 0) return untilGoing(signal);
      await room.wait(lane, signal, chat);
      if (chat !== undefined) late.goes(chat);
    },
    async takeIfFree(lane, signal, chat) {
      if (rate === 0) {
        await untilGoing(signal);
        return 0;
      }
      const heldMs = await room.wait(lane, signal, chat, true);
      if (heldMs === 0) late.goes(chat);
      return heldMs;
    },
    answered: late.answered,
    async throttled(chat, seconds) {
      looked = undefined;
      const delayMs = Math.ceil(seconds * 1000);
      await stopAll(key("throttled"), key("stop"), key(`chat:${chat}`), chat, delayMs, chatWindow);
    },
  };
}

/** A turn that has passed for so long (ms) while something was looked up, as when Redis was away, is given up for another. */
const turnLastsMs = 100;

/** Where Redis is always as slow as that, the last turn is taken as it is. */
const mostTurns = 3;

interface ChatTurn {
  readonly lane: Lane;
  readonly signal: AbortSignal;
  readonly chat: number;
}

/** Takes turns until one is still there once `look` has answered; gives that answer. Rejects as `take` and `look` do. */
export function takeAndLook<Answer>(
  pace: Pick<Pace, "take">,
  { lane, signal, chat }: ChatTurn,
  look: () => Promise<Answer>,
): Promise<Answer> {
  return lookInTurn<Answer>(async () => {
    await pace.take(lane, signal, chat);
    return undefined;
  }, look);
}

/** As `takeAndLook`, but gives how long (ms) the chat must wait for its own limits where it must. */
export function takeAndLookIfFree<Answer extends string>(
  pace: Pick<Pace, "takeIfFree">,
  { lane, signal, chat }: ChatTurn,
  look: () => Promise<Answer>,
): Promise<Answer | number> {
  return lookInTurn<Answer, number>(
    async () => (await pace.takeIfFree(lane, signal, chat)) || undefined,
    look,
  );
}

/** What `take` gives in place of a turn is the end of it. */
async function lookInTurn<Answer, Held = never>(
  take: () => Promise<Held | undefined>,
  look: () => Promise<Answer>,
): Promise<Answer | Held> {
  for (let turn = 1; ; turn += 1) {
    const held = await take();
    if (held !== undefined) return held;
    const takenMs = performance.now();
    const answer = await look();
    if (turn === mostTurns || performance.now() - takenMs < turnLastsMs) return answer;
  }
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, signal && { signal });
}
