// Remembers in Redis whose digests operators see first, and what they decided of each.
import type { Redis } from "ioredis";
import { share } from "../runtime/gather.ts";
import { subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";

/** "waiting" goes out at its time. */
export type ReviewState = "waiting" | "approved" | "held";

/** One digest under review; its stories are fixed, so that what goes out is what was seen. */
export interface Review {
  readonly member: number;
  /** Epoch seconds. */
  readonly slot: number;
  /** Epoch seconds: it goes out then unless it is held back. */
  readonly until: number;
  readonly upTo: number;
  /** Numbers of the stories, in the digest's order. */
  readonly stories: readonly number[];
  readonly carry: readonly number[];
  readonly dropped: readonly number[];
  readonly state: ReviewState;
  /** The operators have got it. */
  readonly isPosted: boolean;
}

export interface ReviewBook {
  /** Readers whose digests are reviewed. */
  members(): Promise<readonly number[]>;
  isReviewed(member: number): Promise<boolean>;
  turn(member: number, isOn: boolean): Promise<void>;
  find(member: number, slot: number): Promise<Review | undefined>;
  open(review: Omit<Review, "dropped" | "state" | "isPosted">): Promise<void>;
  notePosted(member: number, slot: number): Promise<void>;
  /** Takes a story out, or in again. */
  drop(member: number, slot: number, story: number, isDropped: boolean): Promise<void>;
  /** False when it was decided already. */
  decide(member: number, slot: number, state: "approved" | "held"): Promise<boolean>;
  /** Forgets that the reader's digests are reviewed, and all that were. */
  forget(member: number): Promise<void>;
}

const keptSeconds = 2 * 86_400;

// What a worker or an operator still writes of a reader who was forgotten meanwhile is not written.

/** KEYS: the member's slots, the review, records. ARGV: member, slot, review as JSON, seconds that both are kept. */
const openScript = `
if redis.call("HEXISTS", KEYS[3], ARGV[1]) == 0 then return 0 end
redis.call("SADD", KEYS[1], ARGV[2])
redis.call("HSETNX", KEYS[2], "json", ARGV[3])
for index = 1, 2 do redis.call("EXPIRE", KEYS[index], ARGV[4]) end
return 1
`;

/** KEYS: the review. ARGV: field, value. The first value stays; 1 for who wrote it. */
const markScript = `
if redis.call("EXISTS", KEYS[1]) == 0 then return 0 end
return redis.call("HSETNX", KEYS[1], ARGV[1], ARGV[2])
`;

/** KEYS: the review, what was dropped of it. ARGV: story, seconds. */
const dropScript = `
if redis.call("EXISTS", KEYS[1]) == 0 then return 0 end
redis.call("SADD", KEYS[2], ARGV[1])
return redis.call("EXPIRE", KEYS[2], ARGV[2])
`;

export function createReviewBook(redis: Redis, prefix: string): ReviewBook {
  const { records } = subscriberKeys(prefix);
  const runOpen = defineScript(redis, "review_open", { keys: 3, lua: openScript });
  const mark = defineScript(redis, "review_mark", { keys: 1, lua: markScript });
  const runDrop = defineScript(redis, "review_drop", { keys: 2, lua: dropScript });
  const reviewed = `{${prefix}}:review:on`;
  // A few channels at the most, asked for with every slot that is served.
  const all = share(async () => new Set(await redis.smembers(reviewed)));
  const key = (member: number, slot: number): string => `{${prefix}}:review:${member}:${slot}`;
  /** The slots that were under review. */
  const slots = (member: number): string => `{${prefix}}:reviews:${member}`;
  const dropped = (member: number, slot: number): string => `${key(member, slot)}:dropped`;
  return {
    members: async () => (await redis.smembers(reviewed)).map(Number).sort((a, b) => a - b),
    isReviewed: async (member) => (await all()).has(String(member)),
    async turn(member, isOn) {
      await (isOn ? redis.sadd(reviewed, String(member)) : redis.srem(reviewed, String(member)));
    },
    async find(member, slot) {
      const [fields, gone] = await Promise.all([
        redis.hgetall(key(member, slot)),
        redis.smembers(dropped(member, slot)),
      ]);
      const { json, state, posted } = fields;
      if (json === undefined) return undefined;
      return {
        // Written by `open` alone.
        ...(JSON.parse(json) as Omit<Review, "dropped" | "state" | "isPosted">),
        dropped: gone.map(Number),
        state: state === "approved" || state === "held" ? state : "waiting",
        isPosted: posted === "1",
      };
    },
    async open(review) {
      const { member, slot } = review;
      await runOpen(
        slots(member),
        key(member, slot),
        records,
        member,
        slot,
        JSON.stringify(review),
        keptSeconds,
      );
    },
    async notePosted(member, slot) {
      await mark(key(member, slot), "posted", 1);
    },
    async drop(member, slot, story, isDropped) {
      const at = dropped(member, slot);
      if (!isDropped) await redis.srem(at, String(story));
      else await runDrop(key(member, slot), at, story, keptSeconds);
    },
    async decide(member, slot, state) {
      return (await mark(key(member, slot), "state", state)) === 1;
    },
    async forget(member) {
      const known = (await redis.smembers(slots(member))).map(Number);
      const keys = known.flatMap((slot) => [key(member, slot), dropped(member, slot)]);
      await redis
        .multi()
        .srem(reviewed, String(member))
        .del(...keys, slots(member))
        .exec();
    },
  };
}
