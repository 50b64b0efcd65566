// A print says the same of the same news however it is spelt, stays small, and survives the store and hostile texts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeStories } from "../../../bench/stories.js";
import { most, type Print, toPrint } from "../../../src/articles/print.ts";
import { decodePrint, encodePrint } from "../../../src/articles/print-code.ts";
import { resemblance } from "../../../src/articles/stories/copy.ts";
import { kindOf } from "../../../src/articles/stories/things.ts";

const published = "2026-11-03T08:00:00.000Z";
const print = (text: string, title = ""): Print => toPrint({ title, text, published, language: "ar" });

describe("toPrint", () => {
  it.each([
    ["in digits of either kind", "أصيب ١٢ شخصا", "أصيب 12 شخصا"], // twelve people were hurt
    ["in words", "أصيب اثنا عشر شخصا", "أصيب 12 شخصا"], // twelve
    ["in compound words", "احترق خمسة وعشرون متجرا", "احترق 25 متجرا"], // twenty-five shops
    ["with thousands", "سجل 1,500 طالب", "سجل 1500 طالب"], // 1,500 students
    ["with a scale", "خصص 3.5 ملايين دولار", "خصص 3500000 دولار"], // 3.5 million
    ["with a letter before it", "نقل الإسعاف ب44 راكبا", "نقل الإسعاف 44 راكبا"], // with 44 passengers
  ])("reads a figure %s", (_how, one, other) => {
    expect(print(one).figures.length).toBeGreaterThan(0);
    expect([...print(one).figures]).toEqual([...print(other).figures]);
  });

  it.each([
    ["a year", "افتتح في 2019"],
    ["a day of a month", "وصل في 14 نوفمبر"],
    ["one", "قتل شخص واحد"],
  ])("takes no figure from %s", (_what, text) => {
    expect([...print(text).figures]).toEqual([]);
  });

  it("finds a person under a preposition as without it, and none in a preposition", () => {
    const [plain, joined] = [print("قال سامر القاضي كلمته"), print("الحكم لسامر القاضي اليوم")]; // Samer Al-Qadi
    expect(plain.persons).toHaveLength(1);
    expect([...joined.persons]).toEqual([...plain.persons]);
    expect(print("وقع على طريق قديم").persons).toHaveLength(0); // على is «علي» (Ali) when normalised
  });

  it.each([
    ["at once", "قال المدرب جوان الهنيدي كلمته"], // the coach Joan Al-Hunaidi
    ["behind what the office is of", "قال وزير الطاقة جوان الهنيدي كلمته"], // the minister of energy
    ["behind a country", "قال محافظ مصر جوان الهنيدي كلمته"], // a governor in Egypt
  ])("finds a person whose given name is in no list behind an office, %s", (_where, text) => {
    const [known] = print("قال المدرب جوان الهنيدي").persons;
    expect([...print(text).persons]).toEqual([known]);
  });

  it.each([
    ["a body", "رئيس حركة الإنقاذ"], // the head of the Salvation movement
    ["a verb", "الوزير يزور الرابية"], // the minister visits
    ["a deputy in the name of", "متحدث باسم الحماية"], // a spokesman for
    ["an owner of something", "احترق محل مالك العمارة"], // the owner of the building
  ])("takes no person from %s", (_what, text) => {
    expect([...print(text).persons]).toEqual([]);
  });

  it("knows two families of two words apart", () => {
    const [one, other] = [print("قال سليم أبو ريشة"), print("قال سليم أبو النور")]; // Abu Risha, Abu An-Nur
    expect([one.persons.length, other.persons.length]).toEqual([1, 1]);
    expect([...one.persons]).not.toEqual([...other.persons]);
  });

  it.each([
    ["a river", "فاض نهر الأرز", "فاض نهر القصب"], // the river of cedars, of reeds
    ["a storm with its name quoted", "ضربت العاصفة «نورس» الساحل", "ضربت العاصفة «هبوب» الساحل"], // the storm "Gull", "Gust"
  ])("knows %s by its name", (_what, text, other) => {
    const [one, two] = [print(text).things, print(other).things];
    expect([one.length, two.length]).toEqual([1, 1]);
    expect(kindOf(one[0] ?? 0)).toBe(kindOf(two[0] ?? 1));
    expect([...one]).not.toEqual([...two]);
    expect([...print(`${text} أمس`).things]).toEqual([...one]); // yesterday
  });

  it("names the land by its adjective and its capital", () => {
    const [name, adjective, capital] = ["خفضت مصر السعر", "البنك المصري خفض السعر", "خفضت القاهرة السعر"].map(
      (text) => [...print(text).places],
    );
    expect(name).toHaveLength(1);
    expect(adjective).toEqual(name);
    expect(capital).toEqual(name);
  });

  it("marks the weekdays of the lead", () => {
    expect(print("وقع الحادث الأحد").days).toBe(1); // Sunday
    expect(print("وقع الحادث صباح السبت").days).toBe(64); // Saturday
    expect(print("وقع الحادث").days).toBe(0);
  });

  it.each([
    ["an empty article", "", ""],
    ["one word", "خبر", ""],
    ["punctuation alone", "…!؟ «»", "؟"],
    ["a megabyte of one word", "خبر ".repeat(250_000), "خبر"],
    ["a megabyte without a blank", "خ".repeat(1_000_000), "خ".repeat(10_000)],
    ["digits alone", "٣".repeat(50_000), "99999999999999999999"],
    ["open quotation marks", "«".repeat(20_000), "«"],
    ["halves of pairs", "\ud800 \udfff خبر", "\udc00"],
  ])("gives a print of bounded size for %s", (_what, text, title) => {
    const made = print(text, title);
    expect(made.terms.length).toBeLessThanOrEqual(most.terms);
    expect(encodePrint(made).length).toBeLessThanOrEqual(724);
    expect(decodePrint(encodePrint(made))).toEqual(made);
  });

  it("takes a date that is none for the beginning of time", () => {
    expect(toPrint({ title: "", text: "", published: "غدا", language: "ar" }).published).toBe(0);
  });
});

