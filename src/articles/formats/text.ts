// Plain text, raw scrapes among it: the title is the first line, blank lines separate the blocks.
import { toBlocks } from "../blocks.ts";
import { toInstant } from "../dates.ts";
import type { Format, ParseResult } from "../format.ts";
import { isFlowing, unwrap } from "../unwrap.ts";

/**
 * The title is the first line that is not empty, unless it reads like a paragraph or like the first row of one that a
 * margin broke: then the text has none, and no word of its body is lost. Lines stay inside their block, for the cleaner judges line by line.
 */
function parse(scrape: string): ParseResult {
  const stamp = /^\s*date (\d{4}-\d{2}(?:-\d{2})?)\s+/.exec(scrape);
  const text = stamp === null ? scrape : scrape.slice(stamp[0].length);
  const published = stamp?.[1] === undefined ? undefined : toInstant(stamp[1]);
  const result = parseText(text);
  if (!result.ok || published === undefined) return result;
  return { ok: true, parsed: { ...result.parsed, published } };
}

/** Scrapers write their own «date 2026-03-12» in front of a text, for `parse` to read. */
function parseText(text: string): ParseResult {
  const all = toBlocks(text);
  const strips = all.filter(({ mark }) => mark !== undefined);
  const blocks = all.filter(({ mark }) => mark === undefined);
  const [first = "", ...rest] = (blocks[0]?.text ?? "").split("\n");
  const isWhole =
    isFlowing(blocks.flatMap((block) => block.text.split("\n"))) || unwrap([first, ...rest])[0] === first;
  if (!isWhole || !isTitle(first.trim(), rest.length === 0))
    return { ok: true, parsed: { blocks: all, isRaw: true } };
  const remaining = [...strips, ...toBlocks(rest.join("\n")), ...blocks.slice(1)];
  return { ok: true, parsed: { title: first.trim(), blocks: remaining, isRaw: true } };
}

/** Characters of the longest headline, written three times. */
const maxTitle = 600;

/** So many words behind a verb of reporting, with a comma, are a lead: «أعلنت الوزارة اليوم (الخميس) …، ليصل …» (announced). */
const leadWords = 16;
const reports = /^(?:أعلن|قال|أكد|كشف|أفاد|ذكر|أوضح|شهد|نفى|حذر|أصدر|سجل|توقع|أظهر|طالب|أعرب)ت?\s.*،/u;

/** Headlines are at most 30 words and do not end like a sentence, but for a short one that stands alone. */
function isTitle(line: string, isAlone: boolean): boolean {
  if (line.length > maxTitle) return false;
  const words = line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words === 0 || (words >= leadWords && reports.test(line))) return false;
  const isSentence = /[.،,؛;:]["»”)\]]*$/.test(line) && !/(\.\.|…)$/.test(line);
  return isSentence
    ? isAlone && words <= 14
    : words <= (isAlone || /\.\. /.test(line) ? 30 : 22) || isRepeated(line);
}

/** A title glued to itself two or three times is long and still a title. */
function isRepeated(line: string): boolean {
  return /^(.{8,}?)(?:\s*\1){1,2}$/su.test(line);
}

export const text: Format = { endings: [".txt", ".text"], parse };
