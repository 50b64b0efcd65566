// Learns the furniture of a source: lines that come again and again over its articles.

/** A line is furniture when it stands in at least so many articles, and in this share of the source's. */
const least = { articles: 5, share: 0.3 };

/** An article that shares more of its lines with another one is another printing of it, and proves nothing. */
const copy = 0.5;

/**
 * Keys of the lines that repeat. `articles` holds the distinct line keys of each article of one source, the newest first; at
 * most the first 300 are looked at.
 */
export function learnFurniture(articles: readonly (readonly string[])[]): ReadonlySet<string> {
  const kept: ReadonlySet<string>[] = [];
  const counts = new Map<string, number>();
  for (const keys of articles.slice(0, 300)) {
    const lines = new Set(keys);
    if (lines.size === 0 || kept.some((other) => isCopy(lines, other))) continue;
    kept.push(lines);
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const enough = Math.max(least.articles, kept.length * least.share);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([line]) => line));
}

function isCopy(lines: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = lines.size <= other.size ? [lines, other] : [other, lines];
  let shared = 0;
  for (const line of small) if (large.has(line)) shared += 1;
  return shared > large.size * copy;
}
