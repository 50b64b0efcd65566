// One part of the pace bench: readers that are all due at once, two real workers that serve them, and what the strict server
// (bench/pace/strict.js) took and refused.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../dist/config/loadConfig.js";
import { toPayload } from "../../dist/delivery/payload.js";
import { createQueue } from "../../dist/delivery/queue.js";
import { createTick } from "../../dist/processes/clock.js";
import { furnish } from "../../dist/processes/house.js";
import { createLog } from "../../dist/runtime/log.js";
import { readFolder } from "../../dist/sources/folder.js";
import { newSubscriber } from "../../dist/subscribers/defaults.js";
import { openRedis, toHandle } from "../redis.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const token = `7${"0".repeat(8)}:${"Pace-token-0123456789-abcdefghijkl"}`;

/** Readers with a digest of one message. */
export const people = (count) =>
  Array.from({ length: count }, (_, index) => ({ chat: 5_000_000 + index, thread: null, settings: {} }));

/**
 * Makes all of `places` due and has two workers serve them; gives what the server took, `{ at, chat, isPaid }`, and how often it
 * refused. `limit` and `paidLimit` are the server's. `beside(house, api, signal)` goes on meanwhile; `bareCount` messages are
 * sent by a bare loop before.
 */
export async function send({
  rate,
  limit,
  places,
  paidLimit = 0,
  hasChatLimits = true,
  bareCount = 0,
  atOnce = 32,
  beside = async () => undefined,
}) {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-pace-"));
  const redis = await openRedis();
  const server = fork(join(root, "bench/pace/strict.js"), {
    env: {
      ...process.env,
      LIMIT: String(limit),
      PAID_LIMIT: String(paidLimit),
      CHAT_LIMITS: hasChatLimits ? "1" : "0",
    },
  });
  const [port] = await once(server, "message");
  const api = `http://127.0.0.1:${port}`;
  const running = [];
  try {
    const env = {
      CONFIG_DIR: layOutConfig(dir, paidLimit > 0),
      CONTENT_DIR: join(root, "content"),
      SEND_RATE: String(rate),
      SEND_CONCURRENCY: String(atOnce),
    };
    const { config } = loadConfig({ env, cwd: tmpdir() });
    const log = createLog({ level: "error", format: "json" });
    const house = furnish(config, log, toHandle({ connect: redis.connect }));
    await house.ingest(readFolder(config.env.contentDir));
    const bare = bareCount > 0 ? await runBare(api, dir, await letterOf(house), bareCount) : 0;
    await storeReaders(house, places);
    for (let worker = 0; worker < 2; worker += 1)
      running.push(await startWorker({ ...env, path: redis.path, api, dir }));
    const before = await statsOf(api);
    const done = new AbortController();
    const besides = beside(house, api, done.signal);
    const queue = createQueue(redis.connect(), { prefix: config.env.redisPrefix, attempts: 5 });
    const ticking = createTick(house, queue)(null);
    // Done when nobody is pending any more.
    const until = Date.now() + 300_000;
    await ticking;
    while ((await house.main.hlen("{mujaz}:pend")) > 0 && Date.now() < until) await sleep(250);
    done.abort();
    const told = await besides;
    const { refused, refusedAt, ...stats } = await statsOf(api);
    const accepted = stats.accepted
      .slice(before.accepted.length)
      .map(([at, chat, isPaid]) => ({ at, chat, isPaid: isPaid === 1 }));
    const begun = accepted[0].at;
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
    return { accepted, refused, bare, told };
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

/** The repository's configuration, with what is paid for as it is asked. */
function layOutConfig(dir, isPaid) {
  const configDir = join(dir, "config");
  cpSync(join(root, "config"), configDir, { recursive: true });
  if (!isPaid) return configDir;
  const file = join(configDir, "mujaz.yaml");
  const text = readFileSync(file, "utf8");
  const paid = text.replace("paidBroadcast: false", "paidBroadcast: true");
  if (paid === text) throw new Error("config/mujaz.yaml has another paidBroadcast");
  writeFileSync(file, paid);
  return configDir;
}

async function storeReaders({ agenda, main }, places) {
  const now = new Date();
  const numbers = [];
  for (let at = 0; at < places.length; at += 500) {
    const some = places.slice(at, at + 500).map(({ chat, thread, settings }) => {
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
async function runBare(api, dir, letter, count) {
  const file = join(dir, "letter.json");
  writeFileSync(file, JSON.stringify(letter));
  const args = [join(root, "bench/pace/bare.js"), api, String(count), "32", file];
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
