// One errand to the web: each address on its way is checked, waits for its turn and is asked within the time left.
import { type Asker, ask, type Response } from "./ask.ts";
import { createBudget } from "./budget.ts";
import type { Failed, Refused } from "./ended.ts";
import { checkAddress } from "./may-fetch.ts";
import { type Arrival, isRedirect, type Redirect, travel } from "./redirects.ts";
import type { Verdict } from "./robots.ts";
import { type Sleep, untilStopped } from "./stops.ts";
import type { Turns } from "./turns.ts";

export interface Errand<T> {
  readonly url: string;
  readonly headers: Record<string, string>;
  /** Asked before every address; absent = every one is allowed. */
  admit?(url: URL): Promise<Verdict>;
  read(response: Response): Promise<T>;
}

export interface Limits {
  /** Of a decoded body. */
  readonly maxBytes: number;
  /** For one request with its redirects, without the time that it waits for its turn. */
  readonly timeoutMs: number;
  readonly redirects: number;
  /** Between the end of one request and the next one to the same host. */
  readonly pauseMs: number;
}

export interface Surroundings extends Asker {
  readonly limits: Limits;
  readonly turns: Turns;
  readonly sleep: Sleep;
}

type Unwelcome = Exclude<Verdict, { kind: "allowed" }>;

/** Throws what the connection throws, and the reason of `stop` once it is aborted. */
export async function run<T extends { readonly kind: string }>(
  errand: Errand<T>,
  { limits, turns, sleep, ...asker }: Surroundings,
  stop: AbortController,
): Promise<Arrival<T | Unwelcome> | Refused | Failed> {
  const { signal } = stop;
  const budget = createBudget(limits.timeoutMs, stop, sleep);
  const start = checkAddress(errand.url, asker.allowed);
  if (!(start instanceof URL)) return start;

  const visit = async (url: URL): Promise<Redirect | T | Unwelcome> => {
    const verdict = await untilStopped(errand.admit?.(url) ?? free, signal);
    if (verdict.kind !== "allowed") return verdict;
    const release = await turns.take(url.host, signal);
    try {
      return await budget.spend(() => ask(url, errand.headers, asker, signal, use));
    } finally {
      release(Math.max(limits.pauseMs, verdict.delayMs));
    }
  };

  const use = async (response: Response): Promise<Redirect | T> => {
    const { statusCode: status, headers } = response;
    if (!isRedirect(status)) return errand.read(response);
    const { location } = headers;
    return { kind: "redirect", status, location: typeof location === "string" ? location : location?.[0] };
  };

  const check = (location: string, base: URL): URL | Refused => checkAddress(location, asker.allowed, base);
  return travel<T | Unwelcome>(start, { redirects: limits.redirects, check, visit });
}

const free = Promise.resolve({ kind: "allowed", delayMs: 0 } as const);
