// What counts as the same text when two are compared.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../src/text/normalize.ts";

describe("normalize", () => {
  it.each([
    ["drops the tatweel", "كتـــاب", "كتاب"], // kitab, "book"
    ["drops the tashkeel", "كِتَابٌ", "كتاب"],
    ["unifies the alef forms", "أحمد إلى آخر ٱلكتاب", "احمد الي اخر الكتاب"], // Ahmad, to, last, the book
    ["unifies a decomposed hamza", "ا\u0654حمد", "احمد"],
    ["unifies ya and alef maqsura", "مستشفى", "مستشفي"], // hospital
    ["unifies the seats of hamza", "مسؤول بيئة", "مسوول بييه"], // official, environment
    ["writes ta marbuta as ha", "مدينة", "مدينه"], // city
    ["unifies Persian and Urdu letters", "کتاب گل پچ ہم", "كتاب كل بج هم"],
    ["reads presentation forms", "ﻛﺘﺎﺏ ﻻ", "كتاب لا"],
    ["drops detached vowels of presentation", "ك\uFE70ت", "كت"],
    ["writes Arabic-Indic digits in Latin", "٢٠٢٦", "2026"],
    ["writes Persian digits in Latin", "۱۴۰۵", "1405"],
    ["writes the Arabic decimal and thousands marks in Latin", "٣٫٥ ١٬٠٠٠", "3.5 1,000"],
    ["unifies curly and angled quotes", "“نعم” «لا» „كلا‟", '"نعم" "لا" "كلا"'],
    ["unifies single quotes", "‘a’ `b´", "'a' 'b'"],
    ["drops zero-width and bidi controls", "\u200Fكت\u200Cاب\u202C\uFEFF", "كتاب"],
    ["drops the soft hyphen", "co\u00ADop", "coop"],
    ["folds case", "Reuters ÉTÉ", "reuters été"],
    ["collapses white space of every kind", "  واحد \n\t\u00A0اثنان  ", "واحد اثنان"],
    ["gives nothing for an empty text", "", ""],
    ["gives nothing for white space", " \n ", ""],
  ])("%s", (_rule, input, expected) => expect(normalize(input)).toBe(expected));

  it("keeps letters that only look alike apart", () => {
    expect(normalize("سار")).not.toBe(normalize("صار"));
  });

  it("changes nothing the second time, for Arabic and Latin text", () => {
    const unit = fc.constantFrom(..."أإآابتةىيئؤء٠٩۵كـگ ًُّ\u200F\u200C«»“’ \n\tAbZé.,؛؟1٬ﻻﻛ");
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
    );
  });

  it("takes any string, also longer than one call's arguments", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof normalize(text) === "string"));
    expect(normalize("أب ".repeat(20_000)).length).toBe(59_999);
  });
});
