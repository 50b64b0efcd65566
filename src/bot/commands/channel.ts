// /channel: settings of a channel or a group from the private chat, for who is an administrator there.
import { sided } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Command, Reader, Reply, Request } from "../command.ts";
import { type Managing, markReply } from "../managing.ts";
import type { Rights } from "../rights.ts";
import { mainScreen } from "../settings/main.ts";
import type { ScreenNeeds } from "../settings/screen.ts";

/** A chat that someone named. */
export interface NamedChat {
  readonly chat: number;
  readonly kind: "group" | "channel";
  readonly title: string;
}

export interface ChannelNeeds extends ScreenNeeds {
  readonly messages: Messages;
  readonly rights: Pick<Rights, "mayManage">;
  readonly managing: Managing;
  /** The channel or group of a `@name` or an id; undefined where there is none that the bot can see. */
  readonly chatNamed: (name: string | number) => Promise<NamedChat | undefined>;
  readonly managedReader: (chat: NamedChat, by: Reader) => Promise<Reader>;
  readonly readerByNumber: (number: number) => Promise<Reader | undefined>;
}

/** Managed chats that are offered as buttons; all of them are asked about. */
const mostOffered = 8;

export function createChannel(needs: ChannelNeeds): Command {
  return {
    name: "channel",
    isListed: true,
    isPrivate: true,
    async run(request) {
      const { actor, argument } = request;
      if (actor.user === undefined) return [];
      const name = readName(argument);
      if (name === undefined) return [await overview(needs, request, actor.user)];
      return [await manage(needs, request, actor.user, name)];
    },
  };
}

async function manage(
  needs: ChannelNeeds,
  request: Request,
  user: number,
  name: string | number,
): Promise<Reply> {
  const { messages, rights, managing } = needs;
  const { reader, voice, now } = request;
  const named = await needs.chatNamed(name);
  if (named === undefined) return { html: messages.say(voice, "channel-unknown"), ask: { kind: "none" } };
  const may = await rights.mayManage(named.chat, named.kind, user);
  const values = { title: named.title.slice(0, 120) };
  if (may !== "yes") return { html: messages.say(voice, `channel-${may}`, values), ask: { kind: "none" } };
  const target = await needs.managedReader(named, reader);
  await managing.remember(user, target.number);
  await managing.begin(user, target.number);
  const screen = mainScreen(needs, target.subscriber, now);
  const head = sided(voice, messages.say(voice, `channel-${named.kind}`, values));
  return markReply(screen, target.number, head);
}

/** What is managed already, as buttons, and how to add another. */
async function overview(needs: ChannelNeeds, { voice }: Request, user: number): Promise<Reply> {
  const { messages, managing } = needs;
  const known = await Promise.all(
    (await managing.known(user)).slice(0, mostOffered).map(needs.readerByNumber),
  );
  const chats = await Promise.all(
    known.map(async (target) => {
      const named = target === undefined ? undefined : await needs.chatNamed(target.subscriber.chat);
      return target === undefined || named === undefined ? [] : [{ target, named }];
    }),
  );
  const buttons = chats
    .flat()
    .map(({ target, named }) => [{ text: named.title.slice(0, 40), data: `@${target.number}|settings:` }]);
  const values = { example: "/channel @mychannel" };
  const html = messages.say(voice, buttons.length === 0 ? "channel-how" : "channel-list", values);
  return buttons.length === 0
    ? { html, ask: { kind: "channel", text: messages.plain(voice, "button-pick-channel") } }
    : { html, keyboard: buttons };
}

/** "@name", "t.me/name", "https://t.me/name", "-1001234567890"; undefined for nothing that names a chat. */
function readName(argument: string): string | number | undefined {
  const text = toLatinDigits(argument).trim();
  if (/^-\d{5,16}$/.test(text)) return Number(text);
  const name = /^(?:@|(?:https?:\/\/)?t\.me\/)([a-z][a-z0-9_]{3,31})\/?$/i.exec(text)?.[1];
  return name === undefined ? undefined : `@${name}`;
}
