// Wires alerts: the clock looks at what came in and finds who follows it; the worker asks them again and sends.
import { randomUUID } from "node:crypto";
import cron from "node-cron";
import type { Article } from "../articles/article.ts";
import { lookOf } from "../bot/look.ts";
import { createAlertQueue, startAlertWorker } from "../delivery/alert-queue.ts";
import { createAlert } from "../delivery/alerts.ts";
import { digestKeyboard } from "../delivery/keyboard.ts";
import { isRetold, readRestored } from "../delivery/ledger.ts";
import { renderStory } from "../digest/digest.ts";
import { toldStems } from "../digest/telling.ts";
import { sided, voiceOf } from "../digest/wording.ts";
import { createLease } from "../runtime/lease.ts";
import { createAlertLimits } from "../schedule/alert-limits.ts";
import { isQuiet } from "../schedule/quiet.ts";
import { createAdmittedReader } from "./admission.ts";
import type { House } from "./house.ts";
import { reportJobs } from "./jobLog.ts";
import { openOutbox } from "./outbox.ts";
import { openPace, sendTelling } from "./rates.ts";

/** Articles of one look; after a long rest the newest, for the others are no news. */
const mostArticles = 200;

/** An article that is older by its own date is no news. */
const newsMs = 24 * 3_600_000;

/** Jobs that go to the queue at once. */
const batch = 1000;

// KEYS: highest number looked at, highest number given. Gives both. What is there at the first look of all alerts nobody.
const lookScript = `
local last = redis.call("GET", KEYS[2]) or "0"
redis.call("SET", KEYS[1], last, "NX")
return { tonumber(redis.call("GET", KEYS[1])), tonumber(last) }
`;

// KEYS: highest number looked at. ARGV: a number whose followers are all queued. It only rises.
const doneScript = `
if tonumber(ARGV[1]) > tonumber(redis.call("GET", KEYS[1]) or "0") then redis.call("SET", KEYS[1], ARGV[1]) end
return 1
`;

/** A clock that died in the middle of a look keeps the others from looking no longer than this. */
const leaseMs = 60_000;

/**
 * Finds the followers of everything that came in since the last look of any clock; gives how many jobs were queued. An
 * article counts as looked at when all its followers are queued: one whose clock died is looked at again, and a reader
 * who has been told by then is held back by the limits of alerts.
 */
export function createAlertLook(
  { main, config, articles, followers }: House,
  queue: Pick<ReturnType<typeof createAlertQueue>, "add">,
): (now: Date) => Promise<number> {
  const key = (name: string): string => `{${config.env.redisPrefix}}:${name}`;
  return async (now) => {
    const answer = await main.eval(lookScript, 2, key("alerts:seen"), key("articles:sequence"));
    const [before = 0, last = 0] = answer as number[];
    const restored = await readRestored(main, config.env.redisPrefix);
    let queued = 0;
    for (let number = Math.max(before + 1, last - mostArticles + 1); number <= last; number += 1) {
      const article = await articles.byNumber(number);
      const isTold =
        restored !== null && article !== undefined && isRetold(restored, article.fetched, article.published);
      if (article !== undefined && isNews(article, now) && !isTold) {
        const members = await followers.of(article.storyId, toldStems(article).flat());
        for (let at = 0; at < members.length; at += batch) {
          await queue.add(members.slice(at, at + batch).map((member) => ({ member, article: number })));
        }
        queued += members.length;
      }
      await main.eval(doneScript, 1, key("alerts:seen"), number);
    }
    return queued;
  };
}

const isNews = ({ hidden, archive, published }: Article, now: Date): boolean =>
  !hidden && archive !== true && now.getTime() - Date.parse(published) <= newsMs;

/** Looks twice a minute, one clock at a time. */
export function startAlertClock(house: House): { close(): Promise<void> } {
  const { redis, config, log, main } = house;
  const queue = createAlertQueue(redis.connect("alerts"), config.env.redisPrefix);
  const look = createAlertLook(house, queue);
  const key = `{${config.env.redisPrefix}}:alerts:lease`;
  const lease = createLease(main, key, { ttlMs: leaseMs, id: randomUUID() });
  const lookAlone = async (): Promise<number> => {
    if (!(await lease.acquire())) return 0;
    lease.hold(() => undefined);
    try {
      return await look(house.clock.now());
    } finally {
      await lease.release().catch(() => undefined); // Redis is out: the lease ends by itself.
    }
  };
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= lookAlone()
      .then(
        (queued) => (queued > 0 ? log.info("alerts.queued", { queued }) : undefined),
        (err) => log.error("alerts.failed", { err }),
      )
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const task = cron.schedule("*/30 * * * * *", run, { timezone: "Etc/UTC", name: "alerts" });
  return {
    async close() {
      await task.destroy();
      await running;
      await queue.close();
    },
  };
}

/** `lockMs` as in `AlertWorkerNeeds`. */
export function startAlerts(
  house: House,
  { lockMs }: { readonly lockMs?: number } = {},
): { close(): Promise<void> } {
  const { config, articles, messages, agenda, topics, lastDigests, main, redis, log } = house;
  const { env } = config;
  const stopper = new AbortController();
  const outbox = openOutbox(house, "alert");
  const pace = openPace(house);
  const fixed = { sentences: config.summary.sentences, hijriShift: config.bot.hijriShift };
  const alert = createAlert({
    readerOf: createAdmittedReader(house),
    shelf: articles,
    isQuiet,
    limits: createAlertLimits(main, env.redisPrefix),
    render(reader, story, now) {
      const voice = voiceOf(reader);
      const look = { ...lookOf(reader, now, topics, fixed), length: "short" as const };
      const title = sided(voice, messages.say(voice, "alert-title"));
      return {
        html: `<b>${title}</b>\n\n${renderStory(messages, story, look)}`,
        keyboard: digestKeyboard(messages, voice, [story], false),
      };
    },
    send: sendTelling(pace, outbox.send),
    pace,
    told: lastDigests.noteAlert,
    retire: agenda.retire,
    migrate: agenda.migrate,
    bury: agenda.bury,
    now: house.clock.now,
    stopping: stopper.signal,
  });
  return startAlertWorker({
    redis: redis.connect("alert-worker"),
    prefix: env.redisPrefix,
    alert,
    ...(lockMs !== undefined && { lockMs }),
    stop: () => stopper.abort(),
    report: reportJobs(log),
  });
}
