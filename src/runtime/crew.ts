// Works on lists with so many hands: a list that waits costs one place in a line, however long it is.

/** Starts the work on each of a list's items as hands come free, and resolves when all of it has ended, in their order. */
export type Crew = <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
) => Promise<readonly PromiseSettledResult<Result>[]>;

/** `most` items are under way at once, of all lists together; a list that came before is begun to its end first. */
export function createCrew(most: number): Crew {
  let busy = 0;
  const lists: { startNext(): void; left: number }[] = [];

  function start(): void {
    for (let first = lists[0]; first !== undefined && busy < most; first = lists[0]) {
      busy += 1;
      first.left -= 1;
      if (first.left === 0) lists.shift();
      first.startNext();
    }
  }

  return <Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>) => {
    type Results = PromiseSettledResult<Result>[];
    return new Promise<Results>((resolve) => {
      const results: Results = [];
      let [begun, ended] = [0, 0];
      const end = (index: number, result: PromiseSettledResult<Result>): void => {
        results[index] = result;
        ended += 1;
        busy -= 1;
        if (ended === items.length) resolve(results);
        start();
      };
      const startNext = (): void => {
        const index = begun++;
        work(items[index] as Item).then(
          (value) => end(index, { status: "fulfilled", value }),
          (reason) => end(index, { status: "rejected", reason }),
        );
      };
      if (items.length === 0) return resolve(results);
      lists.push({ startNext, left: items.length });
      start();
    });
  };
}
