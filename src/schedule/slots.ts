// The slots that are being served: claimed, noted, ended; asked for by many deliveries at once, answered in few round trips.
import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { gather } from "../runtime/gather.ts";
import { storedAs } from "../subscribers/fields.ts";
import { subscriberKeys } from "../subscribers/records.ts";
import { defineScript, type RunScript } from "../subscribers/script.ts";
import { sayAgain } from "./again.ts";
import { scripts } from "./scripts.ts";

export interface Claim {
  /** The reader's number. */
  readonly member: number;
  /** The due instant that is served, epoch seconds. */
  readonly slot: number;
  /** The wave that serves it; absent where a job of its own does. */
  readonly carrier?: string;
  /** The wave was made by an earlier claim: its job may be in the queue already, perhaps with others of its readers alone. */
  readonly isAgain?: true;
}

export interface Pending {
  readonly slot: number;
  /** Parts already sent; a half for what goes before the first. */
  readonly parts: number;
  /** Newest article number that the first composition considered; null before it. */
  readonly upTo: number | null;
}

/** What of a reader's past a digest moves on. */
export interface Past {
  readonly cursor: number;
  readonly carry: readonly number[];
}

export interface End extends Pick<Claim, "member" | "slot">, Past {
  /** The reader's next due instant; null takes the reader off the index. */
  readonly next: number | null;
  /** "sent", or why not; counted under this name. */
  readonly outcome: string;
  /** Further slots that have passed and get no end of their own; counted under this name. */
  readonly skipped?: { readonly count: number; readonly as: string };
  /** What the reader was told now, as the record keeps it; the last of it stays where absent. */
  readonly told?: string;
  /** Epoch seconds; the time of Redis when absent. */
  readonly now?: number;
}

/**
 * "stale": the slot is not the pending one, and nothing has changed. "replan": the plan was changed while the slot was
 * pending, and what it planned has passed: the slot has not ended, `next` is to be worked out from the plan as it is now.
 */
export type Ended = "ended" | "stale" | "replan";

/** All instants are epoch seconds. A `now` of null is the time of Redis. */
export interface Slots {
  /**
   * Takes up to `limit` due readers for `leaseSeconds`: one whose lease ends unserved is claimed again, same slot and same
   * carrier. `wave` readers share a carrier; none when absent.
   */
  claim(options: {
    now: number | null;
    limit: number;
    leaseSeconds: number;
    wave?: number;
  }): Promise<Claim[]>;
  /** Holds claims that are still pending until `seconds` after `now`. */
  confirm(
    claims: readonly Pick<Claim, "member" | "slot">[],
    seconds: number,
    now: number | null,
  ): Promise<void>;
  /** From now on jobs of their own serve these slots, where they are still pending. */
  alone(claims: readonly Pick<Claim, "member" | "slot">[]): Promise<void>;
  pending(member: number): Promise<Pending | null>;
  notePart(member: number, slot: number, parts: number): Promise<void>;
  /**
   * The newest article number that this slot's digest considers: the first to note it decides, for all retries. Gives the
   * slot as it is then; null where it is not the pending one.
   */
  noteUpTo(member: number, slot: number, upTo: number): Promise<Pending | null>;
  /** Ends a slot if it is still the pending one. */
  acknowledge(end: End): Promise<Ended>;
  /** Lets a pending slot be claimed again at an instant. */
  release(member: number, slot: number, at: number): Promise<void>;
}

export function createSlots(redis: Redis, prefix: string): Slots {
  const bind = bindScripts(redis, prefix);
  const [claim, confirm, note, release] = [bind("claim"), bind("confirm"), bind("note"), bind("release")];
  const [acknowledge, alone] = [bind("acknowledge"), bind("alone")];
  const pend = `{${prefix}}:pend`;

  // A worker serves many slots at once: each of these asks Redis once for all of them.
  const pendingOf = gather((members: readonly number[]) => redis.hmget(pend, ...members.map(String)));
  const noteFor = gather(
    async (notes: readonly string[]) => (await note(...notes)) as readonly (string | null)[],
  );
  // A slot has one end: said again, it changes nothing, unless Redis was killed and has forgotten it.
  const end = gather(
    sayAgain(redis, async (ends: readonly string[]) => (await acknowledge(...ends)) as readonly number[]),
  );

  return {
    async claim({ now, limit, leaseSeconds, wave = 0 }) {
      const name = randomUUID().slice(-12);
      const flat = (await claim(now ?? "", limit, leaseSeconds, name, wave)) as string[];
      const claims: Claim[] = [];
      for (let at = 0; at < flat.length; at += 3) {
        const [member, slot, carrier = ""] = flat.slice(at, at + 3);
        const isAgain = !carrier.startsWith(`${name}-`);
        const by = carrier === "" ? {} : { carrier, ...(isAgain && { isAgain }) };
        claims.push({ member: Number(member), slot: Number(slot), ...by });
      }
      return claims;
    },

    async confirm(claims, seconds, now) {
      await confirm(now ?? "", seconds, ...claims.flatMap(({ member, slot }) => [member, slot]));
    },

    async alone(claims) {
      if (claims.length > 0) await alone(...claims.flatMap(({ member, slot }) => [member, slot]));
    },

    async pending(member) {
      const value = await pendingOf(member);
      if (value === null) return null;
      const [slot, parts, upTo] = value.split("|");
      return { slot: Number(slot), parts: Number(parts), upTo: upTo ? Number(upTo) : null };
    },

    async notePart(member, slot, parts) {
      await noteFor(lineOf(member, slot, parts, ""));
    },

    async noteUpTo(member, slot, upTo) {
      const inForce = await noteFor(lineOf(member, slot, "", upTo));
      if (inForce === null) return null;
      const [parts, noted] = inForce.split("|");
      return { slot, parts: Number(parts), upTo: noted ? Number(noted) : null };
    },

    async acknowledge({ member, slot, next, outcome, now, cursor, carry, skipped, told }) {
      const also = [skipped?.count ?? 0, skipped?.as ?? "", ...stored({ cursor, carry }), told ?? ""];
      return ended[await end(lineOf(member, slot, next ?? "", outcome, now ?? "", ...also))] ?? "stale";
    },

    async release(member, slot, at) {
      await release(member, slot, at);
    },
  };
}

/** One question of many to a script; none of its texts has a tab in it. */
const lineOf = (...texts: readonly (string | number)[]): string => texts.join("\t");

/** As the script tells them. */
const ended: readonly Ended[] = ["stale", "ended", "replan"];

/** Gives a script by its name, bound to the keys that all of them have. */
export function bindScripts(redis: Redis, prefix: string): (name: keyof typeof scripts) => RunScript {
  const base = `{${prefix}}:`;
  const keys = [`${base}due`, `${base}pend`, `${base}outcomes`, subscriberKeys(prefix).records];
  return (name) => {
    const run = defineScript(redis, `agenda_${name}`, scripts[name]);
    return (...args) => run(...keys, ...args);
  };
}

/** Cursor and carry as the record has them; "" where it leaves them out. */
export const stored = ({ cursor, carry }: Past): readonly [cursor: string, carry: string] => [
  storedAs("cursor", cursor),
  storedAs("carry", carry),
];
