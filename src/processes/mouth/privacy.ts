// Wires what a reader may know and have removed of what is kept.
import type { Dialogues } from "../../bot/dialogues.ts";
import { createFeedbackCounts } from "../../bot/feedbackCounts.ts";
import { createForgetChat } from "../../bot/forgetChat.ts";
import type { Managing } from "../../bot/managing.ts";
import type { Searches } from "../../bot/searches.ts";
import { createReviewBook } from "../../delivery/reviewBook.ts";
import { createAlertLimits } from "../../schedule/alert-limits.ts";
import { createForgetting } from "../../schedule/forget.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { House } from "../house.ts";

export interface Privacy {
  readonly readersOf: (chat: number) => Promise<readonly number[]>;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  readonly forgetChat: (chat: number) => Promise<void>;
}

export interface Kept {
  readonly dialogues: Pick<Dialogues, "forgetAll">;
  readonly searches: Pick<Searches, "forget">;
  readonly managing: Pick<Managing, "forget">;
}

export function openPrivacy(house: House, kept: Kept): Privacy {
  const { main, config, subscribers, articles, followers, lastDigests } = house;
  const { redisPrefix } = config.env;
  const forgetting = createForgetting(main, redisPrefix);
  const feedback = createFeedbackCounts(main, redisPrefix);
  const subscriberOf = subscribers.byNumber;
  const readersOf = subscribers.ofChat;
  const forgetReader = createForgetChat({
    readersOf,
    forgetting,
    subscriberOf,
    release: articles.release,
    traces: [
      kept.dialogues.forgetAll,
      kept.searches.forget,
      lastDigests.forget,
      createAlertLimits(main, redisPrefix).forget,
      createReviewBook(main, redisPrefix).forget,
      (number) => feedback.forget(number, new Date()),
      forgetFollower,
    ],
  });
  /** Who was retired is in the index still, as if alerts were wanted. */
  async function forgetFollower(number: number): Promise<void> {
    const known = await subscriberOf(number);
    if (known === undefined) return;
    await followers.note(number, { ...known, status: "active", alerts: true }, undefined);
  }
  async function forgetChat(chat: number): Promise<void> {
    // A private chat has the id of its person.
    await kept.managing.forget(chat);
    await forgetReader(chat);
  }
  return { readersOf, subscriberOf, forgetChat };
}
