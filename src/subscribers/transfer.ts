// Subscribers as JSON Lines: out of the store, and into it again.
import { parseLine, toLine } from "./line.ts";
import type { KnownReader } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

/** One line a subscriber, without the line end. */
export async function* exportLines(store: { all(): AsyncIterable<KnownReader> }): AsyncGenerator<string> {
  for await (const { subscriber } of store.all()) yield toLine(subscriber);
}

export interface BadLine {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

export interface ImportNeeds {
  readonly defaults: { readonly zone: string; readonly now: Date };
  /** Writes one subscriber: known chats keep their reader's number. */
  readonly save: (subscriber: Subscriber) => Promise<void>;
  readonly onBad: (bad: BadLine) => void;
  /** Lines that come before the first of `lines`: they were imported earlier. */
  readonly passed?: number;
  /** Everything up to this line (1-based) is written or reported. */
  readonly onWritten?: (line: number) => Promise<void>;
  /** What to say of a good line that will not do all it says; undefined for nothing. It is written all the same. */
  readonly doubt?: (subscriber: Subscriber) => Omit<BadLine, "line"> | undefined;
  readonly onDoubt?: (doubt: BadLine) => void;
}

/** Writes in flight at once: enough to fill the way to Redis, few enough to hold in memory. */
const batch = 200;

/** Good lines are written, bad ones reported; the same file twice gives the same state. */
export async function importLines(
  lines: AsyncIterable<string>,
  { defaults, save, onBad, doubt, onDoubt, passed = 0, onWritten }: ImportNeeds,
): Promise<{ imported: number; bad: number }> {
  let [number, imported, bad] = [passed, 0, 0];
  let waiting: Subscriber[] = [];
  const flush = async (): Promise<void> => {
    await Promise.all(waiting.map(save));
    imported += waiting.length;
    waiting = [];
    await onWritten?.(number);
  };
  for await (const text of lines) {
    number += 1;
    // Some editors begin a file with a byte order mark.
    const line = number === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (line.trim() === "") continue;
    const read = parseLine(line, defaults);
    if (!read.ok) {
      bad += 1;
      onBad({ line: number, message: read.message, mend: read.mend });
      continue;
    }
    const doubtful = doubt?.(read.subscriber);
    if (doubtful !== undefined) onDoubt?.({ line: number, ...doubtful });
    waiting.push(read.subscriber);
    if (waiting.length >= batch) await flush();
  }
  await flush();
  return { imported, bad };
}
