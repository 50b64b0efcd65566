// A broadcast at 30 a second by real processes: replies pass what of it waits, and a small one beside it ends long before it does.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Segment } from "../../src/delivery/broadcast.ts";
import { type BroadcastBook, createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { windowFor } from "../../src/delivery/broadcastWalk.ts";
import { type Agenda, createAgenda } from "../../src/schedule/agenda.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { message } from "../bot/crew.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer } from "../redis.ts";
import { reader } from "../schedule/desk.ts";
import { type Arrivals, listenForArrivals } from "./arrivals.ts";

const rate = 30;
const token = `7${"0".repeat(8)}:${"Ordering-token-0123456789-abcdefghi"}`;
const secret = "ordering-secret";
const [first, stranger] = [5_000_000, 6_000_000];

// A short maintenance tonight; a word to those who follow health.
const [maintenance, health] = ["صيانة قصيرة الليلة", "كلمة لقراء الصحة"];

let telegram: Arrivals;
let client: ReturnType<Awaited<ReturnType<typeof startRedisServer>>["connect"]>;
let agenda: Agenda;
let book: BroadcastBook;
let web: Running;
const open: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  if (!hasRedisServer) return;
  const dir = await tempDir();
  open.push(() => dir.dispose());
  const redis = await startRedisServer();
  open.push(() => redis.close());
  telegram = await listenForArrivals(40);
  open.push(() => telegram.close());
  client = redis.connect();
  await client.ping();
  agenda = createAgenda(client, "mujaz", { store: createSubscriberStore(client, "mujaz") });
  book = createBroadcastBook(client, "mujaz");
  const start = async (role: string, extra: Readonly<Record<string, string>> = {}): Promise<Running> => {
    const running = await startMujaz(
      {
        REDIS_URL: String(client.options.path),
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: telegram.root,
        SEND_RATE: String(rate),
        PORT: String(await freePort()),
        DATA_DIR: dir.path,
        ...extra,
      },
      [role],
    );
    open.push(() => running.stop());
    return running;
  };
  const hook = { WEBHOOK_URL: "https://bot.example.org/hook", WEBHOOK_SECRET: secret };
  [web] = await Promise.all([start("web", hook), start("worker"), start("worker")]);
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function subscribe(count: number, settings: (index: number) => object = () => ({})): Promise<void> {
  const now = new Date();
  const chats = Array.from({ length: count }, (_, index) => reader(first + index, settings(index)));
  await Promise.all(chats.map((one) => agenda.upsert(one, now)));
}
async function begin(html: string, segment: Segment, last: number): Promise<number> {
  const id = await book.draft({ html, by: 1, locale: "ar", digits: "latin" });
  await book.begin(id, { segment, total: last, last });
  return id;
}
const textsOf = (chats: (chat: number) => boolean): string[] =>
  telegram.all.filter(({ chat }) => chats(chat)).map(({ text }) => text);
const arrived = (html: string): number =>
  textsOf((chat) => chat >= first).filter((text) => text === html).length;
const replies = (): number => textsOf((chat) => chat >= stranger).length;
const statusOf = async (id: number): Promise<string | undefined> => (await book.find(id))?.status;
/** For a machine that is busy with other things: what is looked at is the order. */
const soon = { timeout: 240_000, interval: 5 };

let asked = 0;
/** Somebody whom nobody has told of the bot before asks for help. */
async function ask(): Promise<void> {
  asked += 1;
  const response = await fetch(`${web.address}/hook`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify(message(asked, stranger + asked)),
  });
  expect(response.status).toBe(200);
}

/** Nobody's turn comes until so many updates are being answered, and for a moment more, in which they come to the line. */
async function holdUntilAsked(count: number): Promise<void> {
  let times = 0;
  const isHeld = async (): Promise<boolean> => {
    const [seconds, micros] = await client.time();
    await client.hset("{mujaz}:pace:ring", "last", Number(seconds) * 1e6 + Number(micros) + 600_000);
    const [key] = await client.keys("{mujaz}:updates:*:open");
    // Those that may go first have been answered by then.
    const waiting = key === undefined ? 0 : await client.hlen(key);
    times = waiting + replies() - before >= count ? times + 1 : 0;
    return times > 20;
  };
  const before = replies();
  await Promise.all([
    expect.poll(isHeld, { timeout: 60_000, interval: 50 }).toBe(true),
    ...Array.from({ length: count }, ask),
  ]);
}

it.skipIf(!hasRedisServer)(
  "a reply comes before the messages of a broadcast that wait when it is asked for",
  async () => {
    const readers = 450;
    await subscribe(readers);
    const id = await begin(maintenance, { kind: "all" }, readers);
    await expect.poll(() => arrived(maintenance), soon).toBeGreaterThan(rate);
    for (let time = 1; time <= 8; time += 1) {
      const queue = "{mujaz}:jobs:digests";
      const waiting = (await client.zcard(`${queue}:prioritized`)) + (await client.llen(`${queue}:active`));
      const before = arrived(maintenance);
      await ask();
      await expect.poll(replies, soon).toBe(time);
      const at = telegram.all.findIndex(({ chat }) => chat === stranger + asked);
      const passed = telegram.all.slice(0, at).filter(({ text }) => text === maintenance).length - before;
      expect(waiting).toBeGreaterThan(rate);
      expect(passed).toBeLessThan(waiting);
    }
    // More at once than go before everybody: they pass a broadcast all the same.
    const together = 15;
    const from = replies();
    await holdUntilAsked(together);
    const before = arrived(maintenance);
    await expect.poll(replies, soon).toBe(from + together);
    const last = telegram.all.findLastIndex(({ chat }) => chat >= stranger);
    const passed = telegram.all.slice(0, last).filter(({ text }) => text === maintenance).length - before;
    // One that had its turn when the line was held may come a moment late.
    expect(passed).toBeLessThanOrEqual(2);
    expect(await statusOf(id)).toBe("running");
    expect(arrived(maintenance)).toBeLessThan(readers - windowFor(rate));
    await expect.poll(() => statusOf(id), soon).toBe("done");
    expect(arrived(maintenance)).toBe(readers);
    expect(replies()).toBe(from + together);
  },
);

it.skipIf(!hasRedisServer)(
  "a small broadcast begun while a large one runs ends long before the large one does",
  async () => {
    const [readers, few] = [600, 20];
    // The few are spread over all.
    await subscribe(readers, (index) => ({
      topics: [index % (readers / few) === 0 ? "health" : "economy"],
    }));
    const large = await begin(maintenance, { kind: "all" }, readers);
    await expect.poll(() => arrived(maintenance), soon).toBeGreaterThan(2 * rate);
    const before = arrived(maintenance);
    const small = await begin(health, { kind: "topic", topic: "health" }, readers);
    await expect.poll(() => statusOf(small), soon).toBe("done");
    expect(await statusOf(large)).toBe("running");
    const last = telegram.all.findLastIndex(({ text }) => text === health);
    const meanwhile = telegram.all.slice(0, last).filter(({ text }) => text === maintenance).length - before;
    // What of the large one was in the queue comes first; most of the rest does not.
    expect(meanwhile).toBeLessThan((readers - before) / 2);
    await expect.poll(() => statusOf(large), soon).toBe("done");
    expect([arrived(maintenance), arrived(health)]).toEqual([readers, few]);
  },
);
