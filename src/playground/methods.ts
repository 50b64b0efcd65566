// The table of methods, by their lower-case names: Telegram does not mind the case.
import type { Method } from "./method.ts";
import * as bot from "./methods/bot.ts";
import * as messages from "./methods/messages.ts";

const table = {
  getMe: bot.getMe,
  getUpdates: bot.getUpdates,
  deleteWebhook: bot.deleteWebhook,
  getWebhookInfo: bot.getWebhookInfo,
  setWebhook: bot.setWebhook,
  answerCallbackQuery: bot.answerCallbackQuery,
  setMyCommands: bot.setMyCommands,
  getMyCommands: bot.getMyCommands,
  deleteMyCommands: bot.deleteMyCommands,
  getChat: bot.getChat,
  getChatMember: bot.getChatMember,
  getChatAdministrators: bot.getChatAdministrators,
  setMyName: bot.accepted,
  setMyDescription: bot.accepted,
  setMyShortDescription: bot.accepted,
  sendMessage: messages.sendMessage,
  editMessageText: messages.editMessageText,
  editMessageReplyMarkup: messages.editMessageReplyMarkup,
  deleteMessage: messages.deleteMessage,
  sendChatAction: messages.sendChatAction,
} satisfies Record<string, Method>;

const byName = new Map<string, Method>(
  Object.entries(table).map(([name, method]) => [name.toLowerCase(), method]),
);

/** The method of a name in any case, undefined for one that the playground does not play. */
export function methodOf(name: string): Method | undefined {
  return byName.get(name.toLowerCase());
}
