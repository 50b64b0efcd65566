// Measures what one article costs in an index of a thousand, ten thousand and a hundred thousand, and what they take in memory.

const sizes = [1_000, 10_000, 100_000];
/** Articles whose cost is measured at each size. */
const measured = 600;
const windowMs = 72 * 3_600_000;

/** The articles told are the patterns of all others. All are published within one window of 72 hours, which is the worst: nothing is evicted. */
export function measureScale(told, { createStoryIndex, toPrint, encodePrint }) {
  const begun = cpuMs();
  const prints = told.map(toPrint);
  const printMs = (cpuMs() - begun) / told.length;
  const index = createStoryIndex();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const table = {};
  let number = 0;
  const add = (isLooked) => {
    const print = disguise(prints[number % prints.length], number, Math.floor(number / prints.length) + 1);
    const match = isLooked ? index.find(print) : undefined;
    index.add(number, match?.storyId ?? `s${number}`, told[number % told.length].source, print);
    number += 1;
  };
  for (const size of sizes) {
    while (number < size - measured) add(false);
    const from = cpuMs();
    let entries = 0;
    while (number < size) {
      add(true);
      entries += index.lastCost.entries;
    }
    table[`${size} articles`] = {
      "µs a find and add": Math.round(((cpuMs() - from) / measured) * 1000),
      "list entries read": Math.round(entries / measured),
    };
  }
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / number;
  const lengths = prints.map((print) => encodePrint(print).length).sort((a, b) => a - b);
  return {
    table,
    printMs,
    bytes,
    median: lengths[lengths.length >> 1],
    longest: lengths.at(-1),
    isCollected: globalThis.gc !== undefined,
  };
}

/** Processor time: others on the machine do not count. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Another article of the same kind: other names, persons, figures and text, two thirds of the rare words others. */
function disguise(print, seed, round) {
  const other = (value) => Math.imul(value ^ Math.imul(round, 0x9e3779b1), 0x85ebca6b) | 0;
  const kept = (at) => (print.weights[at] & 0x40) !== 0 || at % 3 === 0;
  const terms = Array.from(print.terms, (term, at) => [kept(at) ? term : other(term), print.weights[at]]);
  terms.sort((a, b) => a[0] - b[0]);
  return {
    ...print,
    published: 1_790_000_000_000 + ((seed * 7919) % windowMs),
    copy: print.copy.map((byte, at) => other(byte + at * 256) & 0xff),
    terms: Int32Array.from(terms, ([term]) => term),
    weights: Uint8Array.from(terms, ([, weight]) => weight),
    names: print.names.map((name, at) => (at % 3 === 0 ? name : other(name))).sort(),
    persons: print.persons.map((person) => other(person) & 0xffff).sort(),
    quotes: print.quotes.map(other).sort(),
    figures: print.figures.map((figure) => (figure & ~0x7ffff) | (other(figure) & 0x7ffff)).sort(),
  };
}
