// What delivery knows of the schedule: the slot that is being served, and how it may end.
import type { Subscriber } from "../subscribers/subscriber.ts";

/** The slot a reader is being served, as the schedule remembers it. */
export interface PendingSlot {
  readonly slot: number;
  /** Parts already sent; a half where only the card that goes before them was (withCard.ts). */
  readonly parts: number;
  /** Newest article number the first digest considered whose turn came; a retry composes the same. Null before it. */
  readonly upTo: number | null;
}

export interface SlotEnd {
  readonly member: number;
  readonly slot: number;
  readonly cursor: number;
  readonly carry: readonly number[];
  readonly next: number | null;
  readonly outcome: "sent" | "late" | "empty" | "dead" | "held" | "paused" | "restored";
  /** What was told, as the record keeps it. */
  readonly told?: string;
  /** Further slots that have passed by now and get no end of their own. */
  readonly skipped: { readonly count: number; readonly as: "late" | "merged" | "restored" };
}

export interface Letter {
  readonly member: number;
  readonly chat: number;
  readonly slot: number;
  readonly why: string;
  readonly at: string;
  /** Stories that no later digest brings. */
  readonly stories?: readonly number[];
}

/** What serving needs of the schedule. Seconds are epoch seconds. */
export interface SlotBook {
  pending(member: number): Promise<PendingSlot | null>;
  /** The first to note it decides; gives the slot as it is then, null where it is not pending. */
  noteUpTo(member: number, slot: number, upTo: number): Promise<PendingSlot | null>;
  notePart(member: number, slot: number, parts: number): Promise<void>;
  /** "replan": it has not ended; `next` is to be worked out from the reader's plan as it is now. */
  acknowledge(end: SlotEnd): Promise<"ended" | "stale" | "replan">;
  /** Jobs of their own serve these slots from now on, not the wave they were claimed in. */
  alone(slots: readonly { readonly member: number; readonly slot: number }[]): Promise<void>;
  /** Lets the slot be claimed again at an instant. */
  release(member: number, slot: number, at: number): Promise<void>;
  /** The next attempt composes anew, unless parts were sent; at an instant, or whenever it comes. */
  postpone(member: number, slot: number, at: number | null): Promise<void>;
  retire(member: number, reason: string): Promise<void>;
  /** False when the new chat has a reader who stays in this one's place. */
  migrate(member: number, chat: number): Promise<boolean>;
  bury(letter: Letter): Promise<void>;
  /** Counts what no acknowledgement counts. */
  record(outcome: string): Promise<void>;
}

export type NextDue = (reader: Subscriber, afterMs: number) => number | null;
