// Stems: forms of one word meet, and other words stay apart.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../src/text/normalize.ts";
import { normalizedWords, stem, stems } from "../../src/text/stem.ts";
import { isStopWord } from "../../src/text/stopWords.ts";

describe("stem", () => {
  it.each([
    ["the article", "الكتاب", "كتاب"], // the book
    ["a conjunction and the article", "والكتاب", "كتاب"],
    ["a preposition and the article", "بالكتاب", "كتاب"],
    ["«لل»", "للكتاب", "كتاب"],
    ["all three", "وبالكتاب", "كتاب"],
    ["a bare conjunction", "وكتاب", "كتاب"],
    ["a bare preposition before م", "بمدينة", "مدينة"], // in a city
    ["a bare preposition before ت", "لتحقيق", "تحقيق"], // to reach
    ["the sign of the future", "سيعقد", "يعقد"], // will hold
    ["the plural ending", "معلمون", "معلم"], // teachers
    ["the feminine plural and ta marbuta", "معلمات", "معلمة"],
    ["a pronoun", "كتابهم", "كتاب"], // their book
    ["the ending of an adjective", "الليبية", "ليبي"],
    ["vowels and alef forms", "إعْلان", "اعلان"],
    ["a pronoun behind ta marbuta", "مدرستهم", "مدرسة"], // their school
    ["the dual", "دولتين", "دولة"], // two states
    ["the feminine of a past verb", "أعلنت", "أعلن"], // she announced
    ["the alef of the accusative", "مشروعاً", "مشروع"], // a project
    ["the accusative and not «نا»", "بياناً", "بيان"], // a statement
    ["«نا»", "بلادنا", "بلاد"], // our country
    ["the adverb of an adjective", "رسمياً", "رسمية"], // officially
    ["a country and its people", "ليبيا", "الليبيون"],
    ['«و» only where it is "and"', "وزارة", "الوزارة"], // a ministry
    ["«ب» before a verbal noun", "باستخدام", "استخدام"], // with the use of
    ["«ل» before a plural", "لأعضاء", "الأعضاء"], // for the members
    ["«لل» before «ل»", "للجنة", "لجنة"], // to the committee
    ["the hamza before a pronoun", "أعضائها", "أعضاء"], // its members
    ["the other spelling", "المسئولين", "مسؤول"], // officials
  ])("takes away %s", (_rule, one, other) => expect(stem(one)).toBe(stem(other)));

  it.each([
    ["مدارسهم", "مدرسة"], // their schools
    ["وبالقوانين", "قانون"], // and by the laws
    ["أعضاؤه", "عضو"], // its members
    ["بشوارع", "شارع"], // in streets
    ["للدول", "دولة"], // for the states
  ])("gives the broken plural %s the stem of its singular", (plural, singular) =>
    expect(stem(plural)).toBe(stem(singular)),
  );

  it.each([
    ["جامعة", "جامع"], // university, mosque
    ["محافظات", "محافظ"], // governorates, governor
    ["عمليات", "عمل"], // operations, work
    ["لبنان", "لبن"], // Lebanon, milk
    ["سلطان", "سلطة"], // sultan, authority
    ["انهارت", "أنهار"], // it collapsed, rivers
    ["التزام", "زام"], // commitment
    ["تأمين", "تام"], // insurance, complete
  ])("keeps %s apart from %s", (one, other) => expect(stem(one)).not.toBe(stem(other)));

  it.each([
    ["ولد", "ولد"], // a boy
    ["فعل", "فعل"], // a deed
    ["بحر", "بحر"], // a sea
    ["سياسة", "سياس"], // policy
    ["سيطرة", "سيطر"], // control
    ["سينما", "سينم"], // cinema
    ["بترول", "بترول"], // petrol
    ["كتاب", "كتاب"],
    ["ليبيا", "ليب"],
  ])("leaves the first letter of %s", (word, expected) => expect(stem(word)).toBe(expected));

  it("takes the same from a word with its article and without", () => {
    for (const word of ["بترولية", "سياسة", "سيارة", "سينما", "برنامج", "لبنان", "كهرباء"])
      expect(stem(`ال${word}`)).toBe(stem(word));
  });

  it("never leaves fewer than three letters of a word that had them", () => {
    for (const word of ["وان", "الى", "ماء", "بهم", "كتب", "ونا", "الات", "سيارات", "بالها", "للي"]) {
      expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(3, normalize(word).length));
    }
  });

  it.each([
    ["stories", "story"],
    ["Banks", "bank"],
    ["boxes", "box"],
    ["class", "class"],
    ["gas", "gas"],
    ["virus", "virus"],
  ])("takes the plural from %s", (word, expected) => expect(stem(word)).toBe(expected));
});

