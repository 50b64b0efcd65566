// Remembers between two messages what a reader is in the middle of; in Redis, and only for ten minutes.
import type { Redis } from "ioredis";

export interface Dialogues {
  /** The reader may type a time in place of `replaces` ("new" for a further one). */
  awaitTime(reader: number, replaces: string): Promise<void>;
  /** Which time a typed one would replace, undefined when none is awaited. */
  awaitedTime(reader: number): Promise<string | undefined>;
  forget(reader: number): Promise<void>;
}

const seconds = 600;

export function createDialogues(redis: Redis, prefix: string): Dialogues {
  const key = (reader: number): string => `{${prefix}}:dialogue:${reader}`;
  return {
    async awaitTime(reader, replaces) {
      await redis.set(key(reader), replaces, "EX", seconds);
    },
    async awaitedTime(reader) {
      return (await redis.get(key(reader))) ?? undefined;
    },
    async forget(reader) {
      await redis.del(key(reader));
    },
  };
}
