// The contract of a broadcast: one message of the operators to many readers, and how far it has come.
import type { Outline } from "../subscribers/roll.ts";

/** Whom a broadcast is for; always active readers only. */
export type Segment =
  | { readonly kind: "all" }
  | { readonly kind: "private" }
  /** Groups, forum topics and channels. */
  | { readonly kind: "groups" }
  | { readonly kind: "locale"; readonly locale: string }
  /** Whose digest may hold this topic. */
  | { readonly kind: "topic"; readonly topic: string };

/** "draft": written, not begun. "cancelled" and "done" are final. */
export type BroadcastStatus = "draft" | "running" | "paused" | "cancelled" | "done";

/** What became of the readers: refused for good counts as failed, who left meanwhile is none of these. */
export interface BroadcastCounts {
  readonly sent: number;
  readonly gone: number;
  readonly failed: number;
  /** In their quiet hours: it comes when these are over. */
  readonly waiting: number;
}

export interface Broadcast extends BroadcastCounts {
  readonly id: number;
  readonly status: BroadcastStatus;
  /** Telegram's HTML. */
  readonly html: string;
  /** The chat of the operator, who is told how it goes there. */
  readonly by: number;
  readonly locale: string;
  readonly digits: "latin" | "arabic";
  readonly segment: Segment;
  /** Readers of the segment when it was chosen. */
  readonly total: number;
  /** The highest reader's number that it is for: who comes later is not asked. */
  readonly last: number;
  /** All readers up to this number are settled. */
  readonly mark: number;
  /** Message in the operator's chat that tells how it goes; 0 before there is one. */
  readonly messageId: number;
  /** Epoch ms at which it was cancelled or done, 0 before. */
  readonly endedMs: number;
}

/** One reader's turn in the queue. */
export interface BroadcastJob {
  readonly broadcast: number;
  readonly member: number;
}

/** True for a reader whom the broadcast is for. Who rests from digests is left in peace. */
export function isFor(segment: Segment, reader: Outline, now: Date): boolean {
  if (reader.status !== "active") return false;
  if (reader.pausedUntil !== null && Date.parse(reader.pausedUntil) > now.getTime()) return false;
  switch (segment.kind) {
    case "all":
      return true;
    case "private":
      return reader.kind === "private";
    case "groups":
      return reader.kind !== "private";
    case "locale":
      return reader.locale === segment.locale;
    case "topic":
      return (
        (reader.topics.length === 0 || reader.topics.includes(segment.topic)) &&
        !reader.mutedTopics.includes(segment.topic)
      );
  }
}
