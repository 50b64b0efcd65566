// What a reader does with the stories of a digest and with an article: by buttons, in place, and back.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLastDigests } from "../../src/delivery/last.ts";
import { bare } from "../e2e/chat.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk();
});
afterEach(() => talk.close());

async function reader() {
  for await (const { subscriber } of talk.test.house.subscribers.all()) return subscriber;
  throw new Error("there is no reader");
}
const newest = () => talk.test.playground.transcript(1).findLast(({ from }) => from === "bot");
const dataOf = (text: string): string =>
  newest()
    ?.keyboard?.flat()
    .find((key) => bare(key.text) === text)?.callback_data ?? "";
const commands = (): string[] => talk.said().match(/\/a\d+/g) ?? [];
const held = (number: string) => talk.test.house.main.hget("{mujaz}:articles:held", number);

describe("the buttons of a digest", () => {
  it("number the stories as the text does, and open and close under it without changing the text", async () => {
    await talk.ask("/digest");
    const text = talk.said();
    expect(talk.buttons()).toEqual(["٥", "٤", "٣", "٢", "١", "المزيد"]);
    expect(dataOf("٢")).toBe(`o:${commands()[1]?.slice(2)}`);
    await talk.press("٢");
    expect(talk.buttons()).toEqual([
      "٥",
      "٤",
      "٣",
      "‹ ٢ ›",
      "١",
      "المزيد",
      "تابع الخبر",
      "حفظ",
      "لماذا هذا؟",
      "أقل من هذا",
      "رجوع",
    ]);
    await talk.press("٤");
    expect(talk.buttons().slice(0, 6)).toEqual(["٥", "‹ ٤ ›", "٣", "٢", "١", "المزيد"]);
    await talk.press("رجوع");
    expect(talk.buttons()).toEqual(["٥", "٤", "٣", "٢", "١", "المزيد"]);
    expect(talk.said()).toBe(text);
  });

  it("save and follow, and take both back; what is saved or followed does not expire", async () => {
    await talk.ask("/digest");
    await talk.press("١");
    const number = dataOf("حفظ").slice("save:".length);
    expect((await talk.press("حفظ")).toast).toContain("حُفظ الخبر");
    expect(await held(number)).toBe("1");
    // The same press again, as a slow network brings it, takes it back: the button says what it does.
    expect(talk.buttons()).toContain("✓ محفوظ");
    await talk.press("تابع الخبر");
    expect(await reader()).toMatchObject({ saved: [Number(number)], followStories: [`s${number}`] });
    expect(await held(number)).toBe("2");
    await talk.press("✓ محفوظ");
    expect(await held(number)).toBe("1");
    await talk.press("✓ تتابعه");
    expect(await reader()).toMatchObject({ saved: [], followStories: [] });
    expect(await held(number)).toBeNull();
  });

  it("hold what an imported line has saved and followed, and let go of what the next line has not", async () => {
    const { test } = talk;
    await test.addReader(9001, { saved: [3, 4], followStories: ["s5"] });
    expect([await held("3"), await held("4"), await held("5")]).toEqual(["1", "1", "1"]);
    await test.addReader(9001, { saved: [4] });
    expect([await held("3"), await held("4"), await held("5")]).toEqual([null, "1", null]);
  });

  it("offer fewer like it: the topic, or one of its words", async () => {
    await talk.ask("/digest");
    await talk.press("١");
    await talk.press("أقل من هذا");
    const offers = talk.buttons().filter((text) => /^(كتم|حجب)/.test(text));
    expect(offers).toHaveLength(4);
    await talk.press("رجوع");
    expect(talk.buttons()).toContain("أقل من هذا");
    await talk.press("أقل من هذا");
    const words = offers.filter((text) => text.startsWith("حجب"));
    // Each word stands in the digest as it is offered.
    for (const text of words) expect(talk.said()).toContain(/«(.*)»/.exec(text)?.[1]);
    await talk.press(words[0] ?? "");
    expect((await reader()).block).toEqual([/«(.*)»/.exec(words[0] ?? "")?.[1]]);
    await talk.press("١");
    await talk.press("أقل من هذا");
    const topic = talk.buttons().find((text) => text.startsWith("كتم")) ?? "";
    expect((await talk.press(topic)).toast).toMatch(/^كُتم موضوع/);
    expect((await reader()).mutedTopics).toHaveLength(1);
    expect(talk.buttons()).toEqual(["٥", "٤", "٣", "٢", "١", "المزيد"]);
  });

  it("tell more, each story once, until there is no more", async () => {
    await talk.ask("/digest");
    const told = commands();
    await talk.press("المزيد");
    expect(talk.said()).toMatch(/^المزيد من موجز /);
    told.push(...commands());
    await talk.press("المزيد");
    told.push(...commands());
    expect(new Set(told).size).toBe(told.length);
    expect(told).toHaveLength(13);
    expect(talk.buttons()).not.toContain("المزيد");
    expect((await talk.pressData("more:")).toast).toBe("لا مزيد الآن. الجديد في ملخصك القادم.");
  });

  it.each([
    "o:x",
    "o:99999",
    "save:99999",
    "save:x",
    "fs:99999",
    "less:99999",
    "less:3:9",
    "less:3:00000000",
    "less:x",
    "why:x",
    "unsave:3:0",
    "saved:x",
    "again:",
    "art:x",
    "full:3:99",
  ])("with forged data (%s) are answered by a toast and change nothing", async (data) => {
    await talk.ask("/help");
    const before = await reader();
    const { shown, toast } = await talk.pressData(data);
    expect(toast).toBeTruthy();
    expect(shown).toEqual([]);
    expect(await reader()).toEqual(before);
  });
});

