// Reads a message as an Arabic reader's phone shows it, and names what would look wrong there.
import { beginsIn, dominantDirection, LRM, RLM } from "../../src/text/direction.ts";

export interface Said {
  readonly locale: string;
  /** As shown: without markup. */
  readonly text: string;
  /** Of a file or picture: shorter than a message. */
  readonly isCaption?: boolean;
  readonly keyboard?: readonly (readonly { readonly text: string; readonly callback_data?: string }[])[];
}

const opening = "\u2066\u2067\u2068";
const closing = "\u2069";

/** What is wrong, each with the line; empty when all is well. */
export function lintMessage({ locale, text, isCaption, keyboard = [] }: Said): readonly string[] {
  const most = isCaption ? 1024 : 4096;
  return [
    ...(text.length > most ? [`${text.length} units, ${most} are allowed`] : []),
    ...text.split("\n").flatMap((line) => lintLine(locale, line)),
    ...keyboard.flatMap((row) => row.flatMap((button) => lintButton(button, row.length))),
  ];
}

function lintLine(locale: string, line: string): readonly string[] {
  if (line.trim() === "") return [];
  const wrong = locale === "ar" ? lintSides(line) : [];
  if (!isBalanced(line)) wrong.push("an isolate is not closed, or closed twice");
  if (/[\u202A-\u202E]/.test(line)) wrong.push("an embedding of the old kind");
  if (/[\u2066-\u2068]\u2069/.test(line)) wrong.push("a value is empty");
  if (/\{ ?\$|\bundefined\b|\bNaN\b|\[object /.test(line)) wrong.push("a value is missing");
  if (/&(lt|gt|amp|quot);/.test(line)) wrong.push("escaped twice");
  return wrong.map((what) => `${what}: ${visible(line)}`);
}

/** Faults of a line that is to be read from right to left. */
function lintSides(line: string): string[] {
  const wrong: string[] = [];
  // A headline may open with a quotation mark: the first letter decides, and it is the next sign.
  if (!beginsIn("rtl", line.replace(/^[«"“(…]+/, "")))
    wrong.push("begins neither with an Arabic letter nor with RLM");
  if (/^[\p{Extended_Pictographic}]/u.test(line)) wrong.push("begins with an emoji");
  const bare = outsideIsolates(line);
  // A slash before a Latin word goes to the other side of it: only an isolate keeps a command together.
  if (/(^|[\s(:،«])\/[a-z]/i.test(bare)) wrong.push("a command is not isolated");
  if (/[@#$&+_\-/][A-Za-z]|[A-Za-z][@#$&+_]+(?![A-Za-z])/.test(bare)) {
    wrong.push("a Latin word with a sign at its edge is not isolated");
  }
  // 5-10 would read 10-5, and +5 would read 5+.
  if (/[0-9٠-٩] ?[-–−] ?[0-9٠-٩]|(^|\s)[+\-−][0-9٠-٩]/.test(bare)) {
    wrong.push("a number with a sign is not isolated");
  }
  return wrong;
}

/** Two a row must fit a phone; with more there is no room for a sentence. */
function lintButton(
  { text, callback_data: data }: { readonly text: string; readonly callback_data?: string },
  width: number,
): readonly string[] {
  const most = width === 1 ? 64 : 30;
  const wrong: string[] = [];
  const shown = text.replace(/[\u200E\u200F\u2066-\u2069]/g, "");
  if (shown.trim() === "") wrong.push("a button without words");
  if (shown.length > most) wrong.push(`a button of ${shown.length} units, ${width} in its row`);
  if (!isBalanced(text)) wrong.push("an isolate in a button is not closed, or closed twice");
  if (data !== undefined && (data === "" || Buffer.byteLength(data) > 64)) {
    wrong.push(`callback data of ${Buffer.byteLength(data)} bytes`);
  }
  return wrong.map((what) => `${what}: ${visible(text)}`);
}

export function isBalanced(line: string): boolean {
  let depth = 0;
  for (const sign of line) {
    if (opening.includes(sign)) depth += 1;
    else if (sign === closing) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The line with one letter in place of each isolate: what stands beside it keeps a neighbour. */
function outsideIsolates(line: string): string {
  let depth = 0;
  let bare = "";
  for (const sign of line) {
    if (opening.includes(sign)) depth += 1;
    if (depth === 0) bare += sign;
    if (sign === closing && depth > 0) {
      depth -= 1;
      if (depth === 0) bare += "\uFFFC";
    }
  }
  return bare;
}

/** Whoever speaks a language that is not known is taken for a speaker of the text's own. */
export function localeOfText(text: string): string {
  return dominantDirection(text) === "rtl" ? "ar" : "en";
}

/** Marks written out, so that a failure can be read. */
function visible(line: string): string {
  return line
    .replaceAll(RLM, "<RLM>")
    .replaceAll(LRM, "<LRM>")
    .replace(/[\u2066-\u2068]/g, "⟨")
    .replaceAll(closing, "⟩");
}
