// Makes groups and channels, changes who is in them and as what, and opens and deletes their topics.
import type { GroupChat, Member, Rights, Status } from "../chat.ts";
import { changeMember } from "../membership.ts";
import { tellBot } from "../privacy.ts";
import { apiUser } from "../render.ts";
import { memberOf, permissionsOf } from "../rights.ts";
import { userOf } from "../users.ts";
import type { World } from "../world.ts";

/** A person by the N of `?user=N`, or our bot. */
export type Somebody = number | "bot";

export interface Seat {
  readonly user: number;
  readonly status: Status;
  readonly rights?: Rights;
}

export interface ChatPlan {
  readonly title: string;
  /** Stands for the id in the addresses of the chat page. */
  readonly name?: string;
  /** Without "@": makes it public. */
  readonly username?: string;
  /** Numbers are ordinary members. The first is the creator where nobody is; person 1 where there are none. */
  readonly members?: readonly (number | Seat)[];
  /** What the bot is there from the start; no update is made of it. */
  readonly bot?: Status | { readonly status: Status; readonly rights?: Rights };
}

export interface GroupPlan extends ChatPlan {
  /** A supergroup unless said otherwise; a forum always is one. */
  readonly kind?: "group" | "supergroup";
  readonly isForum?: boolean;
  readonly topics?: readonly string[];
  /** What members may do, where it is not everything. */
  readonly permissions?: Rights;
}

/** A new group; the bot is a member of it unless `bot` says otherwise. */
export function makeGroup(world: World, plan: GroupPlan): GroupChat {
  const isForum = plan.isForum === true || (plan.topics ?? []).length > 0;
  const kind = isForum ? "supergroup" : (plan.kind ?? "supergroup");
  const chat = make(world, plan, kind, isForum, "member");
  for (const name of plan.topics ?? []) createTopic(world, chat, name, false);
  return chat;
}

/** A new channel; the bot is an administrator of it with all rights unless `bot` says otherwise. */
export function makeChannel(world: World, plan: ChatPlan): GroupChat {
  return make(world, plan, "channel", false, "administrator");
}

function make(
  world: World,
  plan: ChatPlan & { readonly permissions?: Rights },
  kind: GroupChat["kind"],
  isForum: boolean,
  botStatus: Status,
): GroupChat {
  const { title, name, username, members: given = [1], bot = botStatus } = plan;
  const seats = given.map(
    (seat): Seat => (typeof seat === "number" ? { user: seat, status: "member" } : seat),
  );
  const hasCreator = seats.some(({ status }) => status === "creator");
  const members = new Map<number, Member>();
  seats.forEach(({ user, status, rights }, index) => {
    const isCreator = !hasCreator && index === 0;
    members.set(userOf(user).id, memberOf(kind, isCreator ? "creator" : status, rights));
  });
  const seat = typeof bot === "string" ? { status: bot } : bot;
  members.set(world.bot.id, memberOf(kind, seat.status, seat.rights));
  const permissions = permissionsOf(plan.permissions);
  const names = { ...(name === undefined ? {} : { name }), ...(username === undefined ? {} : { username }) };
  return world.open({ kind, title, ...names, isForum, topics: new Map(), members, permissions });
}

/** The group or channel with this id; throws for any other, for a test that is wrong is no business of the bot. */
export function groupOf(world: World, id: number): GroupChat {
  const chat = world.chat(id);
  if (chat === undefined || chat.kind === "private") throw new Error(`${id} is no group of the playground`);
  return chat;
}

export const idOf = (world: World, who: Somebody): number => (who === "bot" ? world.bot.id : userOf(who).id);

/** The id of the creator, who does what nobody else is named for. */
export function ownerOf(chat: GroupChat): number {
  const owner = [...chat.members].find(([, { status }]) => status === "creator");
  return owner?.[0] ?? userOf(1).id;
}

/** Makes somebody something else; the bot hears it when it is the one (`my_chat_member`). */
export function setMember(
  world: World,
  chat: GroupChat,
  who: Somebody,
  status: Status,
  rights?: Rights,
  by: number = ownerOf(chat),
): void {
  changeMember(world, chat, idOf(world, who), memberOf(chat.kind, status, rights), by);
}

/** Brings the bot in: `my_chat_member`, and in groups the service message that says so. */
export function addBot(world: World, chat: GroupChat, status: Status, rights?: Rights): void {
  setMember(world, chat, "bot", status, rights);
  if (chat.kind !== "channel") tellCame(world, chat, world.bot.id);
}

/** The line that says who came; the bot hears it too. */
export function tellCame(world: World, chat: GroupChat, id: number): void {
  const came = apiUser(world, id);
  const service = { new_chat_participant: came, new_chat_member: came, new_chat_members: [came] };
  serve(world, chat, service);
}

/** Throws the bot out: it hears `my_chat_member`, and nothing after it. */
export function removeBot(world: World, chat: GroupChat, status: "kicked" | "left" = "kicked"): void {
  setMember(world, chat, "bot", status);
}

/** Opens a topic; its thread id is the id of the message that opened it. */
export function createTopic(world: World, chat: GroupChat, name: string, isTold = true): number {
  if (!chat.isForum) throw new Error(`${chat.title} is no forum`);
  const thread = chat.nextMessage;
  chat.topics.set(thread, name);
  const draft = { from: "user", senderId: ownerOf(chat), text: "", entities: [], thread } as const;
  const service = { forum_topic_created: { name, icon_color: 7_322_096 } };
  const message = world.add(chat, { ...draft, service });
  world.tell(chat.id, { type: "changed" });
  if (isTold) tellBot(world, chat, message);
  return thread;
}

/** Deletes a topic with all that was said in it; the bot is not told. */
export function deleteTopic(world: World, chat: GroupChat, thread: number): void {
  if (!chat.topics.delete(thread)) throw new Error(`${chat.title} has no topic ${thread}`);
  const inside = chat.messages.filter((each) => each.thread === thread);
  world.remove(
    chat,
    inside.map(({ messageId }) => messageId),
  );
}

/** A basic group becomes a supergroup with an id of its own; gives the new one. */
export function migrateGroup(world: World, chat: GroupChat): GroupChat {
  if (chat.kind !== "group") throw new Error(`${chat.title} is no basic group`);
  const { title, isForum, topics, members, permissions } = chat;
  const seats = [...members].map(([id, member]): readonly [number, Member] => [id, member]);
  const next = world.open({
    kind: "supergroup",
    title,
    isForum,
    topics: new Map(topics),
    members: new Map(seats),
    permissions,
  });
  serve(world, chat, { migrate_to_chat_id: next.id });
  chat.migratedTo = next.id;
  serve(world, next, { migrate_from_chat_id: chat.id }, next.id);
  return next;
}

function serve(
  world: World,
  chat: GroupChat,
  service: Readonly<Record<string, unknown>>,
  senderChat?: number,
): void {
  const shown = senderChat === undefined ? {} : { senderChat };
  const draft = { from: "user", senderId: ownerOf(chat), ...shown, text: "", entities: [] } as const;
  tellBot(world, chat, world.add(chat, { ...draft, service }));
}
