// Finds the name that somebody probably meant.

/** The candidate with the fewest slips (at most a third of its length), of equals the one that begins alike. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => {
      const slips = countSlips(name.toLowerCase(), candidate.toLowerCase());
      const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
      return { candidate, slips, isNear: slips <= limit, shared: countShared(name, candidate) };
    })
    .filter(({ isNear }) => isNear)
    .sort((a, b) => a.slips - b.slips || b.shared - a.shared);
  return ranked[0]?.candidate;
}

/** "did you mean "x"?", else the list of what is allowed. */
export function suggest(name: string, candidates: readonly string[]): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? `use one of: ${candidates.join(", ")}` : `did you mean "${candidate}"?`;
}

// Optimal string alignment: Levenshtein's distance, with two swapped neighbours counted as one slip.
function countSlips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (rows[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(change, swap, (rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function countShared(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}
