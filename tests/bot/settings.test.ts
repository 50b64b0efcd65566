// The settings as a reader walks through them: in one message, understood when typed, never silent.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk();
});
afterEach(() => talk.close());

describe("the settings", () => {
  it("subscribe and unsubscribe in place", async () => {
    const [first] = await talk.ask("/settings");
    const on = await talk.press("اشترك");
    expect(on.toast).toBe("حُفظ التغيير");
    expect(on.shown.map(({ messageId }) => messageId)).toEqual([first?.messageId]);
    expect(talk.said()).toMatch(/الاشتراك: فعّال[\s\S]*الملخص القادم: /);
    await talk.press("إلغاء الاشتراك");
    expect(talk.said()).toContain("الاشتراك: متوقف");
    expect(talk.buttons()).toContain("اشترك");
  });

  it("name what is set by the same words as the buttons", async () => {
    await talk.ask("/settings");
    expect(talk.said()).toContain("المنطقة الزمنية: القاهرة\nالمواضيع: كلها\nطول الملخص: متوسط");
  });

  it("say what it means to have no time, there and under /start", async () => {
    await talk.ask("/subscribe");
    await talk.ask("/settings");
    await talk.press("الوقت");
    await talk.press("حذف ٧:٠٠ صباحاً");
    expect(talk.said()).toContain("لا وقت محدداً للإرسال، فلن يصلك ملخص. أضف وقتاً.");
    await talk.ask("/start");
    expect(talk.said()).toContain("أنت مشترك، لكن لا وقت محدداً للإرسال.");
  });
});

describe("a typed time", () => {
  it("is understood as people write it, and what is no time is answered with an example", async () => {
    await talk.ask("/settings");
    await talk.press("الوقت");
    await talk.press("إضافة وقت");
    await talk.ask("25:00");
    expect(talk.said()).toBe("لم أفهم هذا الوقت. اكتبه مثل ١٨:٤٥ أو ٦:٤٥ مساءً.");
    await talk.ask("٧ مساءً");
    expect(talk.said()).toMatch(/^حُفظ الوقت ٧:٠٠ مساءً\./);
    await talk.ask("21:00");
    expect(talk.said()).toMatch(/^لم أفهم هذه الكلمات/);
  });

  it.each([
    ["a time was chosen by buttons", ["٦:٠٠ م", "٦:٣٥ م"]],
    ["the way back was taken", ["رجوع"]],
    ["the settings were closed", ["إغلاق"]],
  ])("is not awaited any more once %s", async (_what, buttons) => {
    await talk.ask("/settings");
    await talk.press("الوقت");
    await talk.press("إضافة وقت");
    for (const button of buttons) await talk.press(button);
    await talk.ask("21:00");
    expect(talk.said()).toMatch(/^لم أفهم هذه الكلمات/);
  });
});

describe("a reader of Arabic-Indic digits", () => {
  it("sees them in every number but those of commands", async () => {
    await talk.test.addReader(1001, { digits: "arabic" });
    await talk.ask("/article 999");
    expect(talk.said()).toMatch(/^لا خبر بالرقم ٩٩٩\.\nالأرقام المتاحة من ١ إلى ٢٠، وأحدثها في \/latest$/);
    await talk.ask("/settings");
    await talk.press("الوقت");
    await talk.press("إضافة وقت");
    expect(talk.said()).toMatch(/مثل ١٨:٤٥$/);
    await talk.press("٦:٠٠ م");
    expect(talk.said()).toMatch(/مثل ١٨:٣٧$/);
    await talk.ask("٢٥:٠٠");
    expect(talk.said()).toBe("لم أفهم هذا الوقت. اكتبه مثل ١٨:٤٥ أو ٦:٤٥ مساءً.");
  });
});

describe("a button that leads nowhere", () => {
  it.each(["nosuch:1", "do:nosuch", "zone:atlantis", "length:huge", "topic:nosuch", "full:x", "x"])(
    "%s is answered by a toast",
    async (data) => {
      await talk.ask("/settings");
      const { shown, toast } = await talk.pressData(data);
      expect([shown, toast]).toEqual([[], "لم يعد هذا الزر يعمل. اطلب ما تريده من جديد."]);
    },
  );

  it("says so of an article that is gone", async () => {
    await talk.ask("/a3");
    expect((await talk.pressData("full:9999")).toast).toBe("لم يعد هذا الخبر متاحاً.");
  });

  it("lets a reader give up a topic that is gone", async () => {
    await talk.ask("/settings");
    const number = (await talk.test.house.subscribers.numberOf(1001, null)) ?? 0;
    await talk.test.house.agenda.change(number, { topics: ["gone", "health"] }, new Date());
    await talk.pressData("topic:gone");
    expect((await talk.test.house.subscribers.byNumber(number))?.topics).toEqual(["health"]);
  });
});

describe("an edit that Telegram refuses", () => {
  it("is not silence: the reader is told", async () => {
    await talk.ask("/settings");
    const kind = { type: "error", code: 400, description: "Bad Request: SOMETHING_NEW" } as const;
    talk.test.playground.fail({ method: "editMessageText", times: 1, kind });
    await talk.press("الوقت");
    expect(talk.said()).toContain("عذراً، حدث خطأ");
  });
});

describe("an article asked for by its number", () => {
  it.each(["/article 3", "/article ٣", "/article #3", "/article رقم 3", "/article a3", "/a3"])(
    "%s finds it",
    async (text) => {
      await talk.ask(text);
      expect(talk.said()).toContain("/a3");
    },
  );

  it.each(["/article 99999999999999", "/a99999999999999"])(
    "%s is a number that no article has",
    async (text) => {
      await talk.ask(text);
      expect(talk.said()).toMatch(/^لا خبر بالرقم ٩٩٩٩٩٩٩٩٩٩٩٩٩٩\.\n/);
    },
  );

  it("shows by an example that can be copied what to write", async () => {
    const [message] = await talk.ask("/article");
    expect(message?.entities.map(({ type }) => type)).toEqual(["code", "bot_command"]);
  });
});
