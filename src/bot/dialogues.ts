// Remembers between two messages what a reader is in the middle of; in Redis, and only for ten minutes.
import type { Redis } from "ioredis";

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
}

const seconds = 600;

export function createDialogues(redis: Redis, prefix: string): Dialogues {
  const key = (reader: number, user: number | undefined): string =>
    `{${prefix}}:dialogue:${reader}:${user ?? "chat"}`;
  return {
    async begin(reader, user, { kind, data }) {
      await redis.set(key(reader, user), `${kind}:${data}`, "EX", seconds);
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
  };
}
