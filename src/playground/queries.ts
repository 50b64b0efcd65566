// Open questions to the bot: pressed buttons and inline queries, each of which can be answered for a while.

/** A callback query can be answered for this long. */
const callbackMs = 60_000;

/** An inline query: the reader types on, and Telegram waits only for seconds. */
const inlineMs = 10_000;

/** What the bot answered to an inline query, as the reader sees it. */
export interface InlineAnswer {
  readonly queryId: string;
  /** As the bot gave them. */
  readonly results: readonly Readonly<Record<string, unknown>>[];
  /** Empty: there is no next page. */
  readonly nextOffset: string;
  /** Seconds. */
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  readonly button?: Readonly<Record<string, unknown>>;
}

interface Callback {
  readonly chat: number;
  /** Who pressed, by id. */
  readonly person: number;
  readonly atMs: number;
}

interface Inline {
  readonly user: number;
  readonly query: string;
  readonly atMs: number;
  readonly resolve: (answer: InlineAnswer) => void;
  answer?: InlineAnswer;
}

export class Queries {
  readonly #now: () => number;
  readonly #callbacks = new Map<string, Callback>();
  readonly #inline = new Map<string, Inline>();
  #next = 1;

  constructor(now: () => number) {
    this.#now = now;
  }

  open(chat: number, person: number): string {
    const id = this.#id();
    this.#callbacks.set(id, { chat, person, atMs: this.#now() });
    return id;
  }

  /** A query that may still be answered; asking ends it. */
  close(id: string): Callback | undefined {
    const query = this.#callbacks.get(id);
    this.#callbacks.delete(id);
    return query !== undefined && this.#now() - query.atMs <= callbackMs ? query : undefined;
  }

  openInline(user: number, query: string, resolve: (answer: InlineAnswer) => void): string {
    const id = this.#id();
    this.#inline.set(id, { user, query, atMs: this.#now(), resolve });
    return id;
  }

  /** False when it is too late, or when it was answered already. */
  answerInline(answer: InlineAnswer): boolean {
    const open = this.#inline.get(answer.queryId);
    if (open === undefined || open.answer !== undefined) return false;
    if (this.#now() - open.atMs > inlineMs) return false;
    open.answer = answer;
    open.resolve(answer);
    return true;
  }

  /** An answered inline query, from which results can be chosen. */
  answered(id: string): { readonly query: string; readonly answer: InlineAnswer } | undefined {
    const open = this.#inline.get(id);
    return open?.answer === undefined ? undefined : { query: open.query, answer: open.answer };
  }

  #id(): string {
    const id = `${this.#now()}${String(this.#next).padStart(6, "0")}`;
    this.#next += 1;
    return id;
  }
}
