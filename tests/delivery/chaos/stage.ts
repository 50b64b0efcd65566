// What every drill stands on: Redis as production has it, the embedded Bot API, the readers' agenda, and a crew.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { createQueue } from "../../../src/delivery/queue.ts";
import { type Agenda, createAgenda } from "../../../src/schedule/agenda.ts";
import { createSubscriberStore, type SubscriberStore } from "../../../src/subscribers/store.ts";
import { root } from "../../root.ts";
import { type Crew, createCrew } from "./crew.ts";
import { type RedisServer, startRedisServer } from "./redisServer.ts";
import { type DrillTelegram, startTelegram } from "./telegram.ts";

export interface Stage {
  readonly server: RedisServer;
  readonly client: Redis;
  readonly telegram: DrillTelegram;
  readonly agenda: Agenda;
  readonly store: SubscriberStore;
  readonly crew: Crew;
  /** When the index has the reader due, epoch seconds; null when it is not on it. */
  dueAt(member: number): Promise<number | null>;
  /** Nobody is due, claimed or queued. */
  isServed(): Promise<boolean>;
  /** Resolves when the clock has worked the due instants out anew, as it does when it starts. */
  untilRecomputed(): Promise<void>;
  /** Jobs of any kind. */
  jobs(): Promise<number>;
  /** Writes what the processes said into a folder that stays; gives its name. */
  keepLogs(): Promise<string>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Messages a second over all workers. */
  readonly rate: number;
  readonly concurrency?: number;
  /** Values of `delivery:` in config/mujaz.yaml, by name; the shipped ones when absent. */
  readonly delivery?: Readonly<Record<string, number>>;
  readonly fsync?: "always" | "everysec";
}

const prefix = "mujaz";

/** A wave of one minute is over when nobody is due within the next hour. */
const soonSeconds = 3_600;

export async function openStage({
  rate,
  concurrency = 32,
  delivery = {},
  fsync,
}: StageOptions): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), "mujaz-drill-"));
  const configDir = await adjustedConfig(dir, delivery);
  const server = await startRedisServer(fsync);
  const telegram = await startTelegram();
  const client = server.connect();
  const store = createSubscriberStore(client, prefix);
  const agenda = createAgenda(client, prefix, { store });
  const queue = createQueue(server.connect(), { prefix, attempts: 1 });
  const crew = createCrew({
    REDIS_URL: server.url,
    TELEGRAM_API_ROOT: telegram.root,
    SEND_RATE: String(rate),
    SEND_CONCURRENCY: String(concurrency),
    CONFIG_DIR: configDir,
    DATA_DIR: join(dir, "data"),
  });
  return {
    server,
    client,
    telegram,
    agenda,
    store,
    crew,
    async dueAt(member) {
      const score = await client.zscore(`{${prefix}}:due`, String(member));
      return score === null ? null : Number(score);
    },
    async untilRecomputed() {
      const ended = (): Promise<string | null> => client.hget(`{${prefix}}:recompute`, "endedMs");
      while (!(Number(await ended()) > 0)) await sleep(50);
    },
    async isServed() {
      if ((await agenda.dueCount(Math.floor(Date.now() / 1000) + soonSeconds)) > 0) return false;
      return (await queue.unfinished()) === 0;
    },
    jobs: () => queue.unfinished(),
    async keepLogs() {
      const kept = await mkdtemp(join(tmpdir(), "mujaz-drill-logs-"));
      const write = ({ role, id, running }: Crew["all"][number]): Promise<void> =>
        writeFile(join(kept, `${role}-${id}.log`), running.output());
      await Promise.all(crew.all.map(write));
      return kept;
    },
    async close() {
      await crew.close();
      await queue.close();
      await telegram.close();
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The shipped configuration with some of the delivery's values changed. */
async function adjustedConfig(dir: string, delivery: Readonly<Record<string, number>>): Promise<string> {
  const shipped = join(root, "config");
  if (Object.keys(delivery).length === 0) return shipped;
  const own = join(dir, "config");
  await cp(shipped, own, { recursive: true });
  const file = join(own, "mujaz.yaml");
  let text = await readFile(file, "utf8");
  for (const [name, value] of Object.entries(delivery)) {
    const line = new RegExp(`^  ${name}: .*$`, "m");
    if (!line.test(text)) throw new Error(`config/mujaz.yaml has no ${name}`);
    text = text.replace(line, `  ${name}: ${value}`);
  }
  await writeFile(file, text);
  return own;
}
