// The webhook over real HTTP and a real Redis: who may send, what is taken, and what Telegram is told when it cannot be.
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerWebhook } from "../../src/bot/webhook.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { captureLog } from "../runtime/capture.ts";
import { message, openProcess, type TestProcess } from "./crew.ts";

const secret = "webhook-secret_1";
let redis: DurableRedis;
let mujaz: TestProcess;
let http: Http;
let address: string;
let captured: ReturnType<typeof captureLog>;

async function open(mostOpen = 1_000): Promise<void> {
  redis = await startDurableRedis();
  mujaz = await openProcess(redis, { name: "a", mostOpen });
  captured = captureLog();
  http = createHttp({ host: "127.0.0.1", port: 0, log: captured.log, graceMs: 20 });
  const url = "https://bot.example.org/hooks/mujaz";
  registerWebhook(http.app, { url, secret, take: mujaz.intake.take, log: captured.log });
  address = `${await http.listen()}/hooks/mujaz`;
}

function post(body: unknown, given = secret, type = "application/json"): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": type, "x-telegram-bot-api-secret-token": given };
  return fetch(address, { method: "POST", headers, body: text });
}

describe.skipIf(!hasRedisServer)("the webhook", () => {
  beforeEach(() => open());
  afterEach(async () => {
    await http.close();
    await redis.close();
  });

  it("takes an update, answers before it is done, and does it once however often it is sent", async () => {
    const sent = message(1, 50);
    for (let time = 0; time < 3; time += 1) expect((await post(sent)).status).toBe(200);
    await expect.poll(() => mujaz.begun).toEqual([1]);
    mujaz.flow();
    await mujaz.intake.idle();
    expect((await post(sent)).status).toBe(200);
    await mujaz.intake.idle();
    expect(mujaz.begun).toEqual([1]);
  });

  it.each(["", "wrong", `${secret} `, `${secret}x`, secret.slice(1), secret.toUpperCase()])(
    "refuses the secret %j",
    async (given) => {
      const { status } = await post(message(1, 50), given);
      // fetch trims what stands around a header's value.
      expect(status).toBe(given.trim() === secret ? 200 : 401);
    },
  );

  it.each([
    '{"update_id": 1, "__proto__": {"message": {}}}',
    '{"update_id": 1, "message": {"\\u005f_proto__": 1}}',
    '{"update_id": 1, "constructor": {"prototype": {}}}',
  ])("refuses a body that would change what objects are: %s", async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(mujaz.begun).toEqual([]);
  });

  it("refuses a stranger before it has read what he sends", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": 1_000_000 };
      const sent = request(address, { method: "POST", headers }, (response) => {
        resolve(response.statusCode);
        response.resume();
        sent.destroy();
      });
      sent.once("error", reject);
      // The first byte of a million.
      sent.write("{");
    });
    expect(status).toBe(401);
  });

  it.each([
    ["no JSON", "{", 400],
    ["no object", "7", 400],
    ["null", "null", 400],
    ["no update", { no: "update" }, 400],
    ["an id that is no number", { update_id: "1" }, 400],
    ["an id that no number holds", '{"update_id": 1e30}', 400],
    ["more than a megabyte", { update_id: 1, text: "ب".repeat(600_000) }, 413],
  ])("refuses %s, and says so", async (_what, body, status) => {
    expect((await post(body)).status).toBe(status);
    expect(mujaz.begun).toEqual([]);
  });

  it("refuses another kind of body", async () => {
    expect((await post(message(1, 50), secret, "text/plain")).status).toBe(415);
  });

  it("has Telegram keep an update while Redis is away, tells its sender so, and does it once afterwards", async () => {
    mujaz.flow();
    await redis.kill();
    const away = async (): Promise<number> => (await post(message(1, 50))).status;
    await expect.poll(away, { timeout: 20_000 }).toBe(503);
    const answer = await post(message(1, 50));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "3"]);
    expect(new Set(mujaz.regretted)).toEqual(new Set([1]));
    expect(mujaz.begun).toEqual([]);
    await redis.start();
    await expect.poll(away, { timeout: 20_000 }).toBe(200);
    await away();
    await mujaz.intake.idle();
    expect(mujaz.begun).toEqual([1]);
  });

  it("does once what a Redis that died had not confirmed", async () => {
    mujaz.flow();
    redis.freeze();
    const asked = post(message(1, 50));
    await redis.kill();
    expect((await asked).status).toBe(503);
    await redis.start();
    const again = async (): Promise<number> => (await post(message(1, 50))).status;
    await expect.poll(again, { timeout: 20_000 }).toBe(200);
    await mujaz.intake.sweep();
    await mujaz.intake.idle();
    expect(mujaz.begun).toEqual([1]);
  });

  it("has Telegram keep an update that Redis refuses, and logs why", async () => {
    await redis.connect().config("SET", "maxmemory", "1");
    expect((await post(message(1, 50))).status).toBe(503);
    expect(captured.lines().map(({ event }) => event)).toEqual(["webhook.not-stored"]);
  });
});
