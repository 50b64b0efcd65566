// Leaving, resting and coming back, as a reader does it; and commands that are said in plain words.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bare } from "../e2e/chat.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk();
});
afterEach(() => talk.close());

const reader = async () => {
  const { subscribers } = talk.test.house;
  return subscribers.byNumber((await subscribers.numberOf(1001, null)) ?? (await firstNumber()));
};
const firstNumber = async (): Promise<number> => {
  for await (const { number } of talk.test.house.subscribers.all()) return number;
  return 0;
};

describe("unsubscribing", () => {
  it("ends at once, asks why in one tap, and counts the answer without a name", async () => {
    await talk.ask("/subscribe");
    await talk.ask("/unsubscribe");
    expect((await reader())?.status).toBe("inactive");
    expect(talk.said()).toMatch(/^أُلغي اشتراكك[\s\S]*ما السبب؟/);
    expect(talk.buttons()).toEqual([
      "الرسائل كثيرة",
      "المواضيع لا تهمني",
      "الملخصات لا تفيدني",
      "سبب آخر",
      "استراحة شهر",
      "استراحة أسبوع",
    ]);
    await talk.press("الرسائل كثيرة");
    expect(talk.said()).toMatch(/^شكراً/);
    expect(talk.buttons()).toEqual([]);
    expect(await talk.test.house.main.hgetall("{mujaz}:leaving")).toEqual({ "too-many": "1" });
  });

  it("becomes a rest for who would rather have one", async () => {
    await talk.ask("/subscribe");
    await talk.ask("/unsubscribe");
    await talk.press("استراحة أسبوع");
    expect(talk.said()).toMatch(/^توقف الملخص مؤقتاً \(أسبوع\)\.\nيعود .* الساعة ٧:٠٠ صباحاً/);
    const now = await reader();
    expect(now?.status).toBe("active");
    expect(Date.parse(now?.pausedUntil ?? "") - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
  });
});

describe("a rest", () => {
  it("moves the next digest behind its end, and /resume brings it back", async () => {
    await talk.ask("/subscribe");
    const { agenda } = talk.test.house;
    const inDays = (days: number): number => Math.floor(Date.now() / 1000) + days * 24 * 3_600;
    expect(await agenda.dueCount(inDays(1))).toBe(1);
    await talk.ask("/pause ١٠");
    expect(await agenda.dueCount(inDays(10))).toBe(0);
    expect(await agenda.dueCount(inDays(11))).toBe(1);
    await talk.ask("/resume");
    expect(talk.said()).toMatch(/^عاد الملخص\. يصلك القادم (اليوم|غداً)/);
    expect(await agenda.dueCount(inDays(1))).toBe(1);
    await talk.ask("/resume");
    expect(talk.said()).toMatch(/^ملخصك ليس متوقفاً/);
  });

  it("is offered in words, and says how to write another number of days", async () => {
    await talk.ask("/subscribe");
    await talk.ask("/pause");
    expect(talk.buttons()).toEqual(["٣ أيام", "يوم", "أسبوعان", "أسبوع", "شهر"]);
    await talk.ask("/pause 400");
    expect(talk.said()).toBe("لم أفهم عدد الأيام. اكتبه هكذا: /pause 10\nأطول إيقاف مؤقت ٣٦٥ يوماً.");
    await talk.ask("/pause 3 أيام");
    expect(talk.said()).toMatch(/^توقف الملخص مؤقتاً \(٣ أيام\)/);
  });

  it("is nothing for who is not subscribed", async () => {
    for (const text of ["/pause 3", "/pause"]) {
      await talk.ask(text);
      expect(talk.said()).toMatch(/^لست مشتركاً حالياً/);
    }
    expect(await talk.test.house.agenda.dueCount(2 ** 40)).toBe(0);
  });
});

describe("plain words", () => {
  it.each([
    ["اشترك", /^تم اشتراكك/],
    ["إشتراك!", /^تم اشتراكك/],
    ["ملخّص", /^موجز /],
    ["الملخص", /^موجز /],
    ["أخبار الاقتصاد", /^أحدث الأخبار: الاقتصاد/],
    ["اخبار اقتصاد", /^أحدث الأخبار: الاقتصاد/],
    ["أخبار تحلية المياه", /«تحلية المياه»/],
    ["آخر الأخبار", /^أحدث الأخبار/],
    ["خبر ٣", /\/a3/],
    ["الخبر رقم 3", /\/a3/],
    ["بحث الطاقة", /«الطاقة»/],
    ["إيقاف", /^لست مشتركاً حالياً/],
    ["الإعدادات", /^الإعدادات/],
    ["مساعدة", /^ما الذي يمكنك طلبه/],
    ["news of economy", /^أحدث الأخبار: الاقتصاد/],
  ])("%s", async (text, expected) => {
    const [answer] = await talk.ask(text);
    expect(bare(answer?.text ?? "")).toMatch(expected);
  });
});
