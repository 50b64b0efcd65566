// A real `web` process with a Redis and a Bot API of its own, to which any updates can be handed.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { runHere } from "../cli/desk.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { type FuzzApi, openFuzzApi } from "./api.ts";
import { heapOf, heapTeller } from "./heap.ts";
import { isPoisoned } from "./read.ts";
import { type AnyUpdate, firstPerson } from "./updates.ts";

export type Way = "polling" | "webhook";

/** The bot's number, as its keys name it. */
export const botId = 700_000_000;
const token = `${botId}:${"Fuzz-token-0123456789-abcdefghijkl"}`;
const secret = "fuzz-secret";

/** What a process says that has met something that nobody thought of. */
export const broken =
  /uncaught|unhandled|"level":"fatal"|process\.crashed|handler\.failed|update\.failed|line\.failed/i;

export const operators = Array.from({ length: 5 }, (_, index) => firstPerson + index);

export interface FuzzStand {
  readonly redis: DurableRedis;
  readonly api: FuzzApi;
  readonly web: Running;
  /** Resolves when Telegram would count them as handed over: answered by 200, or confirmed. */
  give(updates: readonly AnyUpdate[]): Promise<void>;
  /** Heap in use after a collection, MB. */
  heap(): Promise<number>;
}

export interface StandOptions {
  readonly way: Way;
  /** Whether there is something to read: the articles of content/. */
  readonly hasArticles: boolean;
}

/** The first five of the crowd are operators. The output of the process is printed where `use` fails. */
export async function onFuzzStand<T>(
  { way, hasArticles }: StandOptions,
  use: (stand: FuzzStand) => Promise<T>,
): Promise<T> {
  const redis = await startDurableRedis();
  const api = await openFuzzApi();
  const dir = await tempDir();
  const heap = join(dir.path, "heap");
  await writeFile(join(dir.path, "heap.mjs"), heapTeller(heap));
  const port = await freePort();
  const env = { REDIS_URL: redis.path, DATA_DIR: dir.path };
  if (hasArticles) expect(await runHere(["ingest"], { env })).toMatchObject({ status: 0 });
  const web = await startMujaz(
    {
      ...env,
      PORT: String(port),
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: api.root,
      ADMIN_IDS: operators.join(),
      SEND_RATE: "0",
      LOG_LEVEL: "warn",
      NODE_OPTIONS: `--expose-gc --import ${pathToFileURL(join(dir.path, "heap.mjs")).href}`,
      ...(way === "webhook" && { WEBHOOK_URL: "https://bot.example.org/hook", WEBHOOK_SECRET: secret }),
    },
    ["web"],
  );
  // With the secret that Telegram was given: without it, each update would be refused.
  const give = way === "polling" ? api.poll : toWebhook(port, () => api.webhook()?.secret ?? "");
  try {
    return await use({ redis, api, web, give, heap: () => heapOf(web, heap) });
  } catch (error) {
    console.log(web.output().slice(-4_000));
    throw error;
  } finally {
    await web.stop();
    await api.close();
    await redis.close();
    await dir.dispose();
  }
}

/** One request for each, sixteen at once, as Telegram's own connections; a whole update is answered by 200. */
function toWebhook(port: number, secretOf: () => string): (updates: readonly AnyUpdate[]) => Promise<void> {
  let id = 0;
  return async (updates) => {
    const waiting = updates.map((update) => {
      id += 1;
      return { ...update, update_id: id };
    });
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let update = waiting.pop(); update !== undefined; update = waiting.pop()) {
          const response = await fetch(`http://127.0.0.1:${port}/hook`, {
            method: "POST",
            headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secretOf() },
            body: JSON.stringify(update),
          });
          await response.arrayBuffer();
          const expected = isPoisoned(update) ? 400 : 200;
          expect(response.status, JSON.stringify(update).slice(0, 500)).toBe(expected);
        }
      }),
    );
  };
}
