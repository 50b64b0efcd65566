// What a test does with groups, channels, topics, inline mode and files: the playground's functions, typed.
import {
  addBot,
  type ChatPlan,
  createTopic,
  deleteTopic,
  type GroupPlan,
  groupOf,
  idOf,
  makeChannel,
  makeGroup,
  migrateGroup,
  removeBot,
  type Somebody,
  setMember,
} from "./acts/groups.ts";
import { chooseInline, inline } from "./acts/inline.ts";
import { press, privateChatOf } from "./acts/private.ts";
import { editText, forward, locate, type Saying, type Speaker, sayIn, shareChat } from "./acts/speak.ts";
import type { Chat, Media, Message, Place, Rights, Status } from "./chat.ts";
import type { MenuCommand } from "./menus.ts";
import type { InlineAnswer } from "./queries.ts";
import { userOf } from "./users.ts";
import type { World } from "./world.ts";

/** A chat by its id (negative for groups and channels); persons by the N of `?user=N`. A wrong use throws. */
export interface GroupActs {
  /** A group as it already is: nobody is told. Topics come by name with their thread ids. */
  makeGroup(plan: GroupPlan): { readonly id: number; readonly topics: Readonly<Record<string, number>> };
  makeChannel(plan: ChatPlan): { readonly id: number };
  /** Administrators get all rights but those that are denied, restricted members none but those allowed. */
  setMember(chat: number, who: Somebody, status: Status, rights?: Rights): void;
  addBot(chat: number, status?: Status, rights?: Rights): void;
  removeBot(chat: number, status?: "kicked" | "left"): void;
  /** Writes in a group or posts in a channel. */
  sayIn(chat: number, who: Speaker, text: string, saying?: Saying): Message;
  /** Presses a button; gives the query's id. */
  pressIn(chat: number, user: number, messageId: number, data: string): string;
  /** Edits what a person said, in a group, a channel or a private chat. */
  edit(chat: number, messageId: number, text: string): Message;
  /** Sends a place, in the person's private chat unless a group is named. */
  locate(user: number, place: Place, chat?: number): Message;
  /** Forwards a channel's post to the bot. */
  forward(user: number, channel: number, messageId: number): Message;
  /** Picks a chat by the `request_chat` key with this text. */
  shareChat(user: number, button: string, chat: number): Message;
  createTopic(chat: number, name: string): number;
  deleteTopic(chat: number, thread: number): void;
  /** Gives the id of the supergroup. */
  migrateGroup(chat: number): number;
  inline(user: number, query: string, offset?: string): Promise<InlineAnswer>;
  /** Sends a result to a chat: a group, a channel, or the person's own with the bot (by id). */
  chooseInline(user: number, queryId: string, resultId: string, chat: number): Message;
  /** Everything in a chat, or in one topic of it. */
  transcriptOf(chat: number, thread?: number): readonly Message[];
  /** Ids of pinned messages, the newest last. */
  pinnedIn(chat: number): readonly number[];
  /** The commands that a person's app offers there. */
  menuIn(chat: number, user: number): readonly MenuCommand[];
  /** The uploaded bytes of a message's photo or document. */
  fileOf(message: Message): { readonly media: Media; readonly bytes: Uint8Array } | undefined;
  /** From now on Telegram cannot take the picture at this address. */
  breakUrl(url: string, why?: "content" | "type"): void;
  setLanguage(user: number, languageCode: string): void;
}

const brokenWords = {
  content: "failed to get HTTP URL content",
  type: "wrong type of the web page content",
} as const;

export function createGroupActs(world: World): GroupActs {
  const group = (id: number) => groupOf(world, id);
  const anyChat = (id: number): Chat => {
    const chat = world.chat(id);
    if (chat === undefined) throw new Error(`the playground has no chat ${id}`);
    return chat;
  };
  const own = (user: number) => privateChatOf(world, user, undefined);
  const person = (user: number): number => userOf(user).id;

  return {
    makeGroup(plan) {
      const { id, topics } = makeGroup(world, plan);
      return { id, topics: Object.fromEntries([...topics].map(([thread, name]) => [name, thread])) };
    },
    makeChannel: (plan) => ({ id: makeChannel(world, plan).id }),
    setMember: (chat, who, status, rights) => setMember(world, group(chat), who, status, rights),
    addBot(chat, status, rights) {
      const { kind } = group(chat);
      addBot(world, group(chat), status ?? (kind === "channel" ? "administrator" : "member"), rights);
    },
    removeBot: (chat, status) => removeBot(world, group(chat), status),
    sayIn: (chat, who, text, saying) => sayIn(world, group(chat), who, text, saying),
    pressIn: (chat, user, messageId, data) => press(world, anyChat(chat), person(user), messageId, data),
    edit: (chat, messageId, text) => editText(world, anyChat(chat), messageId, text),
    locate: (user, place, chat) =>
      locate(world, chat === undefined ? own(user) : anyChat(chat), person(user), place),
    forward: (user, channel, messageId) => forward(world, own(user), group(channel), messageId),
    shareChat: (user, button, chat) => shareChat(world, own(user), button, group(chat)),
    createTopic: (chat, name) => createTopic(world, group(chat), name),
    deleteTopic: (chat, thread) => deleteTopic(world, group(chat), thread),
    migrateGroup: (chat) => migrateGroup(world, group(chat)).id,
    inline: (user, query, offset = "") => inline(world, person(user), query, offset),
    chooseInline: (user, queryId, resultId, chat) =>
      chooseInline(world, anyChat(chat), person(user), queryId, resultId),
    transcriptOf(chat, thread) {
      const { messages } = anyChat(chat);
      return thread === undefined ? messages : messages.filter((each) => each.thread === thread);
    },
    pinnedIn: (chat) => anyChat(chat).pinned,
    menuIn: (chat, user) => world.menus.seen(anyChat(chat), idOf(world, user), own(user).languageCode),
    fileOf: ({ media }) => (media === undefined ? undefined : world.files.get(media.fileId)),
    breakUrl(url, why = "content") {
      world.brokenUrls.set(url, brokenWords[why]);
    },
    setLanguage(user, languageCode) {
      own(user).languageCode = languageCode;
    },
  };
}
