// Splits a text into sentences with exact UTF-16 offsets; what stands between them is only white space.
import { cutLine } from "./cuts.ts";
import { datelineLength } from "./dateline.ts";
import { kindsOf, type LineKind } from "./lineKinds.ts";
import { findLines, type Span, trimSpan } from "./lines.ts";

export interface Sentence {
  /** Always `source.slice(start, end)`, without white space at its ends. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * "heading": a short line without a stop; "dateline": place and agency before a report; "caption": a line that belongs
   * to a picture; "item": from a line of a list.
   */
  readonly kind: LineKind;
}

/**
 * Sentences in order. They end at «. ! ؟ ? …» and at line ends, never at «؛»; quotes and brackets that close behind a stop
 * belong to the sentence. Any string is taken; one without anything but white space gives none.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const spans = findLines(text);
  const lines = spans.map(({ start, end }) => text.slice(start, end));
  const kinds = kindsOf(lines);
  return spans.flatMap(({ start }, at) => {
    const line = lines[at] ?? "";
    return splitLine(line, kinds[at] ?? "sentence").map((piece) => ({
      text: line.slice(piece.start, piece.end),
      start: start + piece.start,
      end: start + piece.end,
      kind: piece.kind,
    }));
  });
}

type Piece = Span & Pick<Sentence, "kind">;

function splitLine(line: string, kind: LineKind): readonly Piece[] {
  if (kind !== "sentence" && kind !== "item") return [{ start: 0, end: line.length, kind }];
  const from = kind === "item" ? 0 : datelineLength(line);
  const sentences = cutLine(line, from).map((span) => ({ ...span, kind }));
  return from === 0 ? sentences : [{ ...trimSpan(line, 0, from), kind: "dateline" }, ...sentences];
}
