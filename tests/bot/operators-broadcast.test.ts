// /broadcast as an operator uses it: write, look, choose, confirm; and the buttons of one that runs.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { createBroadcasts } from "../../src/processes/broadcasts.ts";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { bare } from "../e2e/chat.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk(1, { ADMIN_IDS: "1001", SEND_RATE: "0" });
});
afterEach(() => talk.close());

const book = () => createBroadcastBook(talk.test.house.main, "mujaz");
const write = async (text = "صيانة قصيرة الليلة"): Promise<void> => {
  await talk.ask("/broadcast");
  await talk.ask(text);
};

describe("/broadcast", () => {
  it("shows what was written, asks for whom, counts them, and begins only when it is confirmed", async () => {
    await talk.test.addReader(1002, { topics: ["economy"] });
    await talk.test.addReader(1003, { locale: "en", topics: ["health"] });
    await talk.ask("/broadcast");
    const shown = await talk.ask("صيانة قصيرة <الليلة>");
    expect(bare(shown[0]?.text ?? "")).toBe("صيانة قصيرة <الليلة>");
    expect(talk.said()).toBe("هكذا ستصل الرسالة. لمن تُرسل؟");
    await talk.press("من لغته English");
    expect(talk.said()).toBe("تُرسل إلى قارئ واحد: من لغته English. لا يمكن سحبها بعد وصولها.");
    await talk.press("رجوع");
    await talk.press("متابعو موضوع…");
    await talk.press("الاقتصاد");
    expect(talk.said()).toMatch(/^تُرسل إلى قارئ واحد: متابعو الاقتصاد/);
    await talk.press("رجوع");
    await talk.press("كل القرّاء");
    expect(talk.said()).toMatch(/^تُرسل إلى قارئين: كل القرّاء/);
    expect(await book().underWay()).toEqual([]);
    await talk.press("أرسل الآن");
    expect(await book().find(1)).toMatchObject({ status: "running", total: 2, segment: { kind: "all" } });
    expect((await talk.pressData("bc:go.1.all")).toast).toContain("لم يعد هذا الزر");
    expect((await talk.pressData("bc:drop.1")).toast).toContain("لم يعد هذا الزر");
  });

  it("keeps the writer's bold and links", async () => {
    const { house } = talk.test;
    const bot = createTelegraf(house.config.env);
    bot.botInfo = await bot.telegram.getMe();
    const mouth = openMouth(house, bot, undefined, {
      search: () => Promise.reject(new Error("nobody searches here")),
    });
    await talk.ask("/broadcast");
    const chat = { id: 1001, type: "private" as const, first_name: "ليلى" };
    await mouth.handle({
      update_id: 900_001,
      message: {
        message_id: 900_001,
        date: 0,
        chat,
        from: { ...chat, is_bot: false },
        text: "عاجل: الخبر هنا",
        entities: [
          { type: "bold", offset: 0, length: 5 },
          { type: "text_link", offset: 12, length: 3, url: "https://news.example/a?b=1&c=2" },
        ],
      },
    });
    expect((await book().find(1))?.html).toBe(
      '<b>عاجل:</b> الخبر <a href="https://news.example/a?b=1&amp;c=2">هنا</a>',
    );
  });

  it("offers no sending to nobody, and a dropped one is sent to nobody", async () => {
    await talk.test.addReader(1002);
    await write();
    await talk.press("المجموعات والقنوات");
    expect(talk.said()).toMatch(/^لا أحد الآن في هذه الفئة/);
    expect(talk.buttons()).toEqual(["إلغاء الرسالة", "رجوع"]);
    await talk.press("إلغاء الرسالة");
    expect(talk.said()).toBe("أُلغيت الرسالة، ولم تُرسل إلى أحد.");
    expect((await talk.pressData("bc:go.1.all")).toast).toContain("لم يعد هذا الزر");
    expect(await book().underWay()).toEqual([]);
  });

  it("is not begun by a text that was meant for something else", async () => {
    await talk.ask("/broadcast");
    await talk.ask("/latest");
    await talk.ask("بحث الماء");
    expect(await book().find(1)).toBeUndefined();
    await talk.ask("/broadcast");
    await talk.press("إغلاق");
    await talk.ask("بحث الماء");
    expect(await book().find(1)).toBeUndefined();
  });

  it("is paused, goes on and is cancelled by the buttons of the message that tells how it goes", async () => {
    await talk.test.addReader(1002);
    await write();
    await talk.press("كل القرّاء");
    await talk.press("أرسل الآن");
    const broadcasts = createBroadcasts(talk.test.house);
    await broadcasts.round();
    expect(talk.said()).toBe("يجري الإرسال\nأُرسل ٠ من ١");
    await talk.press("إيقاف مؤقت");
    expect(talk.said()).toBe("توقف الإرسال مؤقتاً\nأُرسل ٠ من ١");
    expect((await talk.pressData("bc:pause.1")).toast).toContain("لم يعد هذا الزر");
    await talk.ask("/broadcast");
    expect(talk.test.playground.transcript(1).at(-2)?.text).toContain("توقف الإرسال مؤقتاً");
    await talk.press("متابعة");
    expect((await book().find(1))?.status).toBe("running");
    await talk.press("إلغاء الإرسال");
    expect((await book().find(1))?.status).toBe("cancelled");
    expect((await talk.pressData("bc:resume.1")).toast).toContain("لم يعد هذا الزر");
    await broadcasts.close();
  });
});
