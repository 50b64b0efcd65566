// What is being worked on: ids that go into every line of its log, and words that go into none.
import { AsyncLocalStorage } from "node:async_hooks";

export interface Trace {
  /** Ids, e.g. `{ update: 815 }`: numbers, for a text might hold what a line must not. */
  readonly ids: Readonly<Record<string, number>>;
  /** Texts and names that an error may carry along; asked for only when a line is written. */
  readonly hidden: () => readonly string[];
}

const storage = new AsyncLocalStorage<Trace>();

/**
 * All that `work` does, and what it starts, is on this trace. From the first call on every `await` of the process costs some
 * 0.4 µs more (Node 20, measured: docs/ops/health.md): for updates, not for the thousands of digests a second of a worker.
 */
export function traced<Result>(trace: Trace, work: () => Result): Result {
  return storage.run(trace, work);
}

/** For what is kept beyond its update: a kept promise holds the trace that it was made on, and so that update. */
export const untraced = <Result>(work: () => Result): Result =>
  storage.getStore() === undefined ? work() : storage.exit(work);

/** The trace of the caller; none outside of `traced`. */
export const currentTrace = (): Trace | undefined => storage.getStore();

/** A shorter word is part of many others: such a name is taken out only where it stands alone. */
const shortest = 4;

/** More words than this are not looked for one by one. */
const mostWords = 1_000;

/** A function that takes the trace's texts out, whole or by their words: an error may quote a piece. */
export function hiding({ hidden }: Trace): (text: string) => string {
  const texts = [...new Set(hidden())];
  const words = texts.flatMap((text) => text.split(/\s+/)).slice(0, mostWords);
  const long = [...new Set([...texts, ...words])].filter((text) => text.length >= shortest);
  // A long one first: its words would leave the rest of it behind.
  long.sort((a, b) => b.length - a.length);
  const short = texts.filter((text) => text.length > 1 && text.length < shortest).map(alone);
  return (text) => {
    const rest = long.reduce((left, word) => left.replaceAll(word, hiddenWord), text);
    return short.reduce((left, pattern) => left.replace(pattern, hiddenWord), rest);
  };
}

const hiddenWord = "<hidden>";

const alone = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])${word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?![\\p{L}\\p{N}_])`, "gu");
