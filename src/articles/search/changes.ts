// Reads the stream of the store's changes from where it stopped, and tells when some are lost.
import type { Redis } from "ioredis";

export type ChangeStream = Pick<Redis, "xread" | "xrange" | "xrevrange" | "xlen" | "disconnect">;

export interface Change {
  /** "lost": changes are missing between the last one read and now. */
  readonly kind: "changed" | "lost";
  /** Numbers of articles to read again, each once. */
  readonly numbers: readonly number[];
  /** Call it when they are read: the next change is the one behind. */
  done(): void;
}

export interface Changes {
  /** Only what comes from now on is a change. */
  skipToEnd(): Promise<void>;
  /** The next changes; none when there were none for some seconds. */
  next(): Promise<Change>;
}

/** The store keeps the newest so many, or a few more. */
const kept = 10_000;

/** Changes read at once. */
const batch = 500;

/** How long one read waits. Then we look whether Redis has lost what it had. */
const waitMs = 5_000;

/** Comes before every id. */
const beginning = "0-0";

export function createChanges(redis: ChangeStream, key: string): Changes {
  let last = beginning;

  async function newest(): Promise<string> {
    return (await redis.xrevrange(key, "+", "-", "COUNT", 1))[0]?.[0] ?? beginning;
  }

  /** True when entries behind `last` may have been cut off: the oldest that is kept came later. */
  async function isCutOff(): Promise<boolean> {
    if (last === beginning) return (await redis.xlen(key)) >= kept;
    const oldest = (await redis.xrange(key, "-", "+", "COUNT", 1))[0]?.[0];
    return oldest !== undefined && compareIds(oldest, last) > 0;
  }

  const lost = (): Change => ({ kind: "lost", numbers: [], done: () => undefined });

  return {
    async skipToEnd() {
      last = await newest();
    },
    async next() {
      const reply = await redis.xread("COUNT", batch, "BLOCK", waitMs, "STREAMS", key, last);
      const entries = reply?.[0]?.[1] ?? [];
      const end = entries.at(-1)?.[0];
      if (end === undefined) {
        // A Redis that came back without its memory has an older end, and another store.
        if (compareIds(await newest(), last) < 0) return lost();
        return { kind: "changed", numbers: [], done: () => undefined };
      }
      if (await isCutOff()) return lost();
      const numbers = new Set(entries.map(([, fields]) => numberOf(fields)));
      return {
        kind: "changed",
        numbers: [...numbers].filter((number) => number > 0),
        done: () => {
          last = end;
        },
      };
    },
  };
}

/** Stream ids are milliseconds and a count: "1795702063356-0". */
function compareIds(a: string, b: string): number {
  const [aMs = 0, aCount = 0] = a.split("-").map(Number);
  const [bMs = 0, bCount = 0] = b.split("-").map(Number);
  return aMs - bMs || aCount - bCount;
}

function numberOf(fields: readonly string[]): number {
  const at = fields.indexOf("number");
  const number = at % 2 === 0 ? Number(fields[at + 1]) : 0;
  return Number.isSafeInteger(number) ? number : 0;
}
