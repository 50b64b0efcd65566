// Keeps the feeds in Redis: those that operators added, and what is remembered of the readings of all.
import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import { toFeedName } from "./feed-name.ts";
import type { FeedSource, FeedState, FeedWish } from "./feedSource.ts";

export type RegisterRedis = Pick<Redis, "del" | "eval" | "hdel" | "hgetall" | "hsetnx">;

/** Fields of a state that change; null takes one away. */
export type StateChange = { readonly [Field in keyof FeedState]?: FeedState[Field] | null };

export interface Register {
  /** Feeds of config first, then the added ones in the order of their names. */
  list(): Promise<readonly FeedSource[]>;
  /** By id or by address, else by a name that only one has. */
  find(words: string): Promise<FeedSource | undefined>;
  /** False when a feed of this address is there already. */
  add(wish: FeedWish): Promise<boolean>;
  /** Forgets an added feed and its readings; its articles stay. False for one that was not added by command. */
  remove(id: string): Promise<boolean>;
  state(id: string): Promise<FeedState>;
  /** Does nothing for a feed that was removed meanwhile: added again, it must begin anew. */
  change(id: string, change: StateChange): Promise<void>;
}

/** The id of a feed. Its scheme, the case of its host and a slash at its end do not count. */
export function feedId(url: string): string {
  const { host, pathname, search } = new URL(url);
  return createHash("sha256")
    .update(host + pathname.replace(/\/$/, "") + search)
    .digest("hex")
    .slice(0, 10);
}

/** KEYS: added feeds, a state. ARGV: id, "1" for a feed of config, how many fields are set; these and their values; fields that go. */
export const changeScript = `
if ARGV[2] ~= '1' and redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
local set = tonumber(ARGV[3])
for i = 4, 2 + 2 * set, 2 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
for i = 4 + 2 * set, #ARGV do redis.call('HDEL', KEYS[2], ARGV[i]) end
return 1
`;

export function createRegister(redis: RegisterRedis, prefix: string, listed: readonly FeedWish[]): Register {
  const added = `{${prefix}}:sources:added`;
  const stateKey = (id: string): string => `{${prefix}}:sources:state:${id}`;
  const fromConfig = listed.map((wish): FeedSource => ({ ...wish, id: feedId(wish.url), from: "config" }));

  async function list(): Promise<readonly FeedSource[]> {
    const known = new Map(fromConfig.map((source) => [source.id, source]));
    const wishes = Object.entries(await redis.hgetall(added))
      // What is in there was checked when it was put there.
      .map(([id, json]): FeedSource => ({ ...(JSON.parse(json) as FeedWish), id, from: "added" }))
      .filter(({ id }) => !known.has(id))
      .sort((a, b) => a.name.localeCompare(b.name, "ar") || (a.id < b.id ? -1 : 1));
    return [...known.values(), ...wishes];
  }

  return {
    list,
    async find(words) {
      const all = await list();
      const id = URL.canParse(words) ? feedId(words) : words;
      const named = all.filter(({ name }) => name === words);
      return all.find((source) => source.id === id) ?? (named.length === 1 ? named[0] : undefined);
    },
    async add(wish) {
      const id = feedId(wish.url);
      if (fromConfig.some((source) => source.id === id)) return false;
      const name = toFeedName(wish.name, wish.url);
      return (await redis.hsetnx(added, id, JSON.stringify({ ...wish, name }))) === 1;
    },
    async remove(id) {
      if ((await redis.hdel(added, id)) === 0) return false;
      await redis.del(stateKey(id));
      return true;
    },
    async state(id) {
      return toState(await redis.hgetall(stateKey(id)));
    },
    async change(id, change) {
      const set: string[] = [];
      const gone: string[] = [];
      for (const [field, value] of Object.entries(change)) {
        if (value === null) gone.push(field);
        else if (value !== undefined) set.push(field, JSON.stringify(value));
      }
      const isListed = fromConfig.some((source) => source.id === id) ? "1" : "";
      await redis.eval(changeScript, 2, added, stateKey(id), id, isListed, set.length / 2, ...set, ...gone);
    },
  };
}

const fresh: FeedState = { brought: 0, failures: 0, isOffTold: false };

function toState(fields: Readonly<Record<string, string>>): FeedState {
  const values = Object.entries(fields).map(([field, json]) => [field, JSON.parse(json) as unknown]);
  return { ...fresh, ...(Object.fromEntries(values) as Partial<FeedState>) };
}
