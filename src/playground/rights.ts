// Rights of members and administrators: the names that exist, and what is given where nothing is said.
import type { GroupChat, Member, Rights, Status } from "./chat.ts";

/** ChatPermissions; a restricted member has the same. https://core.telegram.org/bots/api#chatpermissions */
const permissions = [
  ...["can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"],
  ...["can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"],
  ...["can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages"],
  "can_manage_topics",
] as const;

const anyAdministrator = [
  ...["can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"],
  ...["can_change_info", "can_invite_users"],
];

/** ChatAdministratorRights by kind of chat. https://core.telegram.org/bots/api#chatadministratorrights */
const administrator: Readonly<Record<GroupChat["kind"], readonly string[]>> = {
  group: [...anyAdministrator, "can_pin_messages"],
  supergroup: [...anyAdministrator, "can_pin_messages", "can_manage_topics"],
  channel: [...anyAdministrator, "can_post_messages", "can_edit_messages"],
};

const all = (names: readonly string[], value: boolean): Rights =>
  Object.fromEntries(names.map((name) => [name, value]));

/** A group's permissions; all but the given ones. */
export function permissionsOf(given: Rights = {}): Rights {
  return { ...all(permissions, true), ...given };
}

/** An administrator may do everything but what `given` denies; a restricted member nothing but what it allows. */
export function memberOf(kind: GroupChat["kind"], status: Status, given: Rights = {}): Member {
  if (status === "administrator") {
    const rights = { is_anonymous: false, can_promote_members: false, ...all(administrator[kind], true) };
    return { status, rights: { ...rights, ...given } };
  }
  if (status === "restricted") {
    return { status, rights: { is_member: true, ...all(permissions, false), ...given } };
  }
  return { status, rights: given };
}

/** Is in the chat. */
export function isPresent(member: Member | undefined): boolean {
  if (member === undefined || member.status === "left" || member.status === "kicked") return false;
  return member.status !== "restricted" || member.rights["is_member"] !== false;
}

export function isAdministrator(member: Member | undefined): boolean {
  return member?.status === "creator" || member?.status === "administrator";
}

/** An owner may do all; an administrator what was given; others what the chat permits them. */
export function may(chat: GroupChat, id: number, right: string): boolean {
  const member = chat.members.get(id);
  if (!isPresent(member) || member === undefined) return false;
  if (member.status === "creator") return true;
  if (member.status === "administrator") {
    // An administrator of a group says what they like; the permissions are for the others.
    if (right.startsWith("can_send_") || right === "can_add_web_page_previews") return true;
    return member.rights[right] === true;
  }
  if (chat.kind === "channel") return false;
  if (member.status === "restricted") {
    return member.rights[right] === true && chat.permissions[right] === true;
  }
  return chat.permissions[right] === true;
}
