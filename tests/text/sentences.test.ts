// Where sentences end, rule by rule. «|» stands between the expected sentences.
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";

const split = (text: string): string =>
  splitSentences(text)
    .map((each) => each.text)
    .join(" | ");

describe("a sentence ends", () => {
  it.each([
    ["at a full stop", "وصل الوفد. بدأ اللقاء.", "وصل الوفد. | بدأ اللقاء."], // The delegation arrived. The meeting began.
    ["at a question mark", "هل وصل؟ نعم وصل.", "هل وصل؟ | نعم وصل."],
    ["at an exclamation mark", "يا له من يوم! انتهى.", "يا له من يوم! | انتهى."],
    ["at a run of marks, once", "متى ينتهي هذا؟! لا أحد يعلم.", "متى ينتهي هذا؟! | لا أحد يعلم."],
    ["at a line end", "السطر الأول طويل.\nالسطر الثاني طويل.", "السطر الأول طويل. | السطر الثاني طويل."],
    [
      "at every kind of line end",
      "أول سطر.\r\nثاني سطر.\rثالث سطر.\u2028رابع سطر.",
      "أول سطر. | ثاني سطر. | ثالث سطر. | رابع سطر.",
    ],
    [
      "where the space is missing",
      "أعلن أن العمل انتهى.وقال إنه سعيد.",
      "أعلن أن العمل انتهى. | وقال إنه سعيد.",
    ],
    ["where a space stands before the stop", "هذا هو الناي . وهو آلة .", "هذا هو الناي . | وهو آلة ."],
    [
      "where the space is on the wrong side",
      "أقرب الأصوات للإنسان .وللناي ثقوب.",
      "أقرب الأصوات للإنسان . | وللناي ثقوب.",
    ],
    ["behind a year", "وقع ذلك عام 2020. وبعده بعام عاد.", "وقع ذلك عام 2020. | وبعده بعام عاد."],
    ["behind a year without a space", "وقع ذلك عام 2020.وبعده عاد.", "وقع ذلك عام 2020. | وبعده عاد."],
    ["with the mark of Urdu", "یہ پہلا جملہ ہے۔ یہ دوسرا ہے۔", "یہ پہلا جملہ ہے۔ | یہ دوسرا ہے۔"],
    ["in English", "It rained. The match was cancelled.", "It rained. | The match was cancelled."],
    [
      "in English where the space is missing",
      "The war ended.The city rose.",
      "The war ended. | The city rose.",
    ],
  ])("%s", (_rule, text, expected) => expect(split(text)).toBe(expected));
});

describe("a sentence goes on", () => {
  it.each([
    ["at a semicolon", "وصل الوفد؛ ثم بدأ اللقاء."],
    ["in a decimal", "بلغت النسبة 3.5 في المئة."],
    ["in an Arabic decimal", "بلغت النسبة ٣٫٥ في المئة، أو ٣.٥ بالنقطة."],
    ["in thousands", "حضر 1.250.000 زائر."],
    ["in a date", "وقع في 24.11.2026 بالقاهرة."],
    ["in a time of day", "يبدأ في 7.30 مساء اليوم."],
    ["behind a title", "قال د. سامر إن الأمر واضح."], // Dr Samir said …
    ["behind a title with «و»", "حضر م. سالم ود. ليلى اللقاء."],
    ["behind a title with a space before its stop", "قال د . سامر إن الأمر واضح."],
    ["behind a glued title", "قال د.سامر إن الأمر واضح."],
    ["in a chain of titles", "قال أ.د. سامر وأ.م.د. ليلى ذلك."],
    ["behind a page", "ورد في ص. 45 من الكتاب."],
    ["behind the sign of a death", "كتبه الجاحظ (ت. 255 هـ.) في البصرة."],
    ["behind B.C. before a preposition", "بني عام 300 ق.م. في عهد قديم."],
    ["behind a year of the Hijra before a preposition", "توفي عام 150 هـ. في بغداد."],
    ["between two years of the Hijra", "حكموا بين 132 هـ. و656 هـ. في بغداد."],
    ["behind a length before a preposition", "تبعد 5 كم. عن المدينة."],
    ["in the name of a state", "زار ج.م.ع. في الربيع."],
    ["in the name of an agency", "نقلت أ.ف.ب. عن مصدر."],
    ["behind initials", "كتبته م. ع. سالم أمس."],
    ["behind et cetera before a comma", "باع القمح والشعير إلخ.، ثم عاد."],
    ["in a web address", "يمكن زيارة https://example.com/a.html?x=1 للمزيد عنه."],
    ["in a web address with capitals", "زوروا https://example.com/Page.Next?Id=4 اليوم للمزيد."],
    ["behind a quotation that a comma follows", 'قال: "سنعود غدا."، وغادر المكان.'],
    ["at a mark before its first word", "! وصل الوفد."],
    ["before a small letter in English", "The proc. was long."],
    ["in a domain", "أعلن موقع example.com الخبر."],
    ["in a mail address", "راسلونا على info@example.co.uk قبل الغد."],
    ["in a file name", "افتح report.final.pdf أولا."],
    ["in an ellipsis of brackets", "قال إن الأمن (...) يحتاج إلى جيش."],
    ["in a spaced ellipsis of brackets", 'قال إن "الأمن (... ) يحتاج إلى جيش".'],
    ["in an ellipsis sign of brackets", "قال إن الأمن (…) يحتاج إلى جيش."],
    ["at a doubt in brackets", "ولد عام 1200 (؟) في دمشق."],
    ["at two dots after few words", "مصر.. انطلاق المعرض الدولي للكتاب اليوم."],
    ["at two dots before few words", "وصل الوزير إلى المدينة مساء أمس.. ثم غادر."],
    ["inside a quotation", 'قال إن "العمل بدأ. وسوف يستمر" هذا العام.'],
    ["inside angled quotes", "قال إن «العمل بدأ. وسوف يستمر» هذا العام."],
    ["inside a mixed pair of quotes", 'قال إن “العمل بدأ. وسوف يستمر" هذا العام.'],
    ["at the mark of a quoted name", 'عرضت مسرحية "إلى أين؟" للكاتب سالم.'],
    ["behind English titles and initials", "Mr. J. R. Salem met Dr. Laila."],
    ["behind an English abbreviation before a name", "The U.S. Army left."],
    ["behind a time of day in English", "It began at 5 p.m. on Monday."],
    ["behind a number sign", "He lives at No. 5 now."],
    ["behind the mark in a name", "Yahoo! said it would close."],
    ["in a name with a stop", "They use Node.js every day."],
  ])("%s", (_rule, text) => expect(split(text)).toBe(text));
});

