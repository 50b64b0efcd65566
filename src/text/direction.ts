// The direction of a text, and the marks that keep inserted text on its own side.

export const RLM = "\u200F";
export const LRM = "\u200E";
const LRI = "\u2066";
const RLI = "\u2067";
const FSI = "\u2068";
const PDI = "\u2069";

export type Direction = "rtl" | "ltr";

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}\u200F\u061C]/u;
/** A letter or a mark that acts as one. */
const strong = /[\p{L}\u200E\u200F\u061C]/u;

function directionOfStrong(character: string): Direction {
  return rightToLeft.test(character) ? "rtl" : "ltr";
}

/**
 * By the first strong letter or mark outside isolates (UAX #9, rules P2 and P3); left-to-right when there is none.
 */
export function directionOf(text: string): Direction {
  let depth = 0;
  for (const character of text) {
    if (isOpening(character)) depth += 1;
    else if (character === PDI) depth = Math.max(0, depth - 1);
    else if (depth === 0 && strong.test(character)) return directionOfStrong(character);
  }
  return "ltr";
}

/** By most of the letters, «iPhone يصل إلى الأسواق» (iPhone reaches the markets) is "rtl"; as `directionOf` when level. */
export function dominantDirection(text: string): Direction {
  let balance = 0;
  for (const [letter] of text.matchAll(/\p{L}/gu)) balance += directionOfStrong(letter) === "rtl" ? 1 : -1;
  if (balance === 0) return directionOf(text);
  return balance > 0 ? "rtl" : "ltr";
}

/** True where a line's very first character is a letter or mark of the direction: no client can mistake its side. */
export function beginsIn(direction: Direction, line: string): boolean {
  const [first = ""] = line;
  return strong.test(first) && directionOfStrong(first) === direction;
}

/** The line, behind RLM or LRM unless it begins in the direction by itself. */
export function sideLine(direction: Direction, line: string): string {
  return beginsIn(direction, line) ? line : (direction === "rtl" ? RLM : LRM) + line;
}

/** What ends every isolate and embedding (class B of UAX #9): each paragraph is isolated by itself. */
const ends = "\n\r\u001C\u001D\u001E\u0085\u2029";
const paragraphEnd = new RegExp(`(\r\n|[${ends}])`);

/**
 * The text between FSI and PDI: it takes its own direction and changes that of nothing around it, whatever controls it
 * holds. In a text of several lines each line that holds something is isolated.
 */
export function isolate(text: string): string {
  return text
    .split(paragraphEnd)
    .map((piece, at, pieces) =>
      at % 2 === 1 || (piece === "" && pieces.length > 1) ? piece : `${FSI}${balanceIsolates(piece)}${PDI}`,
    )
    .join("");
}

/** A line without PDIs that close nothing, and with those that its open isolates lack. */
export function balanceIsolates(line: string): string {
  let depth = 0;
  let balanced = "";
  for (const character of line) {
    if (isOpening(character)) depth += 1;
    else if (character === PDI) {
      if (depth === 0) continue;
      depth -= 1;
    }
    balanced += character;
  }
  return balanced + PDI.repeat(depth);
}

function isOpening(character: string): boolean {
  return character === LRI || character === RLI || character === FSI;
}

const bracketed = new RegExp(`([([{«“‹])([^()[\\]{}«»“”‹›\u2066-\u2069${ends}]+)([)\\]}»”›])`, "gu");

/**
 * Brackets and quotes that hold only letters of the other direction, with what they hold isolated: «شركة (Apple Inc.)»
 * (the company …). Bare, the brackets take the side of what they hold wherever that stands beside other Latin words
 * or a client does not pair brackets (UAX #9, rule N0), and guillemets are paired by none; an isolate is neutral to
 * them, so that they take the line's own direction (N1, N2) and are mirrored with it.
 */
export function isolateBracketed(text: string, direction: Direction): string {
  return text.replace(bracketed, (whole, opening: string, held: string, closing: string) => {
    const letters = held.match(/\p{L}/gu);
    if (letters === null || letters.some((letter) => directionOfStrong(letter) === direction)) return whole;
    return `${opening}${direction === "rtl" ? LRI : RLI}${held}${PDI}${closing}`;
  });
}
