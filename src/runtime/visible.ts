// Makes characters visible by which foreign words could deceive whoever reads a log or a terminal.

/** What a terminal obeys, what ends a line for some programs, and what turns the direction of all that follows. */
const unseen = /(?![\n\t])[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** The same text with each of these written out: `\u{202e}`. Line ends and tabs stay. */
export function makeVisible(text: string): string {
  return text.replace(unseen, (each) => `\\u{${each.codePointAt(0)?.toString(16)}}`);
}
