// Which messages of a group a bot in privacy mode gets. https://core.telegram.org/bots/features#privacy-mode
import type { Chat, Message } from "./chat.ts";
import { isListening } from "./membership.ts";
import { apiMessage } from "./render.ts";
import { isAdministrator } from "./rights.ts";
import type { World } from "./world.ts";

/**
 * Everything in private chats and channels, and for administrators; else service messages, commands that are not
 * another bot's, mentions, what came through the bot, and answers to what it said.
 */
export function hears(world: World, chat: Chat, message: Message): boolean {
  if (chat.kind === "private") return true;
  if (!isListening(world, chat)) return false;
  if (chat.kind === "channel" || isAdministrator(chat.members.get(world.bot.id))) return true;
  if (message.service !== undefined || message.isViaBot === true) return true;
  if (isAddressed(world, message)) return true;
  const answered = chat.messages.find(({ messageId }) => messageId === message.replyTo);
  return answered?.senderId === world.bot.id || answered?.isViaBot === true;
}

function isAddressed({ bot }: World, { text, entities }: Message): boolean {
  const name = `@${bot.username.toLowerCase()}`;
  return entities.some(({ type, offset, length }) => {
    const said = text.slice(offset, offset + length).toLowerCase();
    if (type === "mention") return said === name;
    return type === "bot_command" && offset === 0 && (!said.includes("@") || said.endsWith(name));
  });
}

/** Queues a message, or its edit, as the update that Telegram makes of it, if the bot may hear it. */
export function tellBot(world: World, chat: Chat, message: Message): void {
  if (!hears(world, chat, message)) return;
  const kind = chat.kind === "channel" ? "channel_post" : "message";
  const name = message.editDate === undefined ? kind : `edited_${kind}`;
  world.updates.add({ [name]: apiMessage(world, chat, message) });
}
