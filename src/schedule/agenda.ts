// The agenda: who is due when, who is being served, and every end on record.
import type { Redis } from "ioredis";
import { toFields } from "../subscribers/fields.ts";
import { chatField, subscriberKeys, type SubscriberStore } from "../subscribers/store.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { createDeadLetters } from "./dead.ts";
import { nextDue } from "./due.ts";
import * as scripts from "./scripts.ts";

export interface Claim {
  readonly member: number;
  /** Epoch seconds. */
  readonly slot: number;
}

export interface Pending {
  readonly slot: number;
  readonly parts: number;
  readonly upTo: number | null;
}

export interface Past {
  readonly cursor: number;
  readonly carry: readonly number[];
}

export type Agenda = ReturnType<typeof createAgenda>;

/** All keys share the prefix's hash tag. */
export function createAgenda(redis: Redis, prefix: string, { store }: { readonly store: SubscriberStore }) {
  const keys = subscriberKeys(prefix);
  const names = { due: `{${prefix}}:due`, pend: `{${prefix}}:pend`, outcomes: `{${prefix}}:outcomes` };
  const readerPrefix = keys.reader(0).slice(0, -1);
  const run = (script: string, ...args: (string | number)[]): Promise<unknown> =>
    redis.eval(script, 3, names.due, names.pend, readerPrefix, ...args);
  const dead = createDeadLetters(redis, prefix);

  /** Writes and places; `next` is computed from the subscriber as it will be. */
  async function write(number: number, subscriber: Subscriber, patch: Partial<Subscriber>, now: Date): Promise<void> {
    const { set, unset } = toFields(patch);
    const next = subscriber.status === "active" ? nextDue(subscriber, now.getTime()) : null;
    const status = subscriber.status === "active" ? "active" : "";
    await run(scripts.changeScript, number, next ?? "", status, ...Object.entries(set).flat(), "--", ...unset);
  }

  return {
    ...dead,

    /** Changes a subscriber and places the reader anew. Throws when there is no such reader. */
    async change(number: number, patch: Partial<Subscriber>, now: Date): Promise<Subscriber> {
      const before = await store.byNumber(number);
      if (before === undefined) throw new Error(`There is no reader ${number}`);
      const after: Subscriber = { ...before, ...patch };
      await write(number, after, patch, now);
      return after;
    },

    /** Writes a whole subscriber, known or not, and places the reader. */
    async upsert(subscriber: Subscriber, now: Date): Promise<number> {
      const { number } = await store.ensure(subscriber);
      await write(number, subscriber, { reason: "", ...subscriber }, now);
      return number;
    },

    async claim({ now, limit, leaseSeconds }: { now: number | null; limit: number; leaseSeconds: number }): Promise<Claim[]> {
      const flat = (await run(scripts.claimScript, now ?? "", limit, leaseSeconds)) as string[];
      const claims: Claim[] = [];
      for (let at = 0; at < flat.length; at += 2) claims.push({ member: Number(flat[at]), slot: Number(flat[at + 1]) });
      return claims;
    },

    /** Holds claims that are still pending until `seconds` after `now` (null = Redis's own clock, as in `claim`). */
    async confirm(claims: readonly Claim[], seconds: number, now: number | null): Promise<void> {
      await run(scripts.confirmScript, now ?? "", seconds, ...claims.flatMap(({ member, slot }) => [member, slot]));
    },

    async pending(member: number): Promise<Pending | null> {
      const value = await redis.hget(names.pend, String(member));
      if (value === null) return null;
      const [slot, parts, upTo] = value.split("|");
      return { slot: Number(slot), parts: Number(parts), upTo: upTo === "" || upTo === undefined ? null : Number(upTo) };
    },

    async notePart(member: number, slot: number, parts: number): Promise<void> {
      await run(scripts.noteScript, member, slot, parts, "");
    },

    /** The newest article number that this slot's digest considers: the first to note it decides. */
    async noteUpTo(member: number, slot: number, upTo: number): Promise<number> {
      const inForce = await run(scripts.noteScript, member, slot, "", upTo);
      return inForce === null ? upTo : Number(inForce);
    },

    /** Ends a slot if it is still the pending one; false for a stale end, which changes nothing. */
    async acknowledge(end: Claim & Past & { next: number | null; outcome: string }): Promise<boolean> {
      const { member, slot, next, outcome, cursor, carry } = end;
      const { set, unset } = toFields({ cursor, carry });
      const fields = Object.entries(set).flat();
      const ended = await run(scripts.acknowledgeScript, member, slot, next ?? "", outcome, ...fields, "--", ...unset);
      if (ended === 1) await redis.hincrby(names.outcomes, outcome, 1);
      return ended === 1;
    },

    async advance(number: number, from: Past, to: Past): Promise<"done" | "changed" | "pending"> {
      const stored = (past: Past): [string, string] => {
        const { set } = toFields(past);
        return [set["cursor"] ?? "", set["carry"] ?? ""];
      };
      return (await run(scripts.advanceScript, number, ...stored(from), ...stored(to))) as "done" | "changed" | "pending";
    },

    async release(member: number, slot: number, at: number): Promise<void> {
      await run(scripts.releaseScript, member, slot, at);
    },

    async retire(member: number, reason: string): Promise<void> {
      await run(scripts.retireScript, member, reason);
      await redis.hincrby(names.outcomes, "gone", 1);
    },

    async migrate(member: number, newChat: number): Promise<void> {
      const subscriber = await store.byNumber(member);
      if (subscriber === undefined) return;
      const { chat, thread } = subscriber;
      const fields = [chatField(chat, thread), chatField(newChat, thread)];
      await redis.eval(
        scripts.migrateScript,
        4,
        names.due,
        names.pend,
        readerPrefix,
        keys.readers,
        member,
        ...fields,
        newChat,
      );
    },

    /** Makes an active reader due at an instant (epoch seconds). */
    async dueNow(member: number, at: number): Promise<void> {
      await redis.zadd(names.due, at, String(member));
    },

    dueCount: (now: number): Promise<number> => redis.zcount(names.due, "-inf", now),

    /** How long the oldest due reader has waited, in seconds; 0 when none is due. */
    async lagSeconds(now: number): Promise<number> {
      const [, score] = await redis.zrange(names.due, 0, 0, "WITHSCORES");
      return score === undefined ? 0 : Math.max(0, now - Number(score));
    },

    /** Kind of end → how often. */
    async outcomes(): Promise<Readonly<Record<string, number>>> {
      const counts = await redis.hgetall(names.outcomes);
      return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, Number(count)]));
    },
  };
}
