// No token, no word of a reader and no name reaches any output, on the worst day of Telegram and with every process running.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it, type TestContext } from "vitest";
import { opaqueId } from "../../src/bot/opaqueId.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { startBadTelegram } from "./badTelegram.ts";
import {
  type Line,
  linesOf,
  marks,
  message,
  person,
  seenIn,
  settle,
  token,
  updates,
  words,
} from "./marked.ts";
import { dashboardFlow, operatorId, operatorUpdates } from "./operatorFlows.ts";
import { freePort, type Running, runMujaz, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

let dir: Awaited<ReturnType<typeof tempDir>>;
let common: Record<string, string>;

beforeAll(async () => {
  dir = await tempDir();
  await mkdir(join(dir.path, "content", "culture"), { recursive: true });
  const article =
    "تجديد المكتبة\n\nفتحت المكتبة أبوابها بعد تجديد قاعاتها. وتضم القاعة الجديدة ركناً للأطفال.\n"; // a library is renewed
  await writeFile(join(dir.path, "content", "culture", "library.txt"), article);
  common = {
    BOT_TOKEN: token,
    CONTENT_DIR: join(dir.path, "content"),
    DASHBOARD_TOKEN: marks.dashboardToken,
    LOG_LEVEL: "trace",
    ADMIN_IDS: operatorId,
    SEND_RATE: "0",
  };
});
afterAll(async () => {
  await dir.dispose();
});

/** A Telegram of its own for each test: they run side by side, for the most part they wait. */
async function openTelegram({ onTestFinished }: TestContext) {
  const telegram = await startBadTelegram();
  onTestFinished(() => telegram.close());
  return { telegram, env: { ...common, TELEGRAM_API_ROOT: telegram.root } };
}

describe.skipIf(!hasRedisServer).concurrent("everything that is printed", { timeout: 240_000 }, () => {
  it("by long polling is free of secrets, words and names, and each line of an update has its id", async (context) => {
    const { expect } = context;
    const { telegram, env } = await openTelegram(context);
    const mujaz = await startMujaz({ ...env, DATA_DIR: join(dir.path, "poll") });
    const push = (one: object): void => telegram.push(one);
    telegram.plan([
      "html",
      "html",
      "html",
      "entities",
      "server",
      "server",
      "server",
      "cut",
      "reset",
      "forbidden",
    ]);
    const all = updates();
    for (const one of all) push(one);
    await settle(mujaz, push);
    const flows = operatorUpdates(1);
    telegram.plan(["html", "entities", "server", "cut", "reset", "forbidden"]);
    for (const one of flows) push(one);
    const handled = (): ReadonlySet<unknown> =>
      new Set(
        linesOf(mujaz.output()).flatMap(({ event, update: id }) => (event === "update.handled" ? [id] : [])),
      );
    await expect
      .poll(() => flows.filter(({ update_id: id }) => !handled().has(id)), { timeout: 90_000 })
      .toEqual([]);
    expect((await dashboardFlow(mujaz.address)).slice(0, 2)).toEqual([403, 303]);
    // A batch that is no update at all, and one whose insides are of other kinds than promised.
    push({ update_id: 9_001, message: { text: { deep: words }, chat: 7, from: words } });
    push({ update_id: 9_002, message: words });
    push({ update_id: words });
    await settle(mujaz, push);
    telegram.refuse(true);
    await expect.poll(() => mujaz.output(), { timeout: 40_000 }).toContain("poll.token-refused");
    telegram.refuse(false);
    await mujaz.stop();

    const output = mujaz.output();
    expect(seenIn(output)).toEqual([]);
    const lines = linesOf(output);
    // It did go wrong, and the ids lead from the arrival to the send.
    const failed = lines.filter(({ event }) => event === "reply.not-sent");
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter(({ update: id }) => id === undefined)).toEqual([]);
    const followed = lines.filter(({ update: id }) => id === all[1]?.update_id).map(({ event }) => event);
    expect(followed[0]).toBe("update.received");
    expect(followed).toContain("message.sent");
    expect(followed.at(-1)).toBe("update.handled");
  });

  it("by webhook, clock and worker too, where a handler throws and a digest fails", async (context) => {
    const { expect } = context;
    const { telegram, env: bad } = await openTelegram(context);
    const redis: TestRedis = await startRedis();
    const client = redis.connect();
    await client.ping();
    const env = { ...bad, REDIS_URL: String(client.options.path), REDIS_PREFIX: "zq" };
    const hook = { WEBHOOK_URL: "https://bot.example.org/hook", WEBHOOK_SECRET: marks.webhookSecret };
    const start = (name: string): Promise<Running> =>
      startMujaz({ ...env, ...hook, DATA_DIR: join(dir.path, name) }, [name]);
    const [web, clock, worker] = await Promise.all([start("web"), start("clock"), start("worker")]);
    const post = (body: unknown, secret = marks.webhookSecret as string): Promise<Response> =>
      fetch(`${web.address}/hook`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
    telegram.plan(["server", "html", "html", "html"]);
    for (const one of updates()) expect((await post(one)).status).toBe(200);
    expect((await post({ update_id: 1, message: words }, `${marks.webhookSecret}x`)).status).toBe(401);
    expect((await post(`{"update_id": ${words}`)).status).toBe(400);
    for (const one of operatorUpdates(1)) expect((await post(one)).status).toBe(200);
    await settle(web, post);

    // A handler throws: what it counts in is not what it should be.
    const limit = `{zq}:limit:command:${opaqueId(person.id)}`;
    await client.del(limit);
    await client.lpush(limit, "x");
    const broken = message(`/search ${words}`);
    await post(broken);
    const failures = (): Line[] => linesOf(web.output()).filter(({ event }) => event === "handler.failed");
    await expect.poll(() => failures().at(-1)?.update, { timeout: 20_000 }).toBe(broken.update_id);
    await client.del(limit);

    // A digest fails on its way, and its lines have the id of its job.
    await post(message("/subscribe"));
    await settle(web, post);
    telegram.plan(["html", "cut"], /تجديد المكتبة/); // the article's title: in a digest only
    const at = new Date(Date.now() + 25 * 3_600_000).toISOString();
    const due = await runMujaz(["send-due", "--at", at], { env });
    expect(due.stderr + due.stdout).toMatch(/1 claimed/);
    await expect.poll(() => worker.output(), { timeout: 40_000 }).toContain("digest.attempt-failed");
    const jobs = linesOf(worker.output()).filter(({ event }) => event === "digest.attempt-failed");
    expect(jobs.filter(({ job }) => !/^\d+_\d+$/.test(job ?? ""))).toEqual([]);

    const asked = await fetch(`${web.address}/metrics`);
    expect(asked.status).toBe(401);
    const scraped = await fetch(`${web.address}/metrics`, {
      headers: { authorization: `Bearer ${marks.dashboardToken}` },
    });
    expect(scraped.status).toBe(200);
    const pages = [
      await asked.text(),
      await scraped.text(),
      await (await fetch(`${web.address}/readyz`)).text(),
    ];
    await Promise.all([web.stop(), clock.stop(), worker.stop()]);
    await redis.close();
    for (const output of [...pages, web.output(), clock.output(), worker.output(), due.stderr + due.stdout]) {
      expect(seenIn(output)).toEqual([]);
    }
  });

  it("by the commands too, also where they fail", async (context) => {
    const { expect } = context;
    const { env: bad } = await openTelegram(context);
    const env = { ...bad, DATA_DIR: join(dir.path, "commands") };
    const line = `{"chat":1,"follow":["${marks.text}"],"zone":"Nowhere/Nothing"}\n{"chat":2,"follow":"${marks.text}"\n`;
    const nowhere = `redis://zq:${marks.redisPassword}@127.0.0.1:${await freePort()}/0`;
    const outputs = [
      await runMujaz(["subscribers", "import", "-"], { env, input: line }),
      await runMujaz(["doctor"], { env }),
      await runMujaz(["doctor", "--json"], { env: { ...env, REDIS_URL: nowhere } }),
      await runMujaz(["start"], { env: { ...env, REDIS_URL: nowhere } }),
      await runMujaz(["ingest", "--once"], { env }),
      await runMujaz(["send-due", "--dry-run"], { env }),
    ];
    // A configuration with faults shows where they are, and no secret.
    outputs.push(
      await runMujaz(["doctor"], {
        env: {
          ...env,
          BOT_TOKEN: `x${token}`,
          WEBHOOK_SECRET: marks.webhookSecret,
          REDIS_URL: `radis://:${marks.redisPassword}@h`,
        },
      }),
    );
    // A surprise that nobody catches.
    const script =
      "setInterval(() => { if (process.listenerCount('uncaughtException') > 0) throw new Error(process.env.BOT_TOKEN) }, 1)";
    const crashed = await runMujaz(["send-due"], {
      env: { ...env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` },
    });
    expect([crashed.status, crashed.stderr]).toEqual([1, expect.stringContaining("process.crashed")]);
    outputs.push(crashed);
    for (const { stdout, stderr } of outputs) expect(seenIn(stdout + stderr)).toEqual([]);
  });
});
