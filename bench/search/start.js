// How long a process that starts takes until its search knows 10,000 stored articles, and how long it holds others up meanwhile.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createSearch } from "../../dist/articles/search-follower.js";
import { createArticleStore } from "../../dist/articles/store.js";
import { createLog } from "../../dist/runtime/log.js";
import { openRedis } from "../../dist/runtime/redis.js";
import { createRandom } from "../random.js";
import { createDraw, makeArticle, makeWords, now, toDraft } from "./archive.js";

const stored = 10_000;
const stemCount = 60_000;
const prefix = "bench";

export async function printStart() {
  const dataDir = await mkdtemp(join(tmpdir(), "mujaz-bench-"));
  const log = createLog({ level: "error", format: "json" });
  const role = {
    role: "command",
    command: "bench",
    ephemeralOk: true,
    allowEphemeral: true,
    isRealBot: false,
  };
  const redis = await openRedis({ dataDir, log, ...role });
  try {
    const store = createArticleStore(redis.connect("main"), prefix);
    await fill(store);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    const search = createSearch({ store, redis: redis.connect("search"), prefix, log });
    const opened = performance.now() - begun;
    await search.ready;
    const seconds = (performance.now() - begun) / 1000;
    delay.disable();
    const hold = `event loop held up: median ${ms(delay.percentile(50))}, 99th ${ms(delay.percentile(99))}, longest ${ms(delay.max)} ms`;
    console.log(
      `start with ${search.progress().done} stored articles (${redis.kind} Redis): opened in ${opened.toFixed(1)} ms, whole after ${seconds.toFixed(1)} s; ${hold}`,
    );
    await search.close();
  } finally {
    await redis.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function fill(store) {
  const random = createRandom(2);
  const draw = createDraw(random, makeWords(random, stemCount));
  for (let number = 1; number <= stored; number += 1) {
    const draft = toDraft(makeArticle(random, draw, number), number);
    await store.put(draft, { source: "bench", fetched: now, bodyHash: `body ${number}` });
  }
}

const ms = (nanoseconds) => (nanoseconds / 1e6).toFixed(0);
