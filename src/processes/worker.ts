// The worker process: serves claimed slots from the queue.
import { createBroadcastBook } from "../delivery/broadcastBook.ts";
import { createBroadcastSend } from "../delivery/broadcastSend.ts";
import { createDeliver } from "../delivery/deliver.ts";
import { createEnds } from "../delivery/ends.ts";
import { digestJobId } from "../delivery/jobId.ts";
import { beatMs } from "../delivery/ledger.ts";
import { createOutbox, type Outbox } from "../delivery/telegram.ts";
import { createUntimely } from "../delivery/untimely.ts";
import { type DeliveryWorker, startWorker as startDeliveryWorker } from "../delivery/worker.ts";
import { command, voiceOf } from "../digest/wording.ts";
import { createGate } from "../runtime/gate.ts";
import { share } from "../runtime/gather.ts";
import { createNextDue } from "../schedule/nextMemo.ts";
import { createPostpone } from "../schedule/postpone.ts";
import { createAdmittedReader } from "./admission.ts";
import { openCards } from "./cards.ts";
import type { House } from "./house.ts";
import { reportJobs } from "./jobLog.ts";
import { openLedger } from "./ledger.ts";
import { countSends } from "./outbox.ts";
import { openPace, sendTelling } from "./rates.ts";
import { openReviews } from "./reviews.ts";
import { createTelegraf } from "./telegram.ts";

export interface WorkerParts {
  readonly now?: () => Date;
  /** Telegram's unless another is given. */
  readonly outbox?: Pick<Outbox, "send">;
  /** See `WorkerNeeds`. */
  readonly lockMs?: number;
}

export function startWorker(
  house: House,
  { now = house.clock.now, outbox = toTelegram(house), lockMs }: WorkerParts = {},
): DeliveryWorker {
  const { config, log, agenda, articles, compose, lastDigests, redis } = house;
  const { env } = config;
  const report = reportJobs(log);
  const stopper = new AbortController();
  const common = {
    book: { ...agenda, postpone: createPostpone(house.main, env.redisPrefix) },
    readerOf: createAdmittedReader(house),
    now,
    graceSeconds: config.delivery.graceHours * 3600,
    toleranceSeconds: config.delivery.quietToleranceMinutes * 60,
  };
  const ends = createEnds({
    ...common,
    nextDue: createNextDue(),
    leaseSeconds: config.delivery.leaseSeconds,
  });
  const pace = openPace(house);
  /** Digests and broadcasts alone are paid for, where the operator says so. */
  const paid = config.delivery.paidBroadcast ? { paid: true } : {};
  const sendAs = (purpose: "digest" | "broadcast") =>
    sendTelling(
      pace,
      countSends(house, purpose, (letter) => outbox.send({ ...letter, ...paid })),
    );
  const carrying = { ...common, pace, stopping: stopper.signal, report };
  const broadcasts = createBroadcastBook(house.main, env.redisPrefix);
  const ledger = openLedger(house, broadcasts, now);
  const beat = (): void => void ledger.beat().catch((err) => report("ledger.failed", { err }));
  beat();
  const beats = setInterval(beat, beatMs).unref();
  const deliver = createDeliver({
    ...carrying,
    send: sendAs("digest"),
    ends,
    ledger,
    untimely: createUntimely({ ...carrying, ends, ledger }),
    compose,
    card: openCards(house),
    maxNumber: share(() => articles.maxNumber()),
    alerted: lastDigests.alerted,
    gate: createGate(env.sendConcurrency),
    review: openReviews(house, pace, now).verdict,
    topicGone: (reader) =>
      house.messages.say(voiceOf(reader), "topic-gone", { subscribe: command("subscribe") }),
  });
  const serve = timed(house, now, deliver);
  // Another process may have moved the playground's clock a moment ago: a digest is dated by it. A real bot's cannot be moved.
  const synced = share(() => house.clock.sync());
  const serveInTime: typeof serve = async (job, isOurs) => {
    await synced();
    return serve(job, isOurs);
  };
  const sendBroadcast = createBroadcastSend({ ...carrying, send: sendAs("broadcast"), broadcasts });
  const worker = startDeliveryWorker({
    redis: redis.connect("worker"),
    prefix: env.redisPrefix,
    concurrency: env.sendConcurrency,
    ...(lockMs !== undefined && { lockMs }),
    book: agenda,
    deliver: env.botToken === undefined ? serveInTime : serve,
    giveUp: ends.giveUp,
    async broadcast(job, isOurs) {
      // Redis from an older copy: its broadcasts have been paused when this resolves.
      await ledger.restored();
      return sendBroadcast(job, isOurs);
    },
    async giveUpBroadcast({ broadcast, member }) {
      await broadcasts.settle(broadcast, "failed", [member]);
    },
    stop: () => stopper.abort(),
    stopping: stopper.signal,
    report,
  });
  return {
    async close() {
      clearInterval(beats);
      await worker.close();
      ledger.close();
    },
  };
}

/** A client of its own: what is sent is counted by whoever sends it. */
function toTelegram({ config }: Pick<House, "config">): Pick<Outbox, "send"> {
  const timeoutMs = config.delivery.sendTimeoutSeconds * 1000;
  return createOutbox(createTelegraf(config.env).telegram, { timeoutMs });
}

/** Counts how long after its instant a digest was sent. */
function timed(
  { meter, log }: Pick<House, "meter" | "log">,
  now: () => Date,
  deliver: ReturnType<typeof createDeliver>,
): ReturnType<typeof createDeliver> {
  return async (job, isOurs) => {
    const ending = await deliver(job, isOurs);
    if (ending.kind !== "done") return ending;
    const seconds = now().getTime() / 1000 - job.slot;
    if (ending.outcome === "sent") meter.observe("mujaz_digest_delay_seconds", {}, Math.max(0, seconds));
    log.debug("digest.done", { job: digestJobId(job), outcome: ending.outcome, delaySeconds: seconds });
    return ending;
  };
}
