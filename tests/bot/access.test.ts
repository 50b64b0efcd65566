// Whom the operator admits, and how many: who is turned away leaves nothing behind.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Update } from "telegraf/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDoor } from "../../src/bot/door.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { startWebServer, type WebServer } from "../sources/webServer.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let config: FeedConfig;
/** The playground's people have the chats 1001 to 1006, the first group of a stage always the same. */
let group: number;

async function open(access: object, env: Readonly<Record<string, string>> = {}): Promise<void> {
  config = await makeFeedConfig();
  await writeFile(join(config.path, "config", "mujaz.yaml"), JSON.stringify({ access }));
  const { CONFIG_DIR = "" } = config.env;
  stage = await openStage({ CONFIG_DIR, ...env });
  group = stage.playground.makeGroup({
    title: "مجلس القرّاء", // "the readers' council"
    members: [1, 2, { user: 3, status: "administrator" }],
  }).id;
}
afterEach(async () => {
  await stage.close();
  await config.dispose();
});

const say = async (user: number, text: string): Promise<readonly string[]> =>
  stage.texts(await stage.after(() => stage.playground.say(user, text), 1000 + user));
const sayIn = async (user: number, text: string): Promise<readonly string[]> =>
  stage.texts(await stage.after(() => stage.playground.sayIn(group, user, text), group));
const readerOf = (chat: number) => stage.test.house.subscribers.byChat(chat, null);
const denied = "عذراً، هذا البوت متاح لمن اختارهم أصحابه فقط. لا نحفظ عن هذه المحادثة شيئاً.";
const full = /^بلغ عدد المشتركين حدّه/;

/** The number of the group that a stage makes first. */
async function groupOfNext(): Promise<number> {
  await open({});
  await stage.close();
  await config.dispose();
  return group;
}

describe("an allow list", () => {
  it("closes the bot to all others: one line a day, and nothing of them is stored", async () => {
    await open({ allow: [1001] }, { ADMIN_IDS: "1004" });
    const before = (await stage.test.house.main.keys("*")).sort();
    expect(await say(2, "/start")).toEqual([denied]);
    expect(await say(2, "/subscribe")).toEqual([]);
    expect(await say(2, "الاقتصاد")).toEqual([]); // "economy"
    expect(await sayIn(2, "صباح الخير")).toEqual([]); // "good morning", to the others
    expect(await sayIn(1, "/digest")).toEqual([denied]);
    expect(await sayIn(1, "/digest")).toEqual([]);
    const { results } = await (async () => {
      const answer = stage.playground.inline(2, "");
      await stage.after(() => undefined);
      return answer;
    })();
    expect(results).toEqual([]);
    // That an update came is kept, a bit each: Telegram may send it again.
    const left = (await stage.test.house.main.keys("*")).filter(
      (key) => !before.includes(key) && !/:updates:1:handled:/.test(key),
    );
    expect(left.filter((key) => !key.startsWith("{mujaz}:denied:"))).toEqual([]);
    expect(left.join("\n")).not.toMatch(/1002|1001|-100/);
    for (const key of left) {
      const seconds = await stage.test.house.main.ttl(key);
      expect(seconds).toBeGreaterThan(86_000);
      expect(seconds).toBeLessThanOrEqual(86_400);
    }
    // Those whom it names, and the operators.
    expect((await say(1, "/subscribe")).join()).toMatch(/^تم اشتراكك/);
    expect((await say(4, "/subscribe")).join()).toMatch(/^تم اشتراكك/);
    expect(stage.refused()).toEqual([]);
  });

  it("that names a group lets its members in there, and not elsewhere", async () => {
    const id = await groupOfNext();
    await open({ allow: [id] });
    expect(group).toBe(id);
    expect((await sayIn(3, "/subscribe")).join()).toMatch(/^تم اشتراك/);
    expect((await sayIn(2, "/latest")).join()).toMatch(/^أحدث الأخبار/);
    expect(await say(2, "/latest")).toEqual([denied]);
  });
});

describe("an update of a kind that the bot does nothing with", () => {
  it.each([
    { chat: null, from: null },
    { chat: null, from: { id: null } },
    { message: null },
    { chat: 7, from: "x" },
  ])("comes through the door whatever is missing in it: %o", async (edited_message) => {
    await open({ allow: [1001] });
    const { main, messages } = stage.test.house;
    const silent = async (): Promise<never> => expect.unreachable("nobody is to be told anything");
    const outbox = { send: silent, answer: silent, inline: silent };
    const admits = (chat: number): boolean => chat === 1001;
    const door = createDoor({ admits, messages, outbox, redis: main, prefix: "mujaz" });
    const came: unknown[] = [];
    const update = { update_id: 1, edited_message } as unknown as Update;
    await door.guard(async (one) => void came.push(one))(update);
    expect(came).toEqual([update]);
  });
});

