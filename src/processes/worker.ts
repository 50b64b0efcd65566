// The worker process: serves claimed slots from the queue.
import { createBroadcastBook } from "../delivery/broadcastBook.ts";
import { createBroadcastSend } from "../delivery/broadcastSend.ts";
import { createDeliver } from "../delivery/deliver.ts";
import { createEnds } from "../delivery/ends.ts";
import type { Letter, Outcome } from "../delivery/outcome.ts";
import { createOutbox } from "../delivery/telegram.ts";
import { type DeliveryWorker, startWorker as startDeliveryWorker } from "../delivery/worker.ts";
import { command, voiceOf } from "../digest/wording.ts";
import { nextDue } from "../schedule/due.ts";
import type { House } from "./house.ts";
import { openPace } from "./rates.ts";
import { openReviews } from "./reviews.ts";
import { createTelegraf } from "./telegram.ts";

export function startWorker(house: House): DeliveryWorker {
  const { config, log, agenda, subscribers, articles, compose, lastDigests, redis } = house;
  const { env } = config;
  const outbox = createOutbox(createTelegraf(env).telegram, {
    timeoutMs: config.delivery.sendTimeoutSeconds * 1000,
  });
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
  /** Digests and broadcasts alone are paid for, where the operator says so. */
  const paid = config.delivery.paidBroadcast ? { paid: true } : {};
  const send = async (letter: Letter): Promise<Outcome> => {
    const outcome = await outbox.send({ ...letter, ...paid });
    pace.answered(letter.chat);
    return outcome;
  };
  const carrying = { ...common, send, pace, stopping: stopper.signal, report };
  const broadcasts = createBroadcastBook(house.main, env.redisPrefix);
  const deliver = createDeliver({
    ...carrying,
    ends,
    compose,
    maxNumber: () => articles.maxNumber(),
    alerted: lastDigests.alerted,
    remember: (member, stories) =>
      lastDigests
        .remember(member, stories)
        .catch((err) => log.warn("digest.not-remembered", { member, err })),
    review: openReviews(house, pace).verdict,
    topicGone: (reader) =>
      house.messages.say(voiceOf(reader), "topic-gone", { subscribe: command("subscribe") }),
  });
  return startDeliveryWorker({
    redis: redis.connect("worker"),
    prefix: env.redisPrefix,
    concurrency: env.sendConcurrency,
    deliver,
    giveUp: ends.giveUp,
    broadcast: createBroadcastSend({ ...carrying, broadcasts }),
    async giveUpBroadcast({ broadcast, member }) {
      await broadcasts.settle(broadcast, "failed", [member]);
    },
    stop: () => stopper.abort(),
    report,
  });
}
