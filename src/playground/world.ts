// The state of the playground: chats with their messages, commands, open queries, and who hears of changes.
import type { Entity, FormattedText } from "./entity.ts";
import { Updates } from "./updates.ts";
import { type User, users } from "./users.ts";

export interface Key {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export type Keyboard = readonly (readonly Key[])[];

export interface Message {
  readonly messageId: number;
  readonly from: "user" | "bot";
  /** Unix seconds. */
  readonly date: number;
  readonly editDate?: number;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard?: Keyboard;
}

export interface Chat {
  readonly user: User;
  messages: Message[];
  nextMessage: number;
  languageCode: string;
  /** The user has blocked the bot. */
  isBlocked: boolean;
  /** The group became another chat: sends answer with the new id. */
  migratedTo?: number;
}

/** What the chat page is told. */
export type WorldEvent =
  | { readonly type: "message" | "edit"; readonly message: Message }
  | { readonly type: "delete"; readonly messageId: number }
  | { readonly type: "typing" }
  | {
      readonly type: "answer";
      readonly queryId: string;
      readonly text?: string;
      readonly showAlert?: boolean;
    }
  | { readonly type: "commands" };

export interface Bot {
  readonly id: number;
  readonly username: string;
  readonly firstName: string;
}

export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** Kept in each chat; the oldest go first. */
const keptMessages = 5000;

/** A callback query can be answered for this long. */
const queryMs = 60_000;

export class World {
  readonly bot: Bot;
  readonly updates: Updates;
  /** "scope/language" → commands. */
  readonly commands = new Map<string, readonly MenuCommand[]>();
  /** Empty: updates are polled for. */
  webhookUrl = "";
  readonly queries = new Map<string, { readonly chat: number; readonly atMs: number }>();
  readonly now: () => number;
  readonly #chats = new Map<number, Chat>();
  readonly #listeners = new Set<(chat: number, event: WorldEvent) => void>();
  #nextQuery = 1;

  constructor(bot: Bot, now: () => number) {
    this.bot = bot;
    this.now = now;
    // Rises over restarts, and stays below the 2^31 that clients may expect.
    this.updates = new Updates(Math.floor(now() / 1000 - 1.7e9) * 10, now);
  }

  /** The private chat of a person, made at the first look; undefined for an id that nobody has. */
  chat(id: number): Chat | undefined {
    const known = this.#chats.get(id);
    if (known !== undefined) return known;
    const user = users.find((each) => each.id === id);
    if (user === undefined) return undefined;
    const chat: Chat = { user, messages: [], nextMessage: 1, languageCode: "ar", isBlocked: false };
    this.#chats.set(id, chat);
    return chat;
  }

  /** Ids of the chats that somebody has looked at. */
  chatIds(): readonly number[] {
    return [...this.#chats.keys()];
  }

  listen(listener: (chat: number, event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(chat: number, event: WorldEvent): void {
    for (const listener of this.#listeners) listener(chat, event);
  }

  /** Adds a message to a chat and tells the page. */
  add(chat: Chat, from: Message["from"], { text, entities }: FormattedText, keyboard?: Keyboard): Message {
    const message: Message = {
      messageId: chat.nextMessage,
      from,
      date: Math.floor(this.now() / 1000),
      text,
      entities,
      ...(keyboard === undefined || keyboard.length === 0 ? {} : { keyboard }),
    };
    chat.nextMessage += 1;
    chat.messages.push(message);
    if (chat.messages.length > keptMessages) chat.messages.splice(0, chat.messages.length - keptMessages);
    this.tell(chat.user.id, { type: "message", message });
    return message;
  }

  replace(chat: Chat, message: Message): void {
    const index = chat.messages.findIndex(({ messageId }) => messageId === message.messageId);
    if (index >= 0) chat.messages[index] = message;
    this.tell(chat.user.id, { type: "edit", message });
  }

  openQuery(chat: number): string {
    const id = `${this.now()}${String(this.#nextQuery).padStart(6, "0")}`;
    this.#nextQuery += 1;
    this.queries.set(id, { chat, atMs: this.now() });
    return id;
  }

  /** The chat of a query that may still be answered; asking ends it. */
  closeQuery(id: string): number | undefined {
    const query = this.queries.get(id);
    this.queries.delete(id);
    return query !== undefined && this.now() - query.atMs <= queryMs ? query.chat : undefined;
  }

  /** The menu a private chat sees: of its language, else of none. */
  menu(languageCode: string): readonly MenuCommand[] {
    const scopes = ["all_private_chats", "default"].flatMap((scope) => [
      `${scope}/${languageCode}`,
      `${scope}/`,
    ]);
    return scopes.map((scope) => this.commands.get(scope)).find((menu) => menu !== undefined) ?? [];
  }

  /** Everything worth keeping over a restart. */
  save(): string {
    const chats = [...this.#chats.values()].map(({ user, ...chat }) => ({ ...chat, id: user.id }));
    return JSON.stringify({ version: 1, nextUpdate: this.updates.next, chats });
  }

  load(state: string): void {
    const { chats, nextUpdate } = JSON.parse(state) as {
      chats: (Omit<Chat, "user"> & { id: number })[];
      nextUpdate: number;
    };
    this.updates.continueFrom(nextUpdate);
    for (const { id, ...saved } of chats) {
      const chat = this.chat(id);
      if (chat !== undefined) Object.assign(chat, saved);
    }
  }
}
