// Alerts that cannot be sent, and workers that die over them: tried again, or a dead letter that is sent again by `mujaz dead`.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createForgetChat } from "../../src/bot/forgetChat.ts";
import { type AlertQueue, createAlertQueue } from "../../src/delivery/alert-queue.ts";
import { createAlertLook, startAlerts } from "../../src/processes/alerts.ts";
import { createAlertLimits } from "../../src/schedule/alert-limits.ts";
import { createForgetting } from "../../src/schedule/forget.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { mentions, readEverything } from "../bot/everything.ts";
import { runOn } from "../cli/desk.ts";
import { bare } from "../e2e/chat.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

let test: TestHouse;
let queue: AlertQueue;
let worker: { close(): Promise<void> } | undefined;
beforeAll(async () => {
  test = await openTestHouse({ SEND_RATE: "0" });
  queue = createAlertQueue(test.house.redis.connect("alerts"), "mujaz");
  await createAlertLook(test.house, queue)(new Date());
});
afterEach(async () => {
  test.playground.clearFaults();
  await worker?.close();
  worker = undefined;
});
afterAll(async () => {
  await queue.close();
  await test.close();
});

let articles = 0;
/** A reader follows a phrase, and an article with it comes in. */
async function follow(user: number, phrase: string): Promise<{ member: number; article: number }> {
  articles += 1;
  const cursor = await test.house.articles.maxNumber();
  const member = await test.addReader(1000 + user, { alerts: true, cursor, follow: [phrase] });
  const draft = draftOf(`trouble-${articles}`, { title: phrase, published: new Date().toISOString() });
  const { number } = await test.house.articles.put(draft, { ...optionsOf(draft), fetched: new Date() });
  return { member, article: number };
}

async function finish(): Promise<void> {
  await createAlertLook(test.house, queue)(new Date());
  worker ??= startAlerts(test.house);
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
}

const texts = (user: number): string[] =>
  test.playground.transcript(user).flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));
const countedToday = async (member: number): Promise<number> => {
  return test.house.main.hlen(`{mujaz}:alerted:${member}`);
};
const mujaz = (...args: string[]) => runOn(test.house, "dead", ...args);
const fail = (times: number, code: number, description: string, more: object = {}) =>
  test.playground.fail({
    method: "sendMessage",
    times,
    kind: { type: "error", code, description, ...more },
  });

