// The queue of updates as getUpdates serves it: long polling, confirmation by offset, one poller at a time.
import { ApiError } from "./apiError.ts";

export interface QueuedUpdate {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** Telegram keeps an update that nobody fetches for a day. */
const keepMs = 24 * 3_600_000;

interface Waiting {
  readonly offset: number;
  readonly limit: number;
  readonly answer: (updates: readonly QueuedUpdate[]) => void;
  readonly refuse: (error: ApiError) => void;
  readonly timer: NodeJS.Timeout;
}

export class Updates {
  #queue: { readonly update: QueuedUpdate; readonly atMs: number }[] = [];
  #waiting: Waiting | undefined;
  #next: number;
  /** Kinds that are kept; empty for all. */
  #kinds: ReadonlySet<string> = new Set();
  readonly #now: () => number;

  constructor(first: number, now: () => number) {
    this.#next = first;
    this.#now = now;
  }

  /** The id of the next update. */
  get next(): number {
    return this.#next;
  }

  /** Ids go on from here, if that is higher: after a restart in the same second too. */
  continueFrom(next: number): void {
    this.#next = Math.max(this.#next, next);
  }

  get pending(): number {
    return this.#queue.length;
  }

  /** From now on only updates of these kinds are kept; of all kinds when the list is empty. */
  allow(kinds: readonly string[]): void {
    this.#kinds = new Set(kinds);
  }

  /** Adds an update with its one content, e.g. `{ message }`, unless nobody asked for that kind. */
  add(content: Readonly<Record<string, unknown>>): void {
    if (this.#kinds.size > 0 && !Object.keys(content).some((kind) => this.#kinds.has(kind))) return;
    const update = { update_id: this.#next, ...content };
    this.#next += 1;
    this.#queue.push({ update, atMs: this.#now() });
    const waiting = this.#waiting;
    if (waiting !== undefined) {
      this.#end();
      waiting.answer(this.#from(waiting.offset, waiting.limit));
    }
  }

  /** Confirms what lies before `offset` (a negative one keeps the last so many) and gives what follows, waiting for it. */
  async get(offset: number, limit: number, timeoutMs: number): Promise<readonly QueuedUpdate[]> {
    const earlier = this.#waiting;
    if (earlier !== undefined) {
      this.#end();
      earlier.refuse(
        new ApiError(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
      );
    }
    this.#queue = this.#queue.filter(({ atMs }) => this.#now() - atMs < keepMs);
    if (offset > 0) this.#queue = this.#queue.filter(({ update }) => update.update_id >= offset);
    if (offset < 0) this.#queue = this.#queue.slice(offset);
    const ready = this.#from(offset, limit);
    if (ready.length > 0 || timeoutMs <= 0) return ready;
    return new Promise((answer, refuse) => {
      const timer = setTimeout(() => {
        this.#end();
        answer([]);
      }, timeoutMs);
      this.#waiting = { offset, limit, answer, refuse, timer };
    });
  }

  drop(): void {
    this.#queue = [];
  }

  /** Ends the open request with nothing: the client has gone, or we are closing. */
  release(): void {
    const waiting = this.#waiting;
    this.#end();
    waiting?.answer([]);
  }

  #from(offset: number, limit: number): readonly QueuedUpdate[] {
    return this.#queue
      .map(({ update }) => update)
      .filter(({ update_id }) => update_id >= offset)
      .slice(0, limit);
  }

  #end(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }
}
