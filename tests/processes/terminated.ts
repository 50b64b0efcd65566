// SIGTERM in the middle of bursts of updates, replies and digests, by webhook and by polling: what was lost, and what was done
// twice.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { draw } from "../../src/playground/chance.ts";
import { createPlayground } from "../../src/playground/playground.ts";
import { createHttp } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { createAgenda } from "../../src/schedule/agenda.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { tap } from "../bot/crew.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { startRedisServer } from "../redis.ts";
import { reader } from "../schedule/desk.ts";
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
  /** Readers who were due and did not get exactly one digest, or whose slot has not ended. */
  readonly digests: readonly string[];
  /** Leases that a process which had ended in order still held. */
  readonly leases: readonly string[];
  /** Exit statuses other than 0. */
  readonly statuses: readonly (number | null)[];
  /** How often a signal came while an update was still to be answered. */
  readonly inTheMiddle: number;
  /** How often it came while digests were on their way. */
  readonly amongDigests: number;
}

/** Each tap switches one of these: lost or done twice, it is off at the end. */
const topics = ["economy", "science", "health", "technology", "culture"];

/** Readers who press buttons in one burst, and who are due in it. */
const readers = 40;
const dueReaders = 30;

const first = 6_000_000;
const firstDue = 7_000_000;

/** Telegram takes its time for a message, so that digests are on their way for as long as a burst lasts. */
const digestMs = 100;
const token = "700:terminated-token-0123456789abcdefghijk";
const secret = "terminated-secret";

export async function drill({ mode, times, seed }: Drill): Promise<Outcome> {
  const dir = await tempDir();
  const redis = await startRedisServer();
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    log: createLog({ level: "silent", format: "json" }),
  });
  const playground = createPlayground({ bot: { id: 700, username: "ended_bot", firstName: "موجز" }, token });
  playground.addCrowd({ first, count: readers * times });
  playground.addCrowd({ first: firstDue, count: dueReaders * times });
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
    SEND_CONCURRENCY: "4",
    PORT: String(port),
    ...(mode === "webhook" && { WEBHOOK_URL: "https://bot.example.org/hook", WEBHOOK_SECRET: secret }),
  };
  const sender = openSender(() => `http://127.0.0.1:${port}/hook`, secret);
  const store = createSubscriberStore(client, "mujaz");
  const agenda = createAgenda(client, "mujaz", { store });
  const answered = new Map<number, number>();
  const served = new Map<number, number>();
  let hear = (): void => {};
  playground.onCall(({ method, params, isDone }) => {
    const chat = Number(params["chat_id"]);
    if (!isDone) return;
    if (method.toLowerCase() === "editmessagetext") {
      answered.set(chat, (answered.get(chat) ?? 0) + 1);
      hear();
    } else if (method.toLowerCase() === "sendmessage" && chat >= firstDue) {
      served.set(chat, (served.get(chat) ?? 0) + 1);
    }
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
  const leases: string[] = [];
  const ended = async (one: Running): Promise<void> => {
    const status = await one.stop();
    if (status !== 0) statuses.push(status);
    leases.push(...(await client.keys("{mujaz}:*lease*")), ...(await client.keys("{mujaz}:*:telling")));
  };
  let inTheMiddle = 0;
  let amongDigests = 0;
  let update = 1_000;
  /** Readers who are due, and for others the message whose buttons they press: the first of each chat. */
  const prepare = async (time: number): Promise<void> => {
    playground.clearFaults();
    for (let index = 0; index < readers; index += 1) {
      const message = { chat_id: first + time * readers + index, text: "المواضيع" }; // topics
      await fetch(`${apiRoot}/bot${token}/sendMessage`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(message),
      });
    }
    const now = new Date();
    for (let index = 0; index < dueReaders; index += 1) {
      const chat = firstDue + time * dueReaders + index;
      const member = await agenda.upsert(reader(chat, { cursor: 0 }), now);
      await agenda.dueNow(member, Math.floor(now.getTime() / 1000));
    }
    playground.fail({ method: "sendMessage", kind: { type: "delay", ms: digestMs } });
  };
  const press = (time: number): void => {
    for (const topic of topics) {
      for (let index = 0; index < readers; index += 1) {
        const chat = first + time * readers + index;
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
      await prepare(time);
      // What an earlier burst left is done first or with it; the clock's first tick finds who is due.
      running = await startMujaz(env);
      const before = time * size;
      press(time);
      await untilAnswered(before + 1 + Math.floor(draw(seed, time) * size * 0.8));
      const stopped = ended(running);
      if (total() < before + size) inTheMiddle += 1;
      if (served.size < (time + 1) * dueReaders) amongDigests += 1;
      await stopped;
    }
    running = await startMujaz(env);
    await Promise.all([untilAnswered(times * size), sender.done()]);
    while ((await client.hlen("{mujaz}:pend")) > 0) await sleep(50);
    // Whatever would come a second time is there now.
    await ended(running);

    const wrong: string[] = [];
    const answers: string[] = [];
    for (let chat = first; chat < first + readers * times; chat += 1) {
      const known = (await store.byChat(chat, null))?.subscriber.topics ?? [];
      for (const topic of topics) if (!known.includes(topic)) wrong.push(`${chat} ${topic}`);
      const count = answered.get(chat) ?? 0;
      if (count !== topics.length) answers.push(`${chat} ${count}`);
    }
    const digests: string[] = [];
    const now = Date.now() / 1000;
    for (let chat = firstDue; chat < firstDue + dueReaders * times; chat += 1) {
      const number = await store.numberOf(chat, null);
      const next = Number(await client.zscore("{mujaz}:due", String(number)));
      const count = served.get(chat) ?? 0;
      if (count !== 1 || next < now) digests.push(`${chat} got ${count}, due at ${next}`);
    }
    return { wrong, answers, digests, leases, statuses, inTheMiddle, amongDigests };
  } finally {
    sender.close();
    await running?.kill();
    await playground.close();
    await http.close();
    await redis.close();
    await dir.dispose();
  }
}