describe("resemblance", () => {
  const words = Array.from({ length: 300 }, (_, at) => `كلمة${at}`);

  it("is 1 for the same text, about the share of runs for an edited one, 0 for none", () => {
    const [whole, edited] = [print(words.join(" ")), print(words.slice(0, 240).join(" "))];
    expect(resemblance(whole.copy, whole.copy)).toBe(1);
    expect(resemblance(whole.copy, edited.copy)).toBeGreaterThan(0.65);
    expect(resemblance(whole.copy, edited.copy)).toBeLessThan(0.95);
    expect(resemblance(whole.copy, print("").copy)).toBe(0);
    expect(resemblance(print("").copy, print("").copy)).toBe(0);
  });
});

const list = (count: number, least: number, greatest: number): fc.Arbitrary<number[]> =>
  fc
    .uniqueArray(fc.integer({ min: least, max: greatest }), { maxLength: count })
    .map((numbers) => numbers.sort((a, b) => a - b));
const longs = (count: number) =>
  list(count, -(2 ** 31), 2 ** 31 - 1).map((numbers) => Int32Array.from(numbers));
const shorts = (count: number) => list(count, 0, 0xffff).map((numbers) => Uint16Array.from(numbers));

const anyPrint: fc.Arbitrary<Print> = longs(most.terms).chain((terms) =>
  fc.record({
    published: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    language: fc.constantFrom("ar", "en", ""),
    size: fc.integer({ min: 0, max: 0xffff }),
    copy: fc.constantFrom(0, 64).chain((size) => fc.uint8Array({ minLength: size, maxLength: size })),
    terms: fc.constant(terms),
    weights: fc.uint8Array({ minLength: terms.length, maxLength: terms.length }),
    names: longs(most.names),
    quotes: longs(most.quotes),
    figures: longs(most.figures),
    places: shorts(most.places),
    persons: shorts(most.persons),
    things: shorts(most.things),
    days: fc.integer({ min: 0, max: 127 }),
  }),
);

describe("encodePrint and decodePrint", () => {
  it("give back any print, in ASCII of at most 724 characters", () => {
    fc.assert(
      fc.property(anyPrint, (made) => {
        const text = encodePrint(made);
        expect(text).toMatch(/^2[\w-]+$/);
        expect(text.length).toBeLessThanOrEqual(724);
        expect(decodePrint(text)).toEqual(made);
      }),
    );
  });

  it("take no other version, no cut text and no foreign one", () => {
    const text = encodePrint(print("أخمدت فرق الإطفاء حريقا في سوق الزيتون")); // crews put out a fire
    expect(decodePrint(`1${text.slice(1)}`)).toBeUndefined();
    expect(decodePrint(text.slice(0, -5))).toBeUndefined();
    fc.assert(fc.property(fc.string(), (foreign) => decodePrint(foreign) === undefined));
    const encoded = fc.base64String({ maxLength: 2000 }).map((foreign) => `2${foreign}`);
    fc.assert(
      fc.property(encoded, (foreign) => {
        decodePrint(foreign);
      }),
    );
  });

  it("keep a news article within 700 characters", () => {
    const sizes = makeStories({ events: 24, distractors: 60 }).map(
      (article) => encodePrint(toPrint(article)).length,
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(700);
  });
});
