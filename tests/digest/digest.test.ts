// How a digest looks: Telegram's limits, the author's sentences, direction, plurals.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lengthsOf, renderArticle, renderFullText } from "../../src/digest/article.ts";
import { type Look, messageLimit, renderDigest } from "../../src/digest/digest.ts";
import { createMessages } from "../../src/messages/messages.ts";
import { parseHtml } from "../../src/playground/parseHtml.ts";
import { runs } from "../runs.ts";
import { now, type Told, tell } from "./story.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../config/messages");
const read = (code: string): string => readFileSync(join(folder, `${code}.ftl`), "utf8");
const messages = createMessages({ ar: read("ar"), en: read("en") }, "ar");

const look: Look = {
  voice: { locale: "ar", digits: "latin" },
  zone: "Africa/Cairo",
  calendar: "gregorian",
  length: "standard",
  now,
  sentences: { short: 1, standard: 3, long: 5 },
  topicName: (topic) => ({ economy: "الاقتصاد", health: "الصحة" })[topic] ?? topic,
};

const bare = (text: string): string => text.replace(/[\u200E\u200F\u2066-\u2069]/g, "");
const shown = (html: string): string => bare(parseHtml(html).text);

describe("a digest", () => {
  it("has a title with its day, stories under their topics, and for each its origin and command", () => {
    const stories = [
      tell({ number: 42, sources: ["صحيفة المرفأ", "وكالة ضفاف", "السوق", "الواحة"] }),
      tell({ number: 7, topics: ["health"], title: "خبر عن الصحة", published: "2026-11-24T05:59:00Z" }),
      tell({ number: 9 }),
    ];
    const [text = "", ...more] = renderDigest(messages, stories, look).map(shown);
    expect(more).toEqual([]);
    expect(text).toBe(
      [
        "موجز الثلاثاء 24 نوفمبر 2026",
        "",
        "الاقتصاد",
        "1. عنوان الخبر رقم 42",
        "هذه هي الجملة الأولى من الخبر 42.",
        "صحيفة المرفأ و3 مصادر أخرى – قبل ساعتين – /a42",
        "",
        "2. عنوان الخبر رقم 9",
        "هذه هي الجملة الأولى من الخبر 9.",
        "صحيفة المرفأ – قبل ساعتين – /a9",
        "",
        "الصحة",
        "3. خبر عن الصحة",
        "هذه هي الجملة الأولى من الخبر 7.",
        "صحيفة المرفأ – قبل ساعتين – /a7",
      ].join("\n"),
    );
  });

  it.each([
    ["headlines", 0],
    ["short", 1],
    ["standard", 3],
    ["long", 5],
  ] as const)("of length %s has %i sentences a story, in the order of the text", (length, count) => {
    const sentences = [
      "أولى الجمل هنا.",
      "ثانية الجمل هنا.",
      "ثالثة الجمل هنا.",
      "رابعة الجمل هنا.",
      "خامسة الجمل هنا.",
    ];
    const [html = ""] = renderDigest(messages, [tell({ number: 1, sentences })], { ...look, length });
    const found = sentences.filter((sentence) => shown(html).includes(sentence));
    expect(found).toEqual(sentences.slice(0, count));
  });

  it("folds what is long into an expandable quote", () => {
    const sentences = ["قصيرة أولى.", `${"كلمة طويلة ".repeat(40)}.`];
    const [html = ""] = renderDigest(messages, [tell({ number: 1, sentences })], look);
    const quote = parseHtml(html).entities.find(({ type }) => type === "expandable_blockquote");
    expect(quote).toBeDefined();
  });

  it("shows an editor's own summary in place of ours", () => {
    const [html = ""] = renderDigest(
      messages,
      [tell({ number: 1, editor: "خلاصة المحرر كما كتبها." })],
      look,
    );
    expect(shown(html)).toContain("خلاصة المحرر كما كتبها.");
    expect(shown(html)).not.toContain("الجملة الأولى");
  });

  it("writes Arabic digits where they are wished, but never in a command", () => {
    const voice = { locale: "ar", digits: "arabic" } as const;
    const [html = ""] = renderDigest(messages, [tell({ number: 42 })], { ...look, voice });
    expect(shown(html)).toContain("موجز الثلاثاء ٢٤ نوفمبر ٢٠٢٦");
    expect(shown(html)).toContain("/a42");
  });

  it("keeps Latin headlines and names from turning an Arabic line", () => {
    const story = tell({ number: 1, title: "OpenStreetMap تصل إلى القرى", source: "The Daily" });
    const { text } = parseHtml(renderDigest(messages, [story], look)[0] ?? "");
    expect(text).toContain("\u200FOpenStreetMap");
    expect(text).toContain("\u200F\u2068The Daily\u2069 – ");
  });

  it.each([
    [1, "صحيفة المرفأ"],
    [2, "صحيفة المرفأ ومصدر آخر"], // and another outlet
    [3, "صحيفة المرفأ ومصدران آخران"], // and two others (dual)
    [4, "صحيفة المرفأ و3 مصادر أخرى"],
    [11, "صحيفة المرفأ و10 مصادر أخرى"],
    [12, "صحيفة المرفأ و11 مصدراً آخر"],
    [100, "صحيفة المرفأ و99 مصدراً آخر"],
    [101, "صحيفة المرفأ و100 مصدر آخر"],
  ])("names the outlet and counts the others of %i beside it", (count, expected) => {
    const others = Array.from({ length: count - 1 }, (_, index) => `مصدر ${index}`);
    const story = tell({ number: 1, sources: ["صحيفة المرفأ", ...others] });
    expect(shown(renderDigest(messages, [story], look)[0] ?? "")).toContain(`\n${expected} – قبل ساعتين`);
  });

  it("of many long stories is split between stories, each part under the limit and numbered", () => {
    const long = (number: number) =>
      tell({ number, sentences: Array.from({ length: 5 }, () => `${"كلام كثير ".repeat(30)}.`) });
    const parts = renderDigest(
      messages,
      Array.from({ length: 12 }, (_, index) => long(index + 1)),
      { ...look, length: "long" },
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(shown(parts[0] ?? "")).toMatch(new RegExp(`\\(1 من ${parts.length}\\)`));
    const commands = parts.flatMap((part) => shown(part).match(/\/a\d+/g) ?? []);
    expect(commands).toEqual(Array.from({ length: 12 }, (_, index) => `/a${index + 1}`));
  });

  it("is read by Telegram without a fault and never over its limit, whatever the articles hold", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3000 }),
      fc.constantFrom("<b>", "&lt;", "</b><a", "كلمة ".repeat(900), "x".repeat(5000)),
    );
    const told = fc.record({
      number: fc.integer({ min: 1, max: 1e9 }),
      title: text,
      source: text,
      sentences: fc.array(text, { maxLength: 6 }),
      topics: fc.array(fc.constantFrom("economy", "<i>", "health"), { maxLength: 2 }),
    });
    const options = fc.record({
      length: fc.constantFrom("headlines", "short", "standard", "long" as const),
      locale: fc.constantFrom("ar", "en"),
      digits: fc.constantFrom("latin", "arabic" as const),
      calendar: fc.constantFrom("gregorian", "hijri", "both" as const),
    });
    fc.assert(
      fc.property(
        fc.array(told, { maxLength: 20 }),
        options,
        (stories, { length, calendar, locale, digits }) => {
          const wish = { ...look, length, calendar, voice: { locale, digits } } as Look;
          const parts = renderDigest(
            messages,
            stories.map((one) => tell(one as Told)),
            wish,
          );
          const shown = parts.map((part) => parseHtml(part));
          for (const { text, entities } of shown) {
            expect(text.length).toBeLessThanOrEqual(messageLimit);
            for (const { offset, length } of entities)
              expect(offset + length).toBeLessThanOrEqual(text.length);
          }
          // Each story's own last line stands in one part, once; nothing is lost between two.
          const whole = shown.map(({ text }) => text).join("\n");
          const lines = stories.map(({ number }) => `\u2068/a${number}\u2069`);
          for (const line of new Set(lines)) {
            const wanted = lines.filter((each) => each === line).length;
            expect(whole.split(line).length - 1).toBeGreaterThanOrEqual(wanted);
          }
        },
      ),
      runs(150),
    );
  });

  it("tells each chosen story's headline exactly once, at any length and in any number of parts", () => {
    const text = fc.array(fc.constantFrom("كلمة", "<b>", "&", "سوق", "١٢", "OPEC"), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { maxLength: 6 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom("headlines", "short", "standard", "long" as const),
        (bodies, length) => {
          const stories = bodies.map((sentences, index) =>
            tell({
              number: index + 1,
              title: `عنوان فريد ${index + 1}؛`,
              topics: [index % 3 === 0 ? "health" : "economy"],
              sentences: sentences.map((words) => `${words.join(" ")}.`),
            }),
          );
          const parts = renderDigest(messages, stories, { ...look, length } as Look);
          const whole = parts.map(shown).join("\n");
          for (const { lead } of stories) expect(whole.split(`${lead.title}\n`).length - 1).toBe(1);
        },
      ),
      runs(200),
    );
  });

  it("of long stories is shortened to one message where that can be, and every story is told", () => {
    const sentences = Array.from({ length: 5 }, (_, at) => `${at} ${"كلام كثير ".repeat(20)}.`);
    const stories = Array.from({ length: 10 }, (_, at) => tell({ number: at + 1, sentences }));
    const parts = renderDigest(messages, stories, { ...look, length: "long" });
    expect(parts).toHaveLength(1);
    const units = parseHtml(parts[0] ?? "").text.length;
    // One more sentence would not have fitted.
    expect(units).toBeGreaterThan(messageLimit - 300);
    expect(shown(parts[0] ?? "").match(/\/a\d+/g)).toHaveLength(10);
  });

  it("marks what is new in a followed story", () => {
    const update = { ...tell({ number: 5 }), isUpdate: true as const };
    expect(shown(renderDigest(messages, [update], look)[0] ?? "")).toContain(
      "جديد في خبر تتابعه\nعنوان الخبر رقم 5",
    );
  });

  it("of no stories is no message", () => {
    expect(renderDigest(messages, [], look)).toEqual([]);
  });
});

