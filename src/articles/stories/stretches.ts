// Cuts an article into stretches of words without a stop between them, each word with its stem.
import { normalizedWords, stemsOf } from "../../text/stem.ts";

export interface Stretch {
  /** Normalised, in order. */
  readonly words: readonly string[];
  /** One a word; "" for a stop word. */
  readonly stems: readonly string[];
  readonly part: "title" | "lead" | "body";
  readonly isQuoted: boolean;
}

/** A print reads so many units of a text; the news stands in front, and the cost of a hostile text stays small. */
const mostRead = 12_000;

/** The lead ends with the first stretch behind so many words. */
const leadWords = 45;

/** Marks of punctuation that part words of one name from the next, unless they stand within a number. */
const parting = /(?:(?<!\p{N})[.,:]|[.,:](?!\p{N})|[!؟?،؛;()[\]«»‹›"“”„\n\r…–—|/]|(?<=\s)-|-(?=\s))+/gu;

/** «ب44 راكبا» (44 passengers), «و12 جريحا» (and 12 hurt). */
const gluedToFigure = /^[وف]?[بلك]?(?=\p{N})/u;

export function toStretches(article: { readonly title: string; readonly text: string }): readonly Stretch[] {
  const title = cut(article.title.slice(0, mostRead), "title");
  const body = cut(article.text.slice(0, mostRead), "body");
  let count = 0;
  const marked = body.map((stretch): Stretch => {
    const part = count < leadWords ? "lead" : "body";
    count += stretch.words.length;
    return { ...stretch, part };
  });
  return [...title, ...marked];
}

function cut(text: string, part: Stretch["part"]): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  let opening = "";
  const add = (to: number, closing: string): void => {
    const words = normalizedWords(text.slice(from, to)).map((word) => word.replace(gluedToFigure, ""));
    if (words.length === 0) return;
    const stems = words.map((word) => stemsOf([word])[0] ?? "");
    found.push({ words, stems, part, isQuoted: /[«"“„‹]\s*$/.test(opening) && /^\s*[»"”›]/.test(closing) });
  };
  for (const mark of text.matchAll(parting)) {
    add(mark.index, mark[0]);
    from = mark.index + mark[0].length;
    opening = mark[0];
  }
  add(text.length, "");
  return found;
}
