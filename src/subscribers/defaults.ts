// What a chat is when the bot first meets it: a visitor who has not subscribed.
import { type Subscriber, weekdays } from "./subscriber.ts";

export type FirstContact = Pick<
  Subscriber,
  "chat" | "thread" | "kind" | "locale" | "zone" | "times" | "items" | "length"
> & { readonly now: Date };

export function newSubscriber({ now, ...given }: FirstContact): Subscriber {
  return {
    ...given,
    status: "inactive",
    reason: "visitor",
    days: weekdays,
    quiet: null,
    topics: [],
    mutedTopics: [],
    follow: [],
    block: [],
    digits: "auto",
    calendar: "gregorian",
    silent: false,
    cursor: 0,
    carry: [],
    since: now.toISOString(),
  };
}
