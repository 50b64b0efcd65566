// setMyCommands, getMyCommands, deleteMyCommands: in every scope and language.
import { reach } from "../access.ts";
import { badRequest } from "../apiError.ts";
import { readLanguage } from "../language.ts";
import type { MenuCommand, ScopeKey } from "../menus.ts";
import { isObject, type Method, type Params, readJson, readNumber, readText } from "../method.ts";
import type { World } from "../world.ts";

export const setMyCommands: Method = (world, params) => {
  const commands = readJson(params, "commands");
  const scope = readScope(world, params);
  const language = readLanguage(params);
  if (!Array.isArray(commands)) throw badRequest("can't parse commands: expected an Array of BotCommand");
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  world.menus.set(scope, language, (commands as unknown[]).map(readCommand));
  tellPages(world);
  return true;
};

export const getMyCommands: Method = (world, params) =>
  world.menus.get(readScope(world, params), readLanguage(params));

export const deleteMyCommands: Method = (world, params) => {
  world.menus.delete(readScope(world, params), readLanguage(params));
  tellPages(world);
  return true;
};

function tellPages(world: World): void {
  for (const { id } of world.chats()) world.tell(id, { type: "commands" });
}

function readCommand(given: unknown): MenuCommand {
  if (!isObject(given)) throw badRequest("can't parse BotCommand: expected an Object");
  for (const field of ["command", "description"]) {
    if (given[field] === undefined) throw badRequest(`can't parse BotCommand: Can't find field "${field}"`);
  }
  const command = readText(given, "command");
  const description = readText(given, "description");
  if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  const length = description.trim().length;
  if (length < 1 || length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  return { command: command.replace(/^\//, ""), description };
}

const wide = new Set(["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]);
const narrow = new Set(["chat", "chat_administrators", "chat_member"]);

function readScope(world: World, params: Params): ScopeKey {
  const scope = readJson(params, "scope", "BotCommandScope");
  if (scope === undefined || scope === null) return "default";
  const fail = (what: string) => badRequest(`can't parse BotCommandScope: ${what}`);
  if (!isObject(scope)) throw fail("BotCommandScope must be an Object");
  const type = scope["type"];
  if (type === undefined) throw fail('Can\'t find field "type"');
  if (typeof type !== "string") throw fail('Field "type" must be of type String');
  if (wide.has(type)) return type;
  if (!narrow.has(type)) throw fail("Unsupported type specified");
  if (scope["chat_id"] === undefined) throw fail('Can\'t find field "chat_id"');
  if (scope["chat_id"] === "") throw fail("Empty chat_id specified");
  const user = type === "chat_member" ? readNumber(scope, "user_id", 0) : undefined;
  if (user !== undefined && user <= 0) throw fail("Invalid user_id specified");
  const chat = reach(world, scope, "readMembers");
  // tdlib/td, BotCommandScope.cpp
  if (chat.kind === "channel") throw badRequest("can't change commands in channel chats");
  if (chat.kind === "private" && type !== "chat") {
    throw badRequest("can't use specified scope in private chats");
  }
  return user === undefined ? `${type}:${chat.id}` : `${type}:${chat.id}:${user}`;
}
