// /search as a reader uses it: words in, five articles a page out, filters, pages, and no dead ends.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toLatinDigits } from "../../src/text/digits.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk();
});
afterAll(() => talk.close());

const opened = (): readonly string[] => talk.said().match(/\/a\d+/g) ?? [];

describe("/search", () => {
  it("shows title, answering sentence with the words in bold, outlet, day and number", async () => {
    const [message] = await talk.ask("/search ماء البحر");
    const lines = talk.said().split("\n");
    expect(lines[0]).toMatch(/^(نتيجة واحدة|نتيجتان|[٠-٩]+ نتائج|[٠-٩]+ نتيجة) لـ«ماء البحر»$/);
    expect(lines.find((line) => /\/a\d+$/.test(line))).toMatch(/^\S.* – .*٢٠[٠-٩]{2} – \/a\d+$/);
    const bold = (message?.entities ?? [])
      .filter(({ type }) => type === "bold")
      .map(({ offset, length }) => message?.text.slice(offset, offset + length));
    expect(bold).toContain("البحر");
    expect(message?.entities.some(({ type }) => type === "bot_command")).toBe(true);
  });

  it.each(["بحث ماء البحر", "ابحث عن ماء البحر", "إبحث: ماء البحر", "search ماء البحر", "/search ماء البحر"])(
    "understands «%s»",
    async (text) => {
      await talk.ask(text);
      expect(talk.said()).toContain("لـ«ماء البحر»");
      expect(opened().length).toBeGreaterThan(0);
    },
  );

  it("explains itself when nothing is asked for, by examples that can be copied", async () => {
    for (const text of ["/search", "بحث", "/search #الاقتصاد"]) {
      const [message] = await talk.ask(text);
      expect(talk.said()).toContain("اكتب ما تبحث عنه، مثل بحث الطاقة الشمسية");
      expect(message?.entities.filter(({ type }) => type === "code")).toHaveLength(4);
    }
    const examples = talk.said().match(/بحث \S.*/g) ?? [];
    expect(examples).toHaveLength(4);
    for (const example of examples) {
      await talk.ask(example);
      expect(talk.said()).toMatch(/نتيج|نتائج/);
    }
  });

  it.each([
    [1, "نتيجة واحدة"],
    [2, "نتيجتان"],
    [3, "3 نتائج"],
    [11, "11 نتيجة"],
    [100, "100 نتيجة"],
    [103, "103 نتائج"],
  ])("counts %i results in the right Arabic form", (count, expected) => {
    const { messages } = talk.test.house;
    const said = messages.plain({ locale: "ar", digits: "latin" }, "search-count", { count, words: "ماء" });
    expect(said.replace(/[\u2066-\u2069]/g, "")).toBe(`${expected} لـ«ماء»`);
  });

  it("does not put quotation marks into quotation marks", async () => {
    await talk.ask("/search «ماء البحر»");
    expect(talk.said()).toContain("لـ«ماء البحر»");
  });

  it("says so when nothing is found, and when no word is usable", async () => {
    await talk.ask("/search ززززززخخخ");
    expect(talk.said()).toMatch(/^لا نتائج لـ«ززززززخخخ»\.\nجرّب كلمات أقل/);
    await talk.ask("/search 🙂 <b>&");
    expect(talk.said()).toMatch(/^لا نتائج لـ«🙂 <b>&»/);
  });

  it("narrows to a topic by its name or id, and takes another tag as a word", async () => {
    await talk.ask("/search العام #الصحة");
    expect(talk.said()).toContain("في موضوع الصحة");
    for (const command of opened()) {
      const article = await talk.test.house.articles.byNumber(Number(command.slice(2)));
      expect(article?.topics).toContain("health");
    }
    await talk.ask("/search #health العام");
    expect(talk.said()).toContain("في موضوع الصحة");
    await talk.ask("/search #ماء_البحر");
    expect(talk.said()).toContain("لـ«ماء البحر»");
  });

  it("narrows to days as a reader writes them, both included", async () => {
    await talk.ask("/search منذ:2026-11-18 حتى:١٨/١١/٢٠٢٦ ماء البحر");
    expect(talk.said()).toMatch(/منذ الأربعاء ١٨ نوفمبر ٢٠٢٦ – حتى الأربعاء ١٨ نوفمبر ٢٠٢٦/);
    expect(opened().length).toBeGreaterThan(0);
    for (const command of opened()) {
      const article = await talk.test.house.articles.byNumber(Number(command.slice(2)));
      expect(article?.published.slice(0, 10)).toBe("2026-11-18");
    }
    await talk.ask("/search ماء البحر حتى:2020-01-01");
    expect(talk.said()).toMatch(/^لا نتائج/);
  });

  it.each(["منذ:2026-02-30", "منذ:الأحد", "since:", "حتى:5"])(
    "says which date it could not read: %s",
    async (date) => {
      await talk.ask(`/search ماء ${date}`);
      expect(talk.said()).toMatch(new RegExp(`^لم أفهم التاريخ «${date}»\\.\nاكتبه هكذا: بحث `));
    },
  );

  it("speaks English to an English reader", async () => {
    await talk.test.addReader(1001, { locale: "en" });
    await talk.ask("search xyzzyqwv");
    expect(talk.said()).toMatch(/^Nothing found for “xyzzyqwv”/);
    await talk.ask("/search");
    expect(talk.said()).toContain("/search energy since:");
    await talk.test.addReader(1001, { locale: "ar" });
  });
});

