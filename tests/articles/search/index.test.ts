// The laws of the search index: what a word finds, and what stands first.
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createSearchIndex, type Indexed, type SearchIndex } from "../../../src/articles/search.ts";
import { indexed, now } from "./archive.ts";

let index: SearchIndex;
beforeEach(() => {
  index = createSearchIndex();
});

function fill(...articles: readonly Partial<Indexed>[]): void {
  for (const [at, changes] of articles.entries()) index.add(indexed(at + 1, changes));
}
const numbers = (words: string, wish: object = {}): number[] =>
  index.search(words, { limit: 10, now, ...wish }).hits.map(({ number }) => number);

describe("a word finds an article", () => {
  it.each([
    ["whatever its hamza", "اسعار", "أسعار القمح ترتفع"], // prices
    ["whatever hamza the reader types", "إسعار", "أسعار القمح ترتفع"],
    ["with ya for alef maqsura", "مستشفي", "مستشفى جديد في المدينة"], // hospital
    ["with ha for ta marbuta", "مدرسه", "مدرسة جديدة في المدينة"], // school
    ["without tashkeel", "علم", "عِلْمُ الفلك للجميع"], // science
    ["through tashkeel of the reader", "عِلْم", "علم الفلك للجميع"],
    ["without tatweel", "كتاب", "كتـــاب جديد في المعرض"], // book
    ["with clitics in the search", "وبالاقتصاد", "الاقتصاد ينمو بثبات"], // "and by the economy"
    ["with clitics in the article", "اقتصاد", "خبراء يشيدون بالاقتصاد"],
    ["with an article in front", "المدينة", "مدينة تستعد للشتاء"], // the city
    ["in the plural for the singular", "مدرسة", "المدارس تفتح أبوابها"],
    ["in the singular for the plural", "المدارس", "مدرسة تفتح أبوابها"],
    ["in the sound feminine plural", "شركات", "شركة تعلن أرباحها"], // companies
    ["in Latin letters of any case", "IPHONE", "هاتف iPhone يصل الأسواق"],
    ["in Arabic-Indic digits", "٢٠٣٠", "خطة 2030 للمياه"],
    ["in Latin digits", "2030", "خطة ٢٠٣٠ للمياه"],
  ])("%s", (_law, words, title) => {
    fill({}, { title }, {});
    expect(numbers(words)).toEqual([2]);
  });

  it("in its body, its summary and its source as well", () => {
    fill(
      { text: "زار الوفد منارة قديمة." }, // "the delegation visited an old lighthouse"
      { summary: { sentences: [{ text: "ترميم منارة.", start: 0, end: 12, score: 1 }] } },
      { summary: { sentences: [], editor: "المنارة تعود." } },
      { source: "صحيفة المنارة" },
      {},
    );
    expect(numbers("منارة").toSorted()).toEqual([1, 2, 3, 4]);
  });

  it("by its beginning, when it is the last one", () => {
    fill({ title: "الاقتصاد ينمو" }, { title: "المدارس تفتح أبوابها" });
    expect(numbers("اقتص")).toEqual([1]);
    expect(numbers("مدار")).toEqual([2]);
    expect(numbers("اقتص ينمو")).not.toContain(2);
  });

  it("with one letter wrong, missing or too many", () => {
    fill({ title: "الاقتصاد ينمو" }, { title: "كهرباء للقرى" }); // electricity for the villages
    expect(numbers("الاقتصاذ ينمو")).toEqual([1]);
    expect(numbers("كهربا للقرى")).toEqual([2]);
    expect(numbers("كهررباء للقرى")).toEqual([2]);
  });

  it("with two letters wrong only when it is long", () => {
    fill({ title: "تكنولوجيا المستقبل" }, { title: "قمح وشعير" });
    expect(numbers("تكنولجيه المستقبل")).toEqual([1]);
    expect(numbers("قمط")).toEqual([]);
  });

  it("not by the misspelling of a word that is there", () => {
    fill({ title: "مدارس القرية" }, { title: "مدير المصنع" }); // schools; a director
    expect(numbers("مدار")).toEqual([1]);
  });

  it("never by another number", () => {
    fill({ title: "خطة 2030 للمياه" });
    expect(numbers("2031")).toEqual([]);
  });

  it("as it is meant before any misspelling of another", () => {
    fill(
      { title: "سباق السيارات" },
      { title: "سباق السيابات" },
      { title: "سباق السيارات" },
      { title: "السيارات" },
    );
    expect(numbers("السيارات").includes(2)).toBe(false);
  });
});

