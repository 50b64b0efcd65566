// An agenda that tells the index of followers of every change that concerns it.
import type { Followers } from "../subscribers/followers.ts";
import type { SubscriberStore } from "../subscribers/store.ts";
import type { Agenda } from "./agenda.ts";

const concerned = ["follow", "followStories", "alerts", "status"] as const;

export function noteFollowers(
  agenda: Agenda,
  store: Pick<SubscriberStore, "byNumber">,
  followers: Pick<Followers, "note">,
): Agenda {
  return {
    ...agenda,
    async change(number, patch, now) {
      if (!concerned.some((name) => name in patch)) return agenda.change(number, patch, now);
      const before = await store.byNumber(number);
      const after = await agenda.change(number, patch, now);
      await followers.note(number, before, after);
      return after;
    },
    async upsert(subscriber, now) {
      const number = await agenda.upsert(subscriber, now);
      // What the record held before may stay in the index: who is found there is asked again. An import stays fast.
      if (subscriber.alerts) await followers.note(number, undefined, subscriber);
      return number;
    },
  };
}
