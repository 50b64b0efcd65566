// How Mujaz stands a million subscribers in a real redis-server: bytes each, the import, a tick with none due, slots a second,
// and what a digest costs as readers become more (docs/figures/growth.svg). SCALE_SUBSCRIBERS and SCALE_SLOTS set other sizes.
// SCALE_PARTS=clock measures the memory of a real clock with all of them due at once (bench/scale/clock.js) instead.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readFolder } from "../dist/sources/folder.js";
import { median } from "./race.js";
import { hasRedis, openRedis } from "./redis.js";
import { drawCurve } from "./scale/chart.js";
import { measureClock } from "./scale/clock.js";
import { openHouseAt } from "./scale/house.js";
import { importReaders } from "./scale/import.js";
import { startRole } from "./scale/role.js";
import { tell } from "./verdict.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const most = Number(process.env.SCALE_SUBSCRIBERS ?? 1_000_000);
/** Slots served at each size, by readers all over the store. */
const slots = Number(process.env.SCALE_SLOTS ?? 10_000);
const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000].filter((size) => size < most).concat(most);
const bars = { bytes: 350, tickMs: 5, slots: 8_000, clockMb: 250, growth: 1.2 };
/** Short-lived objects live a little longer before they are looked through: a fifth less work (docs/scale.md). */
const tuned = { flags: ["--max-semi-space-size=64"] };
/** A worker as config has it where nobody sets anything. */
const usual = { concurrency: "32" };
const parts = { all: measure, clock: ({ connect }) => measureClock(connect(), most, bars.clockMb) };
const figure = join(root, "docs", "figures", "growth.svg");

export async function printScale() {
  if (!hasRedis()) return;
  const redis = await openRedis();
  try {
    for (const name of (process.env.SCALE_PARTS ?? "all").split(",")) await parts[name](redis);
  } finally {
    await redis.close();
  }
}

/** The import alone: `npm run bench -- import`. */
export async function printImport() {
  if (!hasRedis()) return;
  const redis = await openRedis();
  try {
    await importReaders(redis.connect(), 0, most, { isKilled: true });
  } finally {
    await redis.close();
  }
}

async function measure({ connect }) {
  const client = connect();
  const { path } = client.options;
  const house = openHouseAt(path);
  await house.ingest(readFolder(house.config.env.contentDir));
  const empty = await memory(client);
  const [clock, worker] = [await startRole("clock", path), await startRole("worker", path, tuned)];
  const rows = [];
  let known = 0;
  for (const size of sizes) {
    await importReaders(client, known, size, { isKilled: size === most });
    known = size;
    const before = (await memory(client)) - empty;
    const tick = await idleTick(clock);
    const served = await serveOften({ client, clock, worker }, size, Math.min(slots, size));
    rows.push({ size, before, ...tick, ...served });
  }
  const wave = await serveOften({ client, clock, worker }, most, Math.min(most, slots * 20));
  await worker.end();
  const plain = await startRole("worker", path, usual);
  const plainWave = await serveOften({ client, clock, worker: plain }, most, wave.count);
  const { peakMb } = await clock.ask("state");
  print({ rows, wave, plainWave, empty, clockMb: peakMb });
  await Promise.all([clock, plain].map((one) => one.end()));
  await house.redis.close();
}

function print({ rows, wave, plainWave, empty, clockMb }) {
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.size,
        {
          "bytes each": Math.round(row.before / row.size),
          "tick, none due, ms": row.tickMs.toFixed(2),
          "slots/s": Math.round(row.rate),
          "processor µs a digest": Math.round(row.micros),
          "worker / clock / redis": `${Math.round(row.worker)} / ${Math.round(row.clock)} / ${Math.round(row.redis)}`,
          "sent / composed": `${row.sent} / ${row.composed}`,
        },
      ]),
    ),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  const growth = last.micros / first.micros;
  say("bytes a subscriber", last.before / last.size, bars.bytes, "≤");
  say(`bytes a subscriber, ${wave.count} of them served`, (wave.bytes - empty) / most, bars.bytes, "≤");
  say("tick with none due, ms", last.tickMs, bars.tickMs, "≤");
  const tuning = `SEND_CONCURRENCY=${process.env.SCALE_CONCURRENCY ?? "128"}, ${tuned.flags.join(" ")}`;
  say(`slots a second, waves of ${wave.count}, one worker (${tuning})`, wave.rate, bars.slots, "≥");
  console.log(
    `       the same with SEND_CONCURRENCY=${usual.concurrency} and no flag, as config has it: ${Math.round(plainWave.rate)} a second; worker, clock, Redis ${[plainWave.worker, plainWave.clock, plainWave.redis].map(Math.round).join(", ")} µs a digest (there ${[wave.worker, wave.clock, wave.redis].map(Math.round).join(", ")})`,
  );
  say("memory of the clock, MB", clockMb, bars.clockMb, "≤");
  say(`cost of a digest at ${last.size} subscribers against ${first.size}`, growth, bars.growth, "≤");
  console.log(
    `${wave.count} digests from ${wave.composed} compositions: followed words are of 500 kinds, settings of 60`,
  );
  if (wave.isRewritten) console.log("Redis wrote its log anew meanwhile, on one of the cores");
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  mkdirSync(dirname(figure), { recursive: true });
  writeFileSync(
    figure,
    drawCurve({
      title: "Cost of a delivered digest",
      points: rows.map(({ size, micros }) => ({ x: size, y: micros })),
      bar: {
        y: first.micros * bars.growth,
        label: `${bars.growth} × the cost at ${first.size.toLocaleString("en")}`,
      },
      xLabel: "subscribers in the store",
      yLabel: "processor time, µs (clock, worker, Redis)",
    }),
  );
}

