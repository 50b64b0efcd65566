// getMe, getUpdates, webhook, callback answers, commands, and what is taken without effect.
import { ApiError, badRequest } from "../apiError.ts";
import { chatOf, type Method, type Params, readJson, readNumber, readText } from "../method.ts";
import { apiChat, apiUser, botUser } from "../render.ts";
import type { MenuCommand, World } from "../world.ts";

export const getMe: Method = (world) => ({
  ...botUser(world),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

export const getUpdates: Method = (world, params) => {
  if (world.webhookUrl !== "") {
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  readKinds(world, params);
  const limit = Math.min(Math.max(readNumber(params, "limit", 100), 1), 100);
  const seconds = Math.min(Math.max(readNumber(params, "timeout", 0), 0), 50);
  return world.updates.get(readNumber(params, "offset", 0), limit, seconds * 1000);
};

/** Kinds once asked for stay asked for; an empty list is all of them. */
function readKinds(world: World, params: Params): void {
  const kinds = readJson(params, "allowed_updates");
  if (Array.isArray(kinds)) world.updates.allow(kinds.map(String));
}

export const deleteWebhook: Method = (world, params) => {
  if (params["drop_pending_updates"] === true || params["drop_pending_updates"] === "true")
    world.updates.drop();
  world.webhookUrl = "";
  return true;
};

/** The address is only remembered: the playground calls nobody. */
export const getWebhookInfo: Method = (world) => ({
  url: world.webhookUrl,
  has_custom_certificate: false,
  pending_update_count: world.updates.pending,
});

export const setWebhook: Method = (world, params) => {
  const url = readText(params, "url");
  if (url !== "" && !/^https:\/\//i.test(url)) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  readKinds(world, params);
  world.webhookUrl = url;
  return true;
};

export const answerCallbackQuery: Method = (world, params) => {
  const id = readText(params, "callback_query_id");
  const text = readText(params, "text");
  if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
  const chat = world.closeQuery(id);
  if (chat === undefined) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  const showAlert = params["show_alert"] === true || params["show_alert"] === "true";
  world.tell(chat, { type: "answer", queryId: id, ...(text === "" ? {} : { text, showAlert }) });
  return true;
};

function scopeOf(params: Params): string {
  const scope = readJson(params, "scope");
  const type =
    typeof scope === "object" && scope !== null && "type" in scope ? String(scope.type) : "default";
  const language = readText(params, "language_code");
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("invalid language code specified");
  return `${type}/${language}`;
}

export const setMyCommands: Method = (world, params) => {
  const commands = readJson(params, "commands");
  if (!Array.isArray(commands)) throw badRequest("can't parse commands: expected an Array of BotCommand");
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  const menu = (commands as unknown[]).map((each) => {
    if (typeof each !== "object" || each === null)
      throw badRequest("can't parse BotCommand: expected an Object");
    const { command = "", description = "" } = each as Partial<MenuCommand>;
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    const length = description.trim().length;
    if (length < 1 || length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    return { command: command.replace(/^\//, ""), description };
  });
  world.commands.set(scopeOf(params), menu);
  for (const id of world.chatIds()) world.tell(id, { type: "commands" });
  return true;
};

export const getMyCommands: Method = (world, params) => world.commands.get(scopeOf(params)) ?? [];

export const deleteMyCommands: Method = (world, params) => {
  world.commands.delete(scopeOf(params));
  return true;
};

export const getChat: Method = (world, params) => ({ ...apiChat(chatOf(world, params)), accent_color_id: 0 });

export const getChatMember: Method = (world, params) => {
  const chat = chatOf(world, params);
  const id = readNumber(params, "user_id", 0);
  if (id !== chat.user.id && id !== world.bot.id) throw badRequest("invalid user_id specified");
  return { status: "member", user: id === world.bot.id ? botUser(world) : apiUser(chat) };
};

export const getChatAdministrators: Method = (world, params) => {
  chatOf(world, params);
  throw badRequest("there are no administrators in the private chat");
};

/** Taken and forgotten: the page shows none of it. */
export const accepted: Method = () => true;
