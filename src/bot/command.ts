// The contract of a command and of a button: what a reader asked in, what to reply out.
import type { Ask, Keyboard } from "../delivery/outcome.ts";
import type { Voice } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";

/** A reader as the bot knows it: the opaque number and the record. */
export interface Reader {
  readonly number: number;
  readonly subscriber: Subscriber;
}

/** Who asked, which in a group is not the chat that the reader is. */
export interface Actor {
  /** Telegram's id of the person; undefined for a channel's post and for an anonymous administrator. */
  readonly user: number | undefined;
  /** Spoken in the name of the chat itself: only its administrators can. */
  readonly isAnonymous: boolean;
  /** One of ADMIN_IDS, speaking in private. */
  readonly isOperator: boolean;
}

/**
 * Whom a command or a button serves. "admins": in a group only its administrators, elsewhere everyone. To others than
 * "operators" their commands do not exist.
 */
export type Audience = "everyone" | "admins" | "operators";

export interface Request {
  readonly reader: Reader;
  readonly actor: Actor;
  readonly voice: Voice;
  /** What follows the command or the button's name, trimmed; empty when there is nothing. */
  readonly argument: string;
  /** What was typed, whole, as HTML with the writer's own bold, links and quotes; absent for a button. */
  readonly typedHtml?: string;
  readonly now: Date;
  /** Of a pressed button: the buttons of its message, as they stand now. None where Telegram does not say. */
  readonly keyboard?: Keyboard;
}

export interface Reply {
  readonly html: string;
  readonly keyboard?: Keyboard;
  /** Without a keyboard only. */
  readonly ask?: Ask;
  /** Address of which a large preview is shown above the text. One that cannot be fetched is left out by Telegram. */
  readonly preview?: string;
  /** A file that is sent with the text as its caption. */
  readonly document?: { readonly name: string; readonly bytes: Uint8Array };
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
  /** "everyone" when absent. */
  readonly audience?: Audience;
  /** Has a sense in private chats only. */
  readonly isPrivate?: boolean;
  readonly run: (request: Request) => Promise<readonly Reply[]>;
}

/** What a pressed button does: the message it stands under is edited, further ones are sent, a toast is shown. */
export interface Pressed {
  readonly edit?: Reply;
  /** Other buttons under the message, whose text stays. */
  readonly keyboard?: Keyboard;
  readonly replies?: readonly Reply[];
  readonly toast?: string;
}

export interface Action {
  /** The part of the callback data before the first ":". */
  readonly name: string;
  /** "everyone" when absent. */
  readonly audience?: Audience;
  readonly run: (request: Request) => Promise<Pressed>;
}

/** Text that a reader types in the middle of something; the kind of dialogue says in what. */
export interface Typed {
  readonly kind: string;
  /** It changes what the chat gets: in a group only administrators may. */
  readonly isChange?: boolean;
  /** What is typed goes out to other people: a command in between ends the dialogue, lest later words go out unmeant. */
  readonly isOutgoing?: boolean;
  /** `argument` is the text, `data` what the dialogue was begun with. Undefined: the text belongs to no dialogue. */
  readonly read: (request: Request, data: string) => Promise<readonly Reply[] | undefined>;
}