describe("a second digest", () => {
  it("that has nothing new says so, and shows the last one again by a button", async () => {
    await talk.ask("/digest");
    await talk.press("المزيد");
    await talk.press("المزيد");
    const told = 13;
    await talk.ask("/digest");
    expect(talk.said()).toMatch(/^لا جديد منذ ملخصك الأخير/);
    const { shown } = await talk.press("أعد عرض الملخص الأخير");
    expect(bare(shown[0]?.text ?? "")).toMatch(/^ملخصك الأخير، موجز /);
    const again = shown.flatMap(({ text }) => bare(text).match(/\/a\d+/g) ?? []);
    expect(new Set(again).size).toBe(told);
    const lastIn = (hours: number) => {
      const then = new Date(Date.now() + hours * 3_600_000);
      return createLastDigests(talk.test.house.main, "mujaz", () => then).last(1);
    };
    expect(await lastIn(47)).toHaveLength(told);
    expect(await lastIn(49)).toEqual([]);
  });
});

describe("an article", () => {
  it("changes its length in place, and its full text stands in its message too", async () => {
    await talk.ask("/a20");
    const messages = talk.test.playground.transcript(1).length;
    const standard = talk.said();
    expect(talk.buttons().slice(0, 3)).toEqual(["طويل", "✓ متوسط", "قصير"]);
    await talk.press("قصير");
    expect(talk.said().length).toBeLessThan(standard.length);
    expect(talk.buttons()).toContain("✓ قصير");
    await talk.press("النص الكامل");
    expect(talk.said()).toContain("النص الكامل");
    await talk.press("الملخص");
    expect(talk.said()).toBe(standard);
    expect(talk.test.playground.transcript(1)).toHaveLength(messages);
  });

  it("can be shared through inline mode, and names related stories", async () => {
    await talk.ask("/a20");
    const share = newest()
      ?.keyboard?.flat()
      .find(({ text }) => bare(text) === "مشاركة");
    expect(share?.switch_inline_query).toBe("a_20");
    expect(talk.said()).toMatch(/أخبار قريبة منه\n.* – \/a\d+/);
  });
});

describe("/saved", () => {
  it("lists the newest choice first, in pages, and takes an article off", async () => {
    await talk.ask("/saved");
    expect(talk.said()).toMatch(/^لا أخبار محفوظة بعد/);
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await talk.ask(`/a${number}`);
      await talk.press("حفظ");
    }
    await talk.ask("/saved");
    expect(talk.said()).toMatch(/^٦ أخبار محفوظة \(١ من ٢\)/);
    expect(commands()).toEqual(["/a6", "/a5", "/a4", "/a3", "/a2"]);
    await talk.press("التالي");
    expect(commands()).toEqual(["/a1"]);
    await talk.press("حذف ٦");
    expect(commands()).toEqual(["/a6", "/a5", "/a4", "/a3", "/a2"]);
    expect((await reader()).saved).toEqual([2, 3, 4, 5, 6]);
    expect(await held("1")).toBeNull();
    await talk.press("إغلاق");
    expect(talk.buttons()).toEqual([]);
    // What an editor removes leaves the list too.
    await talk.test.house.articles.remove(4);
    await talk.ask("/saved");
    expect(commands()).toEqual(["/a6", "/a5", "/a3", "/a2"]);
    expect((await reader()).saved).toEqual([2, 3, 5, 6]);
  });
});

describe("words", () => {
  it("are followed and blocked, once each whatever their spelling, and listed", async () => {
    await talk.ask("/follow الطاقة الشمسية، في");
    expect(talk.said()).toContain("تتابع الآن «الطاقة الشمسية»");
    expect(talk.said()).toContain("لا تكفي «في» وحدها");
    await talk.ask("تابع طاقة شمسيّة");
    expect(talk.said()).toBe("تتابع «الطاقة الشمسية» من قبل.");
    await talk.ask("/block كرة القدم");
    expect(await reader()).toMatchObject({ follow: ["الطاقة الشمسية"], block: ["كرة القدم"] });
    await talk.ask("/block");
    expect(talk.said()).toMatch(/^تحجب عبارة واحدة\n\nكرة القدم/);
    await talk.ask("/follow <b>&");
    expect(talk.said()).toContain("<b>&");
  });

  it("that are blocked keep a story away, and /why names them", async () => {
    await talk.ask("/block مقاهي الإصلاح");
    await talk.ask("/digest");
    expect(commands()).not.toContain("/a20");
    await talk.ask("/why ٢٠");
    expect(talk.said()).toContain("لا يصلك هذا الخبر.");
    expect(talk.said()).toContain("حجبت «مقاهي الإصلاح»، وهي مذكورة فيه.");
    await talk.ask("/why");
    expect(talk.said()).toMatch(/^اكتب رقم الخبر/);
    await talk.ask("/why 9999");
    expect(talk.said()).toMatch(/^لا خبر بالرقم ٩٩٩٩/);
  });
});

describe("of two readers of one chat", () => {
  it("one goes when a group moves, and what only that one kept may expire", async () => {
    const { agenda, subscribers } = talk.test.house;
    await talk.ask("/help");
    const mould = await reader();
    const now = new Date();
    const older = await agenda.upsert({ ...mould, chat: -11, kind: "group", saved: [3, 4] }, now);
    await agenda.upsert({ ...mould, chat: -12, kind: "group", saved: [4, 5] }, now);
    expect([await held("3"), await held("4"), await held("5")]).toEqual(["1", "2", "1"]);
    expect(await agenda.migrate(older, -12)).toBe(true);
    expect((await subscribers.byChat(-12, null))?.subscriber.saved).toEqual([3, 4]);
    expect([await held("3"), await held("4"), await held("5")]).toEqual(["1", "1", null]);
  });
});