function say(what, value, bar, sign) {
  const isMet = sign === "≤" ? value <= bar : value >= bar;
  const shown = value >= 100 ? Math.round(value) : value.toFixed(2);
  tell(isMet, `${what}: ${shown} (${sign} ${bar})`);
}

async function idleTick(clock) {
  const taken = [];
  for (let round = 0; round < 50; round += 1) {
    const begun = performance.now();
    await clock.ask("tick", { at: Math.floor(Date.now() / 1000) });
    taken.push(performance.now() - begun);
  }
  return { tickMs: median(taken) };
}

/** Rounds at each size; the first is not counted: engine and processor have other work behind them. */
const rounds = 4;

/** The middle of several rounds by what a digest costs. Every round finds the readers as they were and composes anew. */
async function serveOften(parts, size, count) {
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    await untilRewritten(parts.client);
    results.push(await serve(parts, size, count, round));
  }
  return results.slice(1).toSorted((a, b) => a.micros - b.micros)[Math.floor((rounds - 1) / 2)];
}

/** Redis writes its log anew after a large import or many changes: a copy of it does, on a core of its own. */
async function untilRewritten(client) {
  while (/aof_rewrite_(in_progress|scheduled):1/.test(await client.info("persistence"))) await sleep(100);
}

/** So many readers from all over the store are made due an hour from now, and the clock ticks as of then. */
async function serve({ client, clock, worker }, size, count, round) {
  // Ages are worded anew every five minutes, so no composition of another round fits.
  const at = Math.floor(Date.now() / 1000) + 3_600 + round * 600;
  const step = Math.floor(size / count);
  const records = [];
  for (let first = 0; first < count; first += 1_000) {
    const members = Array.from(
      { length: Math.min(1_000, count - first) },
      (_, index) => (first + index) * step + 1,
    );
    records.push([members, await client.hmget("{mujaz}:records", ...members)]);
    await client.zadd("{mujaz}:due", ...members.flatMap((member) => [at, member]));
  }
  const [before, beforeClock, beforeRedis] = [
    await worker.ask("state"),
    await clock.ask("state"),
    await cpu(client),
  ];
  const begun = performance.now();
  await clock.ask("tick", { at });
  while ((await client.hlen("{mujaz}:pend")) > 0) await sleep(10);
  const isRewritten = /aof_rewrite_in_progress:1/.test(await client.info("persistence"));
  const seconds = (performance.now() - begun) / 1000;
  const each = (later, earlier) => (later - earlier) / count;
  const [afterWorker, afterClock, afterRedis] = [
    await worker.ask("state"),
    await clock.ask("state"),
    await cpu(client),
  ];
  const used = {
    worker: each(afterWorker.cpuMicros, before.cpuMicros),
    clock: each(afterClock.cpuMicros, beforeClock.cpuMicros),
    redis: each(afterRedis, beforeRedis),
  };
  const bytes = await memory(client);
  for (const [members, texts] of records) {
    await client.hset("{mujaz}:records", ...members.flatMap((member, index) => [member, texts[index]]));
  }
  return {
    ...used,
    count,
    micros: used.worker + used.clock + used.redis,
    rate: count / seconds,
    isRewritten,
    bytes,
    sent: afterWorker.result.sent - before.result.sent,
    composed: afterWorker.result.composed - before.result.composed,
  };
}

async function memory(client) {
  return Number(/used_memory:(\d+)/.exec(await client.info("memory"))[1]);
}

async function cpu(client) {
  const info = await client.info("cpu");
  const of = (name) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)[1]);
  return (of("used_cpu_user") + of("used_cpu_sys")) * 1e6;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printScale();
