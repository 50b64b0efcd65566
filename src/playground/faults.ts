// Faults on demand: what Telegram and the network do on a bad day, for tests.
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "./apiError.ts";
import { draw } from "./chance.ts";

export type FaultKind =
  | {
      readonly type: "error";
      readonly code: number;
      readonly description: string;
      /** Seconds, or a span out of which each stroke with a chance draws its own. */
      readonly retryAfter?: number | readonly [from: number, to: number];
      /** "after": it had its effect all the same. Before it when absent. */
      readonly when?: "before" | "after";
    }
  /** The connection breaks before the call has any effect, or after it had it. */
  | { readonly type: "reset"; readonly when: "before" | "after" }
  /** The call has its effect, and its answer breaks off in the middle. */
  | { readonly type: "cut" }
  /** The answer comes late. */
  | { readonly type: "delay"; readonly ms: number };

export interface Fault {
  /** A later fault of this name takes its place; by it it is taken back. */
  readonly name?: string;
  /** Only for this method, or these (any case), or for all. */
  readonly method?: string | readonly string[];
  /** Only for this chat, or for all. */
  readonly chat?: number;
  /** So many calls go well before it begins; none when absent. */
  readonly skip?: number;
  /** How often it happens before it is over; without end when absent. */
  readonly times?: number;
  /** Happens to some calls only; to all when absent. */
  readonly chance?: Chance;
  readonly kind: FaultKind;
}

export interface Chance {
  /** The share of calls that it happens to, 0 to 1. */
  readonly of: number;
  /** Decides with the chat and the count of its calls: the same seed is the same bad day. */
  readonly seed: number;
  /** Once it happens, it happens to every call until its `retryAfter` is over; each is told the seconds that are left. */
  readonly isBurst?: boolean;
}

/** The connection is to be broken without an answer, or with the first half of one. */
export class Reset extends Error {
  override name = "Reset";
  readonly half: string | undefined;

  constructor(half?: string) {
    super("the connection breaks here");
    this.half = half;
  }
}

interface Planned {
  readonly fault: Fault;
  skip: number;
  left: number;
  /** When the burst that is on is over, in milliseconds since 1970. */
  untilMs: number;
}

export class Faults {
  #planned: Planned[] = [];
  /** How many calls each chat has made, for chances. */
  readonly #calls = new Map<number, number>();
  readonly #now: () => number;

  /** `now` in milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  add(fault: Fault): void {
    const { name, skip = 0, times = Number.POSITIVE_INFINITY } = fault;
    if (name !== undefined) this.remove(name);
    this.#planned.push({ fault, skip, left: times, untilMs: 0 });
  }

  clear(): void {
    this.#planned = [];
    this.#calls.clear();
  }

  /** Takes a fault back by its name. */
  remove(name: string): void {
    this.#planned = this.#planned.filter(({ fault }) => fault.name !== name);
  }

  /** Those that may still strike. */
  list(): readonly Fault[] {
    return this.#planned.filter(({ left }) => left > 0).map(({ fault }) => fault);
  }

  /** The first fault that strikes this call, and is spent by it. */
  strike(method: string, chat = 0): FaultKind | undefined {
    const count = (this.#calls.get(chat) ?? 0) + 1;
    if (this.#planned.some(({ fault }) => fault.chance !== undefined)) this.#calls.set(chat, count);
    for (const planned of this.#planned) {
      const { fault, left } = planned;
      if (left <= 0) continue;
      if (!isOf(fault, method)) continue;
      if (fault.chat !== undefined && fault.chat !== chat) continue;
      const kind =
        fault.chance === undefined ? fault.kind : this.#byChance(planned, fault.chance, chat, count);
      if (kind === undefined) continue;
      if (planned.skip > 0) {
        planned.skip -= 1;
        return undefined;
      }
      planned.left -= 1;
      return kind;
    }
    return undefined;
  }

  /** What happens to this call, if anything does. */
  #byChance(planned: Planned, chance: Chance, chat: number, count: number): FaultKind | undefined {
    const { kind } = planned.fault;
    const leftMs = planned.untilMs - this.#now();
    if (leftMs > 0) return { ...kind, retryAfter: Math.ceil(leftMs / 1000) } as FaultKind;
    if (draw(chance.seed, chat, count) >= chance.of) return undefined;
    if (kind.type !== "error" || kind.retryAfter === undefined) return kind;
    const [from, to] =
      typeof kind.retryAfter === "number" ? [kind.retryAfter, kind.retryAfter] : kind.retryAfter;
    const retryAfter = from + Math.floor(draw(chance.seed, chat, count, 1) * (to - from + 1));
    if (chance.isBurst === true) planned.untilMs = this.#now() + retryAfter * 1000;
    return { ...kind, retryAfter };
  }
}

function isOf({ method }: Fault, called: string): boolean {
  if (method === undefined) return true;
  const methods = typeof method === "string" ? [method] : method;
  return methods.some((each) => each.toLowerCase() === called.toLowerCase());
}

/** Runs a call under a fault. */
export async function suffer<T>(kind: FaultKind | undefined, call: () => Promise<T>): Promise<T> {
  switch (kind?.type) {
    case undefined:
      return call();
    case "error": {
      if (kind.when === "after") await call();
      const { retryAfter } = kind;
      const seconds = typeof retryAfter === "object" ? retryAfter[0] : retryAfter;
      const parameters = seconds === undefined ? undefined : { retry_after: seconds };
      throw new ApiError(kind.code, kind.description, parameters);
    }
    case "delay":
      await sleep(kind.ms);
      return call();
    case "reset":
      if (kind.when === "after") await call();
      throw new Reset();
    case "cut": {
      const answer = JSON.stringify({ ok: true, result: await call() });
      throw new Reset(answer.slice(0, Math.ceil(answer.length / 2)));
    }
  }
}
