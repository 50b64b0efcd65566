// The whole of what the chat page draws when it opens, and each event after it, for one person in one chat.
import type { Chat, GroupChat, PrivateChat } from "./chat.ts";
import { type Bench, benchState } from "./pageBench.ts";
import { toPage } from "./pageMessage.ts";
import { canWrite, groupsOf, isSeen, keyOf, type Place } from "./pagePlace.ts";
import { seatOf } from "./pageSeat.ts";
import { isAdministrator, isPresent } from "./rights.ts";
import { users } from "./users.ts";
import type { World, WorldEvent } from "./world.ts";

/** `last`: no more messages than these; all where it is absent. */
export function toView(world: World, place: Place, bench: Bench, last?: number): object {
  const { own, chat } = place;
  const seen = chat.messages.filter((message) => isSeen(place, message));
  const shown = last === undefined ? seen : seen.slice(-last);
  return {
    bot: world.bot,
    users: users.map(({ user, id, name }) => ({ user, name, role: roleOf(chat, id) })),
    me: {
      user: own.user.user,
      name: own.user.name,
      languageCode: own.languageCode,
      blocked: own.isBlocked,
    },
    chats: groupsOf(world, own).map(toEntry),
    place: toPlace(world, place),
    messages: shown.map((message) => toPage(world, place, message)),
    hasOlder: shown.length < seen.length,
    commands: commandsOf(world, place),
    bench: benchState(bench),
    seq: chat.nextMessage,
  };
}

/** So many messages at once, when one scrolls up to them. */
const olderCount = 200;

/** The messages before one, rising. */
export function toOlder(world: World, place: Place, before: number): object {
  const older = place.chat.messages.filter((message) => message.messageId < before && isSeen(place, message));
  return { messages: older.slice(-olderCount).map((message) => toPage(world, place, message)) };
}

/** What a person is in the chat; "none" where everybody has their own. */
function roleOf(chat: Chat, id: number): string {
  if (chat.kind === "private") return "none";
  const member = chat.members.get(id);
  if (member?.status === "creator") return "owner";
  return isAdministrator(member) ? "administrator" : isPresent(member) ? "member" : "absent";
}

function toEntry(chat: GroupChat): object {
  const { title, kind, isForum, topics } = chat;
  return {
    key: keyOf(chat),
    title,
    kind: kind === "channel" ? "channel" : isForum ? "forum" : "group",
    topics: [...topics].map(([thread, name]) => ({ thread, name })),
  };
}

function toPlace(world: World, place: Place): object {
  const { own, chat, thread } = place;
  const key = keyOf(chat);
  if (chat.kind === "private") return { key, kind: "private", canWrite: true };
  const topic = thread === undefined ? undefined : chat.topics.get(thread);
  return {
    ...toEntry(chat),
    key,
    ...(thread === undefined ? {} : { thread, topic }),
    memberCount: [...chat.members.values()].filter(isPresent).length,
    role: roleOf(chat, own.id),
    bot: seatOf(world, chat),
    canWrite: canWrite(place),
  };
}

const commandsOf = (world: World, { own, chat }: Place): readonly object[] =>
  world.menus.seen(chat, own.id, own.languageCode);

/** What the page is told of something that happened in the chat with this id; nothing when it is none of its business. */
export function toPageEvent(
  world: World,
  { place, bench }: { readonly place: Place; readonly bench: Bench },
  id: number,
  event: WorldEvent,
): object | undefined {
  const { own, chat } = place;
  if (event.type === "bench") return { type: "bench", bench: benchState(bench) };
  const isMessage = event.type === "message" || event.type === "edit";
  if (id !== chat.id)
    return event.type === "message" ? elsewhere(world, own, id, event.message.thread) : undefined;
  if (isMessage && !isSeen(place, event.message)) {
    return event.type === "message" ? elsewhere(world, own, id, event.message.thread) : undefined;
  }
  if (isMessage) return { type: event.type, message: toPage(world, place, event.message) };
  if (event.type === "commands") return { type: "commands", commands: commandsOf(world, place) };
  if (event.type === "answer" && event.person !== own.id) return undefined;
  return event;
}

/** There is something new in another chat or topic that the person sees. */
function elsewhere(
  world: World,
  own: PrivateChat,
  id: number,
  thread: number | undefined,
): object | undefined {
  const chat = id === own.id ? own : groupsOf(world, own).find((each) => each.id === id);
  return chat === undefined
    ? undefined
    : { type: "elsewhere", chat: keyOf(chat), ...(thread === undefined ? {} : { thread }) };
}
