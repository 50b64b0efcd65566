// The contract of chats: who is in them, with which rights, and the messages they hold.
import type { Entity } from "./entity.ts";
import type { User } from "./users.ts";

export interface Key {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly switch_inline_query?: string;
  readonly switch_inline_query_current_chat?: string;
  readonly switch_inline_query_chosen_chat?: object;
}

export type Keyboard = readonly (readonly Key[])[];

/** A button of a reply keyboard, as the bot gave it. */
export interface ReplyKey {
  readonly text: string;
  readonly request_location?: boolean;
  readonly request_contact?: boolean;
  readonly request_chat?: RequestChat;
}

export interface RequestChat {
  readonly request_id: number;
  readonly chat_is_channel: boolean;
  readonly chat_is_forum?: boolean;
  readonly chat_has_username?: boolean;
  readonly chat_is_created?: boolean;
  readonly user_administrator_rights?: Rights;
  readonly bot_administrator_rights?: Rights;
  readonly bot_is_member?: boolean;
  readonly request_title?: boolean;
  readonly request_username?: boolean;
}

/** What a message does to the keyboard below the input field. */
export type ReplyMarkup =
  | { readonly keyboard: readonly (readonly ReplyKey[])[] }
  | { readonly remove_keyboard: true }
  | { readonly force_reply: true };

export interface Media {
  readonly type: "photo" | "document";
  /** Names the bytes in the world's files; a photo given by its address has none. */
  readonly fileId: string;
  readonly url?: string;
  readonly fileName?: string;
  readonly mimeType?: string;
  /** Bytes. */
  readonly size: number;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Message {
  readonly messageId: number;
  readonly from: "user" | "bot";
  /** The user (or bot) id of who sent it, also where the chat shows another name. */
  readonly senderId: number;
  /** Shown as sent by this chat: an anonymous administrator, or a channel. */
  readonly senderChat?: number;
  /** Unix seconds. */
  readonly date: number;
  readonly editDate?: number;
  /** The caption, where there is media. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard?: Keyboard;
  readonly replyMarkup?: ReplyMarkup;
  /** The forum topic; absent in "General" and where there are no topics. */
  readonly thread?: number;
  readonly replyTo?: number;
  readonly media?: Media;
  readonly location?: Place;
  /** Sent through the bot's inline mode. */
  readonly isViaBot?: boolean;
  /** By this the bot edits a message that it sent through its inline mode. */
  readonly inlineId?: string;
  readonly isSilent?: boolean;
  readonly isProtected?: boolean;
  readonly linkPreview?: Readonly<Record<string, unknown>>;
  readonly forwardOrigin?: Readonly<Record<string, unknown>>;
  /** The fields of a service message, as the Bot API names them. */
  readonly service?: Readonly<Record<string, unknown>>;
}

export type Status = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

/** By the names of ChatMemberAdministrator, ChatMemberRestricted and ChatPermissions. */
export type Rights = Readonly<Record<string, boolean>>;

export interface Member {
  readonly status: Status;
  readonly rights: Rights;
}

interface AnyChat {
  readonly id: number;
  messages: Message[];
  nextMessage: number;
  /** Ids of pinned messages, the newest last. */
  pinned: number[];
  /** The group became another chat: sends answer with the new id. */
  migratedTo?: number;
}

export interface PrivateChat extends AnyChat {
  readonly kind: "private";
  readonly user: User;
  languageCode: string;
  /** The user has blocked the bot. */
  isBlocked: boolean;
}

export interface GroupChat extends AnyChat {
  readonly kind: "group" | "supergroup" | "channel";
  /** Stands for the id in the addresses of the chat page. */
  readonly name?: string;
  readonly title: string;
  /** Without "@"; a chat that has one is public. */
  readonly username?: string;
  readonly isForum: boolean;
  /** Thread id → name; a deleted topic is not there any more. */
  readonly topics: Map<number, string>;
  /** User id → what they are here; absent for who never joined. */
  readonly members: Map<number, Member>;
  /** What members may do. */
  readonly permissions: Rights;
}

export type Chat = PrivateChat | GroupChat;
