// The memory of a real clock, `mujaz start clock`, while every reader of the store is due at once: a minute with nobody who
// serves, so that the queue is full, then beside a worker until all have been served.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { tell } from "../verdict.js";
import { importReaders, peakOf } from "./import.js";
import { startRole } from "./role.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** So long nobody serves. */
const fullSeconds = Number(process.env.SCALE_FULL_SECONDS ?? 60);

/** What the end of a tick still costs. */
const quietMs = 5_000;

export async function measureClock(client, readers, barMb) {
  await importReaders(client, 0, readers, { isKilled: false });
  await makeDue(client, readers);
  const clock = await startClock(client.options.path);
  const mbNow = () => peakOf(clock.pid) / 1024;
  try {
    const startMb = mbNow();
    await sleep(fullSeconds * 1000);
    const [fullMb, claimed] = [mbNow(), await client.hlen("{mujaz}:pend")];
    const worker = await startRole("worker", client.options.path, { flags: ["--max-semi-space-size=64"] });
    const begun = performance.now();
    const left = () => client.zcount("{mujaz}:due", "-inf", Math.floor(Date.now() / 1000));
    while ((await left()) > 0 || (await client.hlen("{mujaz}:pend")) > 0) await sleep(500);
    const seconds = (performance.now() - begun) / 1000;
    const { result } = await worker.ask("state");
    await sleep(quietMs);
    const peakMb = mbNow();
    console.log(
      `${readers} due at once: ${startMb.toFixed(0)} MB when it ran, ${fullMb.toFixed(0)} MB after ${fullSeconds} s beside a full queue (${claimed} claimed), then ${result.sent} digests in ${seconds.toFixed(0)} s`,
    );
    tell(
      peakMb <= barMb,
      `memory of \`mujaz start clock\`: ${peakMb.toFixed(0)} MB at the most (≤ ${barMb})`,
    );
    await worker.end();
  } finally {
    clock.kill();
    if (clock.exitCode === null) await once(clock, "exit");
  }
}

async function makeDue(client, readers) {
  const at = Math.floor(Date.now() / 1000) - 5;
  for (let first = 1; first <= readers; first += 1_000) {
    const count = Math.min(1_000, readers - first + 1);
    await client.zadd(
      "{mujaz}:due",
      ...Array.from({ length: count }, (_, more) => [at, first + more]).flat(),
    );
  }
}

async function startClock(path) {
  const child = spawn(process.execPath, [join(root, "bin", "mujaz.js"), "start", "clock"], {
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: `1${"0".repeat(8)}:${"Scale-token-0123456789-abcdefghijkl"}`,
      REDIS_URL: path,
      DATA_DIR: join(dirname(path), "data"),
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      LOG_LEVEL: "warn",
      LOG_FORMAT: "json",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (/^Running: /m.test(said)) resolve();
    });
    child.once("exit", () => reject(new Error(`the clock ended: ${said}`)));
  });
  return child;
}
