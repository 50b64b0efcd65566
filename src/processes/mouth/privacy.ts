// Wires what a reader may know and have removed of what is kept.
import type { Dialogues } from "../../bot/dialogues.ts";
import { createForgetChat } from "../../bot/forgetChat.ts";
import type { Managing } from "../../bot/managing.ts";
import type { Searches } from "../../bot/searches.ts";
import { createForgetting, type Forgetting } from "../../schedule/forget.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { House } from "../house.ts";

export interface Privacy {
  readonly forgetting: Forgetting;
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
  const forgetting = createForgetting(main, config.env.redisPrefix);
  const subscriberOf = subscribers.byNumber;
  const forgetReader = createForgetChat({
    forgetting,
    subscriberOf,
    release: articles.release,
    traces: [
      kept.dialogues.forgetAll,
      kept.searches.forget,
      lastDigests.forget,
      async (number) => followers.note(number, await subscriberOf(number), undefined),
    ],
  });
  async function forgetChat(chat: number): Promise<void> {
    // A private chat has the id of its person.
    await kept.managing.forget(chat);
    await forgetReader(chat);
  }
  return { forgetting, subscriberOf, forgetChat };
}
