// getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat.
import { reach } from "../access.ts";
import { badRequest } from "../apiError.ts";
import type { GroupChat, Member } from "../chat.ts";
import { changeMember } from "../membership.ts";
import { type Method, readNumber } from "../method.ts";
import { apiChat, apiMember, apiMessage } from "../render.ts";
import { isAdministrator, isPresent } from "../rights.ts";
import { userWithId } from "../users.ts";
import type { World } from "../world.ts";

export const getChat: Method = (world, params) => {
  const chat = reach(world, params, "read");
  const pinned = chat.messages.find(({ messageId }) => messageId === chat.pinned.at(-1));
  return {
    ...apiChat(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    ...(chat.kind === "group" || chat.kind === "supergroup" ? { permissions: chat.permissions } : {}),
    ...(pinned === undefined ? {} : { pinned_message: apiMessage(world, chat, pinned) }),
  };
};

const member: Member = { status: "member", rights: {} };
const left: Member = { status: "left", rights: {} };

export const getChatMember: Method = (world, params) => {
  const chat = reach(world, params, "readMembers");
  const id = readNumber(params, "user_id", 0);
  if (id <= 0) throw badRequest("invalid user_id specified");
  if (chat.kind === "private") {
    if (id !== chat.id && id !== world.bot.id) throw badRequest("invalid user_id specified");
    return apiMember(world, id, member);
  }
  if (id !== world.bot.id) {
    checkMembersAreSeen(world, chat);
    if (userWithId(id) === undefined) throw badRequest("PARTICIPANT_ID_INVALID");
  }
  return apiMember(world, id, chat.members.get(id) ?? left);
};

export const getChatAdministrators: Method = (world, params) => {
  const chat = reach(world, params, "readMembers");
  if (chat.kind === "private") throw badRequest("there are no administrators in the private chat");
  checkMembersAreSeen(world, chat);
  // Other bots are left out of the answer; the bot itself is in it.
  return [...chat.members]
    .filter(([, each]) => isAdministrator(each))
    .map(([id, each]) => apiMember(world, id, each));
};

export const getChatMemberCount: Method = (world, params) => {
  const chat = reach(world, params, "read");
  return chat.kind === "private" ? 2 : [...chat.members.values()].filter(isPresent).length;
};

/** Only administrators see who follows a channel. */
function checkMembersAreSeen(world: World, chat: GroupChat): void {
  if (chat.kind === "channel" && !isAdministrator(chat.members.get(world.bot.id))) {
    throw badRequest("member list is inaccessible");
  }
}

export const leaveChat: Method = (world, params) => {
  const chat = reach(world, params, "read");
  if (chat.kind === "private") {
    throw badRequest("chat member status can't be changed in private chats");
  }
  changeMember(world, chat, world.bot.id, left, world.bot.id);
  return true;
};
