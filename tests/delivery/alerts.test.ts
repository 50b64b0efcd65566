// Alerts through real parts: found by the index, asked again, held to their limits, sent on the common pace.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AlertQueue, createAlertQueue } from "../../src/delivery/alert-queue.ts";
import { createAlertLook, startAlerts } from "../../src/processes/alerts.ts";
import { cooldownSeconds, createAlertLimits } from "../../src/schedule/alert-limits.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { bare } from "../e2e/chat.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let queue: AlertQueue;
let look: (now: Date) => Promise<number>;
let worker: { close(): Promise<void> };
beforeAll(async () => {
  test = await openTestHouse({ SEND_RATE: "0" });
  const { config, redis } = test.house;
  queue = createAlertQueue(redis.connect("alerts"), config.env.redisPrefix);
  look = createAlertLook(test.house, queue);
  worker = startAlerts(test.house);
  // What was there before anybody looked alerts nobody.
  expect(await look(new Date())).toBe(0);
});
afterAll(async () => {
  await worker.close();
  await queue.close();
  await test.close();
});

let articles = 0;
/** Takes in an article of now; gives its number. */
async function arrives(title: string, storyId?: string): Promise<number> {
  articles += 1;
  const draft = draftOf(`alert-${articles}`, { title, published: new Date().toISOString() });
  const put = await test.house.articles.put(draft, {
    ...optionsOf(draft),
    fetched: new Date(),
    ...(storyId !== undefined && { storyId }),
  });
  return put.number;
}
/** Adds a reader whose alerts are on and who has met everything so far. */
async function follower(user: number, settings: object): Promise<number> {
  const cursor = await test.house.articles.maxNumber();
  return test.addReader(1000 + user, { alerts: true, cursor, ...settings });
}
async function told(user: number): Promise<readonly string[]> {
  await look(new Date());
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  return test.playground.transcript(user).map(({ text }) => bare(text));
}

describe("an alert", () => {
  it("comes for a followed phrase, whatever its spelling, once, with the story's buttons", async () => {
    await follower(1, { follow: ["محطات الطاقة"] });
    const number = await arrives("افتتاح محطّات طاقة في الصحراء");
    const [text = "", ...more] = await told(1);
    expect(more).toEqual([]);
    expect(text).toMatch(/^تنبيه: وصل الآن ما تتابعه\n\nافتتاح محطّات طاقة في الصحراء\n/);
    expect(test.playground.transcript(1)[0]?.keyboard?.flat()).toMatchObject([
      { callback_data: `o:${number}` },
    ]);
    // The digest does not tell it once more, but brings it to others.
    const reader = await test.house.subscribers.byChat(1001, null);
    if (reader === undefined) throw new Error("no reader");
    const except = await test.house.lastDigests.alerted(reader.number);
    const numbersOf = async (at: { except?: readonly number[] }) =>
      (await test.house.compose(reader.subscriber, { now: new Date(), ...at })).stories.map(
        (one) => one.number,
      );
    expect(await numbersOf({})).toContain(number);
    expect(await numbersOf({ except })).not.toContain(number);
    // Nothing new came in; and half an hour has to pass before the next.
    await arrives("محطات الطاقة تعمل ليلا");
    expect(await told(1)).toHaveLength(1);
  });

  it("comes for what is new in a followed story, and not for what only shares a word", async () => {
    const first = await arrives("خطة لتوسيع ميناء قديم");
    await follower(2, { followStories: [`s${first}`], follow: ["ميناء جديد"] });
    await arrives("ميناء آخر لا يتابعه أحد");
    expect(await told(2)).toEqual([]);
    await arrives("تأجيل العمل حتى الربيع", `s${first}`);
    expect(await told(2)).toEqual([expect.stringMatching(/جديد في خبر تتابعه\nتأجيل العمل حتى الربيع/)]);
  });

  it.each([
    ["whose alerts are off", { alerts: false }],
    ["who rests", { pausedUntil: "2999-01-01T00:00:00Z" }],
    ["who left", { status: "inactive" }],
    ["who blocks a word of it", { block: ["حديقة"] }],
    ["who muted its topic", { mutedTopics: ["economy"] }],
    ["in quiet hours", { quiet: { from: "00:01", to: "00:00" } }],
  ])("does not come to a reader %s", async (_who, settings) => {
    await follower(3, { follow: ["حديقة الحي"], zone: "UTC", ...settings });
    await arrives("افتتاح حديقة الحي");
    expect(await told(3)).toEqual([]);
  });

  it("follows what a reader changes, by command or in the settings", async () => {
    const member = await follower(4, { alerts: false, follow: ["سوق السمك"] });
    const { agenda, followers } = test.house;
    await agenda.change(member, { alerts: true }, new Date());
    await arrives("سوق السمك ينتقل إلى الميناء");
    expect(await told(4)).toHaveLength(1);
    await agenda.change(member, { follow: [] }, new Date());
    expect(await followers.of("s1", ["سوق", "سمك"])).not.toContain(member);
    const keys = await test.house.main.keys("{mujaz}:followers:*");
    for (const key of keys) expect(key).toMatch(/:(?:s\d+|w:[\w-]{16})$/);
  });

  it("is not lost when the clock dies before all its followers are queued: looked at again, told once", async () => {
    await follower(6, { follow: ["معرض الزهور"] });
    await arrives("معرض الزهور يفتح أبوابه");
    const dying = createAlertLook(test.house, {
      add: () => Promise.reject(new Error("the clock died here")),
    });
    await expect(dying(new Date())).rejects.toThrow("the clock died here");
    expect(await told(6)).toHaveLength(1);
    expect(await look(new Date())).toBe(0);
    // A clock that died a little later, when all were queued, brings the same alert once more: the reader has had it.
    const seen = Number(await test.house.main.get("{mujaz}:alerts:seen"));
    await test.house.main.set("{mujaz}:alerts:seen", seen - 1);
    expect(await told(6)).toHaveLength(1);
  });

  it("to who has blocked the bot ends the subscription", async () => {
    const member = await follower(5, { follow: ["مكتبة المدينة"] });
    test.playground.block(5, true);
    await arrives("مكتبة المدينة تفتح ليلا");
    await told(5);
    expect(await test.house.subscribers.byNumber(member)).toMatchObject({
      status: "inactive",
      reason: "blocked",
    });
  });
});

