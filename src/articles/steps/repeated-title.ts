// Drops lines that say the title again, and the title glued to the front of the first paragraph.
import { countWords } from "../../text/words.ts";
import { isBody, toKey } from "../lines.ts";
import { type Step, withoutLines } from "../step.ts";
import { hasTerminal } from "../unwrap.ts";

const rule = "repeated-title";

export const dropRepeatedTitle: Step = (page) => {
  const key = toKey(page.title);
  if (key === "") return page;
  const text = page.lines.findIndex((line) => isBody(line) && hasTerminal(line.text));
  const rest = withoutLines(page, (line, at) =>
    isTitleAgain(toKey(line.text), key) || (at < text && isCaptionOf(line.text, key, page.title))
      ? rule
      : undefined,
  );
  const first = rest.lines.findIndex(isBody);
  const line = rest.lines[first];
  if (line === undefined || !isGlued(line.text, page.title)) return rest;
  const glued = line.text.slice(page.title.length);
  return {
    ...rest,
    lines: rest.lines.with(first, { ...line, text: glued }),
    removed: [...rest.removed, { text: page.title, rule }],
  };
};

/** The picture above a text bears the headline's words, and the caption goes on behind them. */
function isCaptionOf(text: string, key: string, title: string): boolean {
  return (
    countWords(title) >= 4 &&
    text.length < title.length * 2.5 &&
    !hasTerminal(text) &&
    toKey(text).startsWith(key)
  );
}

/** The title once or several times and nothing else. */
function isTitleAgain(key: string, title: string): boolean {
  return key !== "" && key.length % title.length === 0 && key === title.repeat(key.length / title.length);
}

/** Only a title that ends in a mark can be told from a sentence that begins with the same words. */
function isGlued(text: string, title: string): boolean {
  return (
    /[^\p{L}\p{N}\p{M}]$/u.test(title) &&
    text.startsWith(title) &&
    /^[\p{L}\p{N}"«“(]/u.test(text.slice(title.length))
  );
}
