// Puts short pieces into one line.
import { jointOf } from "../text/joint.ts";

/** What parts them never begins a line; empty pieces are left out. */
export function joined(locale: string, pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "").join(`\u00a0${jointOf(locale)} `);
}
