// The clock's round over the feeds in a whole house: articles reach a reader's commands, and operators hear of feeds that are off.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userOf } from "../../src/playground/users.ts";
import { createPolling, type Polling } from "../../src/processes/polling.ts";
import { mostFailures } from "../../src/sources/poll.ts";
import { createRegister, feedId, type Register } from "../../src/sources/register.ts";
import { entryOf, rssOf } from "../articles/feedDesk.ts";
import { openTalk, type Talk } from "../bot/talk.ts";
import { bare } from "../e2e/chat.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";

/** A person of the playground, and that person's id for Telegram. */
const admin = 1;
const adminId = userOf(admin).id;
const start = Date.parse("2026-11-24T12:00:00Z");
let nowMs = start;
let routes: Record<string, Route>;
let server: WebServer;
let config: FeedConfig;
beforeEach(async () => {
  nowMs = start;
  routes = {};
  server = await startWebServer(routes);
  config = await makeFeedConfig();
});
afterEach(async () => {
  await server.close();
  await config.dispose();
});

const url = (): string => `${server.origin}/feed`;
const registerOf = ({ house }: TestHouse): Register =>
  createRegister(house.main, house.config.env.redisPrefix, []);
const add = (
  test: TestHouse,
  name = "وكالة ضفاف", // an invented agency
) => registerOf(test).add({ url: url(), name, topics: [], fullText: "auto", intervalMinutes: 10 });
const pollingOf = (test: TestHouse): Polling => createPolling(test.house, () => new Date(nowMs));

describe("operators", () => {
  let test: TestHouse;
  let polling: Polling;
  const open = async (extra: Record<string, string> = {}): Promise<void> => {
    test = await openTestHouse({ ...config.env, ADMIN_IDS: String(adminId), ...extra });
    test.playground.say(admin, "/start"); // Only who wrote to a bot hears from it.
    polling = pollingOf(test);
  };
  afterEach(async () => {
    await polling.close();
    await test.close();
  });
  const heard = (chat = admin): string[] =>
    test.playground.transcript(chat).flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));

  it("are told once, in good Arabic, when a hundred readings failed, and again when it happens again", async () => {
    await open();
    routes["/feed"] = { status: 500 };
    await add(test, "وكالة <ضفاف> & أخواتها"); // "agency <…> and its sisters"
    const id = feedId(url());
    await registerOf(test).change(id, { failures: mostFailures - 1 });
    await polling.round();
    nowMs += 60_000;
    await polling.round();
    expect(heard()).toEqual([
      [
        "توقفت قراءة المصدر «وكالة <ضفاف> & أخواتها» بعد ١٠٠ محاولة متتالية فاشلة.",
        `العنوان: ${url()}`,
        "آخر خطأ: their server is in trouble (500)",
        `لتشغيله من جديد: mujaz sources on ${id}`,
      ].join("\n"),
    ]);
    await registerOf(test).change(id, {
      off: null,
      failures: mostFailures - 1,
      next: null,
      isOffTold: false,
    });
    await polling.round();
    expect(heard()).toHaveLength(2);
  });

  it("are told, in words of its own, of a feed that is gone for good; in English too", async () => {
    await open();
    routes["/feed"] = { status: 410 };
    await add(test, "Banks News");
    await polling.round();
    const id = feedId(url());
    const { messages } = test.house;
    const values = {
      id,
      name: "Banks News",
      address: url(),
      reason: "it is gone for good (410)",
      failures: 1,
      why: "gone",
    };
    expect(bare(messages.plain({ locale: "en", digits: "latin" }, "source-off", values))).toContain(
      "The source “Banks News” is switched off because its publisher removed it for good.",
    );
    expect(heard()[0]).toMatch(/^توقفت قراءة المصدر «Banks News» لأن ناشره أزاله نهائيًا\.\n/);
  });

  it("are told later when Telegram was down", async () => {
    await open({ TELEGRAM_API_ROOT: server.origin });
    let isDown = true;
    const sent: string[] = [];
    const path = "/bot1:playground/sendMessage";
    routes[path] = (request, response) => {
      if (isDown) return void response.writeHead(502).end("<html>bad gateway</html>");
      let body = "";
      request.on("data", (chunk: Buffer) => {
        body += chunk;
      });
      request.on("end", () => {
        sent.push(String((JSON.parse(body) as { text: string }).text));
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ ok: true, result: { message_id: 1, date: 0, chat: { id: adminId } } }));
      });
    };
    routes["/feed"] = { status: 410 };
    await add(test);
    await polling.round();
    expect((await registerOf(test).state(feedId(url()))).isOffTold).toBe(false);
    isDown = false;
    await polling.round();
    await polling.round();
    expect(sent).toHaveLength(1);
  });

  it("are told once by several processes at once", async () => {
    await open();
    await add(test);
    await registerOf(test).change(feedId(url()), { off: "it is gone for good (410)", failures: 1 });
    const others = [pollingOf(test), pollingOf(test), pollingOf(test)];
    await Promise.all([polling, ...others].map((each) => each.round()));
    await Promise.all(others.map((each) => each.round()));
    for (const each of others) await each.close();
    expect(heard()).toHaveLength(1);
  });

  it("who blocked the bot are not written to every minute", async () => {
    await open();
    test.playground.block(admin, true);
    routes["/feed"] = { status: 410 };
    await add(test);
    await polling.round();
    expect((await registerOf(test).state(feedId(url()))).isOffTold).toBe(true);
  });

  it("are not told of what they switched off themselves", async () => {
    await open();
    await add(test);
    await registerOf(test).change(feedId(url()), { off: "switched off by hand", isOffTold: true });
    await polling.round();
    expect(heard()).toEqual([]);
  });
});

describe("a reader", () => {
  let talk: Talk;
  afterEach(() => talk.close());

  it("finds what a first reading brought silently by /latest and /article, and a digest holds the fresh", async () => {
    talk = await openTalk(1, config.env);
    const old = entryOf(1, { title: "خطة جديدة لمياه القرى", published: new Date(nowMs - 40 * 3_600_000) }); // "a new plan for the villages' water"
    routes["/feed"] = { body: rssOf(server.origin, [old]) };
    await add(talk.test);
    const polling = pollingOf(talk.test);
    await polling.round();
    await polling.close();
    await talk.ask("/latest");
    expect(talk.said()).toContain("خطة جديدة لمياه القرى");
    await talk.ask("/article 1");
    expect(talk.said()).toContain("خطة جديدة لمياه القرى");
    expect(talk.said()).toContain("وكالة ضفاف");
  });
});
