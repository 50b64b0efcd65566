// Groups, forum topics and channels: who may change what, when the bot is silent, and what becomes of it there.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  const refused = stage.refused().map(({ method, params, answer }) => ({ method, params, answer }));
  await stage.close();
  expect(refused).toEqual([]);
});

const owner = 1;
const member = 2;
const admin = 3;

const sayIn = (chat: number, who: number | "anonymous", text: string, saying: object = {}) =>
  stage.after(() => stage.playground.sayIn(chat, who, text, saying), chat);
const textOf = async (messages: Promise<readonly { text: string }[]>): Promise<string> =>
  stage.texts((await messages) as never).join("\n---\n");
const readerOf = async (chat: number, thread: number | null = null) => {
  const { subscribers } = stage.test.house;
  return (await subscribers.byChat(chat, thread))?.subscriber;
};
const group = (plan: object = {}) =>
  stage.playground.makeGroup({
    title: "أصدقاء الموجز",
    members: [owner, member, { user: admin, status: "administrator" }],
    ...plan,
  });

describe("a group", () => {
  it("is subscribed by its administrators, anonymous ones too, and by nobody else", async () => {
    const { id } = group();
    expect(await textOf(sayIn(id, member, "/subscribe"))).toBe("هذا للمشرفين في هذه المجموعة.");
    expect((await readerOf(id))?.status).toBe("inactive");
    expect(await textOf(sayIn(id, admin, "/subscribe"))).toMatch(/^تم اشتراك/);
    expect((await readerOf(id))?.status).toBe("active");
    expect(await textOf(sayIn(id, "anonymous", "/unsubscribe"))).toMatch(/^أُلغي/);
    expect((await readerOf(id))?.status).toBe("inactive");
  });

  it("lets every member read, and answers the message that asked", async () => {
    const { id } = group();
    const [latest] = await sayIn(id, member, "/latest@mujaz_bot");
    expect(latest?.text).toMatch(/\/a\d+/);
    expect(latest?.replyTo).toBeDefined();
    expect(await textOf(sayIn(id, member, "/article 3"))).toContain("/a3");
  });

  it("is not disturbed by what is not for the bot", async () => {
    const { id } = group();
    for (const text of ["صباح الخير", "ملخص", "/digest@other_bot", "/nosuch"])
      expect(await sayIn(id, member, text)).toEqual([]);
  });

  it("answers plain words when it is named or answered", async () => {
    const { id } = group();
    expect(await textOf(sayIn(id, member, "أخبار الاقتصاد", { mention: true }))).toMatch(
      /^أحدث الأخبار: الاقتصاد/,
    );
    const [answer] = await sayIn(id, member, "/latest");
    const words = await textOf(sayIn(id, member, "خبر ٣", { replyTo: answer?.messageId }));
    expect(words).toContain("/a3");
  });

  it("asks for the same rights when a command is said in plain words", async () => {
    const { id } = group();
    await sayIn(id, admin, "/subscribe");
    for (const text of ["إيقاف", "إجازة"])
      expect(await textOf(sayIn(id, member, text, { mention: true }))).toBe("هذا للمشرفين في هذه المجموعة.");
    expect((await readerOf(id))?.status).toBe("active");
    expect(await textOf(sayIn(id, admin, "إيقاف", { mention: true }))).toMatch(/^أُلغي اشتراك/);
  });

  it("takes a typed setting only from who is an administrator still", async () => {
    const { id } = group();
    await sayIn(id, admin, "/settings");
    const { messageId } = stage.button(id, "الوقت");
    await stage.after(() => stage.playground.pressIn(id, admin, messageId, "time:e.07:00"), id);
    stage.playground.setMember(id, admin, "member");
    await sayIn(id, admin, "18:45", { replyTo: messageId });
    expect((await readerOf(id))?.times).toEqual(["07:00"]);
    stage.playground.setMember(id, admin, "administrator");
    await sayIn(id, admin, "18:45", { replyTo: messageId });
    expect((await readerOf(id))?.times).toEqual(["18:45"]);
  });

  it("lets only administrators press the buttons of its settings, asked anew each time", async () => {
    const { id } = group();
    await sayIn(id, admin, "/settings");
    const { messageId, data } = stage.button(id, "طول الملخص");
    await stage.after(() => stage.playground.pressIn(id, member, messageId, data), id);
    expect(stage.toast()).toBe("هذا للمشرفين في هذه المجموعة.");
    const [edited] = await stage.after(() => stage.playground.pressIn(id, admin, messageId, data), id);
    expect(edited?.text).toContain("طول");
    stage.playground.setMember(id, admin, "member");
    const short = stage.button(id, "قصير");
    await stage.after(() => stage.playground.pressIn(id, admin, short.messageId, short.data), id);
    expect(stage.toast()).toBe("هذا للمشرفين في هذه المجموعة.");
    expect((await readerOf(id))?.length).toBe("standard");
  });

  it("lets nobody else in by a button that stands for a command, or by a location", async () => {
    const { id } = group();
    const [welcome] = await sayIn(id, member, "/start");
    await stage.after(
      () => stage.playground.pressIn(id, member, welcome?.messageId ?? 0, "do:subscribe"),
      id,
    );
    expect(stage.toast()).toBe("هذا للمشرفين في هذه المجموعة.");
    await stage.after(() => stage.playground.pressIn(id, member, welcome?.messageId ?? 0, "do:channel"), id);
    expect(stage.toast()).toBe("هذا الأمر للمحادثة الخاصة: @mujaz_bot");
    await stage.after(() => stage.playground.pressIn(id, member, welcome?.messageId ?? 0, "do:admin"), id);
    expect(stage.toast()).toMatch(/^لم يعد هذا الزر يعمل/);
    const before = await readerOf(id);
    await stage.after(() => stage.playground.locate(member, { latitude: 33.5, longitude: 36.3 }, id), id);
    expect(await readerOf(id)).toEqual(before);
    expect(before?.status).toBe("inactive");
  });

  it("is greeted when the bot comes, and forgotten of sends when it goes", async () => {
    const { id } = group({ bot: "left" });
    const [welcome] = await stage.after(() => stage.playground.addBot(id), id);
    expect(stage.texts(welcome === undefined ? [] : [welcome])[0]).toMatch(/^شكراً على إضافة موجز/);
    await sayIn(id, owner, "/subscribe");
    await stage.after(() => stage.playground.removeBot(id), id);
    expect(await readerOf(id)).toMatchObject({ status: "inactive", reason: "kicked" });
    await stage.after(() => stage.playground.addBot(id), id);
    expect((await readerOf(id))?.status).toBe("active");
  });

  it("keeps its subscription when it becomes a supergroup", async () => {
    const { id } = group({ kind: "group" });
    await sayIn(id, owner, "/subscribe");
    let next = 0;
    await stage.after(() => {
      next = stage.playground.migrateGroup(id);
    });
    expect(await readerOf(id)).toBeUndefined();
    expect((await readerOf(next))?.status).toBe("active");
  });
});

