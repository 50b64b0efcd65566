// The readers of the scale bench, imported by the command line as an operator does it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createRandom, pick } from "../random.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Two times, three topics and a followed word; nobody is due within the next three hours. */
function lineOf(random, chat) {
  const hour = (new Date().getUTCHours() + 8 + Math.floor(random() * 14)) % 24;
  const times = [`${pad(hour)}:00`, `${pad((hour + 2) % 24)}:30`].sort();
  const topics = pick(random, [
    ["economy", "science", "health"],
    ["culture", "sport", "politics"],
    ["science", "technology", "culture"],
  ]);
  const length = pick(random, ["headlines", "short", "standard", "long"]);
  const zone = pick(random, ["Africa/Cairo", "Asia/Riyadh", "Asia/Baghdad", "Africa/Tripoli", "Asia/Amman"]);
  const follow = [`الطاقة الشمسية ${Math.floor(random() * 500)}`]; // solar power, and a number
  return JSON.stringify({
    chat: 5_000_000_000 + chat * 37,
    zone,
    times,
    topics,
    follow,
    length,
    cursor: 8,
    carry: [7, 6, 5],
  });
}

const pad = (number) => String(number).padStart(2, "0");

/** Readers `from` to `to`; killed with -9 half way and begun again where it is asked for. */
export async function importReaders(client, from, to, { isKilled }) {
  const file = join(tmpdir(), `mujaz-scale-${process.pid}.jsonl`);
  const random = createRandom(to);
  const out = createWriteStream(file);
  for (let chat = from; chat < to; chat += 1) {
    if (!out.write(`${lineOf(random, chat)}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  const begun = performance.now();
  let said = "";
  let peakKb = 0;
  const run = async (until) => {
    const child = spawn(process.execPath, [join(root, "bin", "mujaz.js"), "subscribers", "import", file], {
      cwd: tmpdir(),
      env: {
        PATH: process.env.PATH,
        REDIS_URL: client.options.path,
        CONFIG_DIR: join(root, "config"),
        LOG_LEVEL: "error",
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    const ended = once(child, "exit");
    while (child.exitCode === null && child.signalCode === null) {
      await Promise.race([ended, sleep(100)]);
      peakKb = Math.max(peakKb, peakOf(child.pid));
      if (until !== undefined && (await client.hlen("{mujaz}:records")) >= until) child.kill("SIGKILL");
    }
  };
  if (isKilled) await run(Math.round((from + to) / 2));
  await run();
  const seconds = (performance.now() - begun) / 1000;
  rmSync(file);
  const known = await client.hlen("{mujaz}:records");
  const resumed = /goes on after line \d+/.exec(said)?.[0];
  console.log(
    `import of ${to - from} lines: ${Math.round((to - from) / seconds)}/s, ${Math.round(peakKb / 1024)} MB at the most${resumed ? `; killed with -9, then: ${resumed}` : ""}`,
  );
  if (known !== to) throw new Error(`${known} subscribers instead of ${to}: ${said.slice(-500)}`);
}

/** Peak memory of a process in kB; 0 where the system does not tell. */
export function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
