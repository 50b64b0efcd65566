// /feedback and /sources as a reader uses them, and the operator's answer.
import { afterEach, describe, expect, it } from "vitest";
import { bare } from "../e2e/chat.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
afterEach(() => talk.close());

const texts = (user: number): string[] =>
  talk.test.playground
    .transcript(user)
    .filter(({ from }) => from === "bot")
    .map(({ text }) => bare(text));

/** Every key and every value of Redis in one text. */
async function everything(): Promise<string> {
  const { main } = talk.test.house;
  const keys = await main.keys("*");
  return (
    await Promise.all(keys.map(async (key) => key + (await main.dumpBuffer(key)).toString("utf8")))
  ).join("\n");
}

describe("/feedback", () => {
  it("reaches the operators with a number and no name, and leaves no word behind", async () => {
    talk = await openTalk(2, { ADMIN_IDS: "1001" });
    await talk.ask("/feedback");
    expect(talk.said()).toMatch(/^اكتب رسالتك/);
    await talk.ask("الزرافات <b>طويلة</b>"); // Giraffes are tall.
    expect(talk.said()).toMatch(/^وصلت رسالتك/);
    expect(texts(1)).toEqual(["رسالة من القارئ رقم ١ (محادثة خاصة)\n\nالزرافات <b>طويلة</b>"]);
    expect(texts(1).join()).not.toContain("1002");
    expect(await everything()).not.toContain("الزرافات");
    await talk.ask("الزرافات نائمة");
    expect(texts(1)).toHaveLength(1);
  });

  it("is taken five times a day", async () => {
    talk = await openTalk(2, { ADMIN_IDS: "1001" });
    for (let time = 1; time <= 6; time += 1) await talk.ask(`/feedback رسالة ${time}`);
    expect(talk.said()).toBe("لا تُستقبل أكثر من ٥ رسائل في اليوم. عُد غداً.");
    expect(texts(1)).toHaveLength(5);
  });

  it("says so where nobody can receive it", async () => {
    talk = await openTalk(2);
    for (const text of ["/feedback", "/feedback مرحباً"]) {
      await talk.ask(text);
      expect(talk.said()).toMatch(/^عذراً، لا أحد يستقبل الرسائل حالياً/);
    }
    await talk.close();
    talk = await openTalk(2, { ADMIN_IDS: "1001" });
    talk.test.playground.block(1, true);
    for (let time = 1; time <= 6; time += 1) await talk.ask("/feedback مرحباً");
    expect(talk.said()).toMatch(/^عذراً، لا أحد يستقبل الرسائل حالياً/);
  });
});

describe("an operator's answer", () => {
  it("is typed after «رد» and goes to that reader, who sees no name either", async () => {
    talk = await openTalk(1, { ADMIN_IDS: "1001" });
    const member = await talk.test.addReader(1002);
    await talk.ask("/start");
    await talk.pressData(`answer:${member}`);
    expect(talk.said()).toMatch(/^اكتب ردك على القارئ رقم ١/);
    await talk.ask("شكراً، سنكبّر الخط.");
    expect(talk.said()).toBe("وصل ردك إلى القارئ رقم ١.");
    expect(texts(2)).toEqual(["رد من فريق موجز\n\nشكراً، سنكبّر الخط."]);
    await talk.ask("كلام آخر");
    expect(texts(2)).toHaveLength(1);
  });

  it("is given up by a button, by a command, and for a reader who is gone", async () => {
    talk = await openTalk(1, { ADMIN_IDS: "1001" });
    const member = await talk.test.addReader(1002);
    await talk.ask("/start");
    await talk.pressData(`answer:${member}`);
    await talk.press("لا ترد الآن");
    await talk.ask("كلام");
    await talk.pressData(`answer:${member}`);
    await talk.ask("/latest");
    await talk.ask("كلام");
    expect(texts(2)).toEqual([]);
    expect((await talk.pressData("answer:77")).toast).toContain("لم يعد هذا الزر");
    await talk.pressData(`answer:${member}`);
    talk.test.playground.block(2, true);
    await talk.ask("كلام");
    expect(talk.said()).toMatch(/^لم يصل الرد إلى القارئ رقم ١/);
  });
});

describe("/sources", () => {
  it("names the outlets of the last week, most articles first, a page at a time", async () => {
    talk = await openTalk();
    const { house } = talk.test;
    const published = new Date(Date.now() - 86_400_000).toISOString();
    for (let outlet = 1; outlet <= 17; outlet += 1) {
      for (let copy = 0; copy < (outlet === 17 ? 11 : 1); copy += 1) {
        const id = `${outlet}-${copy}`;
        const paragraphs = [`خبر رقم ${id} عن أحوال المدينة.`]; // News of the city.
        await house.articles.put(
          {
            id,
            source: `صحيفة ${String(outlet).padStart(2, "0")}`,
            origin: id,
            title: `عنوان ${id}`,
            text: paragraphs.join(""),
            paragraphs,
            published,
            language: "ar",
            topics: ["general"],
            summary: { sentences: [] },
            contentHash: id,
          },
          { source: "test", fetched: new Date(), bodyHash: id },
        );
      }
    }
    await talk.ask("مصادر");
    const [title, , first, second] = talk.said().split("\n");
    expect(title).toMatch(/^١[٧٨] مصدراً في آخر أسبوع \(١ من ٢\)$/);
    expect(first).toBe("صحيفة 17: ١١ خبراً");
    expect(second).toMatch(/: خبر واحد$/);
    await talk.press("التالي");
    expect(talk.said()).toContain("(٢ من ٢)");
    expect(talk.buttons()).toEqual(["السابق", "إغلاق"]);
    expect((await talk.pressData("sources:x")).toast).toContain("لم يعد هذا الزر");
    await talk.press("إغلاق");
    expect(talk.said()).toBe("أُغلقت. للعودة: /sources");
  });
});
