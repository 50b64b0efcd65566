// Builds HTML in which nothing that came from outside stands unescaped: only this file makes values of its type.
import { escapeHtml } from "../../text/html.ts";

const made = Symbol("made by html");

/** HTML that is safe to show. Messages take it as a value, too. */
export interface Html {
  readonly html: string;
  readonly [made]: true;
}

/** What a template may hold: text and numbers are escaped, lists joined, nothing is shown for false and undefined. */
export type Piece = Html | string | number | false | undefined | readonly Piece[];

/** html`<p>${text}</p>`: every value is escaped, but for HTML made so itself. Attributes need their double quotes. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return trusted(parts.map((part, index) => `${part}${toText(pieces[index])}`).join(""));
}

/** HTML of our own making elsewhere: what `Messages.say` gives. Never for anything else. */
export function trusted(own: string): Html {
  return { html: own, [made]: true };
}

export const nothing: Html = trusted("");

function toText(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (typeof piece === "string") return escapeHtml(piece);
  if (typeof piece === "number") return String(piece);
  return isHtml(piece) ? piece.html : piece.map(toText).join("");
}

const isHtml = (piece: Html | readonly Piece[]): piece is Html => made in piece;
