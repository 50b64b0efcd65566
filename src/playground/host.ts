// The contract of who hosts the playground: what its page offers only where the host can do it.
import type { Chat } from "./chat.ts";

/** How far the clock is moved: an hour, a day, or to what comes next in the chat. */
export const strides = ["hour", "day", "next"] as const;
export type Stride = (typeof strides)[number];

/** Where the page asks from: a chat, and the topic of a forum. */
export interface Spot {
  readonly chat: Chat["id"];
  readonly thread: number | null;
}

export interface PlaygroundHost {
  /** Lets what comes at its time come now; false where nothing comes. */
  readonly deliver?: (spot: Spot) => Promise<boolean>;
  readonly clock?: {
    /** How far the clock of the playground is ahead of the wall clock, in milliseconds. */
    aheadMs(): number;
    /** Moves it on; false where there is nothing to move to. */
    forward(stride: Stride, spot: Spot): Promise<boolean>;
    /** Calls at each move. */
    listen(listener: () => void): void;
  };
}
