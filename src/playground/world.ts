// The state of the playground: chats with their messages, menus, open queries, files, and who hears of changes.
import type { Chat, GroupChat, Media, Message, PrivateChat } from "./chat.ts";
import { Menus } from "./menus.ts";
import { Queries } from "./queries.ts";
import { fromSaved, toSaved } from "./saved.ts";
import { Updates } from "./updates.ts";
import { type User, userWithId } from "./users.ts";

export type { Message } from "./chat.ts";

/** What the chat page is told. */
export type WorldEvent =
  | { readonly type: "message" | "edit"; readonly message: Message }
  | { readonly type: "delete"; readonly messageId: number }
  | { readonly type: "typing" }
  | {
      readonly type: "answer";
      readonly queryId: string;
      /** The id of who pressed: only they see the answer. */
      readonly person: number;
      readonly text?: string;
      readonly showAlert?: boolean;
      readonly url?: string;
    }
  | { readonly type: "commands" }
  /** The clock, a fault or a limit; told of the chat 0, which nobody has. */
  | { readonly type: "bench" }
  /** Somebody is something else here now, or a topic came or went. */
  | { readonly type: "changed" };

export interface Bot {
  readonly id: number;
  readonly username: string;
  readonly firstName: string;
}

export interface Crowd {
  /** The id of the first; the others follow it. */
  readonly first: number;
  readonly count: number;
}

/** A message before it has its number and its date. */
export type Draft = Omit<Message, "messageId" | "date" | "editDate">;

/** Kept in each chat; the oldest go first. */
const keptMessages = 5000;

export class World {
  readonly bot: Bot;
  readonly updates: Updates;
  readonly menus = new Menus();
  readonly queries: Queries;
  /** What the bot says of itself: "name/ar" → text. */
  readonly profile = new Map<string, string>();
  /** Menu buttons by private chat; "" for the one of all others. */
  readonly menuButtons = new Map<number | "", object>();
  /** The bytes that the bot uploaded, by file id. */
  readonly files = new Map<string, { readonly media: Media; readonly bytes: Uint8Array }>();
  /** Addresses of pictures that Telegram cannot take, with its words. */
  readonly brokenUrls = new Map<string, string>();
  /** Empty: updates are polled for. */
  webhookUrl = "";
  readonly now: () => number;
  readonly #chats = new Map<number, Chat>();
  readonly #listeners = new Set<(chat: number, event: WorldEvent) => void>();
  readonly #crowds: Crowd[] = [];
  #nextFile = 1;

  constructor(bot: Bot, now: () => number) {
    this.bot = bot;
    this.now = now;
    this.queries = new Queries(now);
    // Rises over restarts, and stays below the 2^31 that clients may expect.
    this.updates = new Updates(Math.floor(now() / 1000 - 1.7e9) * 10, now);
  }

  /** A group, or the private chat of a person, made at the first look; undefined for an id that nobody has. */
  chat(id: number): Chat | undefined {
    return this.#chats.get(id) ?? this.privateChat(id);
  }

  /** The chat with a public name, given without "@". */
  chatNamed(name: string): Chat | undefined {
    return [...this.#chats.values()].find(
      (chat) => chat.kind !== "private" && chat.username?.toLowerCase() === name.toLowerCase(),
    );
  }

  privateChat(id: number): PrivateChat | undefined {
    const known = this.#chats.get(id);
    if (known !== undefined) return known.kind === "private" ? known : undefined;
    const user = userWithId(id) ?? this.#stranger(id);
    if (user === undefined) return undefined;
    const empty = { messages: [], nextMessage: 1, pinned: [] };
    const chat: PrivateChat = { kind: "private", id, user, ...empty, languageCode: "ar", isBlocked: false };
    this.#chats.set(id, chat);
    return chat;
  }

  /** From now on there are so many people more, with ids in a row, whom the page does not show. */
  addCrowd(crowd: Crowd): void {
    this.#crowds.push(crowd);
  }

  #stranger(id: number): User | undefined {
    const isIn = this.#crowds.some(({ first, count }) => id >= first && id < first + count);
    // A number that no `?user=N` names.
    return isIn ? { user: id, id, name: `قارئ ${id}` } : undefined; // "reader"
  }

  /** Opens a group or channel under a new id, as Telegram numbers them. */
  open(chat: Omit<GroupChat, "id" | "messages" | "nextMessage" | "pinned">): GroupChat {
    const base = chat.kind === "group" ? -4_000_000_001 : -1_002_000_000_001;
    let id = base;
    while (this.#chats.has(id)) id -= 1;
    // In a forum 1 stands for "General": the first message of a supergroup says that it was made.
    const nextMessage = chat.isForum ? 2 : 1;
    const opened: GroupChat = { ...chat, id, messages: [], nextMessage, pinned: [] };
    this.#chats.set(id, opened);
    return opened;
  }

  /** All chats that somebody has looked at. */
  chats(): readonly Chat[] {
    return [...this.#chats.values()];
  }

  listen(listener: (chat: number, event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(chat: number, event: WorldEvent): void {
    for (const listener of this.#listeners) listener(chat, event);
  }

  /** Unix seconds. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Adds a message to a chat and tells the page. */
  add(chat: Chat, draft: Draft): Message {
    const message: Message = { messageId: chat.nextMessage, date: this.seconds(), ...draft };
    chat.nextMessage += 1;
    chat.messages.push(message);
    if (chat.messages.length > keptMessages) chat.messages.splice(0, chat.messages.length - keptMessages);
    this.tell(chat.id, { type: "message", message });
    return message;
  }

  replace(chat: Chat, message: Message): void {
    const index = chat.messages.findIndex(({ messageId }) => messageId === message.messageId);
    if (index >= 0) chat.messages[index] = message;
    this.tell(chat.id, { type: "edit", message });
  }

  remove(chat: Chat, ids: readonly number[]): void {
    const gone = new Set(ids);
    chat.messages = chat.messages.filter(({ messageId }) => !gone.has(messageId));
    chat.pinned = chat.pinned.filter((id) => !gone.has(id));
    for (const messageId of gone) this.tell(chat.id, { type: "delete", messageId });
  }

  /** Keeps uploaded bytes under a file id of their own. */
  keepFile(media: Omit<Media, "fileId" | "size">, bytes: Uint8Array): Media {
    const kept: Media = { ...media, fileId: this.nextFileId(), size: bytes.byteLength };
    this.files.set(kept.fileId, { media: kept, bytes });
    return kept;
  }

  nextFileId(): string {
    this.#nextFile += 1;
    return `playground-file-${this.bot.id}-${this.#nextFile}`;
  }

  /** Everything worth keeping over a restart. */
  save(): string {
    return toSaved(this.#chats.values(), this.updates.next);
  }

  load(state: string): void {
    const { chats, nextUpdate } = fromSaved(state, this.bot.id);
    this.updates.continueFrom(nextUpdate);
    for (const chat of chats) this.#chats.set(chat.id, chat);
  }
}
