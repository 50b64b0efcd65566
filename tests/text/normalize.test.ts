// What counts as the same text when two are compared.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../src/text/normalize.ts";
import { runs } from "../runs.ts";

describe("normalize", () => {
  it.each([
    ["drops the tatweel", "كتـــاب", "كتاب"], // kitab, "book"
    ["drops the tashkeel", "كِتَابٌ", "كتاب"],
    ["unifies the alef forms", "أحمد إلى آخر ٱلكتاب", "احمد الي اخر الكتاب"], // Ahmad, to, last, the book
    ["unifies a decomposed hamza", "ا\u0654حمد", "احمد"],
    ["unifies ya and alef maqsura", "مستشفى", "مستشفي"], // hospital
    ["unifies the seats of hamza", "مسؤول بيئة", "مسوول بييه"], // official, environment
    ["writes ta marbuta as ha", "مدينة", "مدينه"], // city
    [
      "drops madda and hamza as marks, in any order",
      "ا\u0653\u064E ا\u064E\u0653 و\u0654 ه\u0654",
      "ا ا و ه",
    ],
    ["drops the high hamza", "اٴ ٵ ٶ ٸ", "ا ا و ي"],
    ["drops the dagger alef and the wavy marks", "هٰذا رحمٗن", "هذا رحمن"], // this, Merciful
    ["drops the marks of the extended blocks", "ك\u08F0ت\u08E4ا\u089Cب", "كتاب"],
    ["drops Quranic stops and the end of a verse", "قال ۖ نعم ۝١", "قال نعم 1"], // he said yes, verse 1
    ["unifies Persian and Urdu letters", "کتاب گل پچ ہم", "كتاب كل بج هم"],
    ["unifies Urdu's heh, noon and yeh barree", "ھم یہاں ۓ ۂ ۀ ۃ ۔", "هم يهان ي ه ه ه ."],
    ["unifies Kurdish letters", "کوردی ڕۆژ ێ ڵ ۆ ە", "كوردي روز ي ل و ه"],
    ["unifies Pashto and Sindhi letters", "ټ ډ ړ ڼ ګ ې ۍ ڪ ٻ ڀ", "ت د ر ن ك ي ي ك ب ب"],
    ["unifies the letters of the Maghreb", "ڨفصة أڭادير ڢاس ڧال ڥ", "قفصه اكادير فاس قال ف"], // Gafsa, Agadir, Fez
    ["gives dotless letters their dots", "ٮعد ڡى ٯال", "بعد في قال"], // after, in, said
    ["reads presentation forms", "ﻛﺘﺎﺏ ﻻ", "كتاب لا"],
    ["reads lam-alef in all its forms", "ﻻ ﻷ ﻹ ﻵ ﻼ", "لا لا لا لا لا"], // no
    ["reads ligatures of words", "ﷲ ﷴ ﷺ ﷻ", "الله محمد صلي الله عليه وسلم جل جلاله"],
    ["reads ligatures that have no compatibility form", "﷽ ﵇ ﷿", "بسم الله الرحمن الرحيم عليه السلام عز وجل"],
    ["reads the rial sign", "﷼", "ريال"],
    ["drops detached vowels of presentation", "ك\uFE70ت", "كت"],
    ["writes Arabic-Indic digits in Latin", "٢٠٢٦", "2026"],
    ["writes Persian digits in Latin", "۱۴۰۵", "1405"],
    ["writes the Arabic decimal and thousands marks in Latin", "٣٫٥ ١٬٠٠٠", "3.5 1,000"],
    ["writes the percent sign in Latin", "٥٪", "5%"],
    ["reads full-width forms", "Ａｂ１２，３％", "ab12,3%"],
    ["reads digits in circles and above the line", "① م²", "1 م2"],
    ["writes the ellipsis as dots", "ثم…", "ثم..."], // then…
    ["unifies dashes and minus", "أ–ب—ج‑د−1", "ا-ب-ج-د-1"],
    ["unifies curly and angled quotes", "“نعم” «لا» „كلا‟", '"نعم" "لا" "كلا"'],
    ["unifies single quotes", "‘a’ `b´", "'a' 'b'"],
    ["drops zero-width and bidi controls", "\u200Fكت\u200Cاب\u202C\uFEFF", "كتاب"],
    ["unifies apostrophes of transliteration", "Qurʾan Saʿud Qur’an", "qur'an sa'ud qur'an"],
    ["leaves the angle that parts a path", "أخبار › رياضة", "اخبار › رياضه"], // news, sport
    ["leaves the Arabic comma, semicolon and question mark", "نعم، لا؛ لم؟", "نعم، لا؛ لم؟"], // yes, no; why?
    ["drops isolates, embeddings and overrides", "\u2068أ\u2069\u202Aب\u202C\u202Eج\u202C\u061Cد", "ابجد"],
    ["drops joiners, fillers and variation selectors", "م\u200Dن\u2060 ❤\uFE0F \u{E0101}ك\u034F", "من ❤ ك"],
    ["drops controls", "ك\u0000ت\u0007ب\u009F", "كتب"], // books
    ["gives half a surrogate pair as a sign", "ك\uD83Dت", "ك\uFFFDت"],
    ["joins halves that only a dropped mark parts", "\uD83D\u200D\uDE00", "😀"],
    ["drops the soft hyphen", "co\u00ADop", "coop"],
    ["folds case", "Reuters ÉTÉ", "reuters été"],
    ["collapses white space of every kind", "  واحد \n\t\u00A0اثنان  ", "واحد اثنان"],
    ["gives nothing for an empty text", "", ""],
    ["gives nothing for white space", " \n ", ""],
  ])("%s", (_rule, input, expected) => expect(normalize(input)).toBe(expected));

  it("keeps letters that only look alike apart", () => {
    expect(normalize("سار")).not.toBe(normalize("صار"));
  });

  it("changes nothing the second time, for any text", () => {
    const arabic = fc.constantFrom(..."أإآابتةىيئؤء٠٩۵كـگ ًُّ\u200F\u200C«»“’ \n\tAbZé.,؛؟1٬ﻻﻛﷲﱞﳲ…¨´");
    const other = fc.constantFrom(
      "\uD83D",
      "\uDE00",
      "\uDB40",
      "\uDD00",
      "\u{E0100}",
      "\u0301",
      "\u0327",
      "İ",
      "Σ",
    );
    const unit = fc.oneof(arabic, other, fc.string({ unit: "binary", minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
      runs(2000),
    );
  });

  it("changes nothing the second time, for any character between a letter and an accent", () => {
    const changing: string[] = [];
    // The planes behind these hold Chinese characters, and nothing that composes.
    for (let code = 0; code < 0x20000; code += 1) {
      const once = normalize(`a${String.fromCodePoint(code)}\u0301b`);
      if (normalize(once) !== once) changing.push(code.toString(16));
    }
    expect(changing).toEqual([]);
  });

  it("takes any string, also longer than one call's arguments", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof normalize(text) === "string"));
    expect(normalize("أب ".repeat(20_000)).length).toBe(59_999);
  });
});
