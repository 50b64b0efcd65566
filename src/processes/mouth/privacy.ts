// Wires what a reader may know and have removed of what is kept.
import type { Dialogues } from "../../bot/dialogues.ts";
import { createEraseReader } from "../../bot/eraseReader.ts";
import { createFeedbackCounts } from "../../bot/feedbackCounts.ts";
import { createForgetChat } from "../../bot/forgetChat.ts";
import type { Managing } from "../../bot/managing.ts";
import type { Searches } from "../../bot/searches.ts";
import { createReviewBook } from "../../delivery/reviewBook.ts";
import { createAlertLimits } from "../../schedule/alert-limits.ts";
import { createForgetting } from "../../schedule/forget.ts";
import { createInactive } from "../../schedule/inactive.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { House } from "../house.ts";

export interface Privacy {
  readonly readersOf: (chat: number) => Promise<readonly number[]>;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  readonly forgetChat: (chat: number) => Promise<void>;
  /** Of who is inactive since before this instant; false for who is not any more. */
  readonly eraseReader: (number: number, before: Date) => Promise<boolean>;
  readonly eraseAfterDays: number;
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
  const inactive = createInactive(main, redisPrefix);
  const traces = [
    kept.dialogues.forgetAll,
    kept.searches.forget,
    lastDigests.forget,
    createAlertLimits(main, redisPrefix).forget,
    createReviewBook(main, redisPrefix).forget,
    (number: number) => feedback.forget(number, house.clock.now()),
    forgetFollower,
  ];
  const { release } = articles;
  const forgetReader = createForgetChat({
    readersOf,
    forgetting,
    subscriberOf,
    release,
    traces: [...traces, inactive.drop],
  });
  const eraseReader = createEraseReader({
    subscriberOf,
    erase: inactive.erase,
    traces,
    forgetPerson: kept.managing.forget,
    release,
    restore: async (number) => followers.note(number, undefined, await subscriberOf(number)),
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
  const { eraseAfterDays } = config.privacy;
  return { readersOf, subscriberOf, forgetChat, eraseReader, eraseAfterDays };
}