describe("several words", () => {
  it("ask for all of them first, then for at least half", () => {
    fill(
      { title: "الطاقة والمياه", text: "تقرير عن القرى." }, // energy and water; a report on the villages
      { title: "الطاقة الشمسية في القرى" },
      { title: "الطاقة الشمسية" },
      { title: "القطن" },
    );
    expect(numbers("طاقة شمسية قرى")).toEqual([2, 3, 1]);
  });

  it("leave out partial answers where enough articles hold all of them", () => {
    fill(
      ...Array.from({ length: 6 }, () => ({ title: "الطاقة الشمسية" })),
      ...Array.from({ length: 3 }, () => ({ title: "الطاقة" })),
    );
    expect(index.search("الطاقة الشمسية", { limit: 3, now }).total).toBe(6);
  });

  it("are not spoilt by stop words, which count when they stand alone", () => {
    fill({ title: "الطاقة في القرى" }, { title: "من يوقف التصحر" });
    expect(numbers("الطاقة التي هذا من")).toEqual([1]);
    expect(numbers("من")).toEqual([2]);
  });
});

describe("the order", () => {
  it("puts the title before the body, however often the body says it", () => {
    fill({ text: "ميناء ".repeat(40) }, { title: "ميناء جديد على الساحل" }, { text: "ميناء واحد." }); // port
    expect(numbers("ميناء")).toEqual([2, 1, 3]);
  });

  it("puts the written word before another of its stem", () => {
    fill({ title: "مدرسة القرية" }, { title: "مدارس القرية" }, { title: "مدرسة القرية" });
    expect(numbers("مدارس")[0]).toBe(2);
  });

  it("prefers the newer of equals, gently: an old title stands before a new body", () => {
    const old = "2025-01-01T00:00:00.000Z";
    fill({ title: "ميناء" }, { title: "ميناء", published: old }, { text: "ميناء.", title: "خبر" });
    expect(numbers("ميناء")).toEqual([1, 2, 3]);
  });

  it("is the same for pages as for the whole", () => {
    fill(...Array.from({ length: 23 }, (_, at) => ({ text: "ميناء ".repeat((at * 7) % 23) })));
    const whole = numbers("ميناء", { limit: 30 });
    const pages = [0, 5, 10, 15, 20].flatMap((offset) => numbers("ميناء", { limit: 5, offset }));
    expect(whole).toHaveLength(22);
    expect(pages).toEqual(whole);
  });

  it("puts first, or among equals, the article whose title is asked for", () => {
    const words = ["قمح", "ميناء", "كهرباء", "جامعة", "قطار", "بحيرة", "متحف", "نخيل", "صحراء", "مصنع"];
    const title = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 12 }), fc.nat(), (titles, chosen) => {
        const small = createSearchIndex();
        for (const [at, each] of titles.entries()) small.add(indexed(at + 1, { title: each.join(" ") }));
        const asked = titles[chosen % titles.length] ?? [];
        const { hits } = small.search(asked.join(" "), { limit: 20, now });
        const own = hits.find(({ number }) => number === (chosen % titles.length) + 1);
        expect(own?.score).toBe(hits[0]?.score);
      }),
    );
  });
});

