// Watches in the background whether Telegram answers, so that nobody who asks for our health waits for it.
import type { Reached } from "../web/readiness.ts";

export interface Reach {
  /** What is known now. */
  state(): Reached;
  /** Asks at once; never throws. */
  check(): Promise<void>;
  close(): void;
}

export interface ReachNeeds {
  /** Any call that shows that Telegram answers and knows the token. */
  readonly ask: () => Promise<unknown>;
  readonly now: () => Date;
  /** A failure in words without a secret. */
  readonly why: (error: unknown) => string;
  readonly isRefused: (error: unknown) => boolean;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
  readonly everyMs?: number;
}

/** Not faster: it tells nothing that matters sooner, and every web process asks. */
const usualEveryMs = 30_000;

/** Starts with a good answer, that of the introduction; asks again and again until it is closed. */
export function watchReach(needs: ReachNeeds): Reach {
  const { ask, now, why, isRefused, report, everyMs = usualEveryMs } = needs;
  let answered = now().getTime();
  let failed: { readonly why: string; readonly isRefused: boolean } | undefined;
  let running: Promise<void> | undefined;

  async function once(): Promise<void> {
    try {
      await ask();
      answered = now().getTime();
      if (failed !== undefined) report("telegram.back", {});
      failed = undefined;
    } catch (error) {
      const reason = why(error);
      if (failed === undefined) report("telegram.silent", { why: reason });
      failed = { why: reason, isRefused: isRefused(error) };
    }
  }
  const check = (): Promise<void> => {
    running ??= once().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(() => void check(), everyMs).unref();
  return {
    state: () => ({
      ageSeconds: Math.max(0, Math.round((now().getTime() - answered) / 1000)),
      isRefused: false,
      ...failed,
    }),
    check,
    close: () => clearInterval(timer),
  };
}
