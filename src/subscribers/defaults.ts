// What a subscriber is where nothing else was said: the defaults of a line, of a record, and of a first contact.
import { type Subscriber, weekdays } from "./subscriber.ts";

/** Every property but the ones that have no default of their own: the chat, its zone and the first contact. */
export type Usual = Omit<Subscriber, "chat" | "zone" | "since" | "reason">;

/** The documented defaults of a subscriber line; the record in Redis leaves out what equals them. */
export const usual: Usual = {
  thread: null,
  kind: "private",
  status: "active",
  locale: "ar",
  times: ["07:00"],
  days: weekdays,
  quiet: null,
  topics: [],
  mutedTopics: [],
  follow: [],
  block: [],
  length: "standard",
  digits: "auto",
  calendar: "gregorian",
  items: 5,
  silent: false,
  previews: true,
  sayNothing: false,
  alerts: false,
  followStories: [],
  saved: [],
  pausedUntil: null,
  city: "",
  cursor: 0,
  carry: [],
};

export type FirstContact = Pick<
  Subscriber,
  "chat" | "thread" | "kind" | "locale" | "zone" | "times" | "items" | "length"
> & { readonly now: Date };

/** A chat that the bot meets for the first time: a visitor, who gets nothing before subscribing. */
export function newSubscriber({ now, ...given }: FirstContact): Subscriber {
  return { ...usual, ...given, status: "inactive", reason: "visitor", since: now.toISOString() };
}