describe("the limits", () => {
  const limits = () => createAlertLimits(test.house.main, "limits");
  beforeAll(() => test.house.main.hset("{limits}:records", 7, "", 8, "", 9, ""));

  it("are three a local day, half an hour apart, and one of a story in six hours; what is not sent is given back", async () => {
    const start = Date.parse("2026-11-24T06:00:00Z");
    let article = 0;
    const take = (minutes: number, storyId: string, more: object = {}) => {
      article += 1;
      const now = new Date(start + minutes * 60_000);
      return limits().take(7, { article, storyId, zone: "Africa/Cairo", now, ...more });
    };
    expect(await take(0, "s1")).toBe(true);
    expect(await take(29, "s2")).toBe(false);
    expect(await take(31, "s1")).toBe(false);
    expect(await take(cooldownSeconds / 60, "s2")).toBe(true);
    // Its worker died before it was sent: whoever goes on with it is not held back, and it counts once.
    const second = article;
    expect(await take(30, "s2", { article: second })).toBe(true);
    await limits().giveBack(7, second);
    expect(await take(31, "s2")).toBe(true);
    const third = article;
    await limits().settle(7, third);
    // Once it was sent nothing is given back any more.
    await limits().giveBack(7, third);
    expect(await take(32, "s2", { article: third })).toBe(false);
    expect(await take(62, "s3")).toBe(true);
    expect(await take(120, "s4")).toBe(false);
    expect(await limits().take(8, { article: 1, storyId: "s4", zone: "UTC", now: new Date(start) })).toBe(
      true,
    );
    // 22:00 UTC is midnight in Cairo: a new day.
    expect(await take(16 * 60 - 1, "s4")).toBe(false);
    expect(await take(16 * 60, "s4")).toBe(true);
    expect(await take(16 * 60, "s4", { isForced: true })).toBe(true);
  });

  it("know two that are open at once, one that waits and one that is sent again: neither is lost, nor counted twice", async () => {
    const start = Date.parse("2026-11-24T06:00:00Z");
    const take = (article: number, minutes: number, isForced = false) => {
      const now = new Date(start + minutes * 60_000);
      return limits().take(9, { article, storyId: `s${article}`, zone: "UTC", now, isForced });
    };
    expect(await take(1, 0)).toBe(true);
    expect(await take(2, 1, true)).toBe(true);
    // The first one's turn comes after all; and the second was sent by a worker that died before it said so.
    expect([await take(1, 2), await take(2, 2, true)]).toEqual([true, true]);
    await limits().settle(9, 2);
    expect(await take(2, 3, true)).toBe(false);
    // The first is not sent: the second alone counts, from its own instant on.
    await limits().giveBack(9, 1);
    expect([await take(3, 30), await take(3, 31)]).toEqual([false, true]);
    await limits().settle(9, 3);
    expect([await take(4, 61), await take(5, 120)]).toEqual([true, false]);
  });
});
