// Lets works begin as the event loop has time for them, so that what must be answered at once never stands behind them all.

export interface TurnsOptions {
  /** Works that begin in one turn of the event loop, at the most. */
  readonly perTurn: number;
  /** After a turn that took longer (ms) none begins: what comes in has the loop to itself until it is quick again. */
  readonly calmMs: number;
  /** But one begins so often (ms) however busy the loop is. */
  readonly leastEveryMs: number;
  /** So long (ms) after one began the next may; 0 in quiet times. */
  readonly apartMs?: () => number;
}

/** Resolves for its callers in the order in which they came. */
export function createTurns({
  perTurn,
  calmMs,
  leastEveryMs,
  apartMs = () => 0,
}: TurnsOptions): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let [isSet, setMs, begunMs] = [false, 0, 0];
  function set(): void {
    isSet = true;
    setMs = performance.now();
    setImmediate(turn);
  }
  function turn(): void {
    const nowMs = performance.now();
    const isCalm = nowMs - setMs <= calmMs;
    const sinceMs = nowMs - begunMs;
    const leftMs = apartMs() - sinceMs;
    // The loop may sleep meanwhile: others need the processor.
    if (leftMs >= 1) {
      setTimeout(set, leftMs);
      return;
    }
    if (isCalm || sinceMs >= leastEveryMs) {
      begunMs = nowMs;
      for (const go of waiting.splice(0, isCalm ? perTurn : 1)) go();
    }
    isSet = false;
    if (waiting.length > 0) set();
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (!isSet) set();
    });
}
