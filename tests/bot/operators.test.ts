// The operators' commands as they are used: the desk, articles, feeds; and that to others they do not exist.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { startWebServer, type WebServer } from "../sources/webServer.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
const admin = { ADMIN_IDS: "1001" };
afterEach(() => talk.close());

describe("to others than operators", () => {
  beforeEach(async () => {
    talk = await openTalk(2, admin);
  });

  it.each(["/admin", "/broadcast", "/feeds", "/pin 3", "/hide 3", "/edit 3 نص"])(
    "%s is a command that nobody knows",
    async (text) => {
      await talk.ask(text);
      expect(talk.said()).toMatch(/^لا أعرف هذا الأمر/);
      expect(await talk.test.house.main.keys("*broadcast*")).toEqual([]);
    },
  );

  it("the operators' buttons do not work, forged or handed on", async () => {
    await talk.ask("/start");
    const { main } = talk.test.house;
    const before = await main.hgetall("{mujaz}:article:3");
    for (const data of [
      "admin:",
      "bc:go.1.all",
      "feed:add",
      "ed:hide.3",
      "answer:1",
      "do:admin",
      "do:broadcast",
    ]) {
      const { shown, toast } = await talk.pressData(data);
      expect({ data, shown, toast }).toMatchObject({
        shown: [],
        toast: expect.stringContaining("لم يعد هذا الزر"),
      });
    }
    expect(await main.hgetall("{mujaz}:article:3")).toEqual(before);
    expect(await main.keys("{mujaz}:dialogue*")).toEqual([]);
  });
});

describe("the menu", () => {
  it("shows the operators' commands in their own chats alone, in each language", async () => {
    talk = await openTalk(1, admin);
    const { house } = talk.test;
    const bot = createTelegraf(house.config.env);
    const search = () => Promise.reject(new Error("nobody searches here"));
    await openMouth(house, bot, undefined, { search }).announce();
    const menu = async (extra: object): Promise<string[]> =>
      (await bot.telegram.callApi("getMyCommands", extra)).map(({ command }) => command);
    const own = ["admin", "broadcast", "feeds", "pin", "hide", "edit", "review"];
    const scope = { type: "chat" as const, chat_id: 1001 };
    for (const language of [{}, { language_code: "ar" }, { language_code: "en" }]) {
      const everyone = await menu(language);
      expect(everyone).toContain("feedback");
      expect(everyone.filter((command) => own.includes(command))).toEqual([]);
      expect(await menu({ scope, ...language })).toEqual([...own, ...everyone]);
    }
  });
});

describe("/admin", () => {
  beforeEach(async () => {
    talk = await openTalk(1, admin);
  });

  it("counts readers, news, sources and the queue, and names what failed last", async () => {
    const { house, addReader } = talk.test;
    await addReader(1002);
    await addReader(-5001, { kind: "group" });
    await addReader(1004, { status: "inactive", reason: "unsubscribed" });
    const letter = { member: 2, chat: 1002, slot: 1_700_000_000, why: "refused: other" };
    await house.agenda.bury({ ...letter, at: new Date(Date.now() - 3_600_000).toISOString() });
    await house.main.hset(
      "{mujaz}:sources:added",
      "00000000aa",
      JSON.stringify({
        url: "https://a.invalid/",
        name: "صحيفة الضفاف",
        topics: [],
        fullText: "auto",
        intervalMinutes: 10,
      }),
    );
    const error = JSON.stringify({
      at: new Date().toISOString(),
      reason: "their server is in trouble",
      mend: "wait",
    });
    await house.main.hset("{mujaz}:sources:state:00000000aa", "failures", "3", "error", error);
    await talk.ask("/admin");
    const said = talk.said();
    expect(said).toContain(
      "القرّاء النشطون: ٢\nمحادثات خاصة: ١، مجموعات: ١، قنوات: ٠\nفي استراحة: ٠، غير مشتركين: ٢",
    );
    expect(said).toContain("المصادر: ١، متعثرة: ١، متوقفة: ٠");
    expect(said).toContain("مصادر متعثرة\nصحيفة الضفاف: ٣ محاولات فاشلة");
    expect(said).toContain("آخر ما تعذّر إرساله\nالقارئ رقم ٢، قبل ساعة\nrefused: other");
    expect(said.length).toBeLessThan(900);
  });

  it("is counted anew by its button, in the same message", async () => {
    await talk.ask("/admin");
    await talk.test.addReader(1002);
    const { shown, toast } = await talk.press("تحديث");
    expect(shown).toHaveLength(1);
    expect(talk.said()).toContain("القرّاء النشطون: ١");
    expect(toast).toBe("حُدّثت الأرقام");
    await talk.press("إغلاق");
    expect(talk.said()).toBe("أُغلقت. للعودة: /admin");
  });
});

