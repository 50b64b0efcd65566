// The choice of sentences on texts so small that the rank can be counted by hand.
import { describe, expect, it } from "vitest";
import { shorten, summarize } from "../../src/summary/summarize.ts";

/** Eight-word sentences: no length counts against them. Each letter's words are its own, so nothing is alike. */
const sentence = (name: string): string =>
  Array.from({ length: 8 }, (_, at) => `${name}كلمة${at}`)
    .join(" ")
    .concat(".");
const [a, b, c, d] = ["أول", "ثان", "ثالث", "رابع"].map(sentence) as [string, string, string, string];

const texts = (summary: ReturnType<typeof summarize>): readonly string[] =>
  summary.sentences.map(({ text }) => text);

describe("without anything but position", () => {
  it("takes the first sentences of a text", () => {
    expect(texts(summarize({ text: [a, b, c, d].join(" ") }, { sentences: 2 }))).toEqual([a, b]);
  });

  it("counts each feature and says what it gave", () => {
    const [first, second] = summarize({ text: `${a} ${b}` }, { sentences: 2 }).sentences;
    // No title, no stem twice, no cue, no figure; both are equally central and open freely.
    expect(first?.why).toEqual([
      "position 1.00 × 3.6",
      "title 0.00 × 1",
      "centrality 1.00 × 0.95",
      "salience 0.00 × 0.5",
      "opening 1.00 × 1.1",
      "paragraph 1.00 × 0.5",
      "cue 0.00 × 0.5",
      "quantity 0.00 × 0.35",
      "length 1.00 × 0.7",
      "noise 1.00 × 1.2",
    ]);
    expect(first?.score).toBeCloseTo(3.6 + 0.95 + 1.1 + 0.5 + 0.7 + 1.2, 3);
    // 0.6 / √2 + 0.2 × (1 - 1/2), and no beginning of a line.
    expect([second?.why[0], second?.why[5]]).toEqual(["position 0.52 × 3.6", "paragraph 0.00 × 0.5"]);
    expect([first?.rank, second?.rank]).toEqual([0, 1]);
  });
});

describe("features", () => {
  it("the title lifts the sentence that keeps its promise", () => {
    const promised = "تعتزم شركة النقل تشغيل حافلات كهربائية جديدة في المدينة.";
    const text = [a, b, c, d, promised].join(" ");
    expect(texts(summarize({ text }, { sentences: 2 }))).toEqual([a, b]);
    const title = "شركة النقل: حافلات كهربائية في المدينة قريبا";
    expect(texts(summarize({ text, title }, { sentences: 2 }))).toContain(promised);
  });

  it("the sentence that is like the others is central", () => {
    const text = [
      "تدرس البلدية مشروع الحديقة وتنتظر رأي سكان الأحياء المجاورة لها.",
      "يطالب التجار بموقف سيارات واسع يخفف الازدحام في شارع الذهب.",
      "مشروع الحديقة قد يضم موقف سيارات وملعبا للأطفال وممشى طويلا.",
      "يفضل الطلاب مكتبة هادئة تفتح أبوابها حتى ساعة متأخرة ليلا.",
    ].join("\n");
    const { sentences } = summarize({ text }, { sentences: 4 });
    const centrality = sentences.map(({ why }) => Number(/centrality ([\d.]+)/.exec(why.join(" "))?.[1]));
    expect(centrality[2]).toBe(1);
    expect(Math.min(...centrality)).toBe(centrality[3]);
  });

  it("a very short sentence and a very long one are worth less", () => {
    const long = `${"كلمات طويلة متصلة ".repeat(30).trim()}.`;
    const text = [long, "نعم حدث ذلك.", a, b].join("\n");
    expect(texts(summarize({ text }, { sentences: 2 }))).toEqual([a, b]);
  });

  const plain = "تدرس البلدية مشروع الحديقة الجديدة وسط السوق القديم هذا الصيف.";
  it.each([
    [
      "an announcement that ends with a colon",
      "وزعت الجوائز على الفائزين في الحفل الكبير مساء أمس على النحو التالي في القاعة:",
    ],
    ["a piece of a quotation", "لن ننتظر أكثر من ذلك» هكذا يصف التجار حال السوق."],
    ["a question", "متى ينتهي ترميم الجسر الكبير الذي يربط ضفتي النهر؟"],
  ])("%s gives way", (_name, marked) => {
    expect(texts(summarize({ text: [a, marked, plain].join("\n") }, { sentences: 2 }))).toEqual([a, plain]);
  });

  it("in a very long text only the sentences that hold most of it are compared", () => {
    const alone = Array.from(
      { length: 100 },
      (_, at) => `فريد${at} وحيد${at} غريب${at} بعيد${at} نادر${at} عجيب${at}.`,
    );
    const common = Array.from(
      { length: 400 },
      (_, at) => `تدرس البلدية مشروع${at} حديقة${at} سوق${at} جسر${at} ميناء${at} هنا.`,
    );
    const { sentences } = summarize({ text: [...alone, ...common].join("\n") }, { sentences: 500 });
    const left = sentences.filter(({ why }) => why.some((part) => part.startsWith("centrality 0.00")));
    expect(left.map(({ text }) => text)).toEqual(alone);
  });
});

