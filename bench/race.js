// Measures several pieces of work side by side: A B C, B C A …, so that a machine that slows down slows all of them.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So long the engine goes on making faster code of a runner with many patterns; measured earlier, it is half warm. */
const warmUpMs = 3000;

// The garbage of one runner would be cleared in the time of the next; and code that rests a few rounds must not be forgotten.
setFlagsFromString("--expose-gc");
setFlagsFromString("--no-flush-bytecode");
const clearGarbage = runInNewContext("gc");

/**
 * Warms each of `runners` (`{ name, run }`), then runs them a round at a time. Gives `Map(name → { rates, costs })`: runs a
 * second, and milliseconds of processor time a run, one of each a round. Processor time holds still where other programs
 * take turns on the machine, and counts the threads that clear garbage too. A round of one runner lasts at least
 * `roundMs`; each round begins with the next runner, so that nobody always follows the same one.
 */
export function race(runners, { rounds, roundMs }) {
  const results = new Map(runners.map(({ name }) => [name, { rates: [], costs: [] }]));
  for (const { run } of runners) measure(run, warmUpMs);
  for (let round = 0; round < rounds; round += 1) {
    const from = round % runners.length;
    for (const { name, run } of [...runners.slice(from), ...runners.slice(0, from)]) {
      const { rate, cost } = measure(run, roundMs);
      results.get(name).rates.push(rate);
      results.get(name).costs.push(cost);
    }
  }
  return results;
}

function measure(run, leastMs) {
  clearGarbage();
  const begun = performance.now();
  const used = process.cpuUsage();
  let count = 0;
  let spent = 0;
  while (spent < leastMs) {
    run();
    count += 1;
    spent = performance.now() - begun;
  }
  const { user, system } = process.cpuUsage(used);
  return { rate: (count * 1000) / spent, cost: (user + system) / 1000 / count };
}

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
