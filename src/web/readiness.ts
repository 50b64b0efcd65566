// Judges whether the house can do its work, part by part.

/** What was found; null or undefined where nothing is known. */
export interface Facts {
  readonly redis: boolean;
  readonly telegram: Reached;
  /** How long ago a clock looked who is due. */
  readonly tickAgeSeconds: number | null;
  readonly queues: readonly { readonly queue: string; readonly oldestSeconds: number }[];
}

export interface Reached {
  /** How long ago Telegram answered; null for never. */
  readonly ageSeconds: number | null;
  /** Why the newest question was not answered: Telegram's words or the system's code. */
  readonly why?: string;
  /** Telegram does not know the token: nothing to wait for. */
  readonly isRefused: boolean;
}

export interface Check {
  readonly ok: boolean;
  readonly why?: string;
  readonly ageSeconds?: number;
}

export interface Readiness {
  readonly isReady: boolean;
  readonly checks: Readonly<Record<"redis" | "telegram" | "clock" | "queue", Check>>;
}

/** Clocks look every minute; half a minute more for one that is restarted. */
export const mostTickAgeSeconds = 90;

/** Three questions in a row without an answer. */
const mostReachAgeSeconds = 90;

/**
 * A full queue is empty after three minutes at Telegram's rate (5,000 readers at 28 a second), and what does not fit waits
 * on the due index: a job that waits longer has no worker.
 */
export const mostQueueAgeSeconds = 600;

const noRedis = { ok: false, why: "not known without Redis" } as const;

export function judge({ redis, telegram, tickAgeSeconds, queues }: Facts): Readiness {
  const checks = {
    redis: redis ? { ok: true } : { ok: false, why: "it does not answer" },
    telegram: ofTelegram(telegram),
    clock: redis ? ofClock(tickAgeSeconds) : noRedis,
    queue: redis ? ofQueue(queues) : noRedis,
  };
  return { isReady: Object.values(checks).every(({ ok }) => ok), checks };
}

export const isReached = ({ ageSeconds, isRefused }: Reached): boolean =>
  !isRefused && ageSeconds !== null && ageSeconds <= mostReachAgeSeconds;

function ofTelegram(reached: Reached): Check {
  const { ageSeconds, why = "it has not answered yet" } = reached;
  const age = ageSeconds === null ? {} : { ageSeconds };
  return isReached(reached) ? { ok: true, ...age } : { ok: false, ...age, why };
}

function ofClock(ageSeconds: number | null): Check {
  if (ageSeconds === null) return { ok: false, why: "no clock has ticked yet" };
  if (ageSeconds <= mostTickAgeSeconds) return { ok: true, ageSeconds };
  return { ok: false, ageSeconds, why: `no clock has ticked for more than ${mostTickAgeSeconds} s` };
}

function ofQueue(queues: Facts["queues"]): Check {
  const ageSeconds = Math.round(Math.max(0, ...queues.map(({ oldestSeconds }) => oldestSeconds)));
  if (ageSeconds <= mostQueueAgeSeconds) return { ok: true, ageSeconds };
  const old = queues.filter(({ oldestSeconds }) => oldestSeconds > mostQueueAgeSeconds);
  const names = old.map(({ queue }) => queue).join(", ");
  return { ok: false, ageSeconds, why: `no worker has taken what waits for it: ${names}` };
}
