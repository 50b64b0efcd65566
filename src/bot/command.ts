// The contract of a command and of a button: what a reader asked in, what to reply out.
import type { Keyboard } from "../delivery/outcome.ts";
import type { Voice } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

/** A reader as the bot knows it: the opaque number and the record. */
export interface Reader {
  readonly number: number;
  readonly subscriber: Subscriber;
}

export interface Request {
  readonly reader: Reader;
  readonly voice: Voice;
  /** What follows the command or the button's name, trimmed; empty when there is nothing. */
  readonly argument: string;
  readonly now: Date;
}

export interface Reply {
  readonly html: string;
  readonly keyboard?: Keyboard;
  /** Called when the platform did not take the message: puts back what the reply had claimed. */
  readonly undo?: () => Promise<void>;
}

export interface Command {
  /** Latin, lower case, without the slash. */
  readonly name: string;
  /** Shown in Telegram's command menu and in /help. */
  readonly isListed: boolean;
  /** The answer takes long enough for "typing…". */
  readonly isSlow?: boolean;
  readonly run: (request: Request) => Promise<readonly Reply[]>;
}

/** What a pressed button does: the message it stands under is edited, further ones are sent, a toast is shown. */
export interface Pressed {
  readonly edit?: Reply;
  readonly replies?: readonly Reply[];
  readonly toast?: string;
}

export interface Action {
  /** The part of the callback data before the first ":". */
  readonly name: string;
  readonly run: (request: Request) => Promise<Pressed>;
}