describe("an article", () => {
  beforeEach(async () => {
    talk = await openTalk(1, admin);
  });
  const article = (number: number) => talk.test.house.articles.byNumber(number);

  it("is pinned and hidden by its number in any digits, and let go by a button", async () => {
    await talk.ask("/pin ٣");
    expect(await article(3)).toMatchObject({ pinned: true });
    expect(talk.said()).toMatch(/^ثُبّت الخبر \/a3/);
    await talk.press("إلغاء التثبيت");
    expect((await article(3))?.pinned).toBeUndefined();
    await talk.ask("/hide a3");
    expect(await article(3)).toMatchObject({ hidden: true });
    await talk.press("إظهار");
    expect((await article(3))?.hidden).toBeUndefined();
  });

  it("gets the summary that the operator types, and loses it by «-»", async () => {
    await talk.ask("/edit 3");
    await talk.ask("ملخص   بيد المحرر <b>.");
    expect((await article(3))?.summary.editor).toBe("ملخص بيد المحرر <b>.");
    expect(talk.said()).toContain("ملخص بيد المحرر <b>.");
    await talk.ask("/edit 3");
    await talk.ask("-");
    expect((await article(3))?.summary.editor).toBeUndefined();
    await talk.ask("/edit 3 ملخص في سطر واحد");
    expect((await article(3))?.summary.editor).toBe("ملخص في سطر واحد");
  });

  it("keeps its summary when a command comes before the text", async () => {
    await talk.ask("/edit 3");
    await talk.ask("/latest");
    await talk.ask("بحث الماء");
    expect((await article(3))?.summary.editor).toBeUndefined();
  });

  it.each([
    ["no number", "/pin", /مثل \/pin 42$/],
    ["a word", "/hide شيء", /مثل \/hide 42$/],
    ["a number that nothing has", "/edit 99999", /^لا خبر بالرقم ٩٩٩٩٩/],
    ["a summary that is too long", `/edit 3 ${"كلمة ".repeat(300)}`, /لا يزيد على ١٬٠٠٠ حرف/],
  ])("is asked for again after %s", async (_what, text, expected) => {
    await talk.ask(text);
    expect(talk.said()).toMatch(expected);
  });
});

describe("/feeds", () => {
  let server: WebServer;
  let config: FeedConfig;
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة الضفاف</title><link>http://a.invalid/</link>
    <item><title>المراكب تعود إلى الضفة</title><link>http://a.invalid/1</link><description>نص</description></item></channel></rss>`;
  beforeEach(async () => {
    server = await startWebServer({
      "/rss.xml": { headers: { "content-type": "application/rss+xml" }, body: rss },
    });
    config = await makeFeedConfig(`\n  - { url: "${server.origin}/config.xml", name: "صحيفة الجسر" }`);
    talk = await openTalk(1, { ...admin, ...config.env });
  });
  afterEach(async () => {
    await server.close();
    await config.dispose();
  });
  const names = async (): Promise<string[]> =>
    Object.values(await talk.test.house.main.hgetall("{mujaz}:sources:added")).map(
      (json) => (JSON.parse(json) as { name: string }).name,
    );

  it("adds what answers as a feed, under its own name, and once", async () => {
    await talk.ask("/feeds");
    await talk.press("إضافة مصدر");
    await talk.ask(`${server.origin}/nothing.xml`);
    expect(talk.said()).toMatch(/^لم يُضف العنوان[\s\S]*there is nothing at this address/);
    await talk.ask(`\u2066${server.origin}/rss.xml\u2069`);
    expect(talk.said()).toMatch(/^أُضيف المصدر، ويُقرأ خلال دقيقة\.\n\nصحيفة الضفاف/);
    expect(await names()).toEqual(["صحيفة الضفاف"]);
    await talk.ask(`/feeds ${server.origin}/rss.xml`);
    expect(talk.said()).toMatch(/^هذا المصدر موجود من قبل/);
    expect(await names()).toHaveLength(1);
  });

  it("tries one, switches it off and on, and removes it only after a second question", async () => {
    await talk.ask(`/feeds ${server.origin}/rss.xml`);
    await talk.press("تجربة");
    expect(talk.said()).toMatch(/وفيه خبر واحد:\n\nالمراكب تعود إلى الضفة$/);
    await talk.press("رجوع");
    await talk.press("إيقاف");
    expect(talk.said()).toContain("الحال: متوقف");
    expect(talk.said()).toContain("أوقفه أحد المشغّلين.");
    await talk.press("تشغيل");
    expect(talk.said()).toContain("الحال: لم يُقرأ بعد");
    await talk.press("حذف");
    expect(await names()).toHaveLength(1);
    await talk.press("نعم، احذفه");
    expect(await names()).toEqual([]);
    expect(talk.said()).toMatch(/^مصدر واحد/);
  });

  it("does not remove one of the config, and forgets buttons of one that is gone", async () => {
    await talk.ask("/feeds");
    await talk.press("صحيفة الجسر – جديد");
    expect(talk.buttons()).not.toContain("حذف");
    expect((await talk.pressData("feed:gone.ffffffffff")).toast).toContain("لم يعد هذا الزر");
    expect((await talk.pressData("feed:list.x")).toast).toContain("لم يعد هذا الزر");
  });
});