describe("an alert", () => {
  it("that was counted by a worker that died before it was sent is sent by the next, and counts once", async () => {
    const { member, article } = await follow(1, "حديقة النباتات"); // The garden of plants.
    const { storyId = "" } = (await test.house.articles.byNumber(article)) ?? {};
    const limits = createAlertLimits(test.house.main, "mujaz");
    expect(await limits.take(member, { article, storyId, zone: "Africa/Cairo", now: new Date() })).toBe(true);
    await finish();
    expect(texts(1)).toHaveLength(1);
    expect(await countedToday(member)).toBe(1);
    // It is over: what dies after this brings it no more.
    await queue.add([{ member, article }]);
    await finish();
    expect(texts(1)).toHaveLength(1);
  });

  it("that was counted, and that the reader wants no more when the next worker comes to it, counts no more", async () => {
    const { member, article } = await follow(6, "معرض الخرائط"); // The exhibition of maps.
    const { storyId = "" } = (await test.house.articles.byNumber(article)) ?? {};
    const limits = createAlertLimits(test.house.main, "mujaz");
    expect(await limits.take(member, { article, storyId, zone: "Africa/Cairo", now: new Date() })).toBe(true);
    await test.house.agenda.change(member, { alerts: false }, new Date());
    await queue.add([{ member, article }]);
    await finish();
    expect(texts(6)).toEqual([]);
    expect(await countedToday(member)).toBe(0);
  });

  it("that Telegram puts off is waited for however often, and not given up", async () => {
    await follow(2, "سباق القوارب"); // The boat race.
    fail(4, 429, "Too Many Requests", { retryAfter: 1 });
    await finish();
    expect(texts(2)).toHaveLength(1);
    expect(await test.house.agenda.listDead()).toEqual([]);
  });

  it("that is refused is a dead letter, listed with its reason, and comes when it is sent again", async () => {
    const { member, article } = await follow(3, "متحف الساعات"); // The museum of clocks.
    fail(1, 400, "Bad Request: something new");
    await finish();
    expect(texts(3)).toEqual([]);
    expect(await countedToday(member)).toBe(0);
    const [letter] = await test.house.agenda.listDead();
    expect(letter).toMatchObject({ member, chat: 1003, alert: article, why: "refused: other" });
    const { stdout } = await mujaz("list");
    expect(stdout).toMatch(
      new RegExp(
        `^\\d+_${member}_a${article}\\tchat 1003\\talert of article ${article} from .*\\trefused: other\\n$`,
      ),
    );
    const again = await mujaz("resend", letter?.id ?? "");
    expect(again.stdout).toBe(
      "The alert to chat 1003 is sent now, unless a digest has brought its story since.\n",
    );
    await finish();
    expect(texts(3)).toEqual([expect.stringContaining("متحف الساعات")]);
    expect(await test.house.agenda.listDead()).toEqual([]);
  });

  it("that failed in all its attempts is one too, and is sent again even where another came since", async () => {
    const { member, article } = await follow(4, "جسر المشاة"); // The footbridge.
    fail(3, 502, "Bad Gateway");
    await finish();
    expect(await test.house.agenda.listDead()).toMatchObject([
      { member, alert: article, why: "attempts exhausted: 502 Bad Gateway" },
    ]);
    await test.house.agenda.change(member, { follow: ["جسر المشاة", "سوق الكتب"] }, new Date());
    const draft = draftOf("trouble-since", { title: "سوق الكتب", published: new Date().toISOString() });
    await test.house.articles.put(draft, { ...optionsOf(draft), fetched: new Date() }); // The book market.
    await finish();
    expect(texts(4)).toEqual([expect.stringContaining("سوق الكتب")]);
    const { stdout } = await mujaz("resend", "--all", "--json");
    expect(JSON.parse(stdout)).toMatchObject([{ outcome: "queued", chat: 1004 }]);
    await finish();
    expect(texts(4)[1]).toContain("جسر المشاة");
  });

  it("that is sent again is in the queue before its letter is taken off, and comes once where the command is killed between", async () => {
    const { member, article } = await follow(5, "دار الأوبرا"); // The opera house.
    fail(1, 400, "Bad Request: something new");
    await finish();
    expect(texts(5)).toEqual([]);
    await worker?.close();
    worker = undefined;
    const { house } = test;
    const killed = {
      ...house,
      agenda: { ...house.agenda, takeDead: () => Promise.reject(new Error("killed here")) },
    };
    await runOn(killed, "dead", "resend", "--all").catch(() => undefined);
    expect(await queue.unfinished()).toBe(1);
    expect(await house.agenda.listDead()).toMatchObject([{ member, alert: article }]);
    await mujaz("resend", "--all");
    expect([await queue.unfinished(), await house.agenda.listDead()]).toEqual([1, []]);
    await finish();
    expect(texts(5)).toHaveLength(1);
    expect(await countedToday(member)).toBe(1);
  });

  it("that waits for its turn is not sent to who wants no more of them meanwhile, and counts no more", async () => {
    await test.house.main.set("{mujaz}:pace:stop", "1", "PX", 2_000);
    const { member } = await follow(6, "مرصد الفلك"); // The observatory.
    await createAlertLook(test.house, queue)(new Date());
    worker ??= startAlerts(test.house);
    await expect.poll(() => countedToday(member), { timeout: 20_000 }).toBe(1);
    await test.house.agenda.change(member, { alerts: false }, new Date());
    await finish();
    expect(texts(6).join()).not.toContain("مرصد الفلك");
    expect(await countedToday(member)).toBe(0);
  });

  it("to who was forgotten while it was on its way leaves nothing of the reader", async () => {
    const { member, article } = await follow(8, "قلعة الجبل"); // The citadel.
    const { house } = test;
    const limits = createAlertLimits(house.main, "mujaz");
    const about = { article, storyId: "s1", zone: "UTC", now: new Date() };
    const forgetChat = createForgetChat({
      readersOf: house.subscribers.ofChat,
      subscriberOf: house.subscribers.byNumber,
      release: house.articles.release,
      traces: [house.lastDigests.forget, limits.forget],
      forgetting: {
        // In the last moment at which there is a record: an alert is counted, and told.
        async forget(chat) {
          expect(await limits.take(member, about)).toBe(true);
          await house.lastDigests.noteAlert(member, { number: article });
          await createForgetting(house.main, "mujaz").forget(chat);
        },
      },
    });
    await forgetChat(1008);
    const own = [`{mujaz}:alerted:${member}`, `{mujaz}:last:${member}:alerts`];
    const left = async () => [
      ...mentions(await readEverything(house.main), [1008]),
      await house.main.exists(own),
    ];
    expect(await left()).toEqual([0]);
    // And after it: what its worker still has to say.
    expect(await limits.take(member, about)).toBe(false);
    await house.lastDigests.noteAlert(member, { number: article });
    await limits.settle(member, article);
    const letter = {
      member,
      chat: 1008,
      slot: 1,
      alert: article,
      why: "refused: other",
      at: "2026-11-24T06:00:00Z",
    };
    await house.agenda.bury(letter);
    expect(await left()).toEqual([0]);
  });

  it("to who is not active any more stays a dead letter when it is to be sent again", async () => {
    const { member } = await follow(7, "مرصد النجوم"); // The observatory.
    fail(1, 400, "Bad Request: something new");
    await finish();
    await test.house.agenda.change(member, { status: "inactive", reason: "unsubscribed" }, new Date());
    const { stderr, status } = await mujaz("resend", "--all");
    expect(stderr).toContain("The reader of chat 1007 is not active any more");
    expect(status).toBe(1);
    expect(await test.house.agenda.listDead()).toHaveLength(1);
  });
});
