// Opens the rooms that every process shares: the store, the readers, the agenda, the words.
import { randomUUID } from "node:crypto";
import { readingOf } from "../articles/incoming.ts";
import { createIngest } from "../articles/ingest.ts";
import { createIntake } from "../articles/intake.ts";
import { createSearch, type Search } from "../articles/search-follower.ts";
import { createArticleStore } from "../articles/store.ts";
import { createStoryFinder } from "../articles/story-finder.ts";
import { createTopicNames } from "../bot/topicNames.ts";
import type { Config, Environment } from "../config/config.ts";
import { type Compose, createCompose } from "../delivery/compose.ts";
import { createLastDigests } from "../delivery/last.ts";
import { createMessages } from "../messages/messages.ts";
import { countLines } from "../runtime/countedLog.ts";
import { RuntimeFault } from "../runtime/fault.ts";
import { share } from "../runtime/gather.ts";
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
import { holdKept } from "./keepingAgenda.ts";

/** The playground's own bot token: no secret, it opens nothing but the embedded Bot API of this machine. */
export const playgroundToken = "1:playground";

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
  const log = countLines(createLog({ level: env.logLevel, format: env.logFormat, secrets }), meter);
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
  return furnish(config, log, redis, meter);
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

/** The rooms on an open Redis. */
export function furnish(config: Config, log: Log, redis: RedisHandle, meter: Meter = createMeter()) {
  const { env } = config;
  const main = redis.connect("main");
  const pulse = watchPulse(main, { onSilent: () => log.error("redis.silent") });
  const messages = createMessages(config.messages, config.bot.locale);
  const articles = createArticleStore(main, env.redisPrefix);
  const subscribers = createSubscriberStore(main, env.redisPrefix);
  const followers = createFollowers(main, env.redisPrefix);
  const plain = createAgenda(main, env.redisPrefix, { store: subscribers });
  const agenda = holdKept(noteFollowers(plain, subscribers, followers), subscribers, articles);
  const topics = createTopicNames(config.topics, articles);
  const compose: Compose = createCompose({
    // Asked with every digest: once for all that are composed at the same moment.
    shelf: { ...articles, version: share(() => articles.version()) },
    messages,
    sentences: config.summary.sentences,
    hijriShift: config.bot.hijriShift,
    topicName: topics.name,
    carryHours: config.delivery.carryHours,
  });
  const summarySentences = Math.max(...Object.values(config.summary.sentences), 3);
  const intake = createIntake({
    store: articles,
    finder: createStoryFinder(articles),
    rules: config.boilerplate,
    topics: config.topics,
    summarySentences,
    now: () => new Date(),
    onSummary: (seconds) => meter.observe("mujaz_summary_duration_seconds", {}, seconds),
    log,
  });
  const reading = readingOf({ ...config, summarySentences });
  const ingest = createIngest(intake, reading);
  return {
    config,
    log,
    redis,
    main,
    /** What this process counts; `startMetering` brings it to Redis. */
    meter,
    metricStore: createMetricStore(main, env.redisPrefix),
    messages,
    articles,
    subscribers,
    agenda,
    followers,
    topics,
    compose,
    lastDigests: createLastDigests(main, env.redisPrefix),
    intake,
    reading,
    ingest,
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
