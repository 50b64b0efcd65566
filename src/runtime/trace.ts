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

/** The trace of the caller; none outside of `traced`. */
export const currentTrace = (): Trace | undefined => storage.getStore();

/** Words shorter than this say nothing of anybody. */
const shortest = 4;

/** More words than this are not looked for one by one. */
const mostWords = 1_000;

/** A function that takes the trace's texts out, whole or by their words: an error may quote a piece. */
export function hiding({ hidden }: Trace): (text: string) => string {
  const texts = hidden();
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => word.length >= shortest);
  const wanted = [...new Set([...texts.filter((text) => text.length >= 2), ...words.slice(0, mostWords)])];
  // A long one first: its words would leave the rest of it behind.
  wanted.sort((a, b) => b.length - a.length);
  return (text) => wanted.reduce((rest, word) => rest.replaceAll(word, "<hidden>"), text);
}
