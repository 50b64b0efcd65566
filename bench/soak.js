// A day of mixed traffic in half an hour: web, clock and worker as processes of their own on a real redis-server, readers who
// come and go, articles, digests, alerts, broadcasts, a bad Telegram; heap and Redis keys after each of 24 hours of it.
// SOAK_MINUTES (30), SOAK_READERS (2,000) and SOAK_SEED (1) set other soaks, SOAK_SCRAPES=FOLDER records two scrapes of
// /metrics in the middle of it. docs/ops/soak.md explains it.
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../dist/config/loadConfig.js";
import { furnish } from "../dist/processes/house.js";
import { createLog } from "../dist/runtime/log.js";
import { newSubscriber } from "../dist/subscribers/defaults.js";
import { createRandom } from "./random.js";
import { hasRedis, openRedis, toHandle } from "./redis.js";
import { takeCensus } from "./soak/census.js";
import { startProcess } from "./soak/house.js";
import { recordScrapes } from "./soak/scrapes.js";
import { openFeed } from "./soak/shelf.js";
import { openTelegram } from "./soak/telegram.js";
import { createTraffic } from "./soak/traffic.js";
import { judge } from "./soak/verdict.js";
import { tell } from "./verdict.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const hours = 24;
const hourMs = (Number(process.env.SOAK_MINUTES ?? 30) * 60_000) / hours;
const readers = Number(process.env.SOAK_READERS ?? 2_000);
const seed = Number(process.env.SOAK_SEED ?? 1);
const token = `7${"0".repeat(8)}:${"Soak-token-0123456789-abcdefghijkl"}`;
const secret = "soak-secret";
const operator = 900_000_001;
const firstChat = 1_000_000;
const roles = ["web", "clock", "worker"];
/** Traffic goes on for so much of an hour; the rest is for what is still open. */
const busyShare = 0.9;
/** Something open longer than this is told of, and the sample taken. */
const patienceMs = 90_000;
/** The clock looks once a minute: only an hour that lasts longer waits for all who are due. */
const tickMs = 60_000;

