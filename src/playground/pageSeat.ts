// What an owner does with the bot on the page: brings it in, makes it an administrator, takes that away, throws it out.
import { addBot, removeBot, setMember, tellCame } from "./acts/groups.ts";
import type { GroupChat } from "./chat.ts";
import { apiUser } from "./render.ts";
import { isAdministrator, isPresent } from "./rights.ts";
import { userOf } from "./users.ts";
import type { World } from "./world.ts";

/** What the bot is in a group or channel, as the page names it. */
export type Seated = "absent" | "member" | "administrator";

export function seatOf(world: World, chat: GroupChat): Seated {
  const member = chat.members.get(world.bot.id);
  if (!isPresent(member)) return "absent";
  return isAdministrator(member) ? "administrator" : "member";
}

/** Throws for who is not the owner. In a channel a bot can be nothing but an administrator. */
export function seatBot(world: World, chat: GroupChat, by: number, asked: Seated): void {
  if (chat.members.get(by)?.status !== "creator") throw new Error(`person ${by} does not own ${chat.title}`);
  const next = chat.kind === "channel" && asked === "member" ? "administrator" : asked;
  const before = seatOf(world, chat);
  if (before === next) return;
  if (next === "absent") {
    removeBot(world, chat);
    note(world, chat, by, { left_chat_member: apiUser(world, world.bot.id) });
  } else if (before === "absent") addBot(world, chat, next);
  else {
    setMember(world, chat, "bot", next, undefined, by);
    note(world, chat, by, { bot_rights_changed: { status: next } });
  }
}

/** The owner lets a person in (by their N). In groups the bot hears the line that says so. */
export function invite(world: World, chat: GroupChat, by: number, person: number): void {
  if (chat.members.get(by)?.status !== "creator") throw new Error(`person ${by} does not own ${chat.title}`);
  if (isPresent(chat.members.get(userOf(person).id))) return;
  setMember(world, chat, person, "member", undefined, by);
  if (chat.kind !== "channel") tellCame(world, chat, userOf(person).id);
}

/** A line in the group for people to read: Telegram tells the bot of these changes by `my_chat_member` alone. */
function note(world: World, chat: GroupChat, by: number, service: Readonly<Record<string, unknown>>): void {
  if (chat.kind === "channel") return;
  world.add(chat, { from: "user", senderId: by, text: "", entities: [], service });
}
