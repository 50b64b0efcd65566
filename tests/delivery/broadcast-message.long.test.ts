// A broadcast by real worker processes that are killed in its middle: everyone gets it, only open requests repeat.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBroadcastBook } from "../../src/delivery/broadcastBook.ts";
import { createAgenda } from "../../src/schedule/agenda.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedisServer, type TestRedis } from "../redis.ts";
import { reader } from "../schedule/desk.ts";
import { type Arrivals, listenForArrivals, mostWithin } from "./arrivals.ts";

let server: TestRedis;
let telegram: Arrivals;
beforeAll(async () => {
  server = await startRedisServer();
  telegram = await listenForArrivals(40);
});
afterAll(async () => {
  await telegram.close();
  await server.close();
});

const token = `7${"0".repeat(8)}:${"Broadcast-token-0123456789-abcdefgh"}`;
const [readers, rate] = [3_000, 200];

/** An answer takes 40 ms here, and a loaded machine some time to settle what was answered. */
const slackMs = 500;

it.skipIf(!hasRedisServer)(
  "kill -9 of its workers loses nobody, and repeats only what was open then",
  async () => {
    const client = server.connect();
    const dir = await tempDir();
    const path = String(client.options.path);
    const start = async (): Promise<Running> => {
      const env = { REDIS_URL: path, BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root };
      const port = String(await freePort());
      return startMujaz({ ...env, SEND_RATE: String(rate), PORT: port, DATA_DIR: dir.path }, ["worker"]);
    };
    const agenda = createAgenda(client, "mujaz", { store: createSubscriberStore(client, "mujaz") });
    const now = new Date();
    const chats = Array.from({ length: readers }, (_, index) => 5_000_000 + index);
    await Promise.all(chats.map((chat) => agenda.upsert(reader(chat), now)));
    const book = createBroadcastBook(client, "mujaz");
    const id = await book.draft({ html: "صيانة قصيرة الليلة", by: 1, locale: "ar", digits: "latin" });
    await book.begin(id, { segment: { kind: "all" }, total: readers, last: readers });

    let [one, two] = await Promise.all([start(), start()]);
    /** From a little before a kill, when what is not settled may still be answered, to its end. */
    const kills: { readonly from: number; readonly to: number }[] = [];
    const kill = async (...workers: Running[]): Promise<void> => {
      const from = performance.now() - slackMs;
      await Promise.all(workers.map((worker) => worker.kill()));
      kills.push({ from, to: performance.now() });
    };
    for (const sent of [600, 1_500]) {
      while (telegram.all.length < sent) await sleep(5);
      await kill(one);
      one = two;
      two = await start();
    }
    await kill(one, two);
    [one, two] = await Promise.all([start(), start()]);
    await expect
      .poll(async () => (await book.find(id))?.status, { timeout: 120_000, interval: 200 })
      .toBe("done");
    await Promise.all([one.stop(), two.stop()]);
    await dir.dispose();

    const arrivals = new Map(chats.map((chat) => [chat, [] as number[]]));
    for (const { chat, atMs } of telegram.all) arrivals.get(chat)?.push(atMs);
    const times = [...arrivals.values()];
    const repeated = times.filter(({ length }) => length > 1);
    const wasOpen = ([first = 0]: readonly number[]): boolean =>
      kills.some(({ from, to }) => first >= from && first <= to);
    const most = mostWithin(telegram.all, 1000);
    console.log({ repeated: repeated.length, most, sent: (await book.find(id))?.sent });
    expect(times.filter(({ length }) => length === 0)).toEqual([]);
    expect(times.filter(({ length }) => length > 2)).toEqual([]);
    expect(repeated.filter((each) => !wasOpen(each))).toEqual([]);
    expect(most).toBeLessThanOrEqual(rate);
  },
);
