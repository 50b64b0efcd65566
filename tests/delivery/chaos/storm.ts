// The weather of a drill: faults of the Bot API in the shares that the bar names, decided by a seed.
import type { FaultKind } from "../../../src/playground/faults.ts";
import type { Playground } from "../../../src/playground/playground.ts";

export interface Bursts {
  /** The share of calls at which one begins. */
  readonly of: number;
  /** Seconds that one takes, from and to. */
  readonly retryAfter: readonly [number, number];
}

const gateway = { type: "error", code: 502, description: "Bad Gateway" } as const;

/** 3 % of connections break before and 2 % after the message is accepted, 2 % of answers are 5xx (half of them after), 1 % are cut. */
const faults: readonly (readonly [share: number, kind: FaultKind])[] = [
  [0.03, { type: "reset", when: "before" }],
  [0.02, { type: "reset", when: "after" }],
  [0.01, gateway],
  [0.01, { ...gateway, when: "after" }],
  [0.01, { type: "cut" }],
];

/** What Telegram has answered by the end of such a day: 400 where a group has moved, 403 where the bot is blocked. */
export const answersOfBadDay = [
  "400",
  "403",
  "429",
  "502",
  "502 after",
  "reset before",
  "reset after",
  "cut",
];

/** Calls that are refused one after the other where a burst is planned: two chats within a second stop everybody. */
const refusals = 3;

/** Kinds of faults that one chat alone can meet. */
export const faultKinds = faults.length;

/** `chats` meet a fault of their own each, and a burst is certain then: for a drill so small that chance might spare everybody. */
export function raiseStorm(
  playground: Playground,
  seed: number,
  { of, retryAfter }: Bursts,
  chats: readonly number[] = [],
): void {
  const tooMany = {
    type: "error",
    code: 429,
    description: "Too Many Requests: retry later",
    retryAfter,
  } as const;
  for (const [index, chat] of chats.entries()) {
    const [, kind] = faults[index % faults.length] ?? [0, gateway];
    playground.fail({ method: "sendMessage", chat, times: 1, kind });
  }
  if (chats.length > 0) playground.fail({ method: "sendMessage", skip: 10, times: refusals, kind: tooMany });
  playground.fail({ method: "sendMessage", kind: tooMany, chance: { of, seed: seed * 10, isBurst: true } });
  for (const [index, [share, kind]] of faults.entries()) {
    playground.fail({ method: "sendMessage", kind, chance: { of: share, seed: seed * 10 + index + 1 } });
  }
}
