// A member of a group or channel becomes something else, and the bot hears of it where Telegram tells it.
import type { GroupChat, Member } from "./chat.ts";
import { apiChat, apiMember, apiUser } from "./render.ts";
import { isPresent } from "./rights.ts";
import type { World } from "./world.ts";

const absent: Member = { status: "left", rights: {} };

/** The change is by the user `by`; only a change of the bot itself makes an update (`my_chat_member`). */
export function changeMember(world: World, chat: GroupChat, id: number, next: Member, by: number): void {
  const before = chat.members.get(id) ?? absent;
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  chat.members.set(id, next);
  world.tell(chat.id, { type: "changed" });
  if (id !== world.bot.id) return;
  world.updates.add({
    my_chat_member: {
      chat: apiChat(chat),
      from: apiUser(world, by),
      date: world.seconds(),
      old_chat_member: apiMember(world, id, before),
      new_chat_member: apiMember(world, id, next),
    },
  });
}

/** The bot is there, and hears what happens. */
export function isListening(world: World, chat: GroupChat): boolean {
  return isPresent(chat.members.get(world.bot.id));
}
