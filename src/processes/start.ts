// Runs the named processes in one Node process and says in a few lines what it did.
import type { IngestReport } from "../articles/ingest.ts";
import type { Config } from "../config/config.ts";
import type { Reread } from "../config/reread.ts";
import { createShutdown } from "../runtime/shutdown.ts";
import { keepHeapSmall } from "../runtime/smallHeap.ts";
import { createRegister } from "../sources/register.ts";
import { listenForHangup } from "./hangup.ts";
import { type House, openHouse } from "./house.ts";
import { startMetering } from "./metering.ts";
import { createParts } from "./parts.ts";

export const processNames = ["web", "clock", "worker"] as const;
export type ProcessName = (typeof processNames)[number];

/** How long sends in flight may take to end after a signal. */
const graceMs = 20_000;

/** What readers asked may take 15 s to be answered; pages and polling close beside it. */
const webGraceMs = 25_000;

/**
 * Resolves when everything has stopped: with false when something did not end in order and in time. `say` prints one line
 * for people; `reread` reads config/ again, at SIGHUP.
 */
export async function startProcesses(
  config: Config,
  names: readonly ProcessName[],
  say: (line: string) => void,
  reread: (current: Config) => Reread,
): Promise<boolean> {
  // Beside a worker or the pages the time counts.
  if (names.every((name) => name === "clock")) keepHeapSmall();
  const house = await openHouse(config, { role: "start" });
  const shutdown = createShutdown({ log: house.log, graceMs });
  shutdown.listen();
  shutdown.onStop("redis", () => house.close());
  const { env } = config;
  const starting = new AbortController();
  let over: () => void = () => {};
  const isOver = new Promise<void>((resolve) => {
    over = resolve;
  });
  // What is being opened is waited for, and closed next: Redis must not go from under it.
  shutdown.onStop("start", () => {
    starting.abort();
    return isOver;
  });
  const parts = createParts(house, shutdown, reread);
  let started: () => void = () => {};
  const isStarted = new Promise<void>((resolve) => {
    started = resolve;
  });
  listenForHangup({
    reload: () => void isStarted.then(() => parts.reload()),
    stop: () => void shutdown.stop("SIGHUP"),
  });
  try {
    const metering = startMetering(house, names);
    shutdown.onStop("metrics", () => metering.close());
    say(`State: ${house.redis.describe}`);
    // Each loads what it needs: a worker has no pages.
    if (names.includes("clock")) {
      const { startClock } = await import("./clock.ts");
      const clock = await parts.open("clock", startClock);
      for (const line of reportLines(clock.report, env.contentDir, await house.articles.count())) say(line);
      say(await feedsLine(house));
    }
    starting.signal.throwIfAborted();
    if (names.includes("web")) {
      const { startWeb } = await import("./web.ts");
      const web = await parts.open("web", (on) => startWeb(on, starting.signal), webGraceMs);
      say(
        env.botToken === undefined
          ? `Chat page: ${web.address}/ (no BOT_TOKEN, so Telegram is played on this page)`
          : `Bot: @${web.username} is listening by ${env.webhook ? "webhook" : "long polling"}; pages at ${web.address}/`,
      );
    }
    starting.signal.throwIfAborted();
    if (names.includes("worker")) {
      const serving = await import("./serving.ts");
      await parts.open("worker", serving.startWorker);
      await parts.open("broadcasts", serving.startBroadcasts);
      await parts.open("alerts", serving.startAlerts);
      await parts.open("reviews", (on) => serving.startReviews(on, serving.openPace(on)));
    }
    say(`Running: ${names.join(", ")}. Ctrl-C stops.`);
    started();
    over();
  } catch (error) {
    over();
    // What fails because a signal came in the middle of the start is no fault.
    const wasStopping = starting.signal.aborted;
    await shutdown.stop("fault");
    if (!wasStopping) throw error;
  }
  await shutdown.stopped;
  return shutdown.isClean();
}

/** How many feeds the clock reads. */
async function feedsLine({ main, config }: House): Promise<string> {
  const register = createRegister(main, config.env.redisPrefix, config.sources.feeds);
  const states = await Promise.all((await register.list()).map(({ id }) => register.state(id)));
  const off = states.filter((state) => state.off !== undefined).length;
  if (states.length === 0) return "Feeds: none yet. Add one: mujaz sources add https://…/rss.xml";
  return `Feeds: ${states.length - off} read${off > 0 ? `, ${off} off (\`mujaz sources list\` says why)` : ""}`;
}

function reportLines(report: IngestReport, dir: string, count: number): string[] {
  const { new: added, updated, duplicate, rejected } = report;
  const articles = count === 1 ? "1 article" : `${count} articles`;
  const parts = [
    `${added} new`,
    `${updated} updated`,
    ...(duplicate.length > 0 ? [`${duplicate.length} duplicate`] : []),
  ];
  const lines = [
    count === 0
      ? `Articles: none yet. Put files into ${dir}/ and they appear by themselves.`
      : `Articles: ${articles} from ${dir}/ (${parts.join(", ")})`,
  ];
  if (rejected.length > 0) {
    lines.push(`Not loaded: ${rejected.length}`);
    for (const { file, line, message, mend } of rejected) {
      lines.push(`  ${file}${line > 0 ? `:${line}` : ""}: ${message}`, `    mend: ${mend}`);
    }
  }
  return lines;
}