describe("a wish", () => {
  it("narrows to a topic and to a span of publication", () => {
    fill(
      { title: "ميناء", topics: ["economy"], published: "2026-11-01T00:00:00.000Z" },
      { title: "ميناء", topics: ["science", "economy"], published: "2026-11-10T00:00:00.000Z" },
      { title: "ميناء", topics: ["science"], published: "2026-11-20T00:00:00.000Z" },
    );
    expect(numbers("ميناء", { topic: "economy" }).toSorted()).toEqual([1, 2]);
    expect(numbers("ميناء", { topic: "sport" })).toEqual([]);
    const [from, to] = [new Date("2026-11-10T00:00:00Z"), new Date("2026-11-20T00:00:00Z")];
    expect(numbers("ميناء", { from }).toSorted()).toEqual([2, 3]);
    expect(numbers("ميناء", { to }).toSorted()).toEqual([1, 2]);
    expect(numbers("ميناء", { from, to, topic: "science" })).toEqual([2]);
  });
});

describe("the index", () => {
  it("forgets what was removed, and finds what an update says and not what it said", () => {
    fill({ title: "ميناء" }, { title: "ميناء" });
    expect(index.remove(1)).toBe(true);
    expect(index.remove(1)).toBe(false);
    expect(numbers("ميناء")).toEqual([2]);
    index.add(indexed(2, { title: "مطار" })); // airport
    expect([numbers("ميناء"), numbers("مطار"), index.size]).toEqual([[], [2], 1]);
  });

  it("stays right while it sweeps after thousands of updates", () => {
    const body = (number: number): string => `كلمة${number} مشتركة.`;
    for (let round = 0; round < 6; round += 1)
      for (let number = 1; number <= 300; number += 1)
        index.add(indexed(number, { title: "عنوان", text: `${body(number)} جولة${round}` }));
    expect(index.size).toBe(300);
    expect(index.search("مشتركة", { limit: 5, now }).total).toBe(300);
    expect(index.search("جولة5", { limit: 5, now }).total).toBe(300);
    expect(numbers("جولة0")).toEqual([]);
    expect(numbers("كلمة77")).toEqual([77]);
  });

  it("finds every article by a rare word of its body, among many", () => {
    const rare = (number: number): string =>
      `ن${[...String(number)].map((digit) => "بتثجحخدذرز"[Number(digit)]).join("")}ظ`;
    for (let number = 1; number <= 500; number += 1)
      index.add(indexed(number, { text: `جملة عامة عن السوق. ثم ${rare(number)} في آخر النص.` }));
    for (let number = 1; number <= 500; number += 1) expect(numbers(rare(number))[0]).toBe(number);
  });

  it.each([
    ["nothing", ""],
    ["blanks", " \n\t "],
    ["diacritics alone", "\u064b\u064c\u0650"],
    ["an emoji", "🙂🙂"],
    ["signs of regular expressions", ".*+?^$()|[]\\"],
    ["quotes that hold nothing", '«» ""'],
    ["half a surrogate", "\ud83d"],
    ["a word of ten thousand letters", "م".repeat(10_000)],
  ])("finds nothing for %s and does not throw", (_what, words) => {
    fill({ title: "ميناء" });
    expect(index.search(words, { limit: 5, now })).toEqual({ total: 0, hits: [], isNear: false });
  });

  it("reads the first words of an endless search, and those of a hostile one", () => {
    fill({ title: "ميناء" });
    expect(numbers(`ميناء ${"كلمة ".repeat(5_000)}`)).toEqual([1]);
    expect(numbers("'; DROP TABLE articles; -- ميناء")).not.toContain(2);
    expect(numbers(Array.from({ length: 40 }, (_, at) => `غريب${at}`).join(" "))).toEqual([]);
  });

  it("takes any string, as a search and as an article", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (text, words) => {
        const any = createSearchIndex();
        any.add(indexed(1, { title: words, text }));
        expect(any.search(words, { limit: 3, now }).total).toBeLessThanOrEqual(1);
        expect(any.search(text, { limit: 3, now }).total).toBeLessThanOrEqual(1);
      }),
    );
  });
});
