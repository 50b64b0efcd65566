// Waiting, with limits.

/** Resolves after `ms`. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits that all end with one signal: with one listener, however many there are. Resolve then too. */
export function createWaits(signal: AbortSignal): (ms: number) => Promise<void> {
  const ends = new Set<() => void>();
  signal.addEventListener(
    "abort",
    () => {
      for (const end of [...ends]) end();
    },
    { once: true },
  );
  return (ms) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        ends.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      ends.add(end);
    });
}

/**
 * Lets others have their turn now and then: call it between two pieces of a long work. Where the last turn was less than
 * `everyMs` ago it is no wait at all.
 */
export function createBreath(everyMs = 20): () => Promise<void> {
  let lastMs = performance.now();
  return async () => {
    if (performance.now() - lastMs < everyMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    lastMs = performance.now();
  };
}

/** Asks until the answer is true or the time is over; says which. The last question comes at the very end. */
export async function waitUntil(
  question: () => boolean | Promise<boolean>,
  { limitMs, everyMs = 50 }: { readonly limitMs: number; readonly everyMs?: number },
): Promise<boolean> {
  const end = performance.now() + limitMs;
  for (;;) {
    if (await question()) return true;
    const leftMs = end - performance.now();
    if (leftMs <= 0) return false;
    await wait(Math.min(everyMs, leftMs));
  }
}

/** The promise's result, or `undefined` when it takes longer than `limitMs`; the timer never keeps the process. */
export async function within<T>(limitMs: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
