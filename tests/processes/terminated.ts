// SIGTERM in the middle of bursts of updates and replies, by webhook and by polling: what was lost, and what was done twice.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { draw } from "../../src/playground/chance.ts";
import { createPlayground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { tap } from "../bot/crew.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { startRedis } from "../redis.ts";
import { openSender } from "./sender.ts";

export interface Drill {
  readonly mode: "webhook" | "polling";
  /** So many times a process is told to end. */
  readonly times: number;
  readonly seed: number;
}

export interface Outcome {
  /** Taps that did not switch their topic on, or switched it on and off again. */
  readonly wrong: readonly string[];
  /** Readers who got more or fewer answers than they had pressed buttons. */
  readonly answers: readonly string[];
  /** Exit statuses other than 0. */
  readonly statuses: readonly (number | null)[];
  /** How often a signal came while something was still to be done. */
  readonly inTheMiddle: number;
}

/** Each tap switches one of these: lost or done twice, it is off at the end. */
const topics = ["economy", "science", "health", "technology", "culture"];

/** Readers of one burst. */
const readers = 40;

const first = 6_000_000;
const token = "700:terminated-token-0123456789abcdefghijk";
const secret = "terminated-secret";

export async function drill({ mode, times, seed }: Drill): Promise<Outcome> {
  const dir = await tempDir();
  const redis = await startRedis();
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "silent", format: "json" }),
  });
  const playground = createPlayground({ bot: { id: 700, username: "ended_bot", firstName: "موجز" }, token });
  playground.addCrowd({ first, count: readers * times });
  playground.register(http.app);
  const apiRoot = await http.listen();
  await mkdir(join(dir.path, "content", "culture"), { recursive: true });
  const article = "تجديد المكتبة\n\nفتحت المكتبة أبوابها بعد تجديد قاعاتها. وتضم القاعة ركناً للأطفال.\n"; // a library is renewed
  await writeFile(join(dir.path, "content", "culture", "library.txt"), article);
  const client = redis.connect();
  await client.ping();
  const port = await freePort();
  const env = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    REDIS_URL: String(client.options.path),
    DATA_DIR: join(dir.path, "data"),
    CONTENT_DIR: join(dir.path, "content"),
    SEND_RATE: "0",
    PORT: String(port),
    ...(mode === "webhook" && { WEBHOOK_URL: "https://bot.example.org/hook", WEBHOOK_SECRET: secret }),
  };
  const sender = openSender(() => `http://127.0.0.1:${port}/hook`, secret);
  const answered = new Map<number, number>();
  let hear = (): void => {};
  playground.onCall(({ method, params, isDone }) => {
    if (method.toLowerCase() !== "editmessagetext" || !isDone) return;
    const chat = Number(params["chat_id"]);
    answered.set(chat, (answered.get(chat) ?? 0) + 1);
    hear();
  });
  const total = (): number => [...answered.values()].reduce((sum, one) => sum + one, 0);
  /** Resolves when so many answers have been sent in all; never waits longer than for them. */
  const untilAnswered = (count: number): Promise<void> =>
    new Promise((resolve) => {
      hear = () => {
        if (total() >= count) resolve();
      };
      hear();
    });

  const statuses: (number | null)[] = [];
  let inTheMiddle = 0;
  let update = 1_000;
  const burst = async (time: number): Promise<void> => {
    // The message whose buttons are pressed: the first of each chat.
    for (let reader = 0; reader < readers; reader += 1) {
      const message = { chat_id: first + time * readers + reader, text: "المواضيع" }; // topics
      await fetch(`${apiRoot}/bot${token}/sendMessage`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(message),
      });
    }
    for (const topic of topics) {
      for (let reader = 0; reader < readers; reader += 1) {
        const chat = first + time * readers + reader;
        if (mode === "polling") playground.pressAs(chat, 1, `topic:${topic}`);
        else sender.send(tap(update, chat, `topic:${topic}`, 1));
        update += 1;
      }
    }
  };
  const size = readers * topics.length;
  let running: Running | undefined;
  try {
    for (let time = 0; time < times; time += 1) {
      running = await startMujaz(env, ["web"]);
      // What an earlier burst left is done first or with it.
      const before = time * size;
      await burst(time);
      await untilAnswered(before + 1 + Math.floor(draw(seed, time) * size * 0.8));
      const ended = running.stop();
      if (total() < before + size) inTheMiddle += 1;
      const status = await ended;
      if (status !== 0) statuses.push(status);
    }
    running = await startMujaz(env, ["web"]);
    await Promise.all([untilAnswered(times * size), sender.done()]);
    // Whatever would come a second time is there now.
    const status = await running.stop();
    if (status !== 0) statuses.push(status);

    const store = createSubscriberStore(client, "mujaz");
    const wrong: string[] = [];
    const answers: string[] = [];
    for (let chat = first; chat < first + readers * times; chat += 1) {
      const known = (await store.byChat(chat, null))?.subscriber.topics ?? [];
      for (const topic of topics) if (!known.includes(topic)) wrong.push(`${chat} ${topic}`);
      const count = answered.get(chat) ?? 0;
      if (count !== topics.length) answers.push(`${chat} ${count}`);
    }
    return { wrong, answers, statuses, inTheMiddle };
  } finally {
    sender.close();
    await running?.kill();
    await playground.close();
    await http.close();
    await redis.close();
    await dir.dispose();
  }
}
