// A whole house for a suite: real Redis, the real rooms on it, and the playground as Telegram over HTTP.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Config } from "../src/config/config.ts";
import { readEnvironment } from "../src/config/env.ts";
import { deepFreeze } from "../src/config/freeze.ts";
import { loadConfig } from "../src/config/loadConfig.ts";
import { createPlayground, type Playground } from "../src/playground/playground.ts";
import { furnish, type House, playgroundToken } from "../src/processes/house.ts";
import { createHttp } from "../src/runtime/http.ts";
import { createLog } from "../src/runtime/log.ts";
import { readFolder } from "../src/sources/folder.ts";
import { parseLine } from "../src/subscribers/line.ts";
import { freePort } from "./e2e/server.ts";
import { listen } from "./messages/listen.ts";
import { startRedis, type TestRedis } from "./redis.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A line of the log, with the fields of its event. */
export interface Logged {
  readonly level: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface TestHouse {
  readonly house: House;
  readonly playground: Playground;
  readonly now: () => Date;
  /** What was logged as a warning or an error, newest last. */
  readonly logged: Logged[];
  /** Adds an active reader who is due at the slot (epoch seconds); gives the reader's number. */
  addReader(chat: number, settings?: object): Promise<number>;
  close(): Promise<void>;
}

/** Loads the sample content; each suite gets a Redis and a port of its own. */
export async function openTestHouse(
  extra: Readonly<Record<string, string>> = {},
  lent?: TestRedis,
): Promise<TestHouse> {
  const redis = lent ?? (await startRedis());
  const dataDir = await mkdtemp(join(tmpdir(), "mujaz-data-"));
  const port = await freePort();
  const env = {
    CONFIG_DIR: join(root, "config"),
    CONTENT_DIR: join(root, "content"),
    PORT: String(port),
    DATA_DIR: dataDir,
    ...extra,
  };
  const logged: Logged[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      logged.push(JSON.parse(String(line)) as Logged);
      done();
    },
  });
  const log = createLog({ level: "warn", format: "json", stream });
  const house = furnish(configOf(env), log, {
    kind: "given",
    describe: "of the test",
    limits: redis.isReal ? { claim: 1000, highWater: 5000 } : { claim: 100, highWater: 100 },
    connect: () => redis.connect(),
    close: () => redis.close(),
  });
  await loadContent(house, redis, extra);
  // Connections that the client keeps alive are no running requests: nothing is waited for.
  const http = createHttp({ host: "127.0.0.1", port, log, graceMs: 20 });
  const embedded = createPlayground({
    bot: { id: 1, username: "mujaz_bot", firstName: "موجز" },
    token: playgroundToken,
  });
  // Every suite that talks also reads what was said.
  const { playground, faults } = listen(embedded, async (chat, thread) =>
    house.main.status === "ready"
      ? (await house.subscribers.byChat(chat, thread))?.subscriber.locale
      : undefined,
  );
  playground.register(http.app);
  await http.listen();
  return {
    house,
    playground,
    now: () => new Date(),
    logged,
    async addReader(chat, settings = {}) {
      const now = new Date();
      const line = parseLine(JSON.stringify({ chat, ...settings }), { zone: "Africa/Cairo", now });
      if (!line.ok) throw new Error(line.message);
      await house.agenda.upsert(line.subscriber, now);
      return (await house.subscribers.numberOf(chat, null)) ?? 0;
    },
    async close() {
      const wrong = house.main.status === "ready" ? await faults() : [];
      await playground.close();
      await http.close();
      await house.close();
      await rm(dataDir, { recursive: true, force: true });
      if (wrong.length > 0) throw new Error(`What was said has faults:\n${wrong.join("\n")}`);
    },
  };
}

/** The configuration of the project, read once for all houses: that was most of a house's price. */
let shipped: Config | undefined;

function configOf(env: Readonly<Record<"CONFIG_DIR", string>>): Config {
  const input = { env, cwd: tmpdir(), isTerminal: false };
  if (shipped !== undefined && env.CONFIG_DIR === shipped.env.configDir) {
    const { environment, faults } = readEnvironment(input);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return Object.freeze({ ...shipped, env: deepFreeze(environment) });
  }
  const loaded = loadConfig(input);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  if (env.CONFIG_DIR === join(root, "config")) shipped = loaded.config;
  return loaded.config;
}

type Dump = readonly { readonly key: string; readonly value: Buffer }[];

/** What the sample content came to in Redis, for the next house of this worker: taking it in takes a second. */
let kept: Promise<Dump> | undefined;

/** Takes the sample content in, once for all houses that read it under the same settings. */
async function loadContent(
  house: House,
  redis: TestRedis,
  extra: Readonly<Record<string, string>>,
): Promise<void> {
  const takeIn = (): Promise<unknown> => house.ingest(readFolder(house.config.env.contentDir));
  const isOwn = !redis.isReal || ["CONTENT_DIR", "CONFIG_DIR", "REDIS_PREFIX"].some((name) => name in extra);
  if (isOwn) return void (await takeIn());
  const client = house.main;
  if (kept === undefined) {
    kept = takeIn().then(async () => {
      const keys = await client.keys("*");
      return Promise.all(keys.map(async (key) => ({ key, value: await client.dumpBuffer(key) })));
    });
    return void (await kept);
  }
  // Houses that open at the same moment wait for the first of them.
  await Promise.all((await kept).map(({ key, value }) => client.restore(key, 0, value)));
}
