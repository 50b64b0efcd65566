// A real `web` process that is handed any updates, by polling or by webhook: what must hold after each batch, and its heap.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect } from "vitest";
import { fromRecord, letterOf } from "../../src/subscribers/fields.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { freePort, type Running, startMujaz, tempDir } from "../e2e/server.ts";
import { type FuzzApi, openFuzzApi, type Shown } from "./api.ts";
import { heapOf, heapTeller } from "./heap.ts";
import { type AnyUpdate, anyUpdate } from "./updates.ts";

export type Way = "polling" | "webhook";

const token = `7${"0".repeat(8)}:${"Fuzz-token-0123456789-abcdefghijkl"}`;
const secret = "fuzz-secret";

/** How long an answer may be waited for: never, when all is well. */
const patienceMs = 20_000;

export interface FuzzReport {
  readonly updates: number;
  readonly changed: number;
  readonly answered: number;
  /** Heap in use after a collection, MB. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly updates: number;
  /** So many go before the heap is measured for the first time. */
  readonly warmUp: number;
  /** People who take part. */
  readonly crowd: number;
  /** Updates after which all is looked at. */
  readonly batch: number;
}

export async function fuzzWeb(way: Way, options: FuzzOptions): Promise<FuzzReport> {
  const redis = await startDurableRedis();
  const api = await openFuzzApi();
  const dir = await tempDir();
  const heap = join(dir.path, "heap");
  await writeFile(join(dir.path, "heap.mjs"), heapTeller(heap));
  const port = await freePort();
  const web = await startMujaz(
    {
      REDIS_URL: redis.path,
      DATA_DIR: dir.path,
      PORT: String(port),
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: api.root,
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
    return await run({ redis, api, web, give, heap }, options);
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

interface Bench {
  readonly redis: DurableRedis;
  readonly api: FuzzApi;
  readonly web: Running;
  readonly give: (updates: readonly AnyUpdate[]) => Promise<void>;
  readonly heap: string;
}

async function run({ redis, api, web, give, heap }: Bench, options: FuzzOptions): Promise<FuzzReport> {
  const { seed, updates, warmUp, crowd, batch: perBatch } = options;
  const client = redis.connect();
  let [changed, answered, given, heapBefore] = [0, 0, 0, 0];
  let before = await client.hgetall("{mujaz}:records");
  const any = anyUpdate(crowd);
  while (given < updates) {
    const sample = fc.sample(any, { seed: seed + given, numRuns: perBatch });
    const batch = withRealButtons(sample, api.shown());
    await give(batch);
    given += batch.length;
    const look = (): Promise<Record<string, string>> => client.hgetall("{mujaz}:records");
    const after = await settled(look, api, queriesIn(batch));
    const heard = api.heard();
    for (const [number, record] of Object.entries(after)) {
      if (before[number] === record) continue;
      const lines = fromRecord(record);
      const chat = lines[letterOf("chat")] ?? "";
      // Who has said something is known from then on: that alone is no wish of theirs.
      if (before[number] === undefined && lines[letterOf("reason")] === "visitor") continue;
      changed += 1;
      // A button may be answered by its own words alone.
      const isAnswered = heard.chats.has(chat) || pressedIn(batch, chat).some((id) => heard.queries.has(id));
      // Leaving and coming back by the platform's own menus is no wish to be answered.
      const of = (): string =>
        JSON.stringify(batch.filter((update) => JSON.stringify(update).includes(chat)));
      if (!isAnswered)
        expect(silentOnes(batch), `${record} was changed without a word by ${of()}`).toContain(chat);
    }
    for (const id of queriesIn(batch)) {
      expect(heard.queries, `the button ${id} has no answer`).toContain(id);
      answered += 1;
    }
    expect(web.output()).not.toMatch(/uncaught|unhandled|"level":"fatal"|process\.crashed|handler\.failed/i);
    before = after;
    if (given >= warmUp && heapBefore === 0) heapBefore = await heapOf(web, heap);
  }
  const heapAfter = await heapOf(web, heap);
  return { updates: given, changed, answered, heapBefore, heapAfter };
}

/** Every third update presses a button that the bot has shown, in the chat where it was shown. */
function withRealButtons(sample: readonly AnyUpdate[], shown: readonly Shown[]): readonly AnyUpdate[] {
  return sample.map((update, index) => {
    const button = shown[(index * 7) % Math.max(1, shown.length)];
    if (index % 3 !== 0 || button === undefined) return update;
    const { chat, message, data } = button;
    const person = chat > 0 ? chat : 10_001;
    return {
      callback_query: {
        id: `real-${chat}-${index}-${data}`,
        from: { id: person, is_bot: false, first_name: "قارئ", language_code: "ar" },
        chat_instance: "1",
        data,
        message: {
          message_id: message,
          date: 1,
          chat: { id: chat, type: chat > 0 ? "private" : "supergroup", title: "مجموعة" },
          text: "قائمة",
        },
      },
    };
  });
}

/** Redis as it is once these are answered and nothing is under way any more. */
async function settled(
  look: () => Promise<Record<string, string>>,
  api: FuzzApi,
  waited: readonly string[],
): Promise<Record<string, string>> {
  const untilMs = performance.now() + patienceMs;
  for (let last = ""; ; ) {
    const now = await look();
    const state = JSON.stringify([now, api.calls()]);
    const isOver = api.hasAnswered(waited) || performance.now() > untilMs;
    if (state === last && isOver) return now;
    last = state;
    await new Promise((resolve) => setTimeout(resolve, 100));
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

/** Names that would change what objects are: the web server lets no such body in. */
function isPoisoned(update: AnyUpdate): boolean {
  const text = JSON.stringify(update);
  return text.includes('"__proto__":') || /"constructor":\{[^}]*"prototype":/.test(text);
}

interface Query {
  readonly id?: unknown;
  readonly from?: { readonly id?: unknown };
  readonly message?: { readonly chat?: { readonly id?: unknown } };
}

const queryOf = (update: AnyUpdate): Query => (update["callback_query"] ?? {}) as Query;

/** Ids of buttons that were pressed in a chat. */
function pressedIn(batch: readonly AnyUpdate[], chat: string): readonly string[] {
  return batch
    .map(queryOf)
    .flatMap(({ id, message }) => (String(message?.chat?.id) === chat ? [String(id)] : []));
}

/** Ids of buttons that somebody has pressed: each is to be answered, whatever else is wrong with it. */
function queriesIn(batch: readonly AnyUpdate[]): readonly string[] {
  const whole = batch.filter((update) => !isPoisoned(update));
  return whole.map(queryOf).flatMap(({ id, from }) => {
    const isOne = typeof id === "string" && id !== "" && Number.isSafeInteger(from?.id);
    return isOne ? [id] : [];
  });
}

/** Chats in which the platform alone has changed something: the bot was thrown out, or let in again. */
function silentOnes(batch: readonly AnyUpdate[]): readonly string[] {
  return batch.flatMap((update) => {
    const { my_chat_member: member, message } = update as {
      my_chat_member?: { chat?: { id?: unknown } };
      message?: { chat?: { id?: unknown }; migrate_to_chat_id?: unknown };
    };
    const to = message?.migrate_to_chat_id;
    const moved = to === undefined ? [] : [message?.chat?.id, to];
    return [member?.chat?.id, ...moved].flatMap((id) => (id === undefined ? [] : [String(id)]));
  });
}
