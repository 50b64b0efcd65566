// Lets so many through at once; the others wait in the order in which they came.

export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createGate(most: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => waiting.push(enter));
    else inside += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
