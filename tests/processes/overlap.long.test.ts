// A rolling restart by webhook: a new `web` starts beside the old one, updates come to both, some of them twice, and the old
// one is told to end. Real processes, real Redis, the embedded Bot API.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "telegraf/types";
import { expect, it } from "vitest";
import { createPlayground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { message, tap } from "../bot/crew.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer } from "../redis.ts";
import { openSender } from "./sender.ts";

const restarts = 4;

/** So many updates are taken in by each of the two before the old one is told to end. */
const together = 60;

/** Updates that are sent and not answered, at the most: Telegram opens no more connections to a webhook. */
const mostOpen = 100;

/** Each tap switches one of these: lost or done twice, it is off at the end. */
const topics = ["economy", "science", "health"];

/** The message whose buttons are pressed: the first of each chat, and no answer. */
const screen = "المواضيع"; // topics

const first = 7_000_000;
const token = "700:overlapping-token-0123456789abcdefghij";
const secret = "overlapping-secret";
const url = "https://bot.example.org/hook";

it.skipIf(!hasRedisServer)(
  "two web processes side by side answer each update once, however often it came, and the webhook stays",
  { timeout: 600_000 },
  async ({ onTestFinished }) => {
    const dir = await tempDir();
    onTestFinished(() => dir.dispose());
    const redis = await startRedisServer();
    onTestFinished(() => redis.close());
    const client = redis.connect();
    await client.ping();
    const log = createLog({ level: "silent", format: "json" });
    const http = createHttp({ host: "127.0.0.1", port: 0, log });
    const playground = createPlayground({ bot: { id: 700, username: "side_bot", firstName: "موجز" }, token });
    playground.addCrowd({ first, count: 50_000 });
    playground.register(http.app);
    const apiRoot = await http.listen();
    onTestFinished(async () => {
      await playground.close();
      await http.close();
    });
    await mkdir(join(dir.path, "content", "culture"), { recursive: true });
    const article = "تجديد المكتبة\n\nفتحت المكتبة أبوابها بعد تجديد قاعاتها. وتضم القاعة ركناً للأطفال.\n"; // a library is renewed
    await writeFile(join(dir.path, "content", "culture", "library.txt"), article);

    const edits = new Map<number, number>();
    const replies = new Map<number, number>();
    const webhooks: unknown[] = [];
    let answered = 0;
    playground.onCall(({ method, params, isDone }) => {
      if (/^(set|delete)webhook$/i.test(method)) webhooks.push(params["url"]);
      const counts = { editmessagetext: edits, sendmessage: replies }[method.toLowerCase()];
      if (counts === undefined || !isDone || params["text"] === screen) return;
      const chat = Number(params["chat_id"]);
      counts.set(chat, (counts.get(chat) ?? 0) + 1);
      answered += 1;
    });
    const call = async (method: string, params: object = {}): Promise<unknown> => {
      const headers = { "content-type": "application/json" };
      const asked = { method: "POST", headers, body: JSON.stringify(params) };
      const response = await fetch(`${apiRoot}/bot${token}/${method}`, asked);
      return ((await response.json()) as { result: unknown }).result;
    };

    const ports = [await freePort(), await freePort()] as const;
    const hookOf = (side: number): string => `http://127.0.0.1:${ports[side % 2]}/hook`;
    const start = (side: number): Promise<Running> =>
      startMujaz(
        {
          BOT_TOKEN: token,
          TELEGRAM_API_ROOT: apiRoot,
          REDIS_URL: String(client.options.path),
          DATA_DIR: join(dir.path, "data"),
          CONTENT_DIR: join(dir.path, "content"),
          SEND_RATE: "0",
          PORT: String(ports[side % 2]),
          WEBHOOK_URL: url,
          WEBHOOK_SECRET: secret,
        },
        ["web"],
      );
    // A proxy before both: by turns, whether anybody listens there or not.
    let turn = 0;
    const address = (): string => hookOf(turn++);
    // Every fifth update comes to both at the same moment, and once more when all is done.
    const isRepeated = ({ update_id: id }: Update): boolean => id % 5 === 0;
    const sender = openSender(address, secret, { copies: (update) => (isRepeated(update) ? 2 : 1) });
    const repeated: Update[] = [];
    onTestFinished(() => sender.close());

    let [chats, sent, isOver] = [0, 0, false];
    async function flow(): Promise<void> {
      while (!isOver) {
        const chat = first + chats;
        await call("sendMessage", { chat_id: chat, text: screen });
        chats += 1;
        const updates = [
          message(1_000 + sent, chat),
          ...topics.map((topic, index) => tap(1_001 + sent + index, chat, `topic:${topic}`, 1)),
        ];
        for (const update of updates) sender.send(update);
        repeated.push(...updates.filter(isRepeated));
        sent += updates.length;
        while (!isOver && sent - answered > mostOpen) await sleep(2);
      }
    }
    const takenBy = (side: number): number => sender.taken.get(hookOf(side)) ?? 0;
    async function untilTaken(sides: readonly number[]): Promise<void> {
      const before = sides.map(takenBy);
      const areDone = (): boolean => sides.every((side, at) => takenBy(side) - (before[at] ?? 0) >= together);
      await expect.poll(areDone, { timeout: 60_000, interval: 10 }).toBe(true);
    }

    const living = new Set<Running>();
    onTestFinished(async () => {
      await Promise.all([...living].map((running) => running.kill()));
    });
    let old = await start(0);
    living.add(old);
    const flowing = flow();
    onTestFinished(async () => {
      isOver = true;
      await flowing.catch(() => undefined);
    });
    for (let side = 1; side <= restarts; side += 1) {
      const fresh = await start(side);
      living.add(fresh);
      await untilTaken([side - 1, side]);
      const ended = old.stop();
      expect(sent - answered, "the signal comes while something is to be done").toBeGreaterThan(0);
      expect(await ended).toBe(0);
      living.delete(old);
      expect(await call("getWebhookInfo")).toMatchObject({ url });
      await untilTaken([side]);
      old = fresh;
    }
    isOver = true;
    await Promise.all([flowing, sender.done()]);
    await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThanOrEqual(sent);
    for (const update of repeated) sender.send(update);
    await sender.done();
    // Whatever would come a second time is there when the last one has ended.
    expect(await old.stop()).toBe(0);
    living.delete(old);

    console.log({ chats, sent, answered, statuses: Object.fromEntries(sender.answers) });
    const store = createSubscriberStore(client, "mujaz");
    const wrong: string[] = [];
    for (let chat = first; chat < first + chats; chat += 1) {
      const on = (await store.byChat(chat, null))?.subscriber.topics ?? [];
      const found = [
        replies.get(chat) ?? 0,
        edits.get(chat) ?? 0,
        topics.filter((one) => on.includes(one)).length,
      ];
      if (found.join() !== [1, topics.length, topics.length].join()) wrong.push(`${chat}: ${found}`);
    }
    expect(wrong).toEqual([]);
    // Each one that starts sets it, nobody sets another, and nobody takes it away.
    expect(webhooks).toEqual(Array(restarts + 1).fill(url));
    expect(await call("getWebhookInfo")).toMatchObject({ url });
  },
);
