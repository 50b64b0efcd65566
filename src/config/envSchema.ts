// What each environment name means, for `mujaz schema` and the documents; what it may hold is checked in variables.ts.
import { logFormats, logLevels, type Name, names, secretNames } from "./variables.ts";

interface Meaning {
  readonly about: string;
  /** As it is written in `.env`; absent where a name that is left out means something of its own. */
  readonly usual?: string;
  /** The shape of a right value, as a JSON Schema pattern. */
  readonly pattern?: string;
  readonly words?: readonly string[];
}

const number = "^\\d+$";
const address = "^https?://";

export const meanings: Readonly<Record<Name, Meaning>> = {
  BOT_TOKEN: {
    about: "the bot's token; without it the playground plays Telegram",
    pattern: "^\\d+:[\\w-]+$",
  },
  TELEGRAM_API_ROOT: {
    about: "another Bot API server",
    usual: "https://api.telegram.org",
    pattern: address,
  },
  REDIS_URL: { about: "a Redis of your own; without it one is embedded", pattern: "^(rediss?://|/)" },
  REDIS_PREFIX: { about: "prefix of every key in Redis", usual: "mujaz", pattern: "^[\\w.-]{1,64}$" },
  PORT: { about: "port of pages, webhook, health and metrics", usual: "3000", pattern: number },
  HOST: { about: "address that it listens on", usual: "127.0.0.1" },
  WEBHOOK_URL: { about: "public address for updates; without it long polling", pattern: address },
  WEBHOOK_SECRET: { about: "secret of every update", pattern: "^[\\w-]{1,256}$" },
  PUBLIC_URL: { about: "base of links to article pages", pattern: address },
  ADMIN_IDS: { about: "Telegram user ids of the operators", pattern: "^[\\d\\s,]*$" },
  DASHBOARD_TOKEN: { about: "password of the dashboard; without it the dashboard answers on loopback only" },
  CONTENT_DIR: { about: "folder of articles", usual: "content" },
  CONFIG_DIR: { about: "folder of the configuration", usual: "config" },
  DATA_DIR: { about: "folder of state, the only one that is written to", usual: "data" },
  SEND_RATE: {
    about: "messages a second over all chats and workers; 0: no limit of ours",
    usual: "30",
    pattern: number,
  },
  SEND_CONCURRENCY: { about: "sends in flight per worker", usual: "32", pattern: number },
  LOG_LEVEL: { about: "how much is logged", usual: "info", words: logLevels },
  LOG_FORMAT: { about: "pretty in a terminal, json elsewhere when left out", words: logFormats },
  ALLOW_EPHEMERAL: {
    about: "1 lets a real bot run on a store that dies with it",
    usual: "0",
    pattern: "^([01]|[Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[Oo]n|[Oo]ff)$",
  },
  TZ: { about: "the process runs in UTC whatever stands here", usual: "UTC" },
};

/** The JSON Schema (draft 7) of `.env` as an object of strings. */
export function envJsonSchema(): object {
  const own = names.map((name) => {
    const { about, usual, pattern, words } = meanings[name];
    const shape = words === undefined ? { ...(pattern !== undefined && { pattern }) } : { enum: words };
    return [
      name,
      { type: "string", description: about, ...(usual !== undefined && { default: usual }), ...shape },
    ];
  });
  const files = secretNames.map((name) => [
    `${name}_FILE`,
    { type: "string", description: `a file that holds ${name}` },
  ]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: Object.fromEntries([...own, ...files]),
    additionalProperties: false,
  };
}
