// The drill of docs/ops/backup.md with real processes: Redis is lost after the digests of a slot were sent, and restored.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Redis } from "ioredis";
import { describe, it } from "vitest";
import { type Arrivals, listenForArrivals } from "../delivery/arrivals.ts";
import { startRedis } from "../redis.ts";
import { launchMujaz, mujaz, type Running, root, runMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const readers = 60;
const token = "7:the_token_of_no_bot_that_there_ever_was";

/** Articles of our own: rain on the coast in the morning, and a new tram line in the evening. */
const news = {
  rain: {
    title: "أمطار الصباح تغمر الساحل",
    text: "هطلت أول أمطار العام على الساحل صباح اليوم، وقالت البلدية إن شبكة التصريف عملت بكامل طاقتها في الأحياء الأربعة.\n\nوتتوقع الأرصاد أن تستمر الأمطار يومين آخرين، ودعت الصيادين إلى البقاء في الميناء.",
  },
  tram: {
    title: "خط ترام جديد يصل الجامعة بالسوق القديمة",
    text: "افتتحت هيئة النقل خط ترام طوله تسعة كيلومترات بين الجامعة والسوق القديمة، وتسير عليه عشر عربات كهربائية.\n\nوقالت الهيئة إن التذكرة مجانية في الشهر الأول، وإن العربات تمر كل ثماني دقائق.",
  },
};

interface Stand {
  readonly client: Redis;
  readonly arrivals: Arrivals;
  readonly env: Readonly<Record<string, string>>;
  readonly file: string;
  /** Clock and worker as a process each. */
  start(dataDir: string): Promise<readonly Running[]>;
  /** Everyone is due at an instant, epoch seconds. */
  allDueAt(slot: number): Promise<void>;
  publish(name: keyof typeof news): Promise<void>;
  outcomes(): Promise<Readonly<Record<string, string>>>;
  run(...args: string[]): ReturnType<typeof runMujaz>;
}

async function openStand(onClose: (close: () => Promise<void>) => void): Promise<Stand> {
  const redis = await startRedis();
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
      const started = [];
      for (const name of ["clock", "worker"]) {
        const { running, ready } = await launchMujaz({ ...env, DATA_DIR: join(dir.path, dataDir) }, [name]);
        onClose(() => running.kill());
        await ready;
        started.push(running);
      }
      return started;
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

const seconds = (): number => Math.floor(Date.now() / 1000);
const stop = (all: readonly Running[]): Promise<unknown> => Promise.all(all.map((each) => each.stop()));

describe.skipIf(!hasRedisServer).concurrent("the drill of a lost Redis", () => {
  it.for([
    ["on the same machine", "data"],
    ["on a new machine, whose disk knows of nothing", "other"],
  ] as const)(
    "%s: what was sent after the backup is not sent again, and the next slot comes",
    { timeout: 120_000 },
    async ([, dataDir], { expect, onTestFinished }) => {
      const stand = await openStand(onTestFinished);
      const { arrivals, client } = stand;
      await stand.allDueAt(seconds() - 5);
      // The backup is made before the slot is served, as it would be at 06:50.
      expect(await stand.run("backup", stand.file)).toMatchObject({ status: 0 });
      const first = await stand.start("data");
      await expect.poll(() => arrivals.all.length, { timeout: 20_000 }).toBe(readers);
      await expect.poll(stand.outcomes, { timeout: 20_000 }).toEqual({ sent: String(readers) });
      await stop(first);

      await client.flushall();
      expect(await stand.run("restore", stand.file)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining(`${readers} readers`),
      });
      const second = await stand.start(dataDir);
      await expect.poll(stand.outcomes, { timeout: 20_000 }).toEqual({ restored: String(readers) });
      expect(arrivals.all).toHaveLength(readers);

      // News after the restore, and the next slot.
      await stand.publish("tram");
      await expect.poll(() => client.get("{mujaz}:articles:sequence"), { timeout: 20_000 }).toBe("2");
      await stand.allDueAt(seconds() - 1);
      await stop(second.slice(0, 1));
      const clock = await stand.start(dataDir);
      await expect.poll(() => arrivals.all.length, { timeout: 20_000 }).toBe(2 * readers);
      const late = arrivals.all.slice(readers);
      expect(new Set(late.map(({ chat }) => chat)).size).toBe(readers);
      expect(late.every(({ text }) => text.includes(news.tram.title))).toBe(true);
      expect(late.some(({ text }) => text.includes(news.rain.title))).toBe(false);
      await stop([...clock, ...second]);
    },
  );

  it("a move to another Redis sends late, and once, what came due on the way", async ({
    expect,
    onTestFinished,
  }) => {
    const stand = await openStand(onTestFinished);
    await stand.allDueAt(seconds() - 5);
    expect(await stand.run("backup", stand.file)).toMatchObject({ status: 0 });
    await stand.client.flushall();
    expect(await stand.run("restore", stand.file, "--move")).toMatchObject({ status: 0 });
    const running = await stand.start("data");
    await expect.poll(stand.outcomes, { timeout: 20_000 }).toEqual({ sent: String(readers) });
    expect(stand.arrivals.all).toHaveLength(readers);
    await stop(running);
  }, 120_000);

  it("a restore that is killed with -9 leaves the store as it was, and is done again from the beginning", async ({
    expect,
    onTestFinished,
  }) => {
    const stand = await openStand(onTestFinished);
    const { client } = stand;
    const many = 20_000;
    const lines = Array.from({ length: many }, (_, at) => JSON.stringify({ chat: 100_000 + at }));
    await runMujaz(["subscribers", "import"], { env: stand.env, input: `${lines.join("\n")}\n` });
    expect(await stand.run("backup", stand.file)).toMatchObject({ status: 0 });
    await client.hdel("{mujaz}:records", ...(await client.hkeys("{mujaz}:records")).slice(0, 9_000));
    const left = await client.hlen("{mujaz}:records");

    const { PATH, HOME } = process.env;
    const env = { ...stand.env, PATH, HOME, CONFIG_DIR: join(root, "config") };
    const child: ChildProcess = spawn(process.execPath, [mujaz, "restore", stand.file, "--replace"], { env });
    await expect
      .poll(() => client.hlen("{mujaz}:restoring:records"), { timeout: 30_000, interval: 2 })
      .toBeGreaterThan(1_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await client.hlen("{mujaz}:records")).toBe(left);
    expect(await client.hlen("{mujaz}:restoring:records")).toBeGreaterThan(0);

    expect(await stand.run("restore", stand.file, "--replace")).toMatchObject({ status: 0 });
    expect(await client.hlen("{mujaz}:records")).toBe(many + readers);
    expect(await client.keys("{mujaz}:restoring:*")).toEqual([]);
  }, 120_000);
});
