// Remembers between two messages what a reader is in the middle of; in Redis, and only for ten minutes.
import type { Redis } from "ioredis";
import { opaqueId } from "./opaqueId.ts";

export interface Dialogue {
  /** Which `Typed` reads the next text. */
  readonly kind: string;
  readonly data: string;
}

/** In a group each person has a dialogue of their own; `user` is undefined for an anonymous administrator. */
export interface Dialogues {
  begin(reader: number, user: number | undefined, dialogue: Dialogue): Promise<void>;
  current(reader: number, user: number | undefined): Promise<Dialogue | undefined>;
  forget(reader: number, user: number | undefined): Promise<void>;
  /** Forgets what anyone is in the middle of with this reader. */
  forgetAll(reader: number): Promise<void>;
}

/** Minutes until a dialogue that nobody goes on with is forgotten. */
export const dialogueMinutes = 10;

/** No id of a person stands in a key; a set for each reader tells which keys there are. */
export function createDialogues(redis: Redis, prefix: string): Dialogues {
  const seconds = dialogueMinutes * 60;
  const all = (reader: number): string => `{${prefix}}:dialogues:${reader}`;
  const key = (reader: number, user: number | undefined): string =>
    `{${prefix}}:dialogue:${reader}:${user === undefined ? "chat" : opaqueId(user)}`;
  return {
    async begin(reader, user, { kind, data }) {
      await redis
        .multi()
        .set(key(reader, user), `${kind}:${data}`, "EX", seconds)
        .sadd(all(reader), key(reader, user))
        .expire(all(reader), seconds)
        .exec();
    },
    async current(reader, user) {
      const kept = await redis.get(key(reader, user));
      if (kept === null) return undefined;
      const colon = kept.indexOf(":");
      return { kind: kept.slice(0, colon), data: kept.slice(colon + 1) };
    },
    async forget(reader, user) {
      await redis.del(key(reader, user));
    },
    async forgetAll(reader) {
      await redis.del(...(await redis.smembers(all(reader))), all(reader));
    },
  };
}
