// How fast two workers send under the platform's limits: real processes on a real redis-server against a strict Bot API on
// loopback (bench/pace/strict.js), each bar with "met" or "missed". PACE_SECONDS (60) shortens the first, PACE_PARTS
// (limited,fast,free,chats) picks some.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../dist/config/loadConfig.js";
import { toPayload } from "../dist/delivery/payload.js";
import { createQueue } from "../dist/delivery/queue.js";
import { createTick } from "../dist/processes/clock.js";
import { furnish } from "../dist/processes/house.js";
import { createLog } from "../dist/runtime/log.js";
import { readFolder } from "../dist/sources/folder.js";
import { newSubscriber } from "../dist/subscribers/defaults.js";
import { hasRedis, openRedis, toHandle } from "./redis.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const token = `7${"0".repeat(8)}:${"Pace-token-0123456789-abcdefghijkl"}`;
const seconds = Number(process.env.PACE_SECONDS ?? 60);
const wanted = (process.env.PACE_PARTS ?? "limited,fast,free,chats").split(",");

export async function printPace() {
  if (!hasRedis()) return;
  const parts = { limited, fast, free, chats };
  for (const name of wanted) await parts[name]();
}

/** 30 in any second, as Telegram's free limit is told to be. */
async function limited() {
  const { accepted, refused } = await send({ rate: 30, limit: 30, readers: 31 * (seconds + 4) });
  const [from, until] = [accepted[0] + 1000, accepted[0] + 1000 + seconds * 1000];
  const rate = accepted.filter((at) => at >= from && at < until).length / seconds;
  const is = rate >= 29 && refused.rate + refused.chat <= 1;
  say(
    `30 a second: ${rate.toFixed(2)}/s over ${seconds} s, ${count(refused)} (bar 29.0/s, one 429)`,
    is,
    accepted,
  );
}

async function fast() {
  const { accepted, refused } = await send({ rate: 1000, limit: 1000, readers: 15_000, atOnce: 128 });
  // Without the beginning, when processes and connections wake up, and the end.
  const [from, until] = [accepted[0] + 2000, accepted.at(-1) - 500];
  const rate = accepted.filter((at) => at >= from && at < until).length / ((until - from) / 1000);
  say(`SEND_RATE=1000: ${rate.toFixed(0)}/s, ${count(refused)} (bar 950/s)`, rate >= 950, accepted);
}

/** So many that the start (two workers compile their code at once, and the clock claims beside them) is a small part. */
const freeReaders = 60_000;

async function free() {
  const readers = freeReaders;
  const { accepted, bare } = await send({ rate: 0, limit: 0, readers, hasChatLimits: false, hasBare: true });
  const rate = readers / ((accepted.at(-1) - accepted[0]) / 1000);
  const share = rate / bare;
  say(
    `no limit: ${rate.toFixed(0)}/s with two workers, a bare loop ${bare}/s: ${share.toFixed(2)} of it (bar 0.75)`,
    share >= 0.75,
  );
}

/** Long digests of several parts, and forums whose topics are all due at once. */
async function chats() {
  const people = Array.from({ length: 20 }, (_, index) => ({ chat: 5_000 + index, thread: null }));
  const topics = [1, 2].flatMap((group) =>
    Array.from({ length: 9 }, (_, index) => ({ chat: -1_000_000 - group, thread: index + 2 })),
  );
  const places = [...people, ...topics];
  const { accepted, refused } = await send({
    rate: 30,
    limit: 30,
    places,
    settings: { items: 20, length: "long" },
  });
  const all = refused.rate + refused.chat + refused.group;
  say(
    `one a second to a chat, 20 a minute to a group: ${accepted.length} messages, ${count(refused)}`,
    all <= 1,
  );
}