describe("an abbreviation ends its sentence too", () => {
  it.each([
    [
      "a year of the Hijra",
      "وقع ذلك عام 1445 هـ. وكان يوما مشهودا.",
      "وقع ذلك عام 1445 هـ. | وكان يوما مشهودا.",
    ],
    ["a length", "بلغ طول الطريق 12.5 كم. وأعلن العميد ذلك.", "بلغ طول الطريق 12.5 كم. | وأعلن العميد ذلك."],
    [
      "a year with its sign glued",
      "وقع ذلك عام 1956م. وكان يوما مشهودا.",
      "وقع ذلك عام 1956م. | وكان يوما مشهودا.",
    ],
    ["et cetera", "باع القمح إلخ. ثم وصلت القافلة.", "باع القمح إلخ. | ثم وصلت القافلة."],
    [
      "a state in English",
      "He lived in the U.S. The end came soon.",
      "He lived in the U.S. | The end came soon.",
    ],
  ])("%s", (_rule, text, expected) => expect(split(text)).toBe(expected));
});

describe("quotes, brackets and lists", () => {
  it.each([
    [
      "a closing quote behind the stop belongs to the sentence",
      'قال: "سنعود غدا." وغادر المكان.',
      'قال: "سنعود غدا." | وغادر المكان.',
    ],
    ["so does an angled one", "قال: «سنعود غدا.» وغادر المكان.", "قال: «سنعود غدا.» | وغادر المكان."],
    [
      "a stop behind the closing quote ends",
      'قال: "سنعود غدا". وغادر المكان.',
      'قال: "سنعود غدا". | وغادر المكان.',
    ],
    [
      "a speech of several sentences stays whole",
      'قال: "انتهى. لن نعود." ثم غادر.',
      'قال: "انتهى. لن نعود." | ثم غادر.',
    ],
    ["an asked question ends", "سأل: «لماذا؟» ثم مضى.", "سأل: «لماذا؟» | ثم مضى."],
    [
      "a quote that opens belongs to the next",
      'انتهى اللقاء. "نعم" قالها ومضى.',
      'انتهى اللقاء. | "نعم" قالها ومضى.',
    ],
    [
      "a quote that opens without a space belongs to the next",
      'انتهى اللقاء."نعم" قالها ومضى.',
      'انتهى اللقاء. | "نعم" قالها ومضى.',
    ],
    [
      "a quotation in a quotation is whole",
      "قال: «سمعت «نعم. لا» منهم. وسكت.» ومضى.",
      "قال: «سمعت «نعم. لا» منهم. وسكت.» | ومضى.",
    ],
    [
      "a whole sentence in brackets ends",
      "انتهى اللقاء. (لم يحضر الوزير.) بدأ الحفل.",
      "انتهى اللقاء. | (لم يحضر الوزير.) | بدأ الحفل.",
    ],
    [
      "a stray quote shifts nothing",
      'قال " إن العمل بدأ. وقال "سنعود. غدا" ثم مضى.',
      'قال " إن العمل بدأ. | وقال "سنعود. غدا" ثم مضى.',
    ],
    [
      "an address at the end leaves the stop to its sentence",
      "زار www.example.com. ثم عاد.",
      "زار www.example.com. | ثم عاد.",
    ],
    ["numbers of items end nothing", "1. القمح أولا.\n2. الشعير ثانيا.", "1. القمح أولا. | 2. الشعير ثانيا."],
    [
      "two dots between sentences end",
      "كانت له علاقات متميزة طيلة الحكم السابق.. وهنا التقت مصلحة البلدين معا.",
      "كانت له علاقات متميزة طيلة الحكم السابق.. | وهنا التقت مصلحة البلدين معا.",
    ],
    ["a lone mark belongs to the sentence before", "انتهى اللقاء. !", "انتهى اللقاء. !"],
  ])("%s", (_rule, text, expected) => expect(split(text)).toBe(expected));

  it("cuts a quoted speech of more than 60 words at its stops", () => {
    const speech = Array.from({ length: 13 }, (_, at) => `هذه جملة رقمها ${at} هنا.`).join(" ");
    expect(splitSentences(`قال: «${speech}»`).length).toBe(13);
    const short = Array.from({ length: 11 }, (_, at) => `هذه جملة رقمها ${at} هنا.`).join(" ");
    expect(splitSentences(`قال: «${short}»`).length).toBe(1);
  });
});

