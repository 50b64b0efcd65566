// What a backup, its restore and the nightly look for inactive readers take, and that their memory does not grow with the
// readers: 100,000 against 10,000, each command a process of its own (docs/ops/backup.md). BACKUP_READERS sets another size.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createErasing } from "../dist/processes/erasure.js";
import { createRandom, pick } from "./random.js";
import { hasRedis, openRedis } from "./redis.js";
import { openHouseAt } from "./scale/house.js";
import { tell } from "./verdict.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const most = Number(process.env.BACKUP_READERS ?? 100_000);
/** A Node process on the house begins at some 120 MB; 10,000 readers are read before its heap has settled. */
const bars = { perSecond: 5_000, mb: 256, growth: 1.5 };
const zones = ["Africa/Cairo", "Asia/Riyadh", "Africa/Casablanca", "Asia/Baghdad"];
const topics = ["economy", "science", "culture", "health", "technology"];

export async function printBackup() {
  if (!hasRedis()) return;
  const redis = await openRedis();
  const dir = mkdtempSync(join(tmpdir(), "mujaz-bench-backup-"));
  try {
    const rows = [];
    for (const readers of [most / 10, most]) rows.push(await measure(redis, dir, readers));
    report(rows);
    await measureErasure(redis);
  } finally {
    await redis.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measure({ connect }, dir, readers) {
  const client = connect();
  const { path } = client.options;
  await client.flushall();
  await run(path, ["ingest"]);
  await run(path, ["subscribers", "import", "-"], linesOf(readers));
  const file = join(dir, `${readers}.jsonl`);
  const backup = await run(path, ["backup", file]);
  await client.flushall();
  const restore = await run(path, ["restore", file]);
  const restored = await client.hlen("{mujaz}:records");
  if (restored !== readers) throw new Error(`${restored} of ${readers} readers were restored`);
  // The same once more over itself: two stores lie side by side for a moment.
  const replace = await run(path, ["restore", file, "--replace"]);
  return { readers, bytes: statSync(file).size, backup, restore, replace };
}

function* linesOf(readers) {
  const random = createRandom(7);
  for (let chat = 1; chat <= readers; chat += 1) {
    const line = {
      chat: 10_000_000 + chat,
      zone: pick(random, zones),
      times: [`${String(5 + Math.floor(random() * 15)).padStart(2, "0")}:00`],
      topics: [pick(random, topics)],
      ...(chat % 10 === 0 && { alerts: true, follow: ["الطاقة الشمسية"] }), // solar power
      ...(chat % 20 === 0 && { status: "inactive", reason: "blocked" }),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

/** Runs a command to its end; seconds and the most memory that it had. */
async function run(path, args, input = []) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, "bin", "mujaz.js"), ...args], {
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      REDIS_URL: path,
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      LOG_LEVEL: "error",
    },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = once(child, "close");
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  let peakMb = 0;
  const watching = (async () => {
    while (!isOver) {
      peakMb = Math.max(peakMb, peakOf(child.pid));
      await sleep(20);
    }
  })();
  for (const line of input) if (!child.stdin.write(line)) await once(child.stdin, "drain");
  child.stdin.end();
  const [status] = await ended;
  await watching;
  if (status !== 0) throw new Error(`mujaz ${args.join(" ")} ended with ${status}: ${said}`);
  return { seconds: (performance.now() - begun) / 1000, peakMb };
}

function peakOf(pid) {
  try {
    const [, kb] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kb ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function report(rows) {
  for (const { readers, bytes, backup, restore, replace } of rows) {
    console.log(`${readers} readers, ${(bytes / 1e6).toFixed(1)} MB`);
    for (const [name, { seconds, peakMb }] of Object.entries({ backup, restore, replace })) {
      const rate = Math.round(readers / seconds);
      console.log(
        `  ${name.padEnd(8)} ${seconds.toFixed(1)} s, ${rate} a second with the start of the process, at most ${Math.round(peakMb)} MB`,
      );
    }
  }
  const [few, many] = rows;
  for (const name of ["backup", "restore", "replace"]) {
    const growth = many[name].peakMb / few[name].peakMb;
    const rate = many.readers / many[name].seconds;
    const isGood = growth <= bars.growth && many[name].peakMb <= bars.mb && rate >= bars.perSecond;
    tell(
      isGood,
      `${name}: memory × ${growth.toFixed(2)} for ten times the readers (bar ${bars.growth}, and ${bars.mb} MB), ${Math.round(rate)} a second (bar ${bars.perSecond})`,
    );
  }
}

/** The night in which nobody is erased yet, and the one in which all who left are. */
async function measureErasure({ connect }) {
  const house = openHouseAt(connect().options.path);
  let now = new Date();
  for (const days of [0, 91]) {
    now = new Date(now.getTime() + days * 86_400_000);
    const erasing = createErasing(house, () => now);
    const begun = performance.now();
    const erased = await erasing.round();
    console.log(
      `night ${days}: ${most} readers looked through, ${erased} erased, in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
    await erasing.close();
  }
  await house.close();
}