describe("a deny list", () => {
  it("keeps a person out, in private and in groups; buttons say so too", async () => {
    await open({ deny: [1002] });
    expect(await say(2, "/start")).toEqual([denied]);
    expect((await sayIn(3, "/settings")).join()).toContain("الإعدادات");
    expect(await sayIn(2, "/latest")).toEqual([denied]);
    const { messageId, data } = stage.button(group, "الوقت");
    await stage.after(() => stage.playground.pressIn(group, 2, messageId, data), group);
    expect(stage.toast()).toBe(denied);
    expect(await readerOf(1002)).toBeUndefined();
  });

  it("ends the digests of a subscriber who comes onto it, and /start brings them back when it is taken off", async () => {
    await open({});
    await say(2, "/subscribe");
    const { house } = stage.test;
    const number = (await readerOf(1002))?.number ?? 0;
    const access = { ...house.config.access, deny: [1002] };
    const sent: number[] = [];
    const outbox = {
      async send({ chat }: { chat: number }) {
        sent.push(chat);
        return { kind: "sent" as const, messageId: sent.length };
      },
    };
    await say(1, "/subscribe");
    const worker = startWorker({ ...house, config: { ...house.config, access } }, { outbox });
    // Not by `send-due`: it has a worker of its own, which knows of no list and may be the first to take them.
    const { redisPrefix: prefix } = house.config.env;
    const queue = createQueue(house.redis.connect("queue"), { prefix, attempts: 1 });
    const tomorrow = Math.floor(Date.now() / 1000) + 25 * 3600;
    expect(await createTick(house, queue)(tomorrow)).toEqual({ queued: 2 });
    await expect
      .poll(async () => (await house.subscribers.byNumber(number))?.reason, { timeout: 20_000 })
      .toBe("denied");
    await expect.poll(() => sent, { timeout: 20_000 }).toEqual([1001]);
    await worker.close();
    await queue.close();
    await say(2, "/start");
    expect((await house.subscribers.byNumber(number))?.status).toBe("active");
  });
});

describe("maxSubscribers", () => {
  it("is said by /start, /subscribe and every button that would subscribe; a place that is given up is free", async () => {
    await open({ maxSubscribers: 1 });
    await say(2, "/start");
    const early = stage.button(1002, "اشترك");
    expect((await say(1, "/subscribe")).join()).toMatch(/^تم اشتراكك/);
    expect((await say(2, "/start")).join()).toMatch(full);
    expect((await say(2, "/subscribe")).join()).toMatch(full);
    const pressed = await stage.after(() => stage.playground.press(2, early.messageId, early.data), 1002);
    expect(stage.texts(pressed).join()).toMatch(full);
    expect((await readerOf(1002))?.subscriber.status).toBe("inactive");
    // Who is in goes on: pausing and coming back takes no new place.
    expect((await say(1, "/start")).join()).toMatch(/^أهلاً بعودتك/);
    await say(1, "/pause 3");
    expect((await say(1, "/resume")).join()).not.toMatch(full);
    // Reading is free.
    expect((await say(2, "/latest")).join()).toMatch(/^أحدث الأخبار/);
    await say(1, "/unsubscribe");
    expect((await readerOf(1001))?.subscriber.status).toBe("inactive");
    expect((await say(2, "/subscribe")).join()).toMatch(/^تم اشتراكك/);
    expect(stage.test.logged).toEqual([]);
  });
});

describe("maxFeedsPerOperator", () => {
  let server: WebServer;
  const rss = (name: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>http://a.invalid/</link></channel></rss>`;
  beforeEach(async () => {
    const type = { "content-type": "application/rss+xml" };
    server = await startWebServer({
      "/one.xml": { headers: type, body: rss("صحيفة الضفاف") },
      "/two.xml": { headers: type, body: rss("صحيفة الجسر") },
    });
  });
  afterEach(() => server.close());

  it("is counted for each operator alone, and a feed that is removed counts no more", async () => {
    await open({ maxFeedsPerOperator: 1 }, { ADMIN_IDS: "1001,1002" });
    expect((await say(1, `/feeds ${server.origin}/one.xml`)).join()).toMatch(/^أُضيف المصدر/);
    expect((await say(1, `/feeds ${server.origin}/two.xml`)).join("\n")).toBe(
      "لكل مشغّل مصدر واحد يضيفه، وقد أضفته.\nاحذف واحداً منها لتضيف غيره.",
    );
    expect((await say(2, `/feeds ${server.origin}/two.xml`)).join()).toMatch(/^أُضيف المصدر/);
    const owners = await stage.test.house.main.hgetall("{mujaz}:sources:owners");
    expect(Object.values(owners).join()).not.toMatch(/100[12]/);
    const [first] = Object.keys(owners);
    const { messageId } = stage.button(1001, "رجوع"); // "back"
    await stage.after(() => stage.playground.press(1, messageId, `feed:gone.${first}`), 1001);
    expect(await stage.test.house.main.hlen("{mujaz}:sources:owners")).toBe(1);
  });
});