describe("pages", () => {
  /** A word in so many articles that there are several pages. */
  const common = "/search في العام";

  it("turn forward and back in the same message and show every article once", async () => {
    const [first] = await talk.ask(common);
    const total = Number(toLatinDigits(/^[٠-٩]+/.exec(talk.said())?.[0] ?? ""));
    expect(total).toBeGreaterThan(5);
    expect(talk.buttons()).toEqual(["التالي"]);
    const seen = [...opened()];
    const firstPage = talk.said();
    while (talk.buttons().includes("التالي")) {
      const { shown } = await talk.press("التالي");
      expect(shown.map(({ messageId }) => messageId)).toEqual([first?.messageId]);
      seen.push(...opened());
    }
    expect(talk.buttons()).toEqual(["السابق"]);
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
    while (talk.buttons().includes("السابق")) await talk.press("السابق");
    expect(talk.said()).toBe(firstPage);
  });

  it("work for a search longer than a button's data", async () => {
    await talk.ask(`${common} ${"كلمة طويلة جداً لا توجد ".repeat(40)}`);
    await talk.ask(common);
    const data = (await talk.press("التالي")).shown[0]?.keyboard
      ?.flat()
      .map((key) => key.callback_data ?? "");
    expect(data?.length).toBeGreaterThan(0);
    for (const each of data ?? []) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64);
  });

  it.each(["search:", "search:0123456789abcdef:5", "search:zz:0", "search:0123456789abcdef:x"])(
    "of a search that nobody remembers say so: %s",
    async (data) => {
      await talk.ask(common);
      const { shown, toast } = await talk.pressData(data);
      expect([shown, toast]).toEqual([[], "لم يعد هذا الزر يعمل. اطلب ما تريده من جديد."]);
    },
  );

  it("begin again where a page is gone", async () => {
    await talk.ask(common);
    const first = talk.said();
    const data = (await talk.press("التالي")).shown[0]?.keyboard?.flat()[0]?.callback_data ?? "";
    await talk.pressData(data.replace(/\d+$/, "5000"));
    expect(talk.said()).toBe(first);
  });
});

describe("a page of the longest articles", () => {
  it("fits one message", async () => {
    const { articles } = talk.test.house;
    const word = "منطاد"; // a balloon
    for (let at = 0; at < 6; at += 1) {
      const long = `${`كلمة${at} <&> `.repeat(300)}${word} ${"تتمة ".repeat(400)}.`;
      const draft = {
        id: `long${at}`,
        source: "وكالة ".repeat(60),
        origin: `x/${at}.md`,
        title: `${word} ${"عنوان طويل ".repeat(80)}`,
        text: long,
        paragraphs: [long],
        published: "2026-11-03T08:00:00.000Z",
        language: "ar",
        topics: ["economy"],
        summary: { sentences: [] },
        contentHash: `long${at}`,
      };
      const { number } = await articles.put(draft, {
        source: "test",
        fetched: new Date(),
        bodyHash: `long${at}`,
        storyId: "s0",
      });
      const key = `{${talk.test.house.config.env.redisPrefix}}:articles:changes`;
      await talk.test.house.main.xadd(key, "*", "number", number, "what", "put");
    }
    for (;;) {
      await talk.ask(`/search ${word}`);
      if (talk.said().startsWith("٦ ")) break;
    }
    expect(opened()).toHaveLength(5);
    expect(talk.said().length).toBeLessThanOrEqual(4096);
    expect(talk.said().match(/…[^\n]*منطاد/g)?.length).toBeGreaterThanOrEqual(5);
  });
});
