// What the samples of a soak come to: whose heap grew, and which kinds of keys do.
import { tell } from "../verdict.js";

const mb = (bytes) => (bytes / 2 ** 20).toFixed(1);

/** The heap is warm after so many hours, and may have grown by so much at the end. */
const warmHour = 4;
const mostHeap = 1.1;

/** Growth of a kind in an hour, as a share of its mean, from which on it is called growing. */
const mostGrowth = 0.01;

/** Kinds that have a bound, which a day of the soak does not reach (docs/ops/soak.md). */
const bounded = new Set(["articles:changes", "handled:N", "dead", "failures", "jobs:…", "metrics", "refs"]);

/** A kind below this size is looked at by what it gains, not by shares. */
const smallBytes = 4_096;

/** Least-squares slope of values over 0, 1, 2 …, as a share of their mean; 0 where all are 0. */
export function growthOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean === 0) return 0;
  const middle = (values.length - 1) / 2;
  const [up, down] = values.reduce(
    ([sum, square], value, at) => [sum + (at - middle) * (value - mean), square + (at - middle) ** 2],
    [0, 0],
  );
  return down === 0 ? 0 : up / down / mean;
}

/** Prints the verdict. */
export function judge(samples, events) {
  const [warm, last] = [samples[Math.min(warmHour, samples.length) - 1], samples.at(-1)];
  for (const [role, { heapUsed }] of Object.entries(last.heaps)) {
    const before = warm.heaps[role].heapUsed;
    const ratio = heapUsed / before;
    const half = samples.slice(Math.floor(samples.length / 2)).map(({ heaps }) => heaps[role].heapUsed);
    tell(
      ratio <= mostHeap,
      `heap of ${role}: ${mb(before)} MB after hour ${warmHour}, ${mb(heapUsed)} MB at the end: ${ratio.toFixed(2)} (bar ${mostHeap}); ${percent(growthOf(half))} an hour over the last half`,
    );
  }
  const half = samples.slice(Math.floor(samples.length / 2));
  const names = [...new Set(half.flatMap(({ kinds }) => [...kinds.keys()]))].toSorted();
  const rows = names.map((name) => rowOf(name, half));
  const house = rows.filter(({ group }) => group === "house");
  const growing = house.filter(({ isGrowing }) => isGrowing);
  tell(
    growing.length === 0,
    `keys of the house itself: ${house.length} kinds, ${growing.length} growing${growing.map((row) => `\n         ${row.text}`).join("")}`,
  );
  for (const [group, what] of [
    ["bounded", "with a bound that they have not reached"],
    ["readers", "of readers (as many come as go)"],
    ["shelf", "of articles and stories (as many come as go)"],
    ["long", "that end after a day or more, which a compressed day does not see"],
    ["short", "that end within a day (a minute and ten minutes are hours here)"],
  ]) {
    const found = rows.filter((row) => row.group === group);
    const more = found.filter(({ isGrowing }) => isGrowing);
    console.log(`       keys ${what}: ${found.length} kinds, ${more.length} growing`);
    for (const row of more) console.log(`         ${row.text}${perEvent(row, events)}`);
  }
}

function rowOf(name, half) {
  const found = half.map(({ kinds }) => kinds.get(name) ?? { keys: 0, bytes: 0, short: 0, long: 0 });
  const { keeping } = half.map(({ kinds }) => kinds.get(name)).find((kind) => kind !== undefined);
  const last = found.at(-1);
  const [first] = found;
  const [keys, bytes] = [growthOf(found.map((one) => one.keys)), growthOf(found.map((one) => one.bytes))];
  const isLong = found.some(({ long }) => long > 0);
  const isShort = found.some(({ short }) => short > 0);
  const group = groupOf({ name, keeping, isLong, isShort });
  // What comes and goes (a lease, a slot) has a slope by chance, and no more at the end than at the beginning.
  const isGrowing =
    (keys > mostGrowth && last.keys > first.keys) ||
    (bytes > mostGrowth && last.bytes > Math.max(first.bytes, smallBytes));
  const text = `${name}: ${first.keys} → ${last.keys} keys (${percent(keys)} an hour), ${kb(first.bytes)} → ${kb(last.bytes)} kB (${percent(bytes)})`;
  return { name, group, isGrowing, text, gained: last.keys - first.keys };
}

function groupOf({ name, keeping, isLong, isShort }) {
  if (bounded.has(name)) return "bounded";
  // A broadcast waits for readers whose night it is, and its keys go a week after its end: a soak by night sees neither.
  if (isLong || name.startsWith("broadcast:N")) return "long";
  if (isShort) return "short";
  if (keeping === "reader" || keeping === "derived" || /^(followers|managed|inactive)/.test(name))
    return "readers";
  return keeping === "shelf" ? "shelf" : "house";
}

/** What makes a key of a kind with a long life: there can be no more of it than of these. */
const causes = {
  "searches:N": "searches",
  "alerted:N": "sent",
  "last:N:alerts": "sent",
  "feedback:…": "updates",
  "articles:passed:…": "articles",
};

function perEvent({ name, gained }, events) {
  const cause = causes[name];
  if (cause === undefined) return "";
  return `; ${gained} more for ${events.lastHalf[cause]} ${cause}`;
}

const kb = (bytes) => (bytes / 1024).toFixed(1);
const percent = (share) => `${share >= 0 ? "+" : ""}${(share * 100).toFixed(1)} %`;