describe("the title", () => {
  const title = "صادرات التمور ترتفع إلى مستوى قياسي";

  it.each([
    ["in its own words", "صادرات التمور ترتفع إلى مستوى قياسي."],
    ["in other forms of them", "ارتفعت صادرات البلاد من التمور إلى مستوى قياسي هذا العام."],
  ])("is not said again %s", (_how, first) => {
    expect(texts(summarize({ text: [first, a, b].join("\n"), title }, { sentences: 2 }))).toEqual([a, b]);
  });

  it("may be said with a figure: that is news", () => {
    const first = "ارتفعت صادرات التمور إلى مستوى قياسي بلغ 780 مليون دولار.";
    expect(texts(summarize({ text: [first, a, b].join("\n"), title }, { sentences: 2 }))).toEqual([first, a]);
  });
});

describe("redundancy", () => {
  const said = "أعلنت الوزارة افتتاح سبع مدارس جديدة في المحافظات الشمالية هذا العام.";
  const again = "افتتاح سبع مدارس جديدة في المحافظات الشمالية أعلنته الوزارة هذا العام.";

  it("the same thing in other words is not chosen twice", () => {
    expect(texts(summarize({ text: [said, again, a].join("\n") }, { sentences: 2 }))).toEqual([said, a]);
    expect(texts(summarize({ text: [said, again, a].join("\n") }, { sentences: 3 }))).toEqual([said, a]);
  });

  it("two sentences that share half of their stems are never both chosen", () => {
    const half = "أعلنت الوزارة افتتاح سبع مدارس جديدة بعد نقص المعلمين.";
    const other = "تعبيد طريق الواحات ينتهي قبل موسم الحصاد بثلاثة أسابيع كاملة.";
    expect(texts(summarize({ text: [said, half, other].join("\n") }, { sentences: 3 }))).toEqual([
      said,
      other,
    ]);
  });

  it("a sentence of stop words is not chosen twice", () => {
    const empty = "ليس هذا كذلك هنا أيضا.";
    expect(texts(summarize({ text: [a, empty, b, empty].join("\n") }, { sentences: 9 }))).toEqual([
      a,
      empty,
      b,
    ]);
  });

  it("the very same sentence is one candidate", () => {
    const text = [a, said, "أعلنت الوزارة افتتاح سبع مدارس جديدة، في المحافظات الشمالية، هذا العام."].join(
      "\n",
    );
    expect(texts(summarize({ text }, { sentences: 3 }))).toEqual([a, said]);
  });
});