/** Makes all readers due and has two workers serve them; gives what the server took and what it refused. */
async function send({
  rate,
  limit,
  readers = 0,
  places,
  settings = {},
  hasChatLimits = true,
  hasBare = false,
  atOnce = 32,
}) {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-pace-"));
  const redis = await openRedis();
  const server = fork(join(root, "bench/pace/strict.js"), {
    env: { ...process.env, LIMIT: String(limit), CHAT_LIMITS: hasChatLimits ? "1" : "0" },
  });
  const [port] = await once(server, "message");
  const api = `http://127.0.0.1:${port}`;
  const running = [];
  try {
    const env = {
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      SEND_RATE: String(rate),
      SEND_CONCURRENCY: String(atOnce),
    };
    const { config } = loadConfig({ env, cwd: tmpdir() });
    const log = createLog({ level: "error", format: "json" });
    const house = furnish(config, log, toHandle({ connect: redis.connect }));
    await house.ingest(readFolder(config.env.contentDir));
    const bare = hasBare ? await runBare(api, dir, await letterOf(house)) : 0;
    const who =
      places ?? Array.from({ length: readers }, (_, index) => ({ chat: 5_000_000 + index, thread: null }));
    await storeReaders(house, who, settings);
    for (let worker = 0; worker < 2; worker += 1)
      running.push(await startWorker({ ...env, path: redis.path, api, dir }));
    const before = await statsOf(api);
    const queue = createQueue(redis.connect(), { prefix: config.env.redisPrefix, attempts: 5 });
    const ticking = createTick(house, queue)(null);
    // Done when nobody is pending any more.
    const until = Date.now() + 300_000;
    await ticking;
    while ((await house.main.hlen("{mujaz}:pend")) > 0 && Date.now() < until) await sleep(250);
    const { accepted, refused, refusedAt } = await statsOf(api);
    const begun = accepted[before.accepted.length];
    if (refusedAt.length > 0)
      console.log(
        `       refused after ${refusedAt
          .map((at) => ((at - begun) / 1000).toFixed(2))
          .slice(0, 20)
          .join(" ")} s`,
      );
    await queue.close();
    const busyMs = running.reduce((sum, { pid }) => sum + busyMsOf(pid), 0);
    console.log(
      `       two workers used ${(busyMs / accepted.length).toFixed(2)} ms of a processor for each message`,
    );
    return { accepted: accepted.slice(before.accepted.length), refused, bare };
  } finally {
    await Promise.all(running.map(stop));
    server.kill("SIGKILL");
    await redis.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const fresh = {
  kind: "private",
  locale: "ar",
  zone: "Africa/Cairo",
  times: ["07:00"],
  items: 5,
  length: "standard",
};

/** What each of the readers gets, as Telegram is sent it. */
async function letterOf(house) {
  const now = new Date();
  const reader = newSubscriber({ ...fresh, chat: 1, thread: null, now });
  const { parts, keyboard } = await house.compose(reader, { now });
  return toPayload({ chat: 1, thread: null, html: parts[0], silent: false, keyboard });
}

async function storeReaders({ agenda, main }, places, settings) {
  const now = new Date();
  const numbers = [];
  for (let at = 0; at < places.length; at += 500) {
    const some = places.slice(at, at + 500).map(({ chat, thread }) => {
      const kind = chat < 0 ? "group" : "private";
      const reader = newSubscriber({ ...fresh, chat, thread, kind, now });
      return agenda.upsert({ ...reader, status: "active", ...settings }, now);
    });
    numbers.push(...(await Promise.all(some)));
  }
  const slot = Math.floor(now.getTime() / 1000) - 5;
  await main.zadd("{mujaz}:due", ...numbers.flatMap((number) => [slot, String(number)]));
}

async function startWorker({ path, api, dir, ...env }) {
  const child = spawn(process.execPath, [join(root, "bin/mujaz.js"), "start", "worker"], {
    cwd: dir,
    env: {
      PATH: process.env.PATH,
      ...env,
      REDIS_URL: path,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: api,
      DATA_DIR: dir,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("a worker did not start")));
    child.stdout.on("data", (chunk) => /Running:/.test(String(chunk)) && resolve());
  });
  child.removeAllListeners("exit");
  return child;
}

async function stop(child) {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

/** With as many sends at once as one worker has, each the very message that the workers send. */
async function runBare(api, dir, letter) {
  const file = join(dir, "letter.json");
  writeFileSync(file, JSON.stringify(letter));
  const args = [join(root, "bench/pace/bare.js"), api, String(freeReaders), "32", file];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const [chunk] = await once(child.stdout, "data");
  await once(child, "exit");
  return Number(String(chunk));
}

/** Processor time of a process so far; Linux alone tells it here. */
function busyMsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const statsOf = async (api) => (await fetch(`${api}/stats`)).json();

function count({ rate, chat, group }) {
  return `${rate + chat + group} answers 429 (rate ${rate}, chat ${chat}, group ${group})`;
}

function say(what, isMet, accepted = []) {
  const most = accepted.length > 0 ? `; most within a second ${mostWithin(accepted, 1000)}` : "";
  const load = loadavg()[0].toFixed(1);
  console.log(`${isMet ? "met   " : "missed"} ${what}${most}; load ${load}`);
}

function mostWithin(times, spanMs) {
  let [first, most] = [0, 0];
  for (const [last, at] of times.entries()) {
    while (at - times[first] >= spanMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printPace();
