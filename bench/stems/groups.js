// Reads the hand-made word groups and counts what a stemmer leaves apart or throws together.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../tests/fixtures/stems/", import.meta.url);
const apartFile = "apart.txt";

/**
 * `together` holds lists of forms of one word by file, `apart` lists of words no two of which are one. Groups that share a
 * form, as the singular of two files may, are one group.
 */
export function readGroups() {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name !== apartFile);
  return {
    together: Object.fromEntries(names.map((name) => [name.replace(/\.txt$/, ""), readLists(name)])),
    apart: readLists(apartFile),
  };
}

function readLists(name) {
  return readFileSync(new URL(name, folder), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#") && line.includes("|"))
    .map((line) => line.split("|")[1].trim().split(/\s+/));
}

/**
 * Paice's indexes. `under`: share of the pairs of one group that keep different stems, over all groups and by file.
 * `over`: share of the pairs of `apart` lines that get one stem; `mixed`: pairs of different groups that get one stem.
 */
export function judge(stem, { together, apart }) {
  const byFile = Object.entries(together).map(([name, groups]) => [name, missed(stem, groups)]);
  const pairs = sum(byFile.map(([, { of }]) => of));
  const apartPairs = apart.flatMap(pairsOf);
  return {
    under: sum(byFile.map(([, { missed: count }]) => count)) / pairs,
    over: apartPairs.filter(([one, other]) => stem(one) === stem(other)).length / apartPairs.length,
    mixed: countMixed(stem, merge(Object.values(together).flat())),
    byFile: Object.fromEntries(byFile.map(([name, { missed: count, of }]) => [name, count / of])),
  };
}

function missed(stem, groups) {
  const pairs = groups.flatMap(pairsOf);
  return { missed: pairs.filter(([one, other]) => stem(one) !== stem(other)).length, of: pairs.length };
}

function countMixed(stem, groups) {
  const holders = new Map();
  for (const [index, forms] of groups.entries()) {
    for (const form of new Set(forms)) {
      const stemmed = stem(form);
      holders.set(stemmed, [...(holders.get(stemmed) ?? []), index]);
    }
  }
  return sum([...holders.values()].map((held) => pairsOf(held).filter(([a, b]) => a !== b).length));
}

function merge(groups) {
  const merged = [];
  for (const group of groups) {
    const sharing = merged.filter((other) => group.some((form) => other.has(form)));
    const whole = new Set([...group, ...sharing.flatMap((other) => [...other])]);
    merged.splice(0, merged.length, ...merged.filter((other) => !sharing.includes(other)), whole);
  }
  return merged.map((forms) => [...forms]);
}

function pairsOf(items) {
  return items.flatMap((item, at) => items.slice(at + 1).map((other) => [item, other]));
}

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
