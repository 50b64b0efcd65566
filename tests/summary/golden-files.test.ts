// The golden texts and the noisy pages say what they must: verbatim sentences, one id each, Arabic.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isDangling } from "../../src/summary/dangling.ts";
import { detectLanguage } from "../../src/text/language.ts";
import { countWords } from "../../src/text/words.ts";

const tests = dirname(dirname(fileURLToPath(import.meta.url)));
const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(tests, folder))
    .filter((name) => name.endsWith(ending))
    .sort();
const read = (folder: string, name: string): string => readFileSync(join(tests, folder, name), "utf8");

interface Golden {
  readonly id: string;
  readonly language: string;
  readonly kind: string;
  readonly title: string | null;
  readonly text: string;
  readonly editor: readonly { readonly sentence: string; readonly reason: string }[];
}

describe("golden texts", () => {
  const files = namesIn("golden", ".yaml").map((name) => ({
    name,
    golden: parse(read("golden", name)) as Golden,
  }));

  it("are at least twenty in Arabic, each with an id of its own", () => {
    expect(files.filter(({ golden }) => golden.language === "ar").length).toBeGreaterThanOrEqual(20);
    expect(files.map(({ golden }) => `${golden.id}.yaml`)).toEqual(files.map(({ name }) => name));
    expect(new Set(files.map(({ golden }) => golden.text)).size).toBe(files.length);
  });

  it("hold a long feature and a text without a title", () => {
    expect(files.some(({ golden }) => countWords(golden.text) >= 800)).toBe(true);
    expect(files.some(({ golden }) => golden.title === null)).toBe(true);
  });

  it.each(files)("$name holds the editor's sentences word for word", ({ golden }) => {
    const { text, language, kind, editor } = golden;
    expect(kind).not.toBe("");
    expect(detectLanguage(text)).toBe(language);
    expect(editor.length).toBeGreaterThanOrEqual(4);
    expect(editor.length).toBeLessThanOrEqual(5);
    expect(new Set(editor.map(({ sentence }) => sentence)).size).toBe(editor.length);
    // The most important one may stand alone.
    expect(isDangling(editor[0]?.sentence ?? "")).toBe(false);
    for (const { sentence, reason } of editor) {
      expect(text.split(sentence).length, sentence).toBe(2);
      expect(sentence).toMatch(/[.!?؟»"]$/);
      expect(reason.trim()).not.toBe("");
    }
  });
});

describe("noisy pages", () => {
  const pages = namesIn("fixtures/noisy", ".txt").map((name) => {
    const sidecar = parse(read("fixtures/noisy", name.replace(/txt$/, "yaml"))) as {
      readonly title: string;
      readonly body: readonly string[];
    };
    return { name, text: read("fixtures/noisy", name), ...sidecar };
  });

  it("are at least eight, and no sidecar is without its page", () => {
    expect(pages.length).toBeGreaterThanOrEqual(8);
    expect(namesIn("fixtures/noisy", ".yaml").length).toBe(pages.length);
  });

  it.each(pages)("$name holds its body word for word, in order, and more than that", (page) => {
    expect(detectLanguage(page.text)).toBe("ar");
    expect(page.title).not.toBe("");
    expect(page.body.length).toBeGreaterThanOrEqual(5);
    let behind = 0;
    let rest = page.text;
    for (const sentence of page.body) {
      const at = page.text.indexOf(sentence, behind);
      expect(at, sentence).toBeGreaterThanOrEqual(behind);
      behind = at + sentence.length;
      rest = rest.replace(sentence, "");
    }
    expect(countWords(rest)).toBeGreaterThanOrEqual(15);
  });
});
