// Splits a stream of text into its lines without ever holding more than one of them and one chunk.

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end; undefined where the line is longer than may be held. */
  readonly text: string | undefined;
}

/**
 * Lines end with LF or CRLF and with nothing else: U+2028 may stand inside a JSON string. A byte order mark at the start is
 * left out. `longest` is in UTF-16 units; a longer line is passed over, its number counts.
 */
export async function* splitLines(chunks: AsyncIterable<string>, longest: number): AsyncGenerator<Line> {
  let number = 1;
  let held: string | undefined = "";
  const add = (piece: string): void => {
    held = held === undefined || held.length + piece.length > longest ? undefined : held + piece;
  };
  const finish = (): Line => ({ number, text: held?.replace(number === 1 ? /^\uFEFF|\r$/g : /\r$/, "") });
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      add(chunk.slice(from, end));
      yield finish();
      number += 1;
      held = "";
      from = end + 1;
    }
    add(chunk.slice(from));
  }
  if (held !== "") yield finish();
}
