// The contract of a subscriber: one chat, or one topic of a forum, and what it asked for.
import type { TimeWish } from "./wish.ts";

export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof weekdays)[number];

export const lengths = ["headlines", "short", "standard", "long"] as const;
export type Length = (typeof lengths)[number];

export interface Subscriber {
  readonly chat: number;
  /** Forum topic, or null for the chat itself. */
  readonly thread: number | null;
  readonly kind: "private" | "group" | "channel";
  readonly status: "active" | "paused" | "inactive";
  /** Why it is inactive: "visitor" has never subscribed. */
  readonly reason?: string;
  readonly locale: string;
  /** IANA zone. */
  readonly zone: string;
  /** English name of the city whose prayers count, of several in the zone; empty for the one that stands for the zone. */
  readonly city: string;
  readonly times: readonly TimeWish[];
  readonly days: readonly Weekday[];
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** Topic ids; empty means all. */
  readonly topics: readonly string[];
  readonly mutedTopics: readonly string[];
  readonly follow: readonly string[];
  readonly block: readonly string[];
  readonly length: Length;
  readonly digits: "auto" | "latin" | "arabic";
  readonly calendar: "gregorian" | "hijri" | "both";
  /** Stories a digest, 1..20. */
  readonly items: number;
  readonly silent: boolean;
  /** Pictures and previews of links are shown. */
  readonly previews: boolean;
  /** A digest without news says so, instead of not coming. */
  readonly sayNothing: boolean;
  /** What is followed is told at once, not only in the digest. */
  readonly alerts: boolean;
  /** Ids of stories whose updates are wanted, newest choice last. */
  readonly followStories: readonly string[];
  /** Numbers of saved articles, newest choice last. */
  readonly saved: readonly number[];
  /** ISO 8601 instant at which a pause ends by itself; null for none. */
  readonly pausedUntil: string | null;
  /** The newest article number already considered for this reader; 0 = a first digest is still to come. */
  readonly cursor: number;
  /** Numbers of up to 8 stories that were eligible but did not fit. */
  readonly carry: readonly number[];
  /** ISO 8601 instant of the first contact. */
  readonly since: string;
}