describe("an article", () => {
  it("shows its summary first, each sentence a paragraph", () => {
    const story = tell({ number: 3, sentences: ["أولى الجمل هنا.", "ثانية الجمل هنا."] });
    expect(shown(renderArticle(messages, story.lead, story, look))).toBe(
      "عنوان الخبر رقم 3\n\nالثلاثاء 24 نوفمبر 2026\nصحيفة المرفأ – قبل ساعتين – /a3\n\nأولى الجمل هنا.\n\nثانية الجمل هنا.",
    );
  });

  it("does not say its date twice once it is older than a week", () => {
    const story = tell({ number: 3, published: "2026-10-10T06:00:00Z" });
    expect(shown(renderArticle(messages, story.lead, story, look))).toContain(
      "\n\nالسبت 10 أكتوبر 2026\nصحيفة المرفأ – /a3\n\n",
    );
    expect(shown(renderDigest(messages, [story], look)[0] ?? "")).toContain("صحيفة المرفأ – 10 أكتوبر – /a3");
  });

  it("shows each length, and names other outlets and related stories below", () => {
    const sentences = ["أولى الجمل هنا.", "ثانية الجمل هنا.", "ثالثة الجمل هنا."];
    const story = tell({ number: 3, sentences });
    const others = [tell({ number: 8, source: "وكالة ضفاف" }).lead];
    const related = [tell({ number: 9, title: "خبر قريب" })];
    const short = shown(
      renderArticle(messages, story.lead, story, { ...look, length: "short" }, { others, related }),
    );
    expect(short).not.toContain("ثانية");
    expect(short).toMatch(/الخبر في مصادر أخرى\nوكالة ضفاف – \/a8\n\nأخبار قريبة منه\nخبر قريب – \/a9$/);
    expect(lengthsOf(story.lead, look.sentences)).toEqual([
      { length: "short", count: 1 },
      { length: "standard", count: 3 },
    ]);
    expect(lengthsOf(tell({ number: 1, editor: "خلاصة" }).lead, look.sentences)).toEqual([]);
  });

  it("fits a message whatever it holds", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 3000 }),
      fc.constant("كلمة ".repeat(900)),
      fc.constant("<&>".repeat(2000)),
    );
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 6, maxLength: 6 }),
        ([title = "", source = "", a = "", b = "", c = "", d = ""]) => {
          const story = tell({ number: 3, title, source, sentences: [a, b, c, d] });
          const many = Array.from({ length: 9 }, (_, at) => tell({ number: 10 + at, title, source }));
          const beside = { others: many.map(({ lead }) => lead), related: many };
          const html = renderArticle(messages, story.lead, story, { ...look, length: "long" }, beside);
          expect(parseHtml(html).text.length).toBeLessThanOrEqual(messageLimit);
        },
      ),
      runs(100),
    );
  });

  it("gives its full text in pages under the limit, and loses nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 9000 }), { maxLength: 5 }),
        (paragraphs) => {
          const story = tell({ number: 3 });
          const pages = renderFullText(messages, { ...story.lead, paragraphs }, look).map(
            (page) => parseHtml(page).text,
          );
          for (const page of pages) expect(page.length).toBeLessThanOrEqual(messageLimit);
          const letters = (text: string): string => text.replace(/[\s\u200E\u200F]/g, "");
          const body = pages.map((page) => page.split("\n\n").slice(1).join("\n\n")).join("");
          expect(letters(body)).toBe(letters(paragraphs.join("")));
        },
      ),
      runs(60),
    );
  });
});