describe("a forum", () => {
  it("subscribes each topic by itself, and forgets all of them when the bot goes", async () => {
    const { id, topics } = group({ topics: ["اقتصاد", "علوم"] });
    const [economy, science] = [topics["اقتصاد"] ?? 0, topics["علوم"] ?? 0];
    const [answer] = await sayIn(id, owner, "/subscribe", { thread: economy });
    expect(answer?.thread).toBe(economy);
    expect((await readerOf(id, economy))?.status).toBe("active");
    expect(await readerOf(id, science)).toBeUndefined();
    await sayIn(id, owner, "/subscribe", { thread: science });
    await stage.after(() => stage.playground.removeBot(id), id);
    for (const thread of [economy, science])
      expect(await readerOf(id, thread)).toMatchObject({ status: "inactive", reason: "kicked" });
  });
});

describe("a channel", () => {
  it("is set up from the private chat by who may post there, and by nobody else", async () => {
    const { id } = stage.playground.makeChannel({
      title: "قناة الموجز",
      username: "mujaz_channel",
      members: [owner, member],
    });
    await stage.after(() => stage.playground.say(member, "/channel @mujaz_channel"));
    expect(stage.texts(stage.playground.transcript(member)).at(-1)).toBe(
      "لا يضبط «قناة الموجز» إلا مشرف فيها يحق له النشر.",
    );
    const [screen] = await stage.after(() => stage.playground.say(owner, "/channel @mujaz_channel"));
    expect(stage.texts(screen === undefined ? [] : [screen])[0]).toMatch(
      /^القناة: «قناة الموجز»\n\nالإعدادات/,
    );
    const subscribe = screen?.keyboard
      ?.flat()
      .find(({ callback_data: data }) => data?.endsWith("status:active"));
    await stage.after(() =>
      stage.playground.press(owner, screen?.messageId ?? 0, subscribe?.callback_data ?? ""),
    );
    expect(await readerOf(id)).toMatchObject({ kind: "channel", status: "active" });
    // Each further screen still says whose settings it shows.
    expect(stage.texts(stage.playground.transcript(owner)).at(-1)).toMatch(/^القناة: «قناة الموجز»\n\n/);
    // The private chat's own subscription is another.
    expect(
      (await stage.test.house.subscribers.byChat(stage.playground.transcript(owner).length, null))?.number,
    ).toBeUndefined();
  });

  it("takes typed times for the channel, and refuses a forged mark", async () => {
    const { id } = stage.playground.makeChannel({
      title: "قناة ثانية",
      username: "second_channel",
      members: [admin, owner],
    });
    await stage.after(() => stage.playground.say(admin, "/channel @second_channel"));
    const target = await stage.test.house.subscribers.numberOf(id, null);
    const newest = () => stage.playground.transcript(admin).at(-1)?.messageId ?? 0;
    await stage.after(() => stage.playground.press(admin, newest(), `@${target}|time:e.07:00`));
    await stage.after(() => stage.playground.say(admin, "18:45"));
    expect((await readerOf(id))?.times).toEqual(["18:45"]);
    await stage.after(() => stage.playground.say(member, "/help"));
    await stage.after(() => stage.playground.press(member, 2, `@${target}|status:active`));
    expect(stage.toast()).toBe("لم تعد مشرفاً هناك، أو لم يعد البوت يستطيع النشر.");
    expect((await readerOf(id))?.status).toBe("inactive");
  });

  it("understands commands that are posted in it, and tells who added the bot how to go on", async () => {
    await stage.after(() => stage.playground.say(owner, "/start"));
    const { id } = stage.playground.makeChannel({ title: "قناة ثالثة", members: [owner], bot: "left" });
    const [told] = await stage.after(() => stage.playground.addBot(id, "administrator"));
    expect(stage.texts(told === undefined ? [] : [told])[0]).toMatch(/^أُضيف موجز إلى القناة «قناة ثالثة»/);
    expect(await textOf(sayIn(id, owner, "/subscribe"))).toMatch(/^تم اشتراك القناة/);
    expect((await readerOf(id))?.status).toBe("active");
    await stage.after(() =>
      stage.playground.setMember(id, "bot", "administrator", { can_post_messages: false }),
    );
    expect(await readerOf(id)).toMatchObject({ status: "inactive", reason: "no-rights" });
  });
});

