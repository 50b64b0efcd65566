// Reads articles to measure on: a file of human summaries, or the golden set.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { countWords } from "../../dist/text/words.js";
import { mean, tokensOf } from "../rouge.js";
import { writtenSentences } from "../written.js";

/** One article a line: { id, title?, text, refs: [a human summary, …] }. */
export function readArticles(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => prepare(JSON.parse(line)));
}

/** The texts of a folder of YAML files; the editor's sentences together are their one reference. */
export function readGolden(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const { id, language, title, text, editor } = parse(readFileSync(join(folder, name), "utf8"));
      const wanted = editor.map(({ sentence }) => locate(text, sentence, name));
      return { ...prepare({ id, title, text, refs: [inOrder(wanted).join("\n")] }), language, wanted };
    });
}

function locate(text, sentence, name) {
  const start = text.indexOf(sentence);
  if (start < 0) throw new Error(`${name}: the text does not hold «${sentence}»`);
  return { start, end: start + sentence.length, text: sentence };
}

const inOrder = (spans) => spans.toSorted((a, b) => a.start - b.start).map(({ text }) => text);

/** `sentences` are those that the lead, LexRank, chance and the oracle may choose. */
export function withSentences(article) {
  return { ...article, sentences: writtenSentences(article.text) };
}

function prepare({ id, title, text, refs }) {
  return withSentences({
    id,
    title: title ?? undefined,
    text,
    words: countWords(text),
    references: refs.map(tokensOf),
    refWords: Math.round(mean(refs.map(countWords))),
  });
}

/** A number that stays the same for an id. */
export function numberOf(id) {
  return createHash("sha1").update(String(id)).digest().readUInt32BE(0);
}
