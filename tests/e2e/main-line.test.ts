// The main job end to end, on the real process: start, subscribe, set a time, the clock ticks, the digest arrives once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toArabicDigits } from "../../src/text/digits.ts";
import { runHere } from "../cli/desk.ts";
import { bare, type Chat, openChat } from "./chat.ts";
import { type Running, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const minuteMs = 60_000;

describe.skipIf(!hasRedisServer)("from /start to the scheduled digest", () => {
  let mujaz: Running;
  let chat: Chat;
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let env: Record<string, string>;

  beforeAll(async () => {
    dir = await tempDir();
    env = { DATA_DIR: `${dir.path}/data` };
    mujaz = await startMujaz(env);
    env["PORT"] = String(mujaz.port);
    chat = openChat(mujaz.address);
  });
  afterAll(async () => {
    await mujaz.stop();
    await dir.dispose();
  });

  /** Cairo's wall clock some minutes from now, and the instant. */
  const slot = new Date(Math.ceil((Date.now() + 30 * minuteMs) / minuteMs) * minuteMs);
  const wall = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Africa/Cairo",
    hour: "2-digit",
    minute: "2-digit",
  });
  const sendDue = (at: Date) => runHere(["send-due", "--at", at.toISOString()], { env });

  it("says in a few lines what it did", () => {
    expect(mujaz.output()).toMatch(/^Articles: \d+ articles from /m);
    expect(mujaz.output()).toMatch(/^State: .*data/m);
    expect(mujaz.output()).toContain(`Chat page: ${mujaz.address}/`);
    expect(mujaz.output()).not.toContain("Not loaded");
    // A first start speaks to people alone: what the log has to say is of no use to them yet.
    expect(mujaz.output()).not.toContain('"event"');
  });

  it("greets, and subscribes by a button", async () => {
    const welcome = await chat.ask("/start");
    expect(bare(welcome.text)).toContain("مرحباً بك في موجز");
    const subscribed = await chat.press("اشترك");
    expect(bare(subscribed.text)).toMatch(
      /تم اشتراكك\nيصلك أول ملخص (اليوم|غداً) .+ الساعة ٧:٠٠ صباحاً بتوقيت القاهرة\./,
    );
  });

  it("gives a digest at once, without being asked", async () => {
    const digest = await chat.waitFor(({ text }) => bare(text).startsWith("موجز "));
    expect(bare(digest.text)).toMatch(/^موجز (الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت) [٠-٩]/);
    const commands = [...digest.text.matchAll(/\/a\d+/g)].map(([command]) => command);
    expect(commands).toHaveLength(5);
  });

  it("lists the latest, opens an article by its number and by its command", async () => {
    const latest = await chat.ask("/latest");
    expect([...latest.text.matchAll(/\/a\d+/g)]).toHaveLength(10);
    const byNumber = await chat.ask("/article 3");
    const byCommand = await chat.ask("/a3");
    expect(byCommand.text).toBe(byNumber.text);
    expect(bare(byNumber.text)).toContain("/a3");
    const full = await chat.press("النص الكامل");
    expect(bare(full.text)).toContain("النص الكامل");
  });

  it("sets a time by buttons and by typing, in one message edited in place", async () => {
    const settings = await chat.ask("/settings");
    const times = await chat.press("الوقت");
    expect(times.messageId).toBe(settings.messageId);
    await chat.press("٧:٠٠ صباحاً");
    const saved = await chat.ask(wall.format(slot));
    expect(bare(saved.text)).toMatch(/^حُفظ الوقت .+ الملخص القادم (اليوم|غداً)/);
  });

  it("puts a time right by buttons alone: hour, minute, one minute more", async () => {
    const other = openChat(mujaz.address, 5);
    await other.ask("/settings");
    await other.press("الوقت");
    await other.press("إضافة وقت");
    await other.press("٦:٠٠ م");
    const saved = await other.press("٦:٣٥ م");
    expect(bare(saved.text)).toContain("حُفظ الوقت ٦:٣٥ مساءً");
    expect(bare((await other.press("+ دقيقة")).text)).toContain("حُفظ الوقت ٦:٣٦ مساءً");
    const list = await other.press("رجوع");
    const shown = list.keyboard?.flat().map(({ text }) => bare(text));
    expect(shown).toEqual(expect.arrayContaining(["٧:٠٠ صباحاً", "٦:٣٦ مساءً", "حذف ٦:٣٦ مساءً"]));
    expect(shown).not.toContain("٦:٣٥ مساءً");
    await other.press("حذف ٧:٠٠ صباحاً");
    const left = (await other.messages())
      .at(-1)
      ?.keyboard?.flat()
      .map(({ text }) => bare(text));
    expect(left).not.toContain("٧:٠٠ صباحاً");
  });

  it("sends the stories that did not fit the first digest, once, when the clock ticks at that minute", async () => {
    const before = await chat.messages();
    const last = before.at(-1)?.messageId ?? 0;
    const early = await sendDue(new Date(slot.getTime() - minuteMs));
    expect(early.stdout).toMatch(/^0 claimed/);
    const onTime = await sendDue(slot);
    expect(onTime.stdout).toMatch(/^1 claimed/);
    const digest = await chat.waitFor(({ text }) => bare(text).startsWith("موجز "), last);
    const first = before.find(({ from, text }) => from === "bot" && bare(text).startsWith("موجز "));
    const numbers = (text = ""): string[] => [...text.matchAll(/\/a\d+/g)].map(([command]) => command);
    expect(numbers(digest.text)).toHaveLength(5);
    expect(numbers(digest.text).filter((number) => numbers(first?.text).includes(number))).toEqual([]);

    expect((await sendDue(slot)).stdout).toMatch(/^0 claimed/);
    const digests = (await chat.messages()).filter(
      ({ messageId, text }) => messageId > last && bare(text).startsWith("موجز "),
    );
    expect(digests).toHaveLength(1);
  });

  it("keeps its state over a restart", async () => {
    expect(await mujaz.stop()).toBe(0);
    mujaz = await startMujaz({ ...env, PORT: String(mujaz.port) });
    const settings = await chat.ask("/settings");
    expect(bare(settings.text)).toContain("الاشتراك: فعّال");
    expect(bare(settings.text)).toContain(bare(timeWords(slot)));
    expect((await chat.messages()).length).toBeGreaterThan(10);
  });

  it("sends nothing any more after /unsubscribe", async () => {
    expect(bare((await chat.ask("/unsubscribe")).text)).toContain("أُلغي اشتراكك");
    const tomorrow = new Date(slot.getTime() + 24 * 60 * minuteMs);
    expect((await sendDue(tomorrow)).stdout).toMatch(/^0 claimed/);
  });

  it("speaks English to who asks for it", async () => {
    await chat.ask("/settings");
    await chat.press("اللغة");
    const english = await chat.press("English");
    expect(bare(english.text)).toContain("Settings\n\nSubscription: off");
    const other = openChat(mujaz.address, 2, "en");
    expect(bare((await other.ask("/start")).text)).toContain("Welcome to Mujaz");
  });

  it("never repeats a story in a digest, and says when there is nothing new", async () => {
    const other = openChat(mujaz.address, 4);
    const seen: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { text } = await other.ask("/digest");
      seen.push(...[...text.matchAll(/\/a\d+/g)].map(([command]) => command));
    }
    // Five, then the eight that did not fit, and no more: older stories are for /latest.
    expect(seen).toHaveLength(13);
    expect(new Set(seen).size).toBe(13);
    expect(bare((await other.ask("/digest")).text)).toContain("لا جديد منذ ملخصك الأخير");
  });

  it("forgets a reader who blocks the bot until /start", async () => {
    const other = openChat(mujaz.address, 3);
    await other.ask("/subscribe");
    await other.block(true);
    await other.block(false);
    const back = await other.ask("/start");
    expect(bare(back.text)).toContain("أهلاً بعودتك");
  });

  function timeWords(at: Date): string {
    const [hour = 0, minute = 0] = wall.format(at).split(":").map(Number);
    const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")}`;
    // Midnight, noon, in the morning, in the evening.
    const part = hour === 0 ? "ليلاً" : hour === 12 ? "ظهراً" : hour < 12 ? "صباحاً" : "مساءً";
    return `${toArabicDigits(shown)} ${part}`;
  }
});
