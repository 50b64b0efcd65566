// The shapes the playground server and this page exchange, as JSON.

/** The styles of a stretch of text, by their Bot API names. */
export type EntityType =
  | "bold"
  | "italic"
  | "underline"
  | "strikethrough"
  | "spoiler"
  | "custom_emoji"
  | "code"
  | "pre"
  | "text_link"
  | "url"
  | "bot_command"
  | "blockquote"
  | "expandable_blockquote";

/** A styled stretch of a message; offset and length count UTF-16 units, as JavaScript strings do. */
export interface Entity {
  readonly type: EntityType;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

/** A button under a message: it carries data for the bot, or opens a page. */
export interface KeyboardButton {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
}

/** One message of the chat; dates are unix seconds. */
export interface Message {
  readonly messageId: number;
  readonly from: "user" | "bot";
  readonly date: number;
  readonly editDate?: number;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard?: readonly (readonly KeyboardButton[])[];
}

/** A command of the bot, without its slash. */
export interface Command {
  readonly command: string;
  readonly description: string;
}

/** One of the people the playground can speak as. */
export interface User {
  readonly user: number;
  readonly name: string;
}

/** Everything the page draws when it opens and after each reconnection. */
export interface Chat {
  readonly bot: { readonly id: number; readonly firstName: string; readonly username: string };
  readonly users: readonly User[];
  readonly me: User & { readonly languageCode: string; readonly blocked: boolean };
  readonly messages: readonly Message[];
  readonly commands: readonly Command[];
}

/** The bot's reply to a pressed button. */
export interface Answer {
  readonly type: "answer";
  readonly queryId: string;
  readonly text?: string;
  readonly showAlert?: boolean;
}

/** What the server pushes while the page is open. */
export type ChatEvent =
  | { readonly type: "message"; readonly message: Message }
  | { readonly type: "edit"; readonly message: Message }
  | { readonly type: "delete"; readonly messageId: number }
  | { readonly type: "typing" }
  | { readonly type: "commands"; readonly commands: readonly Command[] }
  | Answer;
