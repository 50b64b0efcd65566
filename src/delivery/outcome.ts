// The contract of a send: what became of one message, in our own words.

export type Outcome =
  | { readonly kind: "sent"; readonly messageId: number }
  /** The platform named the delay (429). */
  | { readonly kind: "wait"; readonly seconds: number }
  /** The chat cannot be reached any more, or not by us. */
  | { readonly kind: "gone"; readonly why: GoneReason }
  /** The group became a supergroup with another id. */
  | { readonly kind: "moved"; readonly chat: number }
  /** The platform refused this very message: sending it again would be refused again. */
  | {
      readonly kind: "refused";
      readonly why: "entities" | "too-long" | "empty" | "other";
      readonly code: number;
    }
  /** Nothing is wrong with the message: 5xx, a reset, a timeout, a cut body. */
  | { readonly kind: "failed"; readonly cause: unknown };

export type GoneReason =
  | "blocked"
  | "deactivated"
  | "kicked"
  | "not-found"
  | "no-rights"
  | "thread-not-found";

export interface Button {
  readonly text: string;
  /** Callback data (1 to 64 bytes), or an address to open. */
  readonly data?: string;
  readonly url?: string;
  /** Text that the reader sends on, as a query to our inline mode, into a chat of their choice. */
  readonly share?: string;
}

export type Keyboard = readonly (readonly Button[])[];

/** A key below the input field by which the app lets a channel be picked (with its name), or the end of one. */
export type Ask = { readonly kind: "channel"; readonly text: string } | { readonly kind: "none" };

export interface Letter {
  readonly chat: number;
  readonly thread: number | null;
  readonly html: string;
  readonly keyboard?: Keyboard;
  readonly silent?: boolean;
  /** Above the free rate it costs Stars; for digests and broadcasts alone. */
  readonly paid?: boolean;
  /** Without a keyboard only. */
  readonly ask?: Ask;
  /** The message that this answers, where it is still there. */
  readonly replyTo?: number;
  /** Address of which a large preview is shown above the text. */
  readonly preview?: string;
  /** A picture (PNG) that is sent with the text as its caption. */
  readonly photo?: { readonly name: string; readonly bytes: Uint8Array };
  /** A file that is sent with the text as its caption. */
  readonly document?: { readonly name: string; readonly bytes: Uint8Array };
}