export async function printSoak() {
  if (!hasRedis()) return;
  const dir = mkdtempSync(join(tmpdir(), "mujaz-soak-"));
  const random = createRandom(seed);
  const redis = await openRedis();
  const telegram = await openTelegram(createRandom(seed + 1));
  const feed = await openFeed();
  const children = [];
  let traffic;
  try {
    const port = await freePort();
    const env = layOut({ dir, port, redis, telegram, feed });
    const { config } = loadConfig({ env, cwd: tmpdir() });
    const log = createLog({ level: "error", format: "json" });
    const house = furnish(config, log, toHandle({ connect: redis.connect }));
    const people = Array.from({ length: readers }, (_, at) => firstChat + at);
    traffic = createTraffic({
      random,
      people,
      telegram,
      port,
      secret,
      operator,
      house,
      dir: env.CONTENT_DIR,
    });
    await storeReaders(house, people, random);
    for (const role of roles) children.push(await startProcess(role, env));
    const samples = [];
    const marks = [];
    const begun = performance.now();
    printHead();
    let recorded;
    for (let hour = 1; hour <= hours; hour += 1) {
      if (hour === hours / 2 && process.env.SOAK_SCRAPES)
        recorded = recordScrapes(port, process.env.SOAK_SCRAPES);
      const until = begun + hour * hourMs;
      await traffic.hour(hour, (until - performance.now()) * busyShare);
      const open = await untilQuiet(port);
      const sample = await takeSample(children, house.main, config.env.redisPrefix);
      samples.push(sample);
      marks.push(traffic.counts());
      printRow(hour, sample, marks, open);
      await sleep(Math.max(0, until - performance.now()));
    }
    await recorded;
    const minutes = (performance.now() - begun) / 60_000;
    report({ minutes, marks, samples, telegram, children, feed, outcomes: await house.agenda.outcomes() });
  } finally {
    await traffic?.close();
    const ends = await Promise.all(children.map((child) => child.end()));
    if (ends.some((status) => status !== 0)) tell(false, `a clean stop: status ${ends.join(", ")}`);
    await Promise.all([telegram.close(), feed.close()]);
    await redis.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The environment of all processes, with a configuration of its own that names the feed. */
function layOut({ dir, port, redis, telegram, feed }) {
  const configDir = join(dir, "config");
  cpSync(join(root, "config"), configDir, { recursive: true });
  writeFileSync(
    join(configDir, "sources.yaml"),
    `feeds:\n  - url: ${feed.address}\n    name: مصدر\n    intervalMinutes: 5\nallowHosts: ["${new URL(feed.address).host}"]\npauseSeconds: 0\n`, // a source
  );
  return {
    PATH: process.env.PATH,
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    REDIS_URL: redis.path,
    DATA_DIR: join(dir, "data"),
    CONFIG_DIR: configDir,
    CONTENT_DIR: join(dir, "content"),
    ADMIN_IDS: String(operator),
    SEND_RATE: "200",
    PORT: String(port),
    LOG_LEVEL: "warn",
    LOG_FORMAT: "json",
    WEBHOOK_URL: "https://bot.example.org/hook",
    WEBHOOK_SECRET: secret,
  };
}

/** All of them subscribed; a third has alerts on. */
async function storeReaders(house, people, random) {
  const now = new Date();
  const usual = {
    kind: "private",
    thread: null,
    locale: "ar",
    zone: "Africa/Cairo",
    times: ["07:00"],
    items: 5,
    length: "standard",
  };
  for (const chat of people) {
    const reader = newSubscriber({ ...usual, chat, now });
    await house.agenda.upsert({ ...reader, status: "active", alerts: random() < 1 / 3 }, now);
  }
}

/** Resolves with nothing when nothing is open any more, else with what still is. */
async function untilQuiet(port) {
  const until = performance.now() + patienceMs;
  let open = "";
  do {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const of = (name) =>
      [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "gm"))].reduce(
        (sum, [, value]) => sum + Number(value),
        0,
      );
    const found = {
      updates: of("mujaz_updates_open"),
      pending: of("mujaz_pending_slots"),
      jobs: of("mujaz_queue_jobs"),
      due: hourMs > tickMs ? of("mujaz_due_readers") : 0,
    };
    open = Object.entries(found)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count} ${name}`)
      .join(", ");
    if (open === "") return "";
    await sleep(250);
  } while (performance.now() < until);
  return open;
}

async function takeSample(children, client, prefix) {
  const heaps = Object.fromEntries(
    await Promise.all(children.map(async (child) => [child.role, await child.weigh()])),
  );
  const kinds = await takeCensus(client, prefix);
  const usedMemory = Number(/used_memory:(\d+)/.exec(await client.info("memory"))[1]);
  return { heaps, kinds, usedMemory, dbsize: await client.dbsize() };
}

const mb = (bytes) => (bytes / 2 ** 20).toFixed(1);
const widths = [4, 7, 6, 6, 20, 17, 7, 7, 7, 7, 7];
const line = (cells) => cells.map((cell, at) => String(cell).padStart(widths[at])).join(" ");

function printHead() {
  console.log(
    `${readers} readers, ${hours} hours of ${(hourMs / 1000).toFixed(1)} s, seed ${seed}. Heap after a collection and memory (RSS) in MB, web/clock/worker.`,
  );
  console.log(
    line(["hour", "updates", "sent", "known", "heap", "rss", "redis", "keys", "house", "< day", "≥ day"]),
  );
}

function printRow(hour, { heaps, kinds, usedMemory, dbsize }, marks, open) {
  const [before, now] = [marks.at(-2) ?? { updates: 0, sent: 0 }, marks.at(-1)];
  const all = [...kinds.values()];
  const sum = (of) => all.reduce((total, kind) => total + of(kind), 0);
  const own = ({ keeping }) => !["reader", "derived", "shelf"].includes(keeping);
  const each = (of) => roles.map((role) => of(heaps[role])).join("/");
  const cells = [
    hour,
    now.updates - before.updates,
    now.sent - before.sent,
    kinds.get("chats:N")?.keys ?? 0,
    each(({ heapUsed }) => mb(heapUsed)),
    each(({ rss }) => Math.round(rss / 2 ** 20)),
    mb(usedMemory),
    dbsize,
    sum((kind) => (own(kind) ? kind.keys - kind.short - kind.long : 0)),
    sum(({ short }) => short),
    sum(({ long }) => long),
  ];
  console.log(`${line(cells)}${open === "" ? "" : `  still open: ${open}`}`);
}

function report({ minutes, marks, samples, telegram, children, feed, outcomes }) {
  const [middle, last] = [marks[Math.floor(marks.length / 2)], marks.at(-1)];
  const { counts } = telegram;
  console.log(
    `${minutes.toFixed(1)} minutes: ${last.updates} updates (${last.refused} refused), ${counts.sent} messages, ${last.broadcasts} broadcasts, ${last.articles} articles, ${feed.readings()} readings of the feed; Telegram answered 403 ${counts.blocked}, 429 ${counts.wait}, 502 ${counts.fail} and broke off ${counts.reset} times; slots: ${Object.entries(
      outcomes,
    )
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(", ")}; load ${loadavg()[0].toFixed(1)}`,
  );
  for (const { role, events } of children) {
    if (events.size === 0) continue;
    console.log(
      `       warnings of ${role}: ${[...events].map(([name, count]) => `${count} ${name}`).join(", ")}`,
    );
  }
  const lastHalf = Object.fromEntries(
    Object.entries(last).map(([name, count]) => [name, count - middle[name]]),
  );
  judge(samples, { lastHalf });
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printSoak();
