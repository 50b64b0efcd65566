// A real bot: a token, another Bot API server, Redis given, one process a Procfile line. Telegram is played elsewhere.
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlayground, type Playground } from "../../src/playground/playground.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { runHere } from "../cli/desk.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { freePort, launchMujaz, type Running, root, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

/** The shape of a real token, and nobody's. */
const token = `7${"0".repeat(8)}:${"Secret-marked-token-0123456789abcde"}`;

let http: Http;
let telegram: Playground;
let apiRoot: string;
/** What every process here is told. */
let common: Record<string, string>;
let dir: Awaited<ReturnType<typeof tempDir>>;

/** One article is enough here, and taking in the sample content would cost each process a second. */
const article =
  "تجديد المكتبة\n\nفتحت المكتبة أبوابها بعد تجديد قاعاتها. وتضم القاعة الجديدة ركناً للأطفال.\n"; // a library is renewed
beforeAll(async () => {
  dir = await tempDir();
  await mkdir(join(dir.path, "content", "culture"), { recursive: true });
  await writeFile(join(dir.path, "content", "culture", "library.txt"), article);
  http = createHttp({ host: "127.0.0.1", port: 0, log: createLog({ level: "silent", format: "json" }) });
  telegram = createPlayground({ bot: { id: 700, username: "real_bot", firstName: "موجز" }, token });
  telegram.register(http.app);
  apiRoot = await http.listen();
  common = { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, CONTENT_DIR: join(dir.path, "content") };
});
afterAll(async () => {
  await telegram.close();
  await http.close();
  await dir.dispose();
});

const said = (user: number, text: RegExp) =>
  telegram.waitFor(user, (message) => message.from === "bot" && text.test(message.text));

// These three have nothing in common and wait for each other no longer than they have to.
describe.skipIf(!hasRedisServer).concurrent("with BOT_TOKEN", () => {
  it("is a bot by long polling, and the token is in nothing it prints", async () => {
    const mujaz = await startMujaz({ ...common, DATA_DIR: join(dir.path, "one"), LOG_LEVEL: "trace" });
    expect(mujaz.output()).toContain("Bot: @real_bot is listening by long polling");
    // This is no playground: there is no chat page, and nobody may play Telegram here.
    expect((await fetch(`${mujaz.address}/`)).status).toBe(404);
    expect((await fetch(`${mujaz.address}/playground/api/chat`)).status).toBe(404);
    expect((await fetch(`${mujaz.address}/readyz`)).status).toBe(200);
    telegram.say(1, "/start");
    await said(1, /مرحباً بك في موجز/);
    // Errors carry addresses with the token in them: some are made on purpose.
    telegram.fail({
      method: "getUpdates",
      times: 1,
      kind: { type: "error", code: 502, description: "Bad Gateway" },
    });
    telegram.fail({ method: "sendMessage", times: 1, kind: { type: "reset", when: "before" } });
    telegram.say(1, "/latest");
    await said(1, /أحدث الأخبار/);
    expect(await mujaz.stop()).toBe(0);
    expect(mujaz.output()).toContain("poll.failed");
    expect(mujaz.output()).not.toContain("Secret-marked");
  });

  it("ends with status 1 and the mend when Telegram does not know the token", async () => {
    const wrong = token.replace("Secret", "Sacred");
    const env = { ...common, BOT_TOKEN: wrong, DATA_DIR: join(dir.path, "wrong") };
    const { status, stderr } = await runMujaz(["start"], { env: { ...env, PORT: String(await freePort()) } });
    expect(status).toBe(1);
    expect(stderr).toContain("BOT_TOKEN");
    expect(stderr).not.toContain("Sacred-marked");
  });
});

describe.skipIf(!hasRedisServer).concurrent("where Telegram cannot be reached", () => {
  it("waits, and ends at once and in order when it is told to stop", async ({ expect }) => {
    const env = { ...common, TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}` };
    const { running } = await launchMujaz({ ...env, DATA_DIR: join(dir.path, "far") });
    await expect.poll(() => running.output(), { timeout: 50_000 }).toContain("telegram.unreachable");
    expect(await running.stop()).toBe(0);
    expect(running.output()).not.toContain("Secret-marked");
  });
});

describe.skipIf(!hasRedisServer)("by webhook", () => {
  const secret = "marked-webhook-secret";
  const url = "https://bot.example.org/hooks/mujaz";
  const update = (id: number, text: string): object => ({
    update_id: id,
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      text,
      chat: { id: 1002, type: "private", first_name: "سالم" },
      from: { id: 1002, is_bot: false, first_name: "سالم", language_code: "ar" },
    },
  });

  it("registers, takes updates with the secret only, and cleans up when long polling follows", async () => {
    const env = { ...common, DATA_DIR: join(dir.path, "hook") };
    const mujaz = await startMujaz({ ...env, WEBHOOK_URL: url, WEBHOOK_SECRET: secret });
    expect(mujaz.output()).toContain("is listening by webhook");
    const info = await (await fetch(`${apiRoot}/bot${token}/getWebhookInfo`)).json();
    expect(info).toMatchObject({ result: { url } });
    const post = (body: unknown, given?: string): Promise<Response> =>
      fetch(`${mujaz.address}/hooks/mujaz`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(given && { "x-telegram-bot-api-secret-token": given }),
        },
        body: JSON.stringify(body),
      });
    expect((await post(update(1, "/topics"))).status).toBe(401);
    expect((await post(update(2, "/topics"), "wrong")).status).toBe(401);
    expect((await post({ no: "update" }, secret)).status).toBe(400);
    expect((await post(update(3, "/help"), secret)).status).toBe(200);
    await said(2, /ما الذي يمكنك طلبه/);
    expect(telegram.transcript(2).filter(({ from }) => from === "bot")).toHaveLength(1);
    await mujaz.stop();
    expect(mujaz.output()).not.toContain(secret);

    const polling = await startMujaz(env);
    telegram.say(2, "/topics");
    await said(2, /المواضيع/);
    await polling.stop();
  });
});

describe.skipIf(!hasRedisServer)("as several processes on one Redis", () => {
  let redis: TestRedis;
  const processes: Running[] = [];
  let env: Record<string, string>;

  beforeAll(async () => {
    redis = await startRedis();
    const client = redis.connect();
    await client.ping();
    env = { ...common, REDIS_URL: String(client.options.path), REDIS_PREFIX: "many" };
    const starts = procfile().map((line) => startMujaz({ ...env, DATA_DIR: join(dir.path, line) }, [line]));
    processes.push(...(await Promise.all(starts)));
  });
  afterAll(async () => {
    await Promise.all(processes.map((running) => running.stop()));
    await redis.close();
  });

  /** The names after `mujaz start` in the Procfile, `release` left out. */
  function procfile(): string[] {
    const lines = readFileSync(join(root, "Procfile"), "utf8").trim().split("\n");
    return lines.flatMap((line) => /mujaz start (\w+)$/.exec(line)?.[1] ?? []);
  }

  it("has a Procfile line for each, and they do the main job together", async () => {
    expect(procfile()).toEqual(["web", "clock", "worker"]);
    telegram.say(5, "/subscribe");
    await said(5, /تم اشتراكك/);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    const { stdout } = await runHere(["send-due", "--at", tomorrow.toISOString()], { env });
    expect(stdout).toMatch(/^1 claimed/);
    await said(5, /^موجز /);
    const digests = telegram
      .transcript(5)
      .filter(({ from, text }) => from === "bot" && text.startsWith("موجز "));
    expect(digests).toHaveLength(1);
  });

  it("lets a second web wait until the first one is gone", async () => {
    const other = await startMujaz({ ...env, DATA_DIR: join(dir.path, "web2") }, ["web"]);
    processes.push(other);
    telegram.say(6, "/help");
    await said(6, /ما الذي يمكنك طلبه/);
    expect(telegram.transcript(6).filter(({ from }) => from === "bot")).toHaveLength(1);
    await processes[0]?.stop();
    telegram.say(6, "/topics");
    await said(6, /المواضيع/);
  });
});
