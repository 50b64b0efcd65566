// Works every reader's next instant out anew, once a night: zones change their rules, and an index does not know.
import type { Redis } from "ioredis";
import { fromFields, fromRecord, letterOf } from "../subscribers/fields.ts";
import { scoreLua } from "../subscribers/place.ts";
import { recordLua, subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { nextDue } from "./due.ts";
import { slotOf } from "./rotation.ts";

/** How far a recomputation has come, or how the last one ended. */
export interface Recomputation {
  /** The night (UTC) that it is of, "2026-11-27"; "" before the first one. */
  readonly night: string;
  /** Version of the time zone rules that it goes by, e.g. "2025b". */
  readonly tz: string;
  /** Active readers whose next instant was compared, and how many of them were placed anew. */
  readonly checked: number;
  readonly corrected: number;
  readonly startedMs: number;
  /** 0 while it is under way. */
  readonly endedMs: number;
}

export interface Recompute {
  state(): Promise<Recomputation>;
  /** True when tonight's is still to be made or to be ended: one a night, and one for newer rules at once. */
  isOpen(now: Date): Promise<boolean>;
  /** The next so many numbers of readers; true when it was the last step. One process at a time may call it. */
  step(now: Date, limit: number): Promise<boolean>;
}

/** A night begins at this hour of UTC: after midnight's digests and before the morning's in the Arab countries. */
const nightHour = 1;

/** No rule moves a clock by more: what comes sooner after the slot served last may be the same wish once more. */
const mostMovedSeconds = 3 * 3_600;

const plan = (["status", "zone", "city", "times", "days", "pausedUntil", "lastSlot"] as const).map(letterOf);

/**
 * KEYS as in scripts.ts. ARGV: member, its instant as it was read ("" = none), the right one, now, then fields as they
 * were read (letter and value in turn). A slot that is served, or due already, is left alone.
 */
const correctLua = `${scoreLua}${recordLua}
local known = redis.call("ZSCORE", KEYS[1], ARGV[1])
if redis.call("HEXISTS", KEYS[2], ARGV[1]) == 1 then return 0 end
if (known and string.format("%.0f", math.floor(tonumber(known))) or "") ~= ARGV[2] then return 0 end
if known and tonumber(known) <= tonumber(ARGV[4]) then return 0 end
local record = read(ARGV[1])
if not record then return 0 end
for i = 5, #ARGV, 2 do
  if (record[ARGV[i]] or "") ~= ARGV[i + 1] then return 0 end
end
redis.call("ZADD", KEYS[1], score(ARGV[1], ARGV[3]), ARGV[1])
return 1
`;

/** `tz` is the version of the rules that this process has, `process.versions.tz`. */
export function createRecompute(redis: Redis, prefix: string, tz: string): Recompute {
  const keys = subscriberKeys(prefix);
  const [due, pend, record] = [`{${prefix}}:due`, `{${prefix}}:pend`, `{${prefix}}:recompute`];
  const correct = defineScript(redis, "agenda_correct", { keys: 4, lua: correctLua });

  async function read(): Promise<Recomputation & { readonly cursor: number; readonly last: number }> {
    const fields = await redis.hgetall(record);
    const count = (name: string): number => Number(fields[name] ?? 0);
    return {
      night: fields["night"] ?? "",
      tz: fields["tz"] ?? "",
      checked: count("checked"),
      corrected: count("corrected"),
      startedMs: count("startedMs"),
      endedMs: count("endedMs"),
      cursor: count("cursor"),
      last: count("last"),
    };
  }

  async function begin(now: Date): Promise<void> {
    const last = (await redis.get(keys.next)) ?? "0";
    const fields = { night: nightOf(now), tz, cursor: 0, last, checked: 0, corrected: 0, endedMs: 0 };
    await redis.hset(record, { ...fields, startedMs: now.getTime() });
  }

  /** The numbers from `first` to `last`: how many active readers there are, and how many were placed anew. */
  async function slice(
    first: number,
    last: number,
    now: Date,
  ): Promise<{ checked: number; corrected: number }> {
    const members = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
      String(first + index),
    );
    if (members.length === 0) return { checked: 0, corrected: 0 };
    const [records, scores, pending] = await Promise.all([
      redis.hmget(keys.records, ...members),
      redis.zmscore(due, ...members),
      redis.hmget(pend, ...members),
    ]);
    let checked = 0;
    const corrections: Promise<unknown>[] = [];
    for (const [index, member] of members.entries()) {
      const fields = fromRecord(records[index]);
      const subscriber = fromFields(fields);
      if (subscriber?.status !== "active") continue;
      checked += 1;
      const score = scores[index] ?? null;
      const known = score === null ? null : slotOf(score);
      const right = rightInstant(subscriber, Number(fields[letterOf("lastSlot")] ?? 0), known, now.getTime());
      const isServed = pending[index] !== null && pending[index] !== undefined;
      if (right === null || isServed) continue;
      const asRead = plan.flatMap((letter) => [letter, fields[letter] ?? ""]);
      const seconds = Math.floor(now.getTime() / 1000);
      const given = [member, known ?? "", right, seconds, ...asRead];
      corrections.push(correct(due, pend, `{${prefix}}:outcomes`, keys.records, ...given));
    }
    return { checked, corrected: (await Promise.all(corrections)).filter((done) => done === 1).length };
  }

  return {
    async state() {
      const { cursor: _, last: __, ...state } = await read();
      return state;
    },
    async isOpen(now) {
      const state = await read();
      // Who still has older rules does not undo what newer ones have done.
      if (tz < state.tz) return false;
      return state.endedMs === 0 || state.night < nightOf(now) || state.tz < tz;
    },
    async step(now, limit) {
      let state = await read();
      const isOurs = state.night === nightOf(now) && state.tz === tz;
      if (!isOurs) {
        await begin(now);
        state = await read();
      }
      const end = Math.min(state.last, state.cursor + limit);
      const { checked, corrected } = await slice(state.cursor + 1, end, now);
      const isLast = end >= state.last;
      await redis
        .multi()
        .hset(record, "cursor", end, "endedMs", isLast ? now.getTime() : 0)
        .hincrby(record, "checked", checked)
        .hincrby(record, "corrected", corrected)
        .exec();
      return isLast;
    },
  };
}

/**
 * The instant that should be in the index where it is another one than `known`; null where nothing is to be done. Not
 * before the slot that was served last (one may be served ahead of its time), nor so soon after it that it may be the
 * same wish of the same day by the new rules.
 */
export function rightInstant(
  reader: Subscriber,
  lastSlot: number,
  known: number | null,
  nowMs: number,
): number | null {
  if (known !== null && known * 1000 <= nowMs) return null;
  const next = nextDue(reader, Math.max(nowMs, lastSlot * 1000));
  if (next === null || next === known) return null;
  if (next - lastSlot >= mostMovedSeconds) return next;
  const later = nextDue(reader, Math.max(nowMs, (lastSlot + mostMovedSeconds) * 1000));
  return later === known ? null : later;
}

/** The day on which the night began that begins at `hour` of UTC, e.g. "2026-11-27". */
export function nightOf(now: Date, hour = nightHour): string {
  return new Date(now.getTime() - hour * 3_600_000).toISOString().slice(0, 10);
}
