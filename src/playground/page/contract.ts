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
  /** Opens inline mode with this query, in a chat to be chosen. */
  readonly share?: string;
  /** Opens inline mode with this query here. */
  readonly shareHere?: string;
}

/** A key below the composer; pressed, it sends its text, or what it asks for. */
export interface ReplyKey {
  readonly text: string;
  readonly asks?: "chat" | "place" | "number";
  /** For `chat`: the keys of the chats that fit. */
  readonly chats?: readonly string[];
}

/** Something that happened in the chat; names are people, the bot, topics or chats. */
export interface Service {
  readonly kind: "came" | "gone" | "topic" | "raised" | "lowered" | "shared" | "other";
  readonly by: string;
  readonly name: string;
}

/** Who a message shows as its sender; the colour is the person's N, absent for the bot and for chats. */
export interface Sender {
  readonly name: string;
  readonly colour?: number;
}

/** The message that another one answers, cut short. */
export interface Answered {
  readonly messageId: number;
  readonly name: string;
  readonly text: string;
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
  /** Written by who looks at the page. */
  readonly isMine: boolean;
  /** The keys it puts below the composer; none to take them away. */
  readonly keys?: readonly (readonly ReplyKey[])[];
  readonly service?: Service;
  readonly isViaBot?: boolean;
  /** In groups and channels. */
  readonly sender?: Sender;
  readonly answered?: Answered;
  /** A shared place, in degrees. */
  readonly location?: { readonly latitude: number; readonly longitude: number };
  /** A picture or a file; `src` where its bytes are here. */
  readonly media?: { readonly type: "photo" | "document"; readonly name?: string; readonly src?: string };
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

/** A group or channel that the person is in. */
export interface Entry {
  /** For the address: `?chat=`. */
  readonly key: string;
  readonly title: string;
  readonly kind: "group" | "forum" | "channel";
  readonly topics: readonly { readonly thread: number; readonly name: string }[];
}

export type Role = "owner" | "administrator" | "member" | "absent" | "none";
export type Seat = "absent" | "member" | "administrator";

/** The group or channel on the page, and what person and bot are in it. */
export interface Room extends Entry {
  readonly thread?: number;
  /** The name of the topic. */
  readonly topic?: string;
  readonly memberCount: number;
  readonly role: Role;
  readonly bot: Seat;
  readonly canWrite: boolean;
}

export type Place = Room | { readonly key: ""; readonly kind: "private"; readonly canWrite: true };

/** One page of what the bot offers in inline mode. */
export interface Offers {
  readonly queryId: string;
  readonly results: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
  /** Empty on the last page. */
  readonly nextOffset: string;
}

/** Everything the page draws when it opens and after each reconnection. */
export interface Chat {
  readonly bot: { readonly id: number; readonly firstName: string; readonly username: string };
  readonly users: readonly (User & { readonly role: Role })[];
  readonly me: User & { readonly languageCode: string; readonly blocked: boolean };
  readonly chats: readonly Entry[];
  readonly place: Place;
  readonly messages: readonly Message[];
  /** There are messages before these. */
  readonly hasOlder: boolean;
  readonly commands: readonly Command[];
  readonly bench: Bench;
}

/** A fault as the server takes it (docs/playground.md). */
export interface FaultPlan {
  readonly name?: string;
  readonly method?: string | readonly string[];
  readonly chance?: { readonly of: number; readonly seed: number };
  readonly kind: { readonly type: string; readonly when?: string; readonly ms?: number };
}

/** How far the clock moves at once: "next" is to the next digest of the chat. */
export type Stride = "hour" | "day" | "next";

/** What of the test bench is on, and what the host offers. */
export interface Bench {
  readonly canDeliver: boolean;
  /** How far the clock is ahead, in milliseconds; absent where it cannot be moved. */
  readonly aheadMs?: number;
  readonly faults: readonly FaultPlan[];
  readonly limits: object | null;
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
  | { readonly type: "bench"; readonly bench: Bench }
  | { readonly type: "commands"; readonly commands: readonly Command[] }
  /** Something new in another chat or topic. */
  | { readonly type: "elsewhere"; readonly chat: string; readonly thread?: number }
  /** Members or topics changed: the chat is fetched anew. */
  | { readonly type: "changed" }
  | Answer;