describe("sentences that lean", () => {
  const leaning = "وأضاف أن المدارس الجديدة ستستقبل الطلاب مع بداية الفصل الثاني.";

  it("never opens a summary with one", () => {
    const text = [leaning, a, b].join("\n");
    expect(texts(summarize({ text }, { sentences: 1 }))).toEqual([a]);
    expect(texts(summarize({ text }, { sentences: 2 }))).toEqual([a, b]);
  });

  it("takes one only with the sentence before it", () => {
    const [question, long] = ["متى ينتهي ترميم الجسر الكبير الذي يربط ضفتي النهر؟", "كلام طويل ممل متصل "];
    const title = "بداية الفصل الثاني في المدارس وشكاوى من الأسعار";
    // Its antecedent is the long third one, which is not chosen.
    const text = [a, b, `${long.repeat(25).trim()}.`, leaning].join("\n");
    expect(texts(summarize({ text, title }, { sentences: 2 }))).toEqual([a, b]);
    expect(texts(summarize({ text: [a, leaning, question].join("\n"), title }, { sentences: 2 }))).toEqual([
      a,
      leaning,
    ]);
  });

  it("prefers an opening without «و», and takes one with it where there is no other", () => {
    const joined = "وفي المدينة مشروع جسر جديد بعد نقاش طويل مع السكان.";
    expect(texts(summarize({ text: [leaning, joined, a].join("\n") }, { sentences: 1 }))).toEqual([a]);
    expect(texts(summarize({ text: [leaning, joined].join("\n") }, { sentences: 1 }))).toEqual([joined]);
    // Nothing stands before the first sentence that its «و» could tie it to.
    expect(texts(summarize({ text: [joined, a].join("\n") }, { sentences: 1 }))).toEqual([joined]);
  });

  it("does not mind «و» behind the opening", () => {
    const joined = "ورفضت البلدية مشروع الجسر الجديد بعد نقاش طويل مع السكان.";
    const title = "البلدية ترفض مشروع الجسر الجديد";
    expect(texts(summarize({ text: [a, b, joined].join("\n"), title }, { sentences: 2 }))).toEqual([
      a,
      joined,
    ]);
  });

  it("takes one where there is nothing else", () => {
    expect(texts(summarize({ text: leaning }, { sentences: 3 }))).toEqual([leaning]);
  });
});

describe("budgets", () => {
  const text = [a, b, "جملة قصيرة من خمس كلمات.", c].join("\n"); // 8, 8, 5 and 8 words

  it("of words takes whole sentences and fills what is left with one that fits", () => {
    const { sentences, overBudget } = summarize({ text }, { words: 14 });
    expect(sentences.map((each) => each.text)).toEqual([a, "جملة قصيرة من خمس كلمات."]);
    expect(overBudget).toBeUndefined();
  });

  it("of words is not filled with a fragment", () => {
    expect(texts(summarize({ text: [a, "نعم حقا.", b].join("\n") }, { words: 10 }))).toEqual([a]);
  });

  it("of words below every sentence gives the shortest, and says so", () => {
    const summary = summarize({ text }, { words: 4 });
    expect(texts(summary)).toEqual(["جملة قصيرة من خمس كلمات."]);
    expect(summary.overBudget).toBe(true);
  });

  it("of a ratio counts the words of the whole text", () => {
    // 29 words: 0.56 of them are 16.24.
    expect(texts(summarize({ text }, { ratio: 0.56 }))).toEqual([a, b]);
    expect(texts(summarize({ text }, { ratio: 0.54 }))).toEqual([a, "جملة قصيرة من خمس كلمات."]);
    expect(texts(summarize({ text }, { ratio: 1 })).length).toBe(4);
  });

  it("of a ratio that is whole in decimals is not one word short", () => {
    const words = (count: number, name: string): string =>
      `${Array.from({ length: count }, (_, at) => name + at).join(" ")}.`;
    const text29 = [words(29, "أول"), words(35, "ثان"), words(36, "ثالث")].join("\n");
    expect(summarize({ text: text29 }, { ratio: 0.29 }).overBudget).toBeUndefined();
    const hundred = Array.from(
      { length: 10 },
      (_, at) => `${Array.from({ length: 10 }, (_, k) => `م${at}ن${k}`).join(" ")}.`,
    );
    // 100 × 0.29 is 28.999999999999996 in floating point; 0.3 of 100 is three sentences.
    expect(summarize({ text: hundred.join("\n") }, { ratio: 0.3 }).sentences.length).toBe(3);
  });

  it("of no sentence gives none", () => {
    expect(summarize({ text }, { sentences: 0 })).toEqual({ sentences: [] });
    expect(summarize({ text }, { sentences: Number.NaN })).toEqual({ sentences: [] });
  });

  it("of a broken number of sentences is rounded down", () => {
    expect(texts(summarize({ text }, { sentences: 2.9 })).length).toBe(2);
  });

  it("of words is not filled with a sentence that leans on one that is cut", () => {
    const leaning = "وأضاف أن المدارس الجديدة ستفتح غدا.";
    const long = `${"كلام طويل ممل متصل ".repeat(10).trim()}.`;
    expect(texts(summarize({ text: [a, long, leaning].join("\n") }, { words: 20 }))).toEqual([a]);
  });

  it("of more sentences than there are gives all of them, in order", () => {
    expect(texts(summarize({ text }, { sentences: 99 }))).toEqual(text.split("\n"));
  });
});

