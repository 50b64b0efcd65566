// The shape of each file under config/, with defaults; descriptions are what a fault suggests.
import { z } from "zod";

const whole = (min: number, max: number, usual: number, unit: string) =>
  z
    .int()
    .min(min)
    .max(max)
    .default(usual)
    .describe(`a whole number of ${unit}, ${min} to ${max}, e.g. ${usual}`);

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('a time of day in quotes, "00:00" to "23:59", e.g. "07:00"');

const chats = z
  .array(z.int())
  .default([])
  .describe(
    "a list of Telegram ids, e.g. [111111, -1001234567890]; those of groups and channels are negative",
  );

const most = (max: number, unit: string) =>
  z
    .int()
    .min(1)
    .max(max)
    .nullable()
    .default(null)
    .describe(`a whole number of ${unit}, 1 to ${max}, or null for no limit`);

const line = z.string().trim().min(1);

export const lengths = ["headlines", "short", "standard", "long"] as const;

export const cards = ["off", "channels", "all"] as const;

export const mujazSchema = z.strictObject({
  bot: z
    .strictObject({
      locale: line.default("ar").describe("the code of a file under config/messages, e.g. ar"),
      zone: line.default("Africa/Cairo").describe("an IANA time zone, e.g. Africa/Cairo"),
      hijriShift: z
        .union([z.literal(-1), z.literal(0), z.literal(1)])
        .default(0)
        .describe("-1, 0 or 1: days to move Hijri dates by"),
      dropPendingUpdates: z
        .boolean()
        .default(false)
        .describe("true: at a start, what readers wrote while the bot was off is thrown away unread"),
    })
    .prefault({}),
  defaults: z
    .strictObject({
      times: z.array(clock).min(1).default(["07:00"]).describe('a list of times, e.g. ["07:00", "18:30"]'),
      items: whole(1, 20, 5, "stories"),
      length: z
        .enum(lengths)
        .default("standard")
        .describe(`one of ${lengths.join(", ")}`),
    })
    .prefault({}),
  summary: z
    .strictObject({
      sentences: z
        .strictObject({
          short: whole(1, 20, 1, "sentences"),
          standard: whole(1, 20, 3, "sentences"),
          long: whole(1, 20, 5, "sentences"),
        })
        .prefault({}),
    })
    .prefault({}),
  articles: z.strictObject({ retentionDays: whole(1, 3_650, 60, "days") }).prefault({}),
  digest: z
    .strictObject({
      card: z
        .enum(cards)
        .default("off")
        .describe(`one of ${cards.join(", ")}`),
    })
    .prefault({}),
  privacy: z.strictObject({ eraseAfterDays: whole(1, 3_650, 90, "days") }).prefault({}),
  access: z
    .strictObject({
      allow: chats,
      deny: chats,
      maxSubscribers: most(100_000_000, "subscribers"),
      maxFeedsPerOperator: most(100_000, "feeds"),
    })
    .prefault({}),
  delivery: z
    .strictObject({
      leaseSeconds: whole(5, 3_600, 30, "seconds"),
      queuedLeaseSeconds: whole(30, 86_400, 600, "seconds"),
      highWater: whole(1, 1_000_000, 5_000, "jobs"),
      claimLimit: whole(1, 100_000, 1_000, "slots"),
      graceHours: whole(1, 168, 12, "hours"),
      quietToleranceMinutes: whole(1, 720, 60, "minutes"),
      carryHours: whole(1, 720, 48, "hours"),
      attempts: whole(1, 100, 5, "attempts"),
      sendTimeoutSeconds: whole(1, 600, 15, "seconds"),
      reviewMinutes: whole(1, 720, 30, "minutes"),
      rateMargin: z.number().min(0).max(50).default(2).describe("a number of percent, 0 to 50, e.g. 2"),
      spreadMinutes: whole(0, 120, 0, "minutes"),
      paidBroadcast: z.boolean().default(false).describe("true or false"),
      paidRate: whole(31, 1_000, 1_000, "messages a second"),
    })
    .prefault({}),
});

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .describe("small letters a-z, digits and -, e.g. economy");

export const topicsSchema = z.strictObject({
  topics: z
    .array(
      z.strictObject({
        id,
        names: z
          .record(z.string(), line.describe("a name in quotes"))
          .describe("a name for each language, e.g. ar: صحة"),
        words: z
          .record(z.string(), z.number().positive().max(100).describe("a weight above 0, e.g. 2"))
          .describe("words with their weights, e.g. تضخم: 3"),
      }),
    )
    .min(1)
    .describe("a list of topics, each with id, names and words"),
});

const places = ["anywhere", "top", "bottom"] as const;
const drops = ["line", "rest"] as const;

export const boilerplateSchema = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        id,
        where: z.enum(places).describe(`one of ${places.join(", ")}`),
        drops: z.enum(drops).describe(`one of ${drops.join(", ")}`),
        pattern: line.describe("a regular expression in single quotes, e.g. '^إعلان$'"),
        example: line.describe("a line that the pattern matches"),
      }),
    )
    .default([])
    .describe("a list of rules, each with id, where, drops, pattern and example"),
});

export const fullTexts = ["auto", "always", "never"] as const;

const feedSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe("an address, e.g. https://news.example.org/rss"),
  name: line.describe("the outlet's name as readers see it"),
  topics: z.array(id).default([]).describe("a list of topic ids, e.g. [economy]"),
  language: line.exactOptional().describe("a language code, e.g. ar"),
  fullText: z
    .enum(fullTexts)
    .default("auto")
    .describe(`one of ${fullTexts.join(", ")}`),
  intervalMinutes: whole(5, 1_440, 10, "minutes"),
});

const hostName = z
  .string()
  .trim()
  // No flags: the JSON Schema that editors read could not hold them.
  .regex(/^(\[[0-9a-fA-F:.]+\]|[^\s/:@[\]]+)(:\d{1,5})?$/)
  .describe("a host as it stands in addresses, e.g. intranet.example or 10.0.0.5:8080");

export const sourcesSchema = z.strictObject({
  feeds: z.array(feedSchema).default([]).describe("a list of feeds, each with url and name"),
  allowHosts: z.array(hostName).default([]).describe("a list of hosts, e.g. [intranet.example]"),
  pauseSeconds: z
    .number()
    .min(0)
    .max(60)
    .default(1)
    .describe("seconds between two requests to one host, 0 to 60, e.g. 1"),
});
