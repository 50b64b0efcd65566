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

export function raiseStorm(playground: Playground, seed: number, { of, retryAfter }: Bursts): void {
  const tooMany = {
    type: "error",
    code: 429,
    description: "Too Many Requests: retry later",
    retryAfter,
  } as const;
  playground.fail({ method: "sendMessage", kind: tooMany, chance: { of, seed: seed * 10, isBurst: true } });
  for (const [index, [share, kind]] of faults.entries()) {
    playground.fail({ method: "sendMessage", kind, chance: { of: share, seed: seed * 10 + index + 1 } });
  }
}
