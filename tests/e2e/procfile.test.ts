// The Procfile as a platform runs it: the release first, then every line as a process of its own under a process manager.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlayground, type Playground } from "../../src/playground/playground.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { bare } from "./chat.ts";
import { freePort, root, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

const token = `7${"0".repeat(8)}:${"Procfile-marked-token-0123456789abc"}`;
const patience = { timeout: 50_000, interval: 100 };

/** Name → command. */
const lines = new Map(
  readFileSync(join(root, "Procfile"), "utf8")
    .trim()
    .split("\n")
    .map((line): [string, string] => {
      const [, name = "", command = ""] = /^([\w-]+): +(.+)$/.exec(line) ?? [];
      return [name, command];
    }),
);

describe.skipIf(!hasRedisServer)("the Procfile", { timeout: 180_000 }, () => {
  let dir: Awaited<ReturnType<typeof tempDir>>;
  let redis: DurableRedis;
  let http: Http;
  let telegram: Playground;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    dir = await tempDir();
    // A folder in which npx finds Mujaz, as where it was installed; a developer's own .env is not in it.
    mkdirSync(join(dir.path, "node_modules", ".bin"), { recursive: true });
    symlinkSync(join(root, "bin", "mujaz.js"), join(dir.path, "node_modules", ".bin", "mujaz"));
    redis = await startDurableRedis();
    const client = redis.connect();
    await client.ping();
    http = createHttp({ host: "127.0.0.1", port: 0, log: createLog({ level: "silent", format: "json" }) });
    telegram = createPlayground({ bot: { id: 700, username: "real_bot", firstName: "موجز" }, token });
    telegram.register(http.app);
    const { PATH, HOME } = process.env;
    env = {
      PATH,
      HOME,
      LOG_LEVEL: "info",
      LOG_FORMAT: "json",
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: await http.listen(),
      REDIS_URL: String(client.options.path),
      CONFIG_DIR: join(root, "config"),
      CONTENT_DIR: join(root, "content"),
      DATA_DIR: join(dir.path, "data"),
      // As a platform sets it, for every line the same: web alone listens.
      PORT: String(await freePort()),
    };
  });
  afterAll(async () => {
    await telegram.close();
    await http.close();
    await redis.close();
    await dir.dispose();
  });

  function run(command: string, args: readonly string[]) {
    const child = spawn(command, args, { cwd: dir.path, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk;
      });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    return { output: () => output, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
  }

  it("has a release that examines, and one line for each process", () => {
    expect([...lines]).toEqual([
      ["release", "npx mujaz doctor"],
      ["web", "npx mujaz start web"],
      ["clock", "npx mujaz start clock"],
      ["worker", "npx mujaz start worker"],
    ]);
  });

  it("is released, started by a process manager, walked through by a newcomer, and stopped in order", async () => {
    const release = run("sh", ["-c", lines.get("release") ?? ""]);
    const released = await release.ended;
    expect({ released, output: release.output() }).toMatchObject({ released: 0 });
    expect(release.output()).toMatch(/^ok {4}token +@real_bot/m);

    const names = [...lines.keys()].filter((name) => name !== "release");
    const manager = join(root, "node_modules", "concurrently", "dist", "bin", "concurrently.js");
    const options = ["--names", names.join(), "--prefix", "{name}:", "--kill-others"];
    const running = run(process.execPath, [
      manager,
      ...options,
      ...names.map((name) => lines.get(name) ?? ""),
    ]);
    try {
      for (const name of names)
        await expect.poll(running.output, patience).toMatch(new RegExp(`^${name}: Running: ${name}\\.`, "m"));
      const heard = (): readonly string[] =>
        telegram.transcript(1).flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []));
      const ask = async (words: string, answer: RegExp): Promise<void> => {
        const before = heard().length;
        telegram.say(1, words);
        await expect.poll(() => heard().slice(before).join("\n---\n"), patience).toMatch(answer);
      };
      await ask("/start", /مرحباً بك في موجز/);
      await ask("/subscribe", /تم اشتراكك/);
      await ask("/digest", /^موجز /);
      await ask("/article 3", /\/a3|المصدر|النص/);
      expect((await fetch(`http://127.0.0.1:${env["PORT"]}/healthz`)).status).toBe(200);
    } finally {
      running.kill("SIGTERM");
    }
    await running.ended;
    for (const name of names) {
      const own = running
        .output()
        .split("\n")
        .filter((line) => line.startsWith(`${name}: {`));
      expect(own.join("\n"), name).toContain('"event":"stop.done"');
    }
    expect(running.output()).not.toMatch(/Procfile-marked|stop\.failed/);
  });
});
