// Drops a row of headlines that a scrape wrote into one line without gaps, above the text or below it.
import { countWords } from "../../text/words.ts";
import { kinshipOf } from "../kin.ts";
import { isBody } from "../lines.ts";
import { type Line, type Page, withoutLines } from "../step.ts";
import { isStopless } from "../stopless.ts";
import { hasTerminal } from "../unwrap.ts";

/**
 * Three headlines have so many words; of the leads of 22 articles of a corpus (EASC) the strangest has a kinship of .41, of
 * six rows of headlines on pages the most kin has 0. Written sentences of this length have more commas.
 */
const row = { leastWords: 25, mostKinship: 0.15, wordsPerComma: 30 } as const;
/** A text of fewer other paragraphs, or of fewer words, tells nothing of what is strange to it. */
const least = { paragraphs: 2, words: 40 } as const;

/** Only the first and the last long line go, without a final mark in a text whose paragraphs have one. */
export function dropGluedHeadlines(page: Page): Page {
  const body = page.lines.filter(isBody);
  const edges = [body[0], body.at(-1)].filter((line) => line !== undefined && isRow(line));
  const text = body.filter((line) => !edges.includes(line)).map((line) => line.text);
  if (edges.length === 0 || text.length < least.paragraphs || countWords(text.join(" ")) < least.words)
    return page;
  if (isStopless(body.filter((line) => !edges.includes(line)))) return page;
  return withoutLines(page, (line) =>
    edges.includes(line) && (kinshipOf([line.text], text)[0] ?? 1) <= row.mostKinship ? "strip" : undefined,
  );
}

function isRow({ text, kind }: Line): boolean {
  const words = countWords(text);
  const commas = text.match(/[،,؛]/g)?.length ?? 0;
  return (
    kind === "paragraph" &&
    !hasTerminal(text) &&
    words >= row.leastWords &&
    commas * row.wordsPerComma <= words
  );
}
