// Webhook under load: a real `mujaz start web` on a real redis-server takes updates over keep-alive connections from a process
// of its own (bench/webhook/load.js), which is Telegram for it too. Every update is accounted for at the end, in Redis.
// WEBHOOK_RATE (2,000 a second), WEBHOOK_SECONDS (30) and WEBHOOK_READERS (5,000) set other sizes.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../dist/config/loadConfig.js";
import { furnish } from "../dist/processes/house.js";
import { createLog } from "../dist/runtime/log.js";
import { newSubscriber } from "../dist/subscribers/defaults.js";
import { hasRedis, openRedis, toHandle } from "./redis.js";
import { tell } from "./verdict.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const token = `7${"0".repeat(8)}:${"Load-token-0123456789-abcdefghijkl"}`;
const rate = Number(process.env.WEBHOOK_RATE ?? 2_000);
const seconds = Number(process.env.WEBHOOK_SECONDS ?? 30);
const readers = Number(process.env.WEBHOOK_READERS ?? 5_000);
const first = 1_000_000;
const barMs = 100;
const secret = "load-secret";

export async function printWebhook() {
  if (!hasRedis()) return;
  const redis = await openRedis();
  const dir = mkdtempSync(join(tmpdir(), "mujaz-webhook-"));
  const load = fork(fileURLToPath(new URL("./webhook/load.js", import.meta.url)));
  let web;
  try {
    const [{ apiRoot }] = await once(load, "message");
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      REDIS_URL: redis.path,
      DATA_DIR: join(dir, "data"),
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      SEND_RATE: "0",
      PORT: String(port),
      LOG_LEVEL: "warn",
      LOG_FORMAT: "json",
      WEBHOOK_URL: "https://bot.example.org/hook",
      WEBHOOK_SECRET: secret,
    };
    const { config } = loadConfig({ env, cwd: tmpdir() });
    const house = furnish(
      config,
      createLog({ level: "error", format: "json" }),
      toHandle({ connect: redis.connect }),
    );
    await storeReaders(house);
    web = spawn(process.execPath, [join(root, "bin", "mujaz.js"), "start", "web"], {
      cwd: tmpdir(),
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => {
      let said = "";
      web.stdout.on("data", (chunk) => {
        said += chunk;
        if (/^Running: /m.test(said)) resolve();
      });
    });
    const before = cpuSeconds(web.pid);
    load.send({ port, path: "/hook", secret, rate, seconds, readers, first });
    const [sent] = await once(load, "message");
    const ended = performance.now();
    const backlog = await house.main.hlen(openKey());
    while ((await house.main.hlen(openKey())) > 0) await sleep(50);
    const drained = (performance.now() - ended) / 1000;
    const busy = cpuSeconds(web.pid) - before;
    const wrong = await compare(house, sent.topics);
    load.send("what did people get?");
    const [got] = await once(load, "message");
    report(sent, { backlog, drained, busy, wrong, got });
  } finally {
    load.kill();
    if (web?.exitCode === null) {
      web.kill();
      await once(web, "exit");
    }
    await redis.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function report({ sent, answers, waits, seconds: took, calls }, { backlog, drained, busy, wrong, got }) {
  const at = (share) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))].toFixed(1);
  const refused = sent - (answers[200] ?? 0);
  const isFast = Number(at(0.99)) < barMs && refused === 0;
  tell(
    isFast,
    `${sent} updates from ${readers} readers in ${took.toFixed(1)} s (${(sent / took).toFixed(0)}/s); to the 200: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; ${refused} not accepted (bar p99 below ${barMs} ms, none)`,
  );
  tell(wrong === 0, `${wrong} readers whose topics are not what they pressed (bar 0)`);
  tell(
    got.unanswered === 0 && got.others === 0,
    `${got.unanswered} of ${got.asked} buttons and inline queries without an answer, ${got.others} of ${got.chats} readers with more or fewer messages than commands (bar 0)`,
  );
  console.log(
    `${backlog} still to be done at the last 200, all done ${drained.toFixed(1)} s after it; ${calls} calls of the Bot API; ${((busy / sent) * 1000).toFixed(2)} ms of a processor for an update in \`web\`; load ${loadavg()[0].toFixed(1)}`,
  );
}

/** Everyone in private chats, and what each has chosen is known: nothing. */
async function storeReaders(house) {
  const { defaults, bot } = house.config;
  for (let at = 0; at < readers; at += 200) {
    const some = Array.from({ length: Math.min(200, readers - at) }, (_, index) => first + at + index);
    await Promise.all(
      some.map((chat) =>
        house.subscribers.ensure(
          newSubscriber({
            chat,
            thread: null,
            kind: "private",
            locale: "ar",
            zone: bot.zone,
            times: defaults.times,
            items: defaults.items,
            length: defaults.length,
            now: new Date(),
          }),
        ),
      ),
    );
  }
}

/** How many readers have other topics than the switches they pressed an odd number of times. */
async function compare(house, topics) {
  let wrong = 0;
  for (const [chat, wanted] of Object.entries(topics)) {
    const reader = await house.subscribers.byChat(Number(chat), null);
    const has = (reader?.subscriber.topics ?? []).toSorted().join();
    if (has !== wanted.toSorted().join()) wrong += 1;
  }
  return wrong;
}

const openKey = () => `{mujaz}:updates:${token.split(":")[0]}:open`;

/** Of all its threads, user and system (Linux counts hundredths). */
function cpuSeconds(pid) {
  const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const fields = rest.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await printWebhook();
