// What an editor may expect of every summary, held on the golden texts, the noisy pages and generated furniture.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addFurniture } from "../../bench/furniture.js";
import { isDangling } from "../../src/summary/dangling.ts";
import { type ChosenSentence, summarize } from "../../src/summary/summarize.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { stems } from "../../src/text/stem.ts";

const tests = dirname(dirname(fileURLToPath(import.meta.url)));

interface Article {
  readonly name: string;
  readonly text: string;
  readonly title?: string;
}

function filesOf(folder: string, ending: string): readonly { name: string; written: string }[] {
  return readdirSync(join(tests, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, written: readFileSync(join(tests, folder, name), "utf8") }));
}

const golden = filesOf("golden", ".yaml").map(({ name, written }) => {
  const { text, title, editor } = parse(written) as {
    text: string;
    title: string | null;
    editor: { sentence: string }[];
  };
  const article: Article = title === null ? { name, text } : { name, text, title };
  return { article, editor: editor.map(({ sentence }) => lettersOf(sentence)) };
});

const noisy = filesOf("fixtures/noisy", ".txt").map(({ name, written }) => {
  const sidecar = readFileSync(join(tests, "fixtures/noisy", name.replace(".txt", ".yaml")), "utf8");
  const { title, body } = parse(sidecar) as { title: string; body: string[] };
  return { name, text: written, title, body: body.map(lettersOf) };
});

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

const isWithin = (one: string, others: readonly string[]): boolean =>
  others.some((other) => other.includes(one) || one.includes(other));

const choose = ({ text, title }: Article, sentences = 3): readonly ChosenSentence[] =>
  summarize(title === undefined ? { text } : { text, title }, { sentences }).sentences;

it("at least 80 % of the chosen sentences are among the editor's", () => {
  const hits = golden.flatMap(({ article, editor }) =>
    choose(article).map(({ text }) => isWithin(lettersOf(text), editor)),
  );
  expect(golden.length).toBeGreaterThanOrEqual(20);
  expect(hits.filter((isHit) => isHit).length / hits.length).toBeGreaterThanOrEqual(0.8);
});

const articles: readonly Article[] = [...golden.map(({ article }) => article), ...noisy];

describe.each(articles.map((article) => [article.name, article] as const))("%s", (_name, article) => {
  it.each([1, 3, 5])("in %i sentences leans on nothing that is cut", (count) => {
    const chosen = choose(article, count);
    const written = splitSentences(article.text);
    expect(chosen.length).toBeGreaterThan(0);
    for (const [at, { text, start, end }] of chosen.entries()) {
      expect(article.text.slice(start, end)).toBe(text);
      if (!isDangling(text)) continue;
      const before = written.findLast((sentence) => sentence.end <= start);
      expect(chosen[at - 1]?.start, text).toBe(before?.start);
    }
  });

  it("says nothing twice: two sentences share less than half of their stems", () => {
    const sets = choose(article, 5).map(({ text }) => new Set(stems(text)));
    for (const [at, one] of sets.entries()) {
      for (const other of sets.slice(at + 1)) {
        const shared = [...one].filter((stem) => other.has(stem)).length;
        expect((2 * shared) / (one.size + other.size)).toBeLessThan(0.5);
      }
    }
  });

  it("does not say the title again", () => {
    if (article.title === undefined) return;
    const [first] = choose(article);
    expect(lettersOf(first?.text ?? "")).not.toBe(lettersOf(article.title));
  });
});

describe.each(noisy.map((page) => [page.name, page] as const))("%s", (_name, { body, ...page }) => {
  it.each([
    ["with its title", page],
    ["without it", { name: page.name, text: page.text }],
  ])("%s gives sentences of the article only", (_how, article) => {
    for (const { text } of choose(article)) expect(isWithin(lettersOf(text), body), text).toBe(true);
  });
});

it.each(["dev", "held"] as const)("furniture of the bank %s enters at most 1 %% of summaries", (bank) => {
  const pages = golden.flatMap(({ article }) =>
    [1, 2, 3, 4].map((seed) => addFurniture(article, { seed: seed * 1009 + article.text.length, bank })),
  );
  const foul = pages.filter(({ text, title, pieces }) =>
    choose(title === undefined ? { name: "", text } : { name: "", text, title }).some(({ start, end }) =>
      pieces.some((piece) => piece.start < end && start < piece.end),
    ),
  );
  expect(pages.length).toBeGreaterThanOrEqual(100);
  expect(foul.length / pages.length).toBeLessThanOrEqual(0.01);
});