describe("the word groups of tests/fixtures/stems", () => {
  const folder = new URL("../fixtures/stems/", import.meta.url);
  const readLists = (name: string): string[][] =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => !line.startsWith("#") && line.includes("|"))
      .map((line) => (line.split("|")[1] ?? "").trim().split(/\s+/));

  it("are kept apart where they are other words", () => {
    const met = readLists("apart.txt").filter((words) => new Set(words.map(stem)).size < words.length);
    expect(met).toEqual([]);
  });

  it("meet where they are forms of one word, but for one form in twenty", () => {
    const groups = readdirSync(folder)
      .filter((name) => name !== "apart.txt")
      .flatMap(readLists);
    expect(groups.flat().length).toBeGreaterThan(1000);
    const strays = groups.flatMap((words) =>
      words.filter((word) => stem(word) !== mostCommon(words.map(stem))),
    );
    expect(strays.length).toBeLessThan(groups.flat().length / 20);
  });
});

function mostCommon(words: readonly string[]): string | undefined {
  const count = (word: string): number => words.filter((other) => other === word).length;
  return words.toSorted((a, b) => count(b) - count(a))[0];
}

describe("stems", () => {
  it("leaves stop words out, and keeps order and repeats", () => {
    expect(stems("أعلن الوزير عن المشروع، وأن المشروع في المدينة")).toEqual([
      stem("أعلن"),
      stem("وزير"),
      stem("مشروع"),
      stem("مشروع"),
      stem("مدينة"),
    ]);
  });

  it("keeps a decimal whole", () => {
    expect(stems("نسبة ٣٫٥")).toEqual([stem("نسبة"), "3.5"]);
  });

  it("gives nothing for an empty text", () => expect(stems("")).toEqual([]));
});

describe("normalizedWords", () => {
  const asDefined = (text: string): readonly string[] =>
    normalize(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?<=\p{N})[.,:]\p{N}+)*/gu) ?? [];

  it.each(["", "نسبة ٣٫٥ في المئة", "في 1,250.5 و10:30، ثم 3.", "café e\u0301te", "a²:1", "𐎀𐎁 ab", "हिन्दी"])(
    "takes the words of «%s»",
    (text) => expect(normalizedWords(text)).toEqual(asDefined(text)),
  );

  it("finds what the definition finds in any text", () => {
    const mixed = fc
      .array(fc.constantFrom(..."اب ج٣5.,:؛²½ّ\u0301é–… \uD800\u06dda"), { maxLength: 20 })
      .map((units) => units.join(""));
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: "binary" })), (text) => {
        expect(normalizedWords(text)).toEqual(asDefined(text));
      }),
    );
  });
});

describe("isStopWord", () => {
  it.each(["في", "إلى", "وهذا", "فمن", "بينهم", "عليها", "التي", "the", "and"])("knows %s", (word) => {
    expect(isStopWord(normalize(word))).toBe(true);
  });
  it.each(["وزير", "كتاب", "مدينة", "market"])("passes %s", (word) =>
    expect(isStopWord(normalize(word))).toBe(false),
  );
});
