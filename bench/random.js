// Chance that repeats itself: the same seed gives the same numbers (mulberry32).

/** A function that gives numbers from 0 up to 1. */
export function createRandom(seed) {
  let state = (seed + 1) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Whole number from `least` to `most`, both included. */
export function between(random, least, most) {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick(random, items) {
  return items[Math.floor(random() * items.length)];
}

/** A new array in an order of chance. */
export function shuffle(random, items) {
  return items
    .map((item) => [random(), item])
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}
