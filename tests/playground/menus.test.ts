// Command menus in every scope and language, and what the bot says of itself.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "./ask.ts";
import { type Server, startPlayground } from "./server.ts";

let server: Server;
beforeEach(async () => {
  server = await startPlayground();
});
afterEach(() => server.close());

const set = (command: string, scope?: object, language_code?: string) =>
  ask(server, "setMyCommands", { commands: [{ command, description: "وصف" }], scope, language_code });

describe("a menu", () => {
  it("in a private chat is that of the narrowest scope, the language first", async () => {
    const { playground } = server;
    const seen = () => playground.menuIn(1001, 1).map(({ command }) => command);
    const steps: readonly [string, object | undefined, string | undefined][] = [
      ["default", undefined, undefined],
      ["default_ar", undefined, "ar"],
      ["people", { type: "all_private_chats" }, undefined],
      ["people_ar", { type: "all_private_chats" }, "ar"],
      ["chat", { type: "chat", chat_id: 1001 }, undefined],
      ["chat_ar", { type: "chat", chat_id: 1001 }, "ar"],
    ];
    for (const [command, scope, language] of steps) {
      await set(command, scope, language);
      expect(seen()).toEqual([command]);
    }
    playground.setLanguage(1, "en");
    expect(seen()).toEqual(["chat"]);
    await ask(server, "deleteMyCommands", { scope: { type: "chat", chat_id: 1001 } });
    expect(seen()).toEqual(["people"]);
    expect(playground.menuIn(1002, 2).map(({ command }) => command)).toEqual(["people_ar"]);
  });

  it("in a group depends on who looks", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", members: [1, 2, 3] });
    const seen = () => [1, 2, 3].map((user) => playground.menuIn(id, user)[0]?.command);
    await set("default");
    await set("people", { type: "all_private_chats" });
    expect(seen()).toEqual(["default", "default", "default"]);
    await set("groups", { type: "all_group_chats" });
    expect(seen()).toEqual(["groups", "groups", "groups"]);
    await set("admins", { type: "all_chat_administrators" });
    expect(seen()).toEqual(["admins", "groups", "groups"]);
    await set("chat", { type: "chat", chat_id: id });
    expect(seen()).toEqual(["chat", "chat", "chat"]);
    await set("chat_admins", { type: "chat_administrators", chat_id: id });
    expect(seen()).toEqual(["chat_admins", "chat", "chat"]);
    await set("third", { type: "chat_member", chat_id: id, user_id: 1003 });
    expect(seen()).toEqual(["chat_admins", "chat", "third"]);
    const scope = { type: "chat_member", chat_id: id, user_id: 1003 };
    expect(await ask(server, "getMyCommands", { scope })).toEqual([{ command: "third", description: "وصف" }]);
    expect(await ask(server, "getMyCommands", { scope, language_code: "ar" })).toEqual([]);
  });

  const parse = "can't parse BotCommandScope: ";
  it.each([
    [{ type: "everyone" }, `${parse}Unsupported type specified`],
    [{}, `${parse}Can't find field "type"`],
    ["x", "can't parse BotCommandScope JSON object"],
    [[], `${parse}BotCommandScope must be an Object`],
    [{ type: "chat" }, `${parse}Can't find field "chat_id"`],
    [{ type: "chat", chat_id: "" }, `${parse}Empty chat_id specified`],
    [{ type: "chat", chat_id: 99 }, "chat not found"],
    [{ type: "chat_member", chat_id: 1001 }, `${parse}Invalid user_id specified`],
    [{ type: "chat_administrators", chat_id: 1001 }, "can't use specified scope in private chats"],
    [{ type: "chat", chat_id: "@menu_ch" }, "can't change commands in channel chats"],
  ])("refuses the scope %j", async (scope, words) => {
    server.playground.makeChannel({ title: "c", username: "menu_ch" });
    expect(await set("a", scope as object)).toBe(`400 Bad Request: ${words}`);
  });

  it.each([
    [
      Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: "d" })),
      "BOT_COMMANDS_TOO_MUCH",
    ],
    [[{ command: "A", description: "d" }], "BOT_COMMAND_INVALID"],
    [[{ command: "x".repeat(33), description: "d" }], "BOT_COMMAND_INVALID"],
    [[{ command: "a", description: "" }], "BOT_COMMAND_DESCRIPTION_INVALID"],
    [[{ command: "a", description: "م".repeat(257) }], "BOT_COMMAND_DESCRIPTION_INVALID"],
    [[{ command: "a" }], "can't parse BotCommand: Can't find field \"description\""],
  ])("refuses wrong commands (%#): %s", async (commands, words) => {
    expect(await ask(server, "setMyCommands", { commands })).toBe(`400 Bad Request: ${words}`);
  });
});

describe("what the bot says of itself", () => {
  it.each([
    ["Name", "name", 64, "BOT_TITLE_INVALID"],
    ["Description", "description", 512, "DESCRIPTION_TOO_LONG"],
    ["ShortDescription", "short_description", 120, "ABOUT_TOO_LONG"],
  ])("has a %s by language, with a limit of %s %i units", async (method, field, most, tooLong) => {
    const put = (text: string, language_code?: string) =>
      ask(server, `setMy${method}`, { [field]: text, language_code });
    const get = (language_code?: string) => ask(server, `getMy${method}`, { language_code });
    expect(await put("م".repeat(most), "ar")).toBe(true);
    expect(await put("m", undefined)).toBe(true);
    expect(await put("x".repeat(most + 1))).toBe(`400 Bad Request: ${tooLong}`);
    expect(await put("x", "arabic")).toBe("400 Bad Request: invalid language code specified");
    expect((await get("ar"))[field]).toHaveLength(most);
    expect(await get("fr")).toEqual({ [field]: "m" });
    await put("", "ar");
    expect(await get("ar")).toEqual({ [field]: "m" });
  });

  it("has a menu button, for all and for one chat", async () => {
    const put = (params: object) => ask(server, "setChatMenuButton", params);
    const get = (params: object) => ask(server, "getChatMenuButton", params);
    expect(await get({})).toEqual({ type: "default" });
    expect(await put({ menu_button: { type: "commands" } })).toBe(true);
    expect(await get({ chat_id: 1001 })).toEqual({ type: "commands" });
    expect(await put({ chat_id: 1001, menu_button: { type: "default" } })).toBe(true);
    expect(await get({ chat_id: 1001 })).toEqual({ type: "default" });
    const { id } = server.playground.makeGroup({ title: "g" });
    expect(await put({ chat_id: id })).toBe("400 Bad Request: invalid chat_id specified");
    expect(await put({ menu_button: { type: "x" } })).toBe(
      "400 Bad Request: can't parse menu button: MenuButton has unsupported type",
    );
  });
});
