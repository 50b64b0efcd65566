// How long our own handler takes for /digest and /search, with 100,000 articles and as many subscribers in Redis and the
// index of all articles in the process. Telegram answers at once here: its time is not ours. BOT_ARTICLES and
// BOT_SUBSCRIBERS set other sizes.
import { spawnSync } from "node:child_process";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../dist/config/loadConfig.js";
import { furnish } from "../dist/processes/house.js";
import { openMouth } from "../dist/processes/mouth.js";
import { createTelegraf } from "../dist/processes/telegram.js";
import { createLog } from "../dist/runtime/log.js";
import { newSubscriber } from "../dist/subscribers/defaults.js";
import { between, createRandom, pick } from "./random.js";
import { hasRedis, openRedis, toHandle } from "./redis.js";
import { createDraw, makeArticle, makeWords, toDraft } from "./search/archive.js";
import { tell } from "./verdict.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = fileURLToPath(import.meta.url);
const articleCount = Number(process.env.BOT_ARTICLES ?? 100_000);
const subscriberCount = Number(process.env.BOT_SUBSCRIBERS ?? 100_000);
const asked = 1_000;
const warmUp = 100;
/** Articles and subscribers that are written at once. */
const batch = 200;
const barMs = 15;

export async function printBot() {
  if (!hasRedis()) return;
  // A process of its own: the index of so many articles needs a heap of its own.
  const args = ["--max-old-space-size=4096", file, "measure"];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

async function measure() {
  const redis = await openRedis();
  try {
    await run(redis.connect);
  } finally {
    await redis.close();
  }
}

async function run(connect) {
  const env = { CONFIG_DIR: join(root, "config"), SEND_RATE: "0" };
  const { config } = loadConfig({ env, cwd: tmpdir() });
  const log = createLog({ level: "error", format: "json" });
  const house = furnish(config, log, toHandle({ connect }));
  const random = createRandom(7);
  const words = makeWords(random, 160_000);
  const titles = await timed(`${articleCount} articles stored`, () => storeArticles(house, random, words));
  await timed(`${subscriberCount} subscribers stored`, () => storeSubscribers(house, random));
  const search = house.openSearch();
  await timed("index built", () => search.ready);
  const bot = createTelegraf(config.env);
  bot.botInfo = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" };
  let sent = 0;
  let failed = 0;
  bot.telegram.callApi = async (method, payload) => {
    if (method === "sendMessage") sent += 1;
    if (/عذراً/.test(payload?.text ?? "")) failed += 1;
    return method === "sendMessage" ? { message_id: sent } : true;
  };
  const limits = { command: Number.POSITIVE_INFINITY, button: Number.POSITIVE_INFINITY };
  const mouth = openMouth(house, bot, undefined, search, limits);
  const word = () => pick(random, pick(random, titles).split(" "));
  const someone = () => between(random, 1, subscriberCount);
  const kinds = {
    "/digest": () => "/digest",
    "/search, one word": () => `/search ${word()}`,
    "/search, two words": () => `/search ${word()} ${word()}`,
    "/search, four words": () => `/search ${word()} ${word()} ${word()} ${word()}`,
  };
  let update = 0;
  const rows = {};
  for (const [kind, text] of Object.entries(kinds)) {
    const taken = [];
    // Processor time of this process alone: it holds still where other programs take turns on the machine.
    const busy = [];
    for (let count = -warmUp; count < asked; count += 1) {
      update += 1;
      const letter = toUpdate(update, someone(), text());
      const cpu = process.cpuUsage();
      const begun = performance.now();
      await mouth.handle(letter);
      const wall = performance.now() - begun;
      const { user, system } = process.cpuUsage(cpu);
      if (count < 0) continue;
      taken.push(wall);
      busy.push((user + system) / 1000);
    }
    rows[kind] = { ...spread("", taken), ...spread("processor ", busy) };
  }
  console.table(rows);
  const all = Object.values(rows).every((row) => Number(row["p95 ms"]) <= barMs);
  tell(all, `${sent} messages sent, ${failed} of them apologies; the bar is a p95 of ${barMs} ms`);
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  await search.close();
}

/** Gives the titles of some. */
async function storeArticles({ articles: store }, random, words) {
  const draw = createDraw(random, words);
  const titles = [];
  for (let number = 1; number <= articleCount; ) {
    const puts = [];
    for (; puts.length < batch && number <= articleCount; number += 1) {
      // The newest article has the highest number and was published last.
      const article = makeArticle(random, draw, articleCount - number + 1);
      if (number % 100 === 0) titles.push(article.title);
      const draft = toDraft(article, number);
      const fetched = new Date(article.published);
      puts.push(store.put(draft, { source: `outlet-${number % 50}`, fetched, bodyHash: `body ${number}` }));
    }
    await Promise.all(puts);
  }
  return titles;
}

/** As readers are: most have seen all but the newest hundred stories, some come back after a week, some are new. */
async function storeSubscribers({ agenda, articles }, random) {
  const now = new Date();
  const newest = await articles.maxNumber();
  const lengths = ["headlines", "short", "standard", "long"];
  const topics = ["economy", "science", "sport", "health", "culture"];
  for (let chat = 1; chat <= subscriberCount; ) {
    const saves = [];
    for (; saves.length < batch && chat <= subscriberCount; chat += 1) {
      const chance = random();
      const behind = chance < 0.9 ? between(random, 1, 100) : between(random, 100, 2_000);
      const fresh = newSubscriber({
        chat,
        thread: null,
        kind: "private",
        locale: chance < 0.95 ? "ar" : "en",
        zone: pick(random, ["Africa/Cairo", "Asia/Riyadh", "Africa/Casablanca"]),
        times: [`${String(between(random, 5, 22)).padStart(2, "0")}:00`],
        items: 5,
        length: pick(random, lengths),
        now,
      });
      saves.push(
        agenda.upsert(
          {
            ...fresh,
            status: "active",
            topics: random() < 0.5 ? [] : [pick(random, topics)],
            cursor: chance > 0.99 ? 0 : Math.max(0, newest - behind),
          },
          now,
        ),
      );
    }
    await Promise.all(saves);
  }
}

function toUpdate(id, chat, text) {
  const command = text.split(" ")[0];
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_790_000_000,
      chat: { id: chat, type: "private", first_name: "قارئ" },
      from: { id: chat, is_bot: false, first_name: "قارئ", language_code: "ar" },
      text,
      entities: [{ type: "bot_command", offset: 0, length: command.length }],
    },
  };
}

function spread(what, taken) {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
  return { [`${what}p50 ms`]: at(0.5), [`${what}p95 ms`]: at(0.95), [`${what}max ms`]: at(1) };
}

async function timed(what, work) {
  const begun = performance.now();
  const result = await work();
  console.log(`${what} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  return result;
}

if (process.argv[1] === file && process.argv[2] === "measure") await measure();
else if (process.argv[1] === file) await printBot();
