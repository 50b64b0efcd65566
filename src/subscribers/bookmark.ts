// Remembers how far an import came, so that one that was broken off goes on there.
import { createHash, type Hash } from "node:crypto";
import type { Redis } from "ioredis";

export interface Mark {
  /** Lines that are written or were refused. */
  readonly lines: number;
  /** Of the text of these lines: only a file that begins with the very same ones is gone on with. */
  readonly digest: string;
  readonly bad: number;
}

export interface Bookmark {
  read(): Promise<Mark | undefined>;
  write(mark: Mark): Promise<void>;
  remove(): Promise<void>;
}

/** Who has not gone on for a week begins anew: readers have changed their settings since. */
const keptSeconds = 7 * 86_400;

/** `first` is the file's first line: by it the mark of this file is found. */
export function createBookmark(
  redis: Pick<Redis, "get" | "set" | "del">,
  prefix: string,
  first: string,
): Bookmark {
  const key = `{${prefix}}:import:${createHash("sha256").update(first).digest("base64url")}`;
  return {
    async read() {
      const json = await redis.get(key);
      return json === null ? undefined : (JSON.parse(json) as Mark);
    },
    async write(mark) {
      await redis.set(key, JSON.stringify(mark), "EX", keptSeconds);
    },
    async remove() {
      await redis.del(key);
    },
  };
}

/** Sums up lines as they go by. */
export interface Sum {
  add(line: string): void;
  /** Of all lines so far. */
  digest(): string;
}

export function createSum(): Sum {
  const hash: Hash = createHash("sha256");
  return {
    add: (line) => void hash.update(line).update("\n"),
    digest: () => hash.copy().digest("base64url"),
  };
}
