// Remembers broadcasts in Redis: the message, whom it is for, and who has had it; it survives every restart.
import type { Redis } from "ioredis";
import { defineScript, type RunScript } from "../subscribers/script.ts";
import type { Broadcast, BroadcastStatus, Segment } from "./broadcast.ts";
import { broadcastScripts } from "./broadcastScripts.ts";

/** What is written before it begins. */
export type BroadcastDraft = Pick<Broadcast, "html" | "by" | "locale" | "digits">;

export interface BroadcastBook {
  /** Keeps a draft for a day; gives its id. */
  draft(draft: BroadcastDraft): Promise<number>;
  find(id: number): Promise<Broadcast | undefined>;
  /** Begins a draft; false for what is none any more, as at the second tap. */
  begin(id: number, plan: Pick<Broadcast, "segment" | "total" | "last">): Promise<boolean>;
  /** Changes the status where it is one of `from`. */
  move(id: number, from: readonly BroadcastStatus[], to: BroadcastStatus, now: Date): Promise<boolean>;
  /** Ids of those that have begun and whose end was not told yet. */
  underWay(): Promise<readonly number[]>;
  /** Readers who are done with, counted under a name where there is one. Each counts once. */
  settle(id: number, as: "sent" | "gone" | "failed" | "", members: readonly number[]): Promise<number>;
  /** True for one who is done with; false for one who rests. */
  isSettled(id: number, member: number): Promise<boolean>;
  /** Puts readers aside until an instant (epoch seconds), the end of their quiet hours: the others go on. */
  rest(id: number, resting: readonly { readonly member: number; readonly until: number }[]): Promise<void>;
  /** Numbers of those whose rest is over, at most `limit`. They stay among those who rest until they are settled. */
  rested(id: number, now: Date, limit: number): Promise<readonly number[]>;
  /** Numbers over `after` that are not settled, ascending, at most `limit`, and not too far from the first open one. */
  open(id: number, after: number, limit: number): Promise<readonly number[]>;
  noteMessage(id: number, messageId: number): Promise<void>;
  /** Its end is told: it is kept a week for the record. */
  close(id: number): Promise<void>;
}

const daySeconds = 86_400;

/** So far may others be ahead of one reader whose chat has to wait: what is settled out of order is kept one by one. */
const mostAhead = 20_000;

export function createBroadcastBook(redis: Redis, prefix: string): BroadcastBook {
  const base = `{${prefix}}:broadcast:`;
  const record = (id: number): string => `${base}${id}`;
  const ahead = (id: number): string => `${base}${id}:ahead`;
  const resting = (id: number): string => `${base}${id}:resting`;
  const active = `${base}active`;
  const bind = (name: keyof typeof broadcastScripts): RunScript =>
    defineScript(redis, `broadcast_${name}`, broadcastScripts[name]);
  const [settle, open, move, rest] = [bind("settle"), bind("open"), bind("move"), bind("rest")];

  return {
    async draft(draft) {
      const id = await redis.incr(`${base}next`);
      const fields = { ...draft, by: String(draft.by), status: "draft" };
      await redis.multi().hset(record(id), fields).expire(record(id), daySeconds).exec();
      return id;
    },
    async find(id) {
      const [fields, waiting] = await Promise.all([redis.hgetall(record(id)), redis.zcard(resting(id))]);
      return toBroadcast(id, { ...fields, waiting: String(waiting) });
    },
    async begin(id, { segment, total, last }) {
      const fields = ["segment", JSON.stringify(segment), "total", total, "last", last, "mark", 0];
      return (await move(record(id), active, id, "running", "draft", "--", ...fields)) === 1;
    },
    async move(id, from, to, now) {
      const ended = to === "cancelled" || to === "done" ? ["endedMs", now.getTime()] : [];
      return (await move(record(id), active, id, to, ...from, "--", ...ended)) === 1;
    },
    async underWay() {
      return (await redis.smembers(active)).map(Number).sort((a, b) => a - b);
    },
    async settle(id, as, members) {
      if (members.length === 0) return 0;
      return Number(await settle(record(id), ahead(id), resting(id), as, ...members));
    },
    async isSettled(id, member) {
      const [mark, isAhead, rests] = await Promise.all([
        redis.hget(record(id), "mark"),
        redis.sismember(ahead(id), String(member)),
        redis.zscore(resting(id), String(member)),
      ]);
      return rests === null && (member <= Number(mark ?? 0) || isAhead === 1);
    },
    async rest(id, readers) {
      if (readers.length === 0) return;
      const pairs = readers.flatMap(({ member, until }) => [until, member]);
      await rest(record(id), ahead(id), resting(id), ...pairs);
    },
    async rested(id, now, limit) {
      const seconds = Math.floor(now.getTime() / 1000);
      return (await redis.zrange(resting(id), "-inf", seconds, "BYSCORE", "LIMIT", 0, limit)).map(Number);
    },
    async open(id, after, limit) {
      return ((await open(record(id), ahead(id), after, limit, mostAhead)) as number[]).map(Number);
    },
    async noteMessage(id, messageId) {
      await redis.hset(record(id), "messageId", messageId);
    },
    async close(id) {
      await redis
        .multi()
        .srem(active, String(id))
        .expire(record(id), 7 * daySeconds)
        .expire(ahead(id), 7 * daySeconds)
        .expire(resting(id), 7 * daySeconds)
        .exec();
    },
  };
}

function toBroadcast(id: number, fields: Readonly<Record<string, string>>): Broadcast | undefined {
  const { status, html } = fields;
  if (status === undefined || html === undefined) return undefined;
  const count = (name: string): number => Number(fields[name] ?? 0);
  return {
    id,
    html,
    // Written by this file alone, so the types are its own.
    status: status as BroadcastStatus,
    segment: JSON.parse(fields["segment"] ?? '{"kind":"all"}') as Segment,
    by: count("by"),
    locale: fields["locale"] ?? "ar",
    digits: fields["digits"] === "arabic" ? "arabic" : "latin",
    total: count("total"),
    last: count("last"),
    mark: count("mark"),
    messageId: count("messageId"),
    endedMs: count("endedMs"),
    sent: count("sent"),
    gone: count("gone"),
    failed: count("failed"),
    waiting: count("waiting"),
  };
}
