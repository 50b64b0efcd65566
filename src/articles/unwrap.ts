// Tells lines that a margin broke from lines that a person broke, and mends the former.

/** A margin narrower or wider than this is none. */
const margin = { least: 40, most: 140 };

/** A row this close to the margin was broken by it; a shorter one ended by itself. */
const full = 0.8;

/** Where rows beyond the widest margin hold so much of a text, no margin broke it. */
const flowing = 0.3;

/** True for a text whose paragraphs are rows of any length: two short rows in it are two lines, however full they look. */
export function isFlowing(rows: readonly string[]): boolean {
  const length = (some: readonly string[]): number => some.reduce((sum, row) => sum + row.length, 0);
  return length(rows.filter((row) => row.length > margin.most)) > length(rows) * flowing;
}

/** True for a line that ends as a sentence or a clause does, quotes and brackets after the mark included. */
export function hasTerminal(text: string): boolean {
  return /[.!?؟…:؛;،,][\s"'“”«»)\]]*$/.test(text);
}

/**
 * The lines of a block. Where most rows reach one margin and few of those end a sentence, rows are joined by a space up to
 * one that ends by itself, or up to one before an indented row; in any other block each row is a line.
 */
export function unwrap(rows: readonly string[]): string[] {
  const lengths = rows.map((row) => row.trim().length);
  const width = Math.max(0, ...lengths);
  const isFull = (index: number): boolean => (lengths[index] ?? 0) >= width * full;
  if (!isWrapped(rows, width, isFull) || hasRepeat(rows) || rows.some(isStamped)) return [...rows];
  const isIndented = rows.map((row) => /^\s/.test(row));
  const hasIndents = !isIndented.slice(1).every(Boolean);
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    const isNew = index === 0 || !isFull(index - 1) || (hasIndents && isIndented[index] === true);
    if (isNew) lines.push(row);
    else lines.push(`${lines.pop() ?? ""} ${row.trim()}`);
  }
  return lines;
}

/** A row of date and time alone, «07:00 - 2026/01/02», stands in a list of teasers. */
function isStamped(row: string): boolean {
  return /\d{4}/.test(row) && /^[\d\s:/.,،|-]+$/.test(row.trim());
}

/** A row that another one begins with is a title said twice: a person broke that line. */
function hasRepeat(rows: readonly string[]): boolean {
  return rows.some((row, index) => {
    const [own, next] = [row.trim(), rows[index + 1]?.trim() ?? ""];
    return own.length > 12 && next.length > 12 && (next.startsWith(own) || own.startsWith(next));
  });
}

function isWrapped(rows: readonly string[], width: number, isFull: (index: number) => boolean): boolean {
  if (rows.length < 2 || width < margin.least || width > margin.most) return false;
  const reaching = rows.filter((_, index) => isFull(index) && index < rows.length - 1);
  return reaching.length * 2 >= rows.length - 1 && reaching.filter(hasTerminal).length * 2 < reaching.length;
}
