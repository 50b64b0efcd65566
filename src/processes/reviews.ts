// Wires the review of digests: what the worker asks, and the round that shows digests before their time.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createReviews, type Reviews } from "../delivery/review.ts";
import { createReviewBook, type Review } from "../delivery/reviewBook.ts";
import { renderReview } from "../delivery/reviewScreen.ts";
import { voiceOf } from "../digest/wording.ts";
import { createLease } from "../runtime/lease.ts";
import { createEarly } from "../schedule/early.ts";
import type { House } from "./house.ts";
import { openOutbox } from "./outbox.ts";
import { createTelegraf } from "./telegram.ts";

/** The pace of all sends: what operators are shown takes its turn too. */
interface Turns {
  take(lane: "reply"): Promise<void>;
}

/** A killed process keeps the others from showing no longer than this. */
const leaseMs = 60_000;

const everyMs = 20_000;

export function openReviews(house: House, pace: Turns, now: () => Date = house.clock.now): Reviews {
  const { config, main, messages, subscribers, articles, compose } = house;
  const { redisPrefix, adminIds } = config.env;
  const telegraf = createTelegraf(config.env);
  const outbox = openOutbox(house, "review", telegraf.telegram);
  return createReviews({
    reviews: createReviewBook(main, redisPrefix),
    slotOf: createEarly(main, redisPrefix).slotOf,
    readerOf: (member) => subscribers.byNumber(member),
    compose,
    maxNumber: () => articles.maxNumber(),
    reviewSeconds: config.delivery.reviewMinutes * 60,
    now,
    async show(review: Review, digest) {
      const title = await titleOf(house, telegraf, review.member);
      let isShown = false;
      for (const chat of adminIds) {
        const operator = (await subscribers.byChat(chat, null))?.subscriber;
        const voice = voiceOf(operator ?? { ...config.bot, digits: "auto" });
        const zone = operator?.zone ?? config.bot.zone;
        const screen = renderReview(messages, voice, review, { stories: digest.stories, zone, title });
        for (const letter of [...digest.parts.map((html) => ({ html })), screen]) {
          await pace.take("reply");
          const { kind } = await outbox.send({ chat, thread: null, ...letter });
          if (kind !== "sent") break;
          isShown ||= letter === screen;
        }
      }
      return isShown;
    },
  });
}

/** The chat's title as Telegram has it; people have none. */
export async function titleOf(
  { subscribers }: Pick<House, "subscribers">,
  { telegram }: Pick<ReturnType<typeof createTelegraf>, "telegram">,
  member: number,
): Promise<string | undefined> {
  const reader = await subscribers.byNumber(member);
  const chat = reader === undefined ? undefined : await telegram.getChat(reader.chat).catch(() => undefined);
  return chat !== undefined && "title" in chat ? chat.title : undefined;
}

/** A round now and three times a minute, in one process at a time. */
export function startReviews(house: House, pace: Turns): { close(): Promise<void> } {
  const reviews = openReviews(house, pace);
  const key = `{${house.config.env.redisPrefix}}:review:lease`;
  const lease = createLease(house.main, key, { ttlMs: leaseMs, id: randomUUID() });
  const stopper = new AbortController();
  const running = (async () => {
    while (!stopper.signal.aborted) {
      try {
        if (await lease.acquire()) await reviews.round();
      } catch (err) {
        house.log.error("review.failed", { err });
      }
      await sleep(everyMs, undefined, { signal: stopper.signal }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      stopper.abort();
      await running;
      await lease.release().catch(() => undefined); // Redis is out: the lease ends by itself.
    },
  };
}