describe("kinds", () => {
  const body = "هذه فقرة طويلة من المقال تنتهي بنقطة.";
  it.each([
    ["a short line without a stop is a heading", '"خراشو" روسي', "heading"],
    ["a line with a stop is a sentence", "وصل الوفد.", "sentence"],
    ["a line of 13 words without a stop is a sentence", "كلمة ".repeat(13).trim(), "sentence"],
    ["a line of 12 words without a stop is a heading", "كلمة ".repeat(12).trim(), "heading"],
    ["a line without a word is a heading", "* * *", "heading"],
    ["a bullet is an item", "• القمح والشعير", "item"],
    ["a dash is an item", "- القمح والشعير", "item"],
    ["a number is an item", "2) القمح والشعير", "item"],
    ["place and agency are a dateline", "القاهرة - رويترز", "dateline"],
    ["place, day and agency are a dateline", "القاهرة في 5 مايو (أ ش أ) -", "dateline"],
    ["an archive picture is a caption", "صورة أرشيفية لسوق السمك.", "caption"],
    ["a line that credits an agency is a caption", "لاعبون يرفعون الكأس (رويترز)", "caption"],
    ["a line that credits a photographer is a caption", "لقلق فوق المئذنة - تصوير: كريم سالم", "caption"],
    ["a picture's name without its word is none", "صورة المدينة تغيرت كثيرا.", "sentence"],
    ["a line that announces what follows is a sentence", "وينصح الخبراء بما يأتي قبل السفر:", "sentence"],
    ["a label is a heading", "المقادير:", "heading"],
    ["a question in the first line is a heading", "من يحمي غابات الأرز؟", "heading"],
    ["place and agency in brackets are a dateline", "بيروت (أ ف ب) -", "dateline"],
  ] as const)("%s", (_rule, line, kind) => {
    expect(splitSentences(`${line}\n${body}`)[0]).toMatchObject({ text: line, kind });
  });

  it.each([
    ["القاهرة - رويترز: قال الوزير إن العمل بدأ.", "القاهرة - رويترز:"],
    ["نواكشوط - وكالة ضفاف: قال الوزير إن العمل بدأ.", "نواكشوط - وكالة ضفاف:"],
    ["عمان (بترا) - قال الوزير إن العمل بدأ.", "عمان (بترا) -"],
    ["الرياض - «الصحيفة»: قال الوزير إن العمل بدأ.", "الرياض - «الصحيفة»:"],
  ])("parts the dateline from the sentence behind it: %s", (text, dateline) => {
    expect(splitSentences(text).map(({ text: piece, kind }) => [piece, kind])).toEqual([
      [dateline, "dateline"],
      ["قال الوزير إن العمل بدأ.", "sentence"],
    ]);
  });

  it("takes no private sector for a dateline", () => {
    expect(split("قطاع خاص - هكذا سماه الوزير في كلمته.")).toBe("قطاع خاص - هكذا سماه الوزير في كلمته.");
  });

  it("takes the first of two short lines between paragraphs, and a short last line, for captions", () => {
    const text = `${body}\nالصياد أمام قاربه\nعاصفة كانون\n${body}\nواجهة المتحف بعد الترميم`;
    expect(splitSentences(text).map(({ kind }) => kind)).toEqual(
      ["sentence", "caption", "heading", "sentence", "caption"].flatMap((kind) =>
        kind === "sentence" ? splitSentences(body).map(() => kind) : [kind],
      ),
    );
  });

  it("leaves the lines of a poem headings: nothing is pictured among them", () => {
    const text = "قفا عند الديار ساعة\nفالريح تعرف أهلها\nوالليل طويل";
    expect(splitSentences(text).map(({ kind }) => kind)).toEqual(["heading", "heading", "heading"]);
  });

  it("takes the only line for a sentence, however short", () => {
    expect(splitSentences("خبر قصير")).toEqual([{ text: "خبر قصير", start: 0, end: 8, kind: "sentence" }]);
  });

  it("gives nothing where nothing is written", () => {
    expect(splitSentences("")).toEqual([]);
    expect(splitSentences(" \n\t\n ")).toEqual([]);
  });
});
