// Opens the rooms that every process shares: the store, the readers, the agenda, the words.
import { createSearch, type Search } from "../articles/search-follower.ts";
import { createArticleStore } from "../articles/store.ts";
import type { Config } from "../config/config.ts";
import { createLastDigests } from "../delivery/last.ts";
import { createLog, type Log } from "../runtime/log.ts";
import { watchPulse } from "../runtime/pulse.ts";
import { openRedis, type RedisHandle } from "../runtime/redis.ts";
import { createAgenda } from "../schedule/agenda.ts";
import { noteFollowers } from "../schedule/noted-agenda.ts";
import { createFollowers } from "../subscribers/followers.ts";
import { packOlder } from "../subscribers/older.ts";
import { createSubscriberStore } from "../subscribers/store.ts";
import { createFittings } from "./fittings.ts";
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
  const log = createLog({ level: env.logLevel, format: env.logFormat });
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
  const packed = await packOlder(redis.connect("pack"), env.redisPrefix);
  if (packed > 0) log.info("subscribers.packed", { packed });
  return furnish(config, log, redis);
}

/** The rooms on an open Redis. */
export function furnish(config: Config, log: Log, redis: RedisHandle) {
  const { env } = config;
  const main = redis.connect("main");
  const pulse = watchPulse(main, { onSilent: () => log.error("redis.silent") });
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
    articles,
    subscribers,
    agenda,
    followers,
    lastDigests: createLastDigests(main, env.redisPrefix),
    ...createFittings(config, articles, log),
    /** Builds its index in the background; close it. */
    openSearch: (): Search =>
      createSearch({ store: articles, redis: redis.connect("search"), prefix: env.redisPrefix, log }),
    close() {
      pulse.close();
      return redis.close();
    },
  };
}

/** The same rooms on the same Redis under another configuration; the environment must be the same. `redis` lends the clients. */
export function refit(house: House, config: Config, redis: RedisHandle): House {
  return { ...house, config, redis, ...createFittings(config, house.articles, house.log) };
}
