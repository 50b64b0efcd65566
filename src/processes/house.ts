// Opens the rooms that every process shares: the store, the readers, the agenda, the words.
import { randomUUID } from "node:crypto";
import { createSearch, type Search } from "../articles/search-follower.ts";
import { createArticleStore } from "../articles/store.ts";
import type { Config, Environment } from "../config/config.ts";
import { createLastDigests } from "../delivery/last.ts";
import { countLines } from "../runtime/countedLog.ts";
import { createFailureList, createFailureStore, type FailureList } from "../runtime/failures.ts";
import { RuntimeFault } from "../runtime/fault.ts";
import { createLog, type Log } from "../runtime/log.ts";
import { createMeter, type Meter } from "../runtime/meter.ts";
import { createMetricStore } from "../runtime/metricStore.ts";
import { watchPulse } from "../runtime/pulse.ts";
import { openRedis, type RedisHandle } from "../runtime/redis.ts";
import { createAgenda } from "../schedule/agenda.ts";
import { noteFollowers } from "../schedule/noted-agenda.ts";
import { createFollowers } from "../subscribers/followers.ts";
import { openSchema } from "../subscribers/schema.ts";
import { createSubscriberStore } from "../subscribers/store.ts";
import { createFittings } from "./fittings.ts";
import { createHouseClock } from "./houseClock.ts";
import { holdKept } from "./keepingAgenda.ts";

/** The playground's own bot token: no secret, it opens nothing but the embedded Bot API of this machine. */
export const playgroundToken = "1:playground";

/** The bot's id, the part of the token before the colon: bots that have lived on one Redis have updates of their own. */
export const botOf = ({ botToken = playgroundToken }: Pick<Environment, "botToken">): string =>
  botToken.slice(0, Math.max(0, botToken.indexOf(":")));

export type House = Awaited<ReturnType<typeof openHouse>>;

export interface OpenOptions {
  readonly role: "start" | "command";
  /** The command's name, told to others who ask for the data folder. */
  readonly command?: string;
  /** The command may work on a store that dies with it. */
  readonly ephemeralOk?: boolean;
}

/** Opens the house on a checked configuration. Throws RuntimeFault where a person must act. */
export async function openHouse(config: Config, { role, command, ephemeralOk }: OpenOptions) {
  const { env } = config;
  const secrets = secretsOf(env);
  const meter = createMeter();
  const failures = createFailureList();
  const log = countLines(createLog({ level: env.logLevel, format: env.logFormat, secrets }), meter, failures);
  const redis = await openRedis({
    ...(env.redisUrl === undefined ? {} : { url: env.redisUrl }),
    dataDir: env.dataDir,
    role,
    ...(command === undefined ? {} : { command }),
    allowEphemeral: env.allowEphemeral,
    ephemeralOk: ephemeralOk ?? false,
    isRealBot: env.botToken !== undefined,
    log,
  });
  await migrate(redis, env.redisPrefix, log).catch(async (error: unknown) => {
    await redis.close();
    throw error;
  });
  return furnish(config, log, redis, { meter, failures });
}

/** Brings the store to today's layout. Throws RuntimeFault for one that a later version of Mujaz has written. */
export async function migrate(
  redis: Pick<RedisHandle, "connect">,
  prefix: string,
  log: Pick<Log, "info">,
): Promise<void> {
  const report = (event: string, fields: Record<string, unknown>): void => log.info(event, fields);
  const opened = await openSchema({ redis: redis.connect("schema"), prefix, id: randomUUID(), report });
  if (opened.kind === "ready") return;
  throw new RuntimeFault(
    "store-newer",
    `The store in Redis was written by a later version of Mujaz (layout ${opened.found}; this one knows ${opened.known}).`,
    "Start that version or a later one, or restore a backup of this one under another REDIS_PREFIX.",
  );
}

/** What this process notes of itself in memory; `startMetering` brings it to Redis. */
export interface Notes {
  readonly meter: Meter;
  readonly failures: FailureList;
}

const freshNotes = (): Notes => ({ meter: createMeter(), failures: createFailureList() });

/** The rooms on an open Redis. */
export function furnish(config: Config, log: Log, redis: RedisHandle, notes: Notes = freshNotes()) {
  const { meter, failures } = notes;
  const { env } = config;
  const main = redis.connect("main");
  const pulse = watchPulse(main, { onSilent: () => log.error("redis.silent") });
  const clock = createHouseClock(main, env);
  const articles = createArticleStore(main, env.redisPrefix);
  const subscribers = createSubscriberStore(main, env.redisPrefix);
  const followers = createFollowers(main, env.redisPrefix);
  const plain = createAgenda(main, env.redisPrefix, { store: subscribers });
  const agenda = holdKept(noteFollowers(plain, subscribers, followers), subscribers, articles);
  return {
    config,
    log,
    redis,
    main,
    clock,
    /** What this process counts; `startMetering` brings it to Redis. */
    meter,
    metricStore: createMetricStore(main, env.redisPrefix),
    failures,
    failureStore: createFailureStore(main, env.redisPrefix),
    articles,
    subscribers,
    agenda,
    followers,
    lastDigests: createLastDigests(main, env.redisPrefix, clock.now),
    ...createFittings(config, { articles, meter, log, clock }),
    /** Builds its index in the background; close it. */
    openSearch: (): Search =>
      createSearch({ store: articles, redis: redis.connect("search"), prefix: env.redisPrefix, log }),
    close() {
      pulse.close();
      return redis.close();
    },
  };
}

/** Whatever of the environment must not be read anywhere, the password of Redis in its two spellings among it. */
function secretsOf({ botToken, webhook, dashboardToken, redisUrl }: Environment): readonly string[] {
  const url = redisUrl !== undefined && URL.canParse(redisUrl) ? new URL(redisUrl) : undefined;
  const password = url?.password ?? "";
  const all = [botToken, webhook?.secret, dashboardToken, password, decodeURIComponent(password)];
  return all.flatMap((secret) => (secret === undefined || secret === "" ? [] : [secret]));
}

/** The same rooms on the same Redis under another configuration; the environment must be the same. `redis` lends the clients. */
export function refit(house: House, config: Config, redis: RedisHandle): House {
  return { ...house, config, redis, ...createFittings(config, house) };
}
