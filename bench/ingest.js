// What an article costs to take in, by how many are there already, and how soon a start with many stored ones is ready.
// INGEST_ARTICLES and INGEST_FILES set other sizes than 100,000 and 10,000; 0 leaves the part out.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createIntake } from "../dist/articles/intake.js";
import { createArticleStore } from "../dist/articles/store.js";
import { createStoryFinder } from "../dist/articles/story-finder.js";
import { loadConfig } from "../dist/config/loadConfig.js";
import { createNews, outletCount } from "./ingest/news.js";
import { median } from "./race.js";
import { hasRedis, openRedis } from "./redis.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "bin", "mujaz.js");
const articleCount = Number(process.env.INGEST_ARTICLES ?? 100_000);
const fileCount = Number(process.env.INGEST_FILES ?? 10_000);
const windowSize = 2_000;
/** Articles that come in together, spread over the outlets: about ten each, as from a reading of their feeds. */
const chunkSize = 400;
/** Windows whose median stands for a size. */
const around = 5;

export async function printIngest() {
  if (!hasRedis()) return;
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  if (articleCount > 0) await printCosts();
  if (fileCount > 0) await printStarts();
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
}

async function printCosts() {
  const redis = await openRedis();
  try {
    const { windows, outcomes } = await takeIn(redis.connect());
    console.log(`${articleCount} articles of ${outletCount} outlets:`, outcomes);
    const middle = Math.min(windows.length - 1, Math.round(10_000 / windowSize) - 1);
    const from = Math.max(0, middle - (around >> 1));
    const early = medians(windows.slice(from, from + around));
    const late = medians(windows.slice(-around));
    const rows = { [`at ${(middle + 1) * windowSize}`]: early, [`at ${windows.length * windowSize}`]: late };
    const ratio = Object.fromEntries(
      Object.keys(early).map((key) => [key, Number((late[key] / early[key]).toFixed(2))]),
    );
    console.table({ ...rows, ratio });
  } finally {
    await redis.close();
  }
}

/** Milliseconds an article, in each window. */
async function takeIn(redis) {
  const { config } = loadConfig({ env: { CONFIG_DIR: join(root, "config") }, cwd: tmpdir() });
  const store = createArticleStore(redis, "bench");
  const finder = createStoryFinder(store);
  const spent = { put: 0, place: 0 };
  const timed =
    (name, work) =>
    async (...args) => {
      const begun = performance.now();
      const result = await work(...args);
      spent[name] += performance.now() - begun;
      return result;
    };
  const intake = createIntake({
    store: { ...store, put: timed("put", store.put) },
    finder: { ...finder, place: timed("place", finder.place) },
    rules: config.boilerplate,
    topics: config.topics,
    summarySentences: config.summary.sentences.long,
    now: () => new Date("2026-11-24T05:00:00Z"),
  });
  const news = createNews(articleCount);
  const windows = [];
  const outcomes = { new: 0, updated: 0, duplicate: 0, rejected: 0 };
  for (let done = 0; done < articleCount; done += windowSize) {
    const pieces = Array.from({ length: windowSize }, (_, at) => toIncoming(news(done + at), done + at));
    const before = { ...spent };
    const begun = performance.now();
    const cpu = process.cpuUsage();
    for (let at = 0; at < pieces.length; at += chunkSize) {
      const chunk = groupBySource(pieces.slice(at, at + chunkSize));
      for (const [source, items] of chunk) {
        const report = await intake(stream(items), { source, isMirror: false, batch: 10 });
        for (const kind of ["new", "updated"]) outcomes[kind] += report[kind];
        outcomes.duplicate += report.duplicate.length;
        outcomes.rejected += report.rejected.length;
      }
    }
    const total = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    const [put, place] = [spent.put - before.put, spent.place - before.place];
    const each = (ms) => ms / windowSize;
    const info = await redis.info("memory");
    windows.push({
      "ms an article": each(total),
      "prepare, summary": each(total - put - place),
      place: each(place),
      put: each(put),
      "processor ms": each((user + system) / 1000),
      "Redis MB": Number(/used_memory:(\d+)/.exec(info)?.[1] ?? 0) / 2 ** 20,
      "RSS MB": process.memoryUsage.rss() / 2 ** 20,
      "heap MB": process.memoryUsage().heapUsed / 2 ** 20,
    });
    if (process.stderr.isTTY || windows.length % 5 === 0) {
      process.stderr.write(`${done + windowSize} articles, ${each(total).toFixed(2)} ms each\n`);
    }
  }
  return { windows, outcomes };
}

function groupBySource(pieces) {
  const groups = new Map();
  for (const piece of pieces) groups.set(piece.source, [...(groups.get(piece.source) ?? []), piece]);
  return groups;
}

async function* stream(items) {
  yield* items;
}

function toIncoming({ title, paragraphs, outlet, published }, at) {
  const id = createHash("sha256").update(`article ${at}`).digest("hex").slice(0, 24);
  const blocks = paragraphs.map((text) => ({ kind: "paragraph", text }));
  const url = `https://outlet-${outlet}.example/${at}`;
  return {
    source: `outlet-${outlet}`,
    id,
    aliases: [],
    origin: url,
    signature: id,
    modified: new Date(published),
    topics: [],
    outlet: `outlet ${outlet}`,
    load: async () => ({
      result: { ok: true, parsed: { title, url, published, blocks, isRaw: true } },
      signature: id,
    }),
  };
}

function medians(windows) {
  return Object.fromEntries(
    Object.keys(windows[0]).map((key) => [key, Number(median(windows.map((one) => one[key])).toFixed(2))]),
  );
}

/** A folder of files, started on twice: the second time all is known. */
async function printStarts() {
  const dir = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const content = join(dir, "content", "news");
  mkdirSync(content, { recursive: true });
  const news = createNews(fileCount, 11);
  for (let at = 0; at < fileCount; at += 1) {
    const { title, paragraphs, published } = news(at);
    const text = `---\ntitle: ${title}\ndate: ${published}\n---\n${paragraphs.join("\n\n")}\n`;
    writeFileSync(join(content, `${String(at).padStart(6, "0")}.md`), text);
  }
  try {
    console.table({
      [`first start, ${fileCount} files`]: await start(dir),
      "second start": await start(dir),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Seconds until it says that it is running, and what it says of its articles. */
async function start(dir) {
  const { PATH, HOME, LANG } = process.env;
  const dirs = {
    CONTENT_DIR: join(dir, "content"),
    CONFIG_DIR: join(root, "config"),
    DATA_DIR: join(dir, "data"),
  };
  const env = {
    PATH,
    HOME,
    LANG,
    ...dirs,
    PORT: String(20_000 + (process.pid % 20_000)),
    LOG_LEVEL: "error",
  };
  const begun = performance.now();
  const child = spawn(process.execPath, [bin, "start"], {
    cwd: tmpdir(),
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let seconds = 0;
  let peak = 0;
  for await (const chunk of child.stdout) {
    said += chunk;
    if (seconds > 0 || !/^Running: /m.test(said)) continue;
    seconds = (performance.now() - begun) / 1000;
    peak = peakOf(child.pid);
    child.kill("SIGTERM");
  }
  const articles = /^Articles: (\d+).*\((.*)\)/m.exec(said);
  return {
    "seconds until running": Number(seconds.toFixed(1)),
    articles: Number(articles?.[1] ?? 0),
    report: articles?.[2] ?? said,
    "peak MB": Math.round(peak),
  };
}

/** Where the system tells it. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