it("takes the sentences that a caller has found", () => {
  const text = `${a}؛ ${b} ${c}`;
  const sentences = [a, b, c].map((part) => ({
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
  }));
  expect(texts(summarize({ text, sentences }, { sentences: 2 }))).toEqual([a, b]);
  expect(texts(summarize({ text, sentences: sentences.slice(1) }, { sentences: 2 }))).toEqual([b, c]);
});

describe("odd texts", () => {
  it.each(["", "   \n\t ", "***", "\uD800"])("%j gives an empty summary", (text) => {
    expect(summarize({ text }, { sentences: 3 })).toEqual({ sentences: [] });
    expect(summarize({ text }, { words: 10 })).toEqual({ sentences: [] });
  });

  it("of one sentence gives it, with and without a stop", () => {
    expect(texts(summarize({ text: "وصل الوفد إلى المدينة" }, { sentences: 3 }))).toEqual([
      "وصل الوفد إلى المدينة",
    ]);
    expect(texts(summarize({ text: " وصل الوفد. " }, { sentences: 3 }))).toEqual(["وصل الوفد."]);
  });

  it("do not give a dateline, with a sentence behind it or alone", () => {
    const told = "قال الوزير إن العمل في الميناء الجديد بدأ صباح أمس.";
    expect(
      texts(summarize({ text: `القاهرة - رويترز: ${told}\nبيروت (أ ف ب) -\n${a}` }, { sentences: 9 })),
    ).toEqual([told, a]);
  });

  it("of verses without stops gives verses", () => {
    const poem = "بيت أول طويل في القصيدة\nبيت ثان جميل في القصيدة\nبيت ثالث أخير هنا";
    expect(summarize({ text: poem }, { sentences: 2 }).sentences.length).toBe(2);
  });

  it("in English go through the same core", () => {
    const text =
      "The city council approved a new tram line on Monday after years of debate. It will cost 40 million. However, critics want buses. Work on the tram line begins in spring, the council said.";
    expect(texts(summarize({ text }, { sentences: 2 }))).toEqual([
      "The city council approved a new tram line on Monday after years of debate.",
      "Work on the tram line begins in spring, the council said.",
    ]);
  });
});

it("a shorter summary is the beginning of the choice of a longer one", () => {
  const text = [a, "وأضاف أن ثالثكلمة1 ثالثكلمة2 كلمات أخرى كثيرة هنا.", b, c, "جملة قصيرة.", d].join("\n");
  const longest = summarize({ text, title: "رابعكلمة1 ثالثكلمة2" }, { sentences: 6 }).sentences;
  expect(longest.length).toBe(6);
  for (let count = 0; count <= 6; count += 1) {
    const shorter = summarize({ text, title: "رابعكلمة1 ثالثكلمة2" }, { sentences: count }).sentences;
    expect(shorten(longest, count)).toEqual(shorter);
  }
});
