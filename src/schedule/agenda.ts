// The agenda: who is due when, who is being served, and every end on record.
import type { Redis } from "ioredis";
import { letterOf, toFields } from "../subscribers/fields.ts";
import { subscriberKeys } from "../subscribers/records.ts";
import type { SubscriberStore } from "../subscribers/store.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { createDeadLetters, type DeadLetter, type DeadLetters } from "./dead.ts";
import { nextDue } from "./due.ts";
import { slotOf } from "./rotation.ts";
import { bindScripts, createSlots, type Past, type Slots, stored } from "./slots.ts";

/** All instants are epoch seconds. A `now` of null is the time of Redis. */
export interface Agenda extends DeadLetters, Slots {
  /** Changes a subscriber and places the reader anew; gives the subscriber as it is now. Throws for no such reader. */
  change(number: number, patch: Partial<Subscriber>, now: Date): Promise<Subscriber>;
  /** Writes a whole subscriber, known by chat and thread or new, and places the reader. */
  upsert(subscriber: Subscriber, now: Date): Promise<number>;
  /** Moves a reader's past on (or back) if it still is `from` and no slot is pending. */
  advance(number: number, from: Past, to: Past): Promise<"done" | "changed" | "pending">;
  /** Ends the subscription of a reader who cannot be reached: on record as gone. */
  retire(member: number, reason: string): Promise<void>;
  /** The record and its slot move to a new chat id; of two readers of one chat one stays: false when it is the other. */
  migrate(member: number, newChat: number): Promise<boolean>;
  /** Makes an active reader due at an instant; false, and nothing changed, for one who is not. */
  dueNow(member: number, at: number): Promise<boolean>;
  /** Makes the reader of a dead letter due, with the stories that the letter held back; false when not active. */
  resend(letter: DeadLetter, at: number): Promise<boolean>;
  dueCount(now: number): Promise<number>;
  /** When the next reader is due, or the next lease ends; null where nobody is. */
  firstDue(): Promise<number | null>;
  /** How long the oldest due reader has waited, in seconds; 0 when none is due. */
  lagSeconds(now: number): Promise<number>;
  /** Counts an end that no slot's acknowledgement counts. */
  record(outcome: string): Promise<void>;
  /** Kind of end → how often. */
  outcomes(): Promise<Readonly<Record<string, number>>>;
}

/** A reader's carry holds no more (DESIGN section 5). */
const mostCarried = 8;

/** What decides when a reader is due. */
const plan = ["status", "zone", "city", "times", "days", "pausedUntil"] as const;

export function createAgenda(
  redis: Redis,
  prefix: string,
  { store }: { readonly store: SubscriberStore },
): Agenda {
  const keys = subscriberKeys(prefix);
  const due = `{${prefix}}:due`;
  const outcomes = `{${prefix}}:outcomes`;
  const bind = bindScripts(redis, prefix);
  const [change, advance] = [bind("change"), bind("advance")];
  const [retire, migrate, dueNow] = [bind("retire"), bind("migrate"), bind("dueNow")];

  /** Writes and places unless the plan in the record is another than `expected`; false then. */
  async function write(
    number: number,
    after: Subscriber,
    patch: Partial<Subscriber>,
    { now, expected }: { readonly now: Date; readonly expected?: Subscriber },
  ): Promise<boolean> {
    const { set, unset } = toFields(patch);
    const known = expected === undefined ? {} : toFields(expected).set;
    const letters = expected === undefined ? [] : plan.map(letterOf);
    const asRead = letters.flatMap((letter) => [letter, known[letter] ?? ""]);
    const isActive = after.status === "active";
    const seconds = Math.floor(now.getTime() / 1000);
    const rest = [isActive ? "active" : "", seconds, ...asRead, "--", ...pairs(set), "--", ...unset];
    for (let fromMs = now.getTime(); ; ) {
      const next = isActive ? nextDue(after, fromMs) : null;
      const answer = await change(number, next ?? "", ...rest);
      // As text it is the slot that was served last, ahead of its time: the next one lies behind it.
      if (typeof answer !== "string") return answer === 1;
      fromMs = Number(answer) * 1000;
    }
  }

  const agenda: Agenda = {
    ...createDeadLetters(redis, prefix),
    ...createSlots(redis, prefix),

    async change(number, patch, now) {
      for (;;) {
        const before = await store.byNumber(number);
        if (before === undefined) throw new Error(`There is no reader ${number}`);
        const after = withoutOldReason({ ...before, ...patch }, patch);
        const written = after.reason === undefined ? { ...patch, reason: "" } : patch;
        // Another change of the plan came between: the next instant is worked out anew.
        if (await write(number, after, written, { now, expected: before })) return after;
      }
    },

    async upsert(subscriber, now) {
      const at = subscriber.status === "active" ? nextDue(subscriber, now.getTime()) : null;
      const placed = at === null ? undefined : { key: due, at };
      const { number, subscriber: known, isNew } = await store.ensure(subscriber, placed);
      if (isNew) return number;
      // The first contact stays the first, so that the same file twice gives the same state.
      const since = Date.parse(known.since) < Date.parse(subscriber.since) ? known.since : subscriber.since;
      // The chat is what the record was found by, and a group that became another meanwhile keeps its new one.
      const { chat: _, thread: __, ...written } = subscriber;
      await write(number, subscriber, { reason: "", ...written, since }, { now });
      return number;
    },

    async advance(number, from, to) {
      const answer = await advance(number, ...stored(from), ...stored(to));
      return answer as "done" | "changed" | "pending";
    },

    async retire(member, reason) {
      await retire(member, reason);
    },

    async migrate(member, newChat) {
      return (await migrate(member, newChat, keys.chatsPrefix)) === 1;
    },

    async dueNow(member, at) {
      return (await dueNow(member, at)) === 1;
    },

    async resend({ member, stories = [] }, at) {
      const reader = stories.length === 0 ? undefined : await store.byNumber(member);
      if (reader !== undefined) {
        const { cursor, carry } = reader;
        const back = [...new Set([...stories, ...carry])].slice(0, mostCarried);
        // Where a digest has come between, it has its own past: the letter then brings what is new.
        await agenda.advance(member, { cursor, carry }, { cursor, carry: back });
      }
      return agenda.dueNow(member, at);
    },

    dueCount: (now) => redis.zcount(due, "-inf", `(${now + 1}`),

    async firstDue() {
      const [, score] = await redis.zrange(due, 0, 0, "WITHSCORES");
      return score === undefined ? null : slotOf(score);
    },

    async lagSeconds(now) {
      const [, score] = await redis.zrange(due, 0, 0, "WITHSCORES");
      return score === undefined ? 0 : Math.max(0, now - slotOf(score));
    },

    async record(outcome) {
      await redis.hincrby(outcomes, outcome, 1);
    },

    async outcomes() {
      const counts = await redis.hgetall(outcomes);
      return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, Number(count)]));
    },
  };
  return agenda;
}

/** A reason told why the reader was inactive: it goes when the status changes and no new one is given. */
function withoutOldReason(after: Subscriber, patch: Partial<Subscriber>): Subscriber {
  const { reason, ...rest } = after;
  const isStale = patch.status !== undefined && patch.reason === undefined;
  return isStale || reason === undefined || reason === "" ? rest : after;
}

function pairs(fields: Readonly<Record<string, string>>): string[] {
  return Object.entries(fields).flat();
}
