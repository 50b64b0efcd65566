// Puts short pieces into one line.

/** Between them a dot that never begins a line; empty pieces are left out. */
export function joined(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "").join("\u00a0· ");
}
