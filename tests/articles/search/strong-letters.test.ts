// Words that a search passes over unread: none of them may be one that it looks for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mayHold } from "../../../src/articles/search/strong-letters.ts";
import { termOf } from "../../../src/articles/search/terms.ts";
import { brokenPlurals } from "../../../src/text/arabic/brokenPlurals.ts";
import { normalize } from "../../../src/text/normalize.ts";
import { splitWords } from "../../../src/text/words.ts";

const folder = new URL("../../../content", import.meta.url).pathname;
const prose = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(md|txt|html)$/.test(name))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");
const written = new Set(splitWords(prose).map(({ text }) => text));

describe("a word that a search passes over", () => {
  it("never has the term that is looked for, in all the words of the sample articles", () => {
    expect(written.size).toBeGreaterThan(1_500);
    for (const word of written) expect(mayHold([termOf(normalize(word))])(word), word).toBe(true);
  });

  it("never is a plural or the singular of one", () => {
    for (const [plural, singular] of brokenPlurals) {
      for (const term of [plural, singular].map((word) => termOf(normalize(word)))) {
        expect(mayHold([term])(plural), plural).toBe(true);
        expect(mayHold([term])(singular), singular).toBe(true);
      }
    }
  });

  it("is most of a text", () => {
    // Coffee, the ministry.
    const passes = mayHold(["قهوة", "وزارة"].map((word) => termOf(normalize(word))));
    const read = [...written].filter(passes).length;
    expect(read).toBeLessThan(written.size / 4);
  });

  it("is none where the letters are written in other ways", () => {
    // Persian kaf, a presentation form, Latin: what they are folded to is told only by reading them.
    for (const word of ["کتاب", "ﻛﺘﺎﺏ", "kitab"]) expect(mayHold([termOf("كتاب")])(word)).toBe(true);
  });
});
