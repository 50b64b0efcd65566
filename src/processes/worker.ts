// The worker process: serves claimed slots from the queue.
import { createBroadcastBook } from "../delivery/broadcastBook.ts";
import { createBroadcastSend } from "../delivery/broadcastSend.ts";
import { createDeliver } from "../delivery/deliver.ts";
import { createEnds } from "../delivery/ends.ts";
import { createPace, type Pace } from "../delivery/pace.ts";
import { createOutbox, type Outbox } from "../delivery/telegram.ts";
import { type DeliveryWorker, startWorker as startDeliveryWorker } from "../delivery/worker.ts";
import { command, voiceOf } from "../digest/wording.ts";
import { createGate } from "../runtime/gate.ts";
import { share } from "../runtime/gather.ts";
import { nextDue } from "../schedule/due.ts";
import type { House } from "./house.ts";
import { openReviews } from "./reviews.ts";
import { createTelegraf } from "./telegram.ts";

/** `outbox` is Telegram's unless another is given. */
export function startWorker(house: House, outbox: Pick<Outbox, "send"> = openOutbox(house)): DeliveryWorker {
  const { config, log, agenda, subscribers, articles, compose, lastDigests, redis } = house;
  const { env } = config;
  const report = (event: string, fields: Record<string, unknown>): void => log.info(event, fields);
  const stopper = new AbortController();
  const common = {
    book: agenda,
    readerOf: (member: number) => subscribers.byNumber(member),
    now: () => new Date(),
    graceSeconds: config.delivery.graceHours * 3600,
  };
  const ends = createEnds({ ...common, nextDue, leaseSeconds: config.delivery.leaseSeconds });
  const pace = openPace(house);
  const carrying = { ...common, send: outbox.send, pace, stopping: stopper.signal, report };
  const broadcasts = createBroadcastBook(house.main, env.redisPrefix);
  const deliver = createDeliver({
    ...carrying,
    ends,
    compose,
    maxNumber: share(() => articles.maxNumber()),
    alerted: lastDigests.alerted,
    gate: createGate(env.sendConcurrency),
    review: openReviews(house, pace).verdict,
    topicGone: (reader) =>
      house.messages.say(voiceOf(reader), "topic-gone", { subscribe: command("subscribe") }),
  });
  return startDeliveryWorker({
    redis: redis.connect("worker"),
    prefix: env.redisPrefix,
    concurrency: env.sendConcurrency,
    book: agenda,
    deliver,
    giveUp: ends.giveUp,
    broadcast: createBroadcastSend({ ...carrying, broadcasts }),
    async giveUpBroadcast({ broadcast, member }) {
      await broadcasts.settle(broadcast, "failed", [member]);
    },
    stop: () => stopper.abort(),
    stopping: stopper.signal,
    report,
  });
}

/** The pace that all processes on this Redis share. */
export function openPace({ main, config }: Pick<House, "main" | "config">): Pace {
  return createPace(main, config.env.redisPrefix, config.env.sendRate);
}

function openOutbox({ config }: Pick<House, "config">): Outbox {
  const timeoutMs = config.delivery.sendTimeoutSeconds * 1000;
  return createOutbox(createTelegraf(config.env).telegram, { timeoutMs });
}
