// Telegram's own limits on sending, for who switches them on: so many messages a second, to a chat, to a group.

/** Absent or 0: no such limit. */
export interface Limits {
  /** Messages in any second, over all chats. */
  readonly perSecond?: number;
  /** Messages in any second to one chat. */
  readonly perChat?: number;
  /** Messages in any minute to one group or channel. */
  readonly perGroup?: number;
}

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this (the real ones let short bursts pass). */
export const telegramLimits: Limits = { perSecond: 30, perChat: 1, perGroup: 20 };

export interface Refused {
  readonly why: "rate" | "chat" | "group";
  /** Whole seconds until one more is accepted. */
  readonly retryAfter: number;
}

const secondMs = 1000;
const minuteMs = 60_000;

/** Counts what is accepted; a refused message counts for nothing. */
export class Gauge {
  readonly limits: Limits;
  /** Instants of accepted messages, rising; those before `first` are over. */
  readonly #all: number[] = [];
  #first = 0;
  /** By chat, those of the last minute. */
  readonly #chats = new Map<number, readonly number[]>();

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Accepts a message (undefined), or says why not. `nowMs` never falls; groups and channels have negative ids. */
  judge(chat: number, nowMs: number): Refused | undefined {
    const { perSecond = 0, perChat = 0, perGroup = 0 } = this.limits;
    while (nowMs - (this.#all[this.#first] ?? nowMs) >= secondMs) this.#first += 1;
    const oldest = this.#oldest(this.#all, this.#first, perSecond);
    if (oldest !== undefined) return refuse("rate", oldest + secondMs - nowMs);
    if (perChat > 0 || perGroup > 0) {
      const past = (this.#chats.get(chat) ?? []).filter((at) => nowMs - at < minuteMs);
      const within = past.findIndex((at) => nowMs - at < secondMs);
      const inChat = this.#oldest(past, within < 0 ? past.length : within, perChat);
      if (inChat !== undefined) return refuse("chat", inChat + secondMs - nowMs);
      const inGroup = chat < 0 ? this.#oldest(past, 0, perGroup) : undefined;
      if (inGroup !== undefined) return refuse("group", inGroup + minuteMs - nowMs);
      this.#chats.set(chat, [...past, nowMs]);
    }
    if (perSecond > 0) this.#all.push(nowMs);
    return undefined;
  }

  /** The instant whose end makes room again, where there are `most` from `from` on. */
  #oldest(instants: readonly number[], from: number, most: number): number | undefined {
    return most > 0 && instants.length - from >= most ? instants[instants.length - most] : undefined;
  }
}

const refuse = (why: Refused["why"], leftMs: number): Refused => ({
  why,
  retryAfter: Math.max(1, Math.ceil(leftMs / secondMs)),
});

/** Does a method send a message that the limits count? */
export function isCounted(method: string): boolean {
  const name = method.toLowerCase();
  return (name.startsWith("send") && name !== "sendchataction") || name === "copymessage";
}
