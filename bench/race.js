// Measures several pieces of work side by side: A B C, B C A …, so that a machine that slows down slows all of them.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const warmUpRounds = 3;

// The garbage of one runner would be cleared in the time of the next.
setFlagsFromString("--expose-gc");
const clearGarbage = runInNewContext("gc");

/**
 * Runs each of `runners` (`{ name, run }`) a round at a time. Gives `Map(name → { rates, costs })`: runs a second, and
 * milliseconds of processor time a run, one of each a round, the warming rounds left out. Processor time holds still where
 * other programs take turns on the machine, and counts the threads that clear garbage too. A round of one runner lasts at
 * least `roundMs`; each round begins with the next runner, so that nobody always follows the same one.
 */
export function race(runners, { rounds, roundMs }) {
  const results = new Map(runners.map(({ name }) => [name, { rates: [], costs: [] }]));
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const from = round % runners.length;
    for (const { name, run } of [...runners.slice(from), ...runners.slice(0, from)]) {
      const { rate, cost } = measure(run, roundMs);
      if (round < warmUpRounds) continue;
      results.get(name).rates.push(rate);
      results.get(name).costs.push(cost);
    }
  }
  return results;
}

function measure(run, roundMs) {
  clearGarbage();
  const begun = performance.now();
  const used = process.cpuUsage();
  let count = 0;
  let spent = 0;
  while (spent < roundMs) {
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
