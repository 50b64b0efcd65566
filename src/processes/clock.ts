// The clock process: reads the sources, and once a minute hands what is due to the queue.
import cron from "node-cron";
import { createContentReports } from "../articles/content-report.ts";
import type { IngestReport } from "../articles/ingest.ts";
import { type Claims, createDispatch, waveOf } from "../delivery/dispatch.ts";
import { createQueue } from "../delivery/queue.ts";
import { createSpread } from "../delivery/spread.ts";
import { createEarlyStart } from "../schedule/rotation.ts";
import { createSeries } from "../schedule/series.ts";
import { createTickMark, type TickMark } from "../schedule/tickMark.ts";
import { readFolder } from "../sources/folder.ts";
import { watchFolder } from "../sources/watch.ts";
import { startAlertClock } from "./alerts.ts";
import { createCronLog } from "./cronLog.ts";
import { countDocuments } from "./documents.ts";
import { startErasing } from "./erasure.ts";
import type { House } from "./house.ts";
import { servedPerSecond } from "./rates.ts";
import { startRecomputing } from "./recomputation.ts";
import { keepTicking } from "./ticking.ts";

export interface RunningClock {
  /** What the first reading of the content folder came to. */
  readonly report: IngestReport;
  close(): Promise<void>;
}

export async function startClock(house: House): Promise<RunningClock> {
  const { config, log, redis } = house;
  cron.setLogger(createCronLog(log));
  const reports = createContentReports(house.main, config.env.redisPrefix);
  const ingest = async (): Promise<IngestReport> => {
    const report = await house.ingest(readFolder(config.env.contentDir));
    countDocuments(house.meter, "content", report);
    await reports.keep(report, house.clock.now());
    return report;
  };
  // One reading at a time: a change during one is seen by the next.
  let reading: Promise<unknown> = Promise.resolve();
  const watch = watchFolder(config.env.contentDir, () => {
    reading = reading.then(ingest).then(
      (again) => logReport(house, again),
      (err) => log.error("ingest.failed", { err }),
    );
  });
  // Watched first: what changes while the folder is read is read again.
  await watch.ready;
  const first = ingest();
  reading = first.catch(() => undefined);
  const report = await first;

  let isStopped = false;
  const queue = createQueue(redis.connect("queue"), {
    prefix: config.env.redisPrefix,
    attempts: config.delivery.attempts,
  });
  const mark = createTickMark(house.main, config.env.redisPrefix);
  const series = createSeries(house.main, config.env.redisPrefix, config.bot.zone);
  const tick = createTick(house, noteRounds(queue, mark), () => isStopped);
  const ticking = keepTicking({
    async tick() {
      series.note(house.clock.now()).catch((err) => log.warn("series.failed", { err }));
      const { queued } = await tick(house.clock.tickAt());
      if (queued > 0) log.info("tick.queued", { queued });
      await mark.note();
    },
    redis: house.main,
    leaseSeconds: config.delivery.leaseSeconds,
    failed: (err) => log.error("tick.failed", { err }),
  });
  await house.clock.sync();
  // A tick that is under way looks at an earlier time.
  const deaf = house.clock.onNudge(() => void ticking.idle().then(ticking.run));
  await mark.note();
  // Every minute of UTC: local times are our own matter, node-cron's zones skip fires at DST changes.
  const task = cron.schedule("* * * * *", ticking.run, { timezone: "Etc/UTC", name: "tick" });
  ticking.run();
  const nightwatch = startNightwatch(house);
  const recomputing = startRecomputing(house);
  const erasing = startErasing(house);
  const alerts = startAlertClock(house);
  const feeds = (await import("./polling.ts")).startPolling(house);
  return {
    report,
    async close() {
      isStopped = true;
      deaf();
      ticking.close();
      await task.destroy();
      await nightwatch.close();
      await recomputing.close();
      await erasing.close();
      await alerts.close();
      await feeds.close();
      watch.close();
      await reading;
      await tick(null);
      await queue.close();
    },
  };
}

/** So often a round of a long tick is noted. */
const noteEveryMs = 15_000;

type Queue = ReturnType<typeof createQueue>;

/** A tick that fills the queue again and again may last for an hour, and the clock is well; one that hangs makes no rounds. */
function noteRounds(queue: Queue, mark: Pick<TickMark, "note">): Queue {
  let notedMs = performance.now();
  return {
    ...queue,
    async waiting() {
      const waiting = await queue.waiting();
      if (performance.now() - notedMs > noteEveryMs) {
        notedMs = performance.now();
        void mark.note().catch(() => undefined);
      }
      return waiting;
    },
  };
}

/** Once a night: articles of feeds whose time is over go. Several clocks at once do no harm. */
function startNightwatch({ articles, config, log }: House): { close(): Promise<void> } {
  const run = (): void => {
    const now = new Date();
    const before = new Date(now.getTime() - config.articles.retentionDays * 86_400_000);
    articles.expire(before, now).then(
      (gone) => (gone > 0 ? log.info("articles.expired", { gone }) : undefined),
      (err) => log.error("articles.expiry-failed", { err }),
    );
  };
  const task = cron.schedule("10 3 * * *", run, { timezone: "Etc/UTC", name: "night" });
  return { close: async () => void (await task.destroy()) };
}

/** One tick on the house's agenda, within the limits of config and of the Redis at hand. */
export function createTick(
  house: House,
  queue: ReturnType<typeof createQueue>,
  isStopped?: () => boolean,
): ReturnType<typeof createDispatch> {
  const { config, agenda, redis, main, meter } = house;
  const { leaseSeconds, queuedLeaseSeconds, claimLimit, highWater } = config.delivery;
  const limits = {
    leaseSeconds,
    queuedLeaseSeconds,
    claimLimit: Math.min(claimLimit, redis.limits.claim),
    highWater: Math.min(highWater, redis.limits.highWater),
  };
  const spread = createSpread({
    early: createEarlyStart(main, config.env.redisPrefix),
    // Room is counted in readers, the queue in jobs.
    queue: { waiting: async () => (await queue.waiting()) * waveOf(limits.highWater) },
    perSecond: servedPerSecond(house),
    minutes: config.delivery.spreadMinutes,
  });
  const startEarly = async (now: number | null): Promise<number> => {
    if (config.delivery.spreadMinutes === 0) return 0;
    return spread(now ?? Number((await main.time())[0]));
  };
  const claims: Claims = {
    ...agenda,
    async claim(options) {
      const claimed = await agenda.claim(options);
      if (claimed.length > 0) meter.count("mujaz_claimed_slots_total", {}, claimed.length);
      return claimed;
    },
  };
  return createDispatch(claims, queue, limits, isStopped, startEarly);
}

function logReport({ log }: House, report: IngestReport): void {
  const { new: added, updated, hidden, rejected, notes } = report;
  if (added + updated + hidden + rejected.length > 0) {
    log.info("ingest.done", { added, updated, hidden, rejected: rejected.length });
  }
  for (const fault of rejected) log.warn("ingest.rejected", { ...fault });
  for (const fault of notes) log.warn("ingest.noted", { ...fault });
}
