// Lets a few works begin in each turn of the event loop, so that what must be answered at once never stands behind them all.

/** Resolves for at most `perTurn` callers in a turn, in the order in which they came. */
export function createTurns(perTurn: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let isSet = false;
  const turn = (): void => {
    for (const go of waiting.splice(0, perTurn)) go();
    isSet = waiting.length > 0;
    if (isSet) setImmediate(turn);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isSet) return;
      isSet = true;
      setImmediate(turn);
    });
}
