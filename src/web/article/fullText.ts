// The full text of an article as HTML, its shown sentences marked in place.
import { escapeHtml } from "../../text/html.ts";
import { kindsOf } from "../../text/lineKinds.ts";
import type { ShownSentence } from "./shownSummary.ts";

/** `text` has its paragraphs between blank lines; the sentences' offsets are its own, ascending, apart from each other. */
export function renderFullText(text: string, sentences: readonly ShownSentence[]): string {
  const paragraphs = text.split("\n\n");
  const kinds = kindsOf(paragraphs.map((paragraph) => paragraph.replaceAll("\n", " ")));
  let from = 0;
  return paragraphs
    .map((paragraph, index) => {
      const start = from;
      from += paragraph.length + 2;
      const inside = sentences.filter((one) => one.start < start + paragraph.length && one.end > start);
      // A heading heads something, and no sentence is chosen in it.
      const isHeading = kinds[index] === "heading" && inside.length === 0 && index < paragraphs.length - 1;
      const html = markedParagraph(paragraph, start, inside);
      return isHeading ? `<h3>${html}</h3>` : `<p>${html}</p>`;
    })
    .join("\n");
}

/** A sentence that began in the paragraph before goes on without a name of its own. */
function markedParagraph(paragraph: string, start: number, sentences: readonly ShownSentence[]): string {
  let html = "";
  let at = 0;
  for (const sentence of sentences) {
    const begin = Math.max(0, sentence.start - start);
    const end = Math.min(paragraph.length, sentence.end - start);
    const name = sentence.start >= start ? ` id="${sentence.anchor}"` : "";
    html += `${escapeHtml(paragraph.slice(at, begin))}<mark${name}>${escapeHtml(paragraph.slice(begin, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(paragraph.slice(at));
}
