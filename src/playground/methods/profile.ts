// What the bot says of itself: its name and descriptions by language, and its menu button.
import { badRequest } from "../apiError.ts";
import { readLanguage } from "../language.ts";
import { isObject, type Method, readJson, readNumber, readText } from "../method.ts";
import type { World } from "../world.ts";

interface Field {
  /** The parameter, and the field of the answer. */
  readonly name: "name" | "description" | "short_description";
  /** UTF-16 units; https://core.telegram.org/bots/api#setmyname and the methods after it. */
  readonly most: number;
  readonly tooLong: string;
}

const fields = {
  name: { name: "name", most: 64, tooLong: "BOT_TITLE_INVALID" },
  description: { name: "description", most: 512, tooLong: "DESCRIPTION_TOO_LONG" },
  about: { name: "short_description", most: 120, tooLong: "ABOUT_TOO_LONG" },
} as const satisfies Record<string, Field>;

const createSet =
  ({ name, most, tooLong }: Field): Method =>
  (world, params) => {
    const text = readText(params, name).trim();
    const language = readLanguage(params);
    if (text.length > most) throw badRequest(tooLong);
    if (text === "") world.profile.delete(`${name}/${language}`);
    else world.profile.set(`${name}/${language}`, text);
    return true;
  };

/** Of the language, else of none; the bot's first name where it never set one. */
const createGet =
  ({ name }: Field): Method =>
  (world, params) => {
    const language = readLanguage(params);
    const text = world.profile.get(`${name}/${language}`) ?? world.profile.get(`${name}/`);
    return { [name]: text ?? (name === "name" ? world.bot.firstName : "") };
  };

export const setMyName = createSet(fields.name);
export const getMyName = createGet(fields.name);
export const setMyDescription = createSet(fields.description);
export const getMyDescription = createGet(fields.description);
export const setMyShortDescription = createSet(fields.about);
export const getMyShortDescription = createGet(fields.about);

export const setChatMenuButton: Method = (world, params) => {
  const button = readJson(params, "menu_button", "menu button");
  const chat = readPrivate(world, params);
  if (button === undefined || button === null) {
    world.menuButtons.delete(chat);
    return true;
  }
  const fail = (what: string) => badRequest(`can't parse menu button: ${what}`);
  if (!isObject(button)) throw fail("MenuButton must be an Object");
  const { type, text, web_app: app } = button;
  if (type === undefined) throw fail('Can\'t find field "type"');
  if (type === "web_app") {
    if (typeof text !== "string") throw fail('Can\'t find field "text"');
    if (!isObject(app) || typeof app["url"] !== "string") throw fail('Can\'t find field "web_app"');
    if (!/^https:\/\//.test(app["url"])) throw badRequest("BUTTON_URL_INVALID");
  } else if (type !== "default" && type !== "commands") {
    throw fail("MenuButton has unsupported type");
  }
  world.menuButtons.set(chat, button);
  return true;
};

export const getChatMenuButton: Method = (world, params) => {
  const chat = readPrivate(world, params);
  return world.menuButtons.get(chat) ?? world.menuButtons.get("") ?? { type: "default" };
};

function readPrivate(world: World, params: Readonly<Record<string, unknown>>): number | "" {
  if (params["chat_id"] === undefined || params["chat_id"] === "") return "";
  const id = readNumber(params, "chat_id", 0);
  if (id <= 0) throw badRequest("invalid chat_id specified");
  if (world.privateChat(id) === undefined) throw badRequest("chat not found");
  return id;
}