describe("a channel's digest", () => {
  it("has neither buttons nor commands, and its readers can make nothing be posted", async () => {
    const { id } = stage.playground.makeChannel({ title: "قناة رابعة", members: [owner, member] });
    const [digest] = await stage.after(() => sayIn(id, owner, "/digest"), id);
    expect(digest?.keyboard ?? []).toEqual([]);
    expect(digest?.text).toMatch(/^موجز /);
    expect(digest?.text).not.toMatch(/\/a\d/);
    // A post of older days still has its buttons.
    const before = stage.playground.transcriptOf(id).length;
    for (const data of ["more:", "o:3", "digest:"]) {
      await stage.after(() => stage.playground.pressIn(id, member, digest?.messageId ?? 0, data));
    }
    expect(stage.playground.transcriptOf(id)).toHaveLength(before);
  });
});

describe("menus", () => {
  it("offer members what they may use, and administrators the rest", () => {
    const { id } = group();
    const names = (user: number): readonly string[] =>
      stage.playground.menuIn(id, user).map(({ command }) => command);
    expect(names(member)).toContain("latest");
    expect(names(member)).not.toContain("subscribe");
    expect(names(admin)).toEqual(expect.arrayContaining(["latest", "subscribe", "settings"]));
    expect(names(admin)).not.toContain("channel");
  });
});
