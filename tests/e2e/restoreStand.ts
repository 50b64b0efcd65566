// What the drills of docs/ops/backup.md stand on: a Redis, a Bot API that counts arrivals, readers, and real processes.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { expect } from "vitest";
import { waitUntil } from "../../src/runtime/wait.ts";
import { type Arrivals, listenForArrivals } from "../delivery/arrivals.ts";
import { startRedisServer } from "../redis.ts";
import { type Running, runMujaz, startMujaz, tempDir } from "./server.ts";

export const readers = 60;
const token = "7:the_token_of_no_bot_that_there_ever_was";

/** Articles of our own: rain on the coast in the morning, and a new tram line in the evening. */
export const news = {
  rain: {
    title: "أمطار الصباح تغمر الساحل",
    text: "هطلت أول أمطار العام على الساحل صباح اليوم، وقالت البلدية إن شبكة التصريف عملت بكامل طاقتها في الأحياء الأربعة.\n\nوتتوقع الأرصاد أن تستمر الأمطار يومين آخرين، ودعت الصيادين إلى البقاء في الميناء.",
  },
  tram: {
    title: "خط ترام جديد يصل الجامعة بالسوق القديمة",
    text: "افتتحت هيئة النقل خط ترام طوله تسعة كيلومترات بين الجامعة والسوق القديمة، وتسير عليه عشر عربات كهربائية.\n\nوقالت الهيئة إن التذكرة مجانية في الشهر الأول، وإن العربات تمر كل ثماني دقائق.",
  },
};

export interface Stand {
  readonly client: Redis;
  readonly arrivals: Arrivals;
  readonly env: Readonly<Record<string, string>>;
  readonly file: string;
  /** A process of clock and worker; the clock looks who is due at once. */
  start(dataDir: string): Promise<Running>;
  /** Everyone is due at an instant, epoch seconds. */
  allDueAt(slot: number): Promise<void>;
  publish(name: keyof typeof news): Promise<void>;
  outcomes(): Promise<Readonly<Record<string, string>>>;
  run(...args: string[]): ReturnType<typeof runMujaz>;
}

export async function openStand(onClose: (close: () => Promise<void>) => void): Promise<Stand> {
  const redis = await startRedisServer();
  onClose(() => redis.close());
  const arrivals = await listenForArrivals(2);
  onClose(() => arrivals.close());
  const dir = await tempDir();
  onClose(() => dir.dispose());
  const client = redis.connect();
  const content = join(dir.path, "content");
  await mkdir(content);
  const env = {
    REDIS_URL: client.options.path ?? "",
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: arrivals.root,
    CONTENT_DIR: content,
    DATA_DIR: join(dir.path, "data"),
    SEND_RATE: "0",
  };
  const stand: Stand = {
    client,
    arrivals,
    env,
    file: join(dir.path, "mujaz.jsonl.gz"),
    async start(dataDir) {
      const running = await startMujaz({ ...env, DATA_DIR: join(dir.path, dataDir) }, ["clock", "worker"]);
      onClose(() => running.kill());
      return running;
    },
    async allDueAt(slot) {
      const members = await client.hkeys("{mujaz}:records");
      await client.zadd("{mujaz}:due", ...members.flatMap((member) => [slot, member]));
    },
    async publish(name) {
      const { title, text } = news[name];
      const head = `title: ${title}\ndate: ${new Date().toISOString()}\nsource: وكالة ضفاف\ntopics: [economy]`;
      await writeFile(join(content, `${name}.md`), `---\n${head}\n---\n\n${text}\n`);
    },
    outcomes: () => client.hgetall("{mujaz}:outcomes"),
    run: (...args) => runMujaz(args, { env }),
  };
  await stand.publish("rain");
  const lines = Array.from({ length: readers }, (_, at) =>
    JSON.stringify({ chat: 5_001 + at, cursor: 0, since: "2026-01-01T00:00:00Z" }),
  );
  await runMujaz(["subscribers", "import"], { env, input: `${lines.join("\n")}\n` });
  await stand.run("ingest");
  return stand;
}

export const seconds = (): number => Math.floor(Date.now() / 1000);

/** Redis is lost after the digests of a slot were sent; the data folder is that of before, or another. */
export async function walkDrill(
  dataDir: "data" | "other",
  onTestFinished: (close: () => Promise<void>) => void,
): Promise<void> {
  const stand = await openStand(onTestFinished);
  const { arrivals, client } = stand;
  await stand.allDueAt(seconds() - 5);
  // The backup is made before the slot is served, as it would be at 06:50.
  expect(await stand.run("backup", stand.file)).toMatchObject({ status: 0 });
  const first = await stand.start("data");
  await until("served", async () => (await stand.outcomes())["sent"] === String(readers));
  expect(arrivals.all).toHaveLength(readers);
  await first.stop();

  await client.flushall();
  const restored = await stand.run("restore", stand.file);
  expect(restored).toMatchObject({ status: 0, stdout: expect.stringContaining(`${readers} readers`) });
  const second = await stand.start(dataDir);
  await until("ended", async () => (await stand.outcomes())["restored"] === String(readers));
  expect(arrivals.all).toHaveLength(readers);
  expect(await stand.outcomes()).toEqual({ restored: String(readers) });

  // News after the restore, and the next slot.
  await stand.publish("tram");
  await until("taken in", async () => (await client.get("{mujaz}:articles:sequence")) === "2");
  await second.stop();
  await stand.allDueAt(seconds() - 1);
  const third = await stand.start(dataDir);
  await until("served again", async () => arrivals.all.length >= 2 * readers);
  await third.stop();
  const late = arrivals.all.slice(readers);
  expect([late.length, new Set(late.map(({ chat }) => chat)).size]).toEqual([readers, readers]);
  expect(late.every(({ text }) => text.includes(news.tram.title))).toBe(true);
  expect(late.some(({ text }) => text.includes(news.rain.title))).toBe(false);
}

/** Asks until it is so, for a minute: the machine may be busy. */
export async function until(what: string, question: () => Promise<boolean>): Promise<void> {
  if (!(await waitUntil(question, { limitMs: 60_000 }))) throw new Error(`not ${what} within a minute`);
}
