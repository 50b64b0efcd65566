// The texts that npm run bench reads: the project's golden texts and its own articles, and longer ones made from them.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { countWords } from "../dist/text/words.js";
import { writtenSentences } from "./written.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The golden texts: `[{ title, text, sentences, spans }]`, the sentences as Mujaz finds them, as text and by offset. */
export function readGolden() {
  return filesOf("tests/golden")
    .map((file) => parse(readFileSync(file, "utf8")))
    .map(({ title, text }) => withSentences({ title, text }));
}

/** The articles of content/, read plainly: the cost of the cleaner is not part of a row. */
export function readContent() {
  return filesOf("content")
    .map(readBody)
    .filter((article) => article !== undefined && countWords(article.text) >= 50)
    .map(withSentences);
}

function withSentences(article) {
  const written = writtenSentences(article.text);
  return {
    ...article,
    sentences: written.map(({ text }) => text),
    spans: written.map(({ start, end }) => ({ start, end })),
  };
}

function filesOf(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function readBody(file) {
  const written = readFileSync(file, "utf8");
  const readers = {
    ".md": () => ({ text: written.replace(/^---\n[\s\S]*?\n---\n/, "") }),
    ".txt": () => ({ text: written }),
    ".html": () => ({
      text: written.replace(/<(script|style|head)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "\n"),
    }),
    ".json": () => fromJson(JSON.parse(written)),
  };
  return readers[extname(file)]?.();
}

function fromJson({ title, text, body, paragraphs }) {
  const found = text ?? body ?? paragraphs?.join("\n");
  if (typeof found !== "string") return undefined;
  return typeof title === "string" ? { text: found, title } : { text: found };
}

/**
 * A text of at least so many words, the same for the same seed: sentences of our articles with half of their words changed
 * for others of our articles, since a sentence said again would be left out. Three sentences a paragraph, or one line.
 */
export function makeText(articles, words, { seed = 1, isOneLine = false } = {}) {
  const chance = createChance(seed);
  const pick = (items) => items[Math.floor(chance() * items.length)];
  const sentences = articles.flatMap((article) => article.sentences);
  const vocabulary = sentences.join(" ").match(/\p{L}{2,}/gu);
  const changed = (sentence) =>
    sentence.replace(/\p{L}{2,}/gu, (word) => (chance() < 0.5 ? pick(vocabulary) : word));
  let text = "";
  for (let count = 0, made = 0; count < words; made += 1) {
    const sentence = changed(pick(sentences)).replace(/\s+/g, " ");
    const gap = isOneLine || made % 3 !== 0 ? " " : "\n\n";
    text += made === 0 ? sentence : gap + sentence;
    count += countWords(sentence);
  }
  return text;
}

/** Numbers from 0 to 1 (mulberry32). */
function createChance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
