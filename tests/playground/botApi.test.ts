// The embedded Bot API as telegraf meets it: sending, editing, callbacks, polling, and Telegram's own refusals.

import type { Telegraf } from "telegraf";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusal, type Server, startPlayground } from "./server.ts";

let server: Server;
let bot: Telegraf;
const chat = 1001;

beforeAll(async () => {
  server = await startPlayground();
  bot = server.client();
});
afterAll(() => server.close());
afterEach(() => server.playground.clearFaults());

const html = (text: string) => bot.telegram.sendMessage(chat, text, { parse_mode: "HTML" });
const badRequest = (description: string) => ({ code: 400, description: `Bad Request: ${description}` });

describe("sendMessage", () => {
  it("gives the message as Telegram does, with rising ids", async () => {
    const first = await bot.telegram.sendMessage(chat, "مرحبا");
    const second = await bot.telegram.sendMessage(chat, "hello");
    expect(first).toMatchObject({
      text: "مرحبا",
      chat: { id: chat, type: "private" },
      from: { id: 42, is_bot: true, username: "echo_bot" },
    });
    expect(second.message_id).toBe(first.message_id + 1);
  });

  it.each([
    ["<b>غ</b> a", "غ a", [{ type: "bold", offset: 0, length: 1 }]],
    [
      "<strong>x</strong><i>y</i>",
      "xy",
      [
        { type: "bold", offset: 0, length: 1 },
        { type: "italic", offset: 1, length: 1 },
      ],
    ],
    ["😀<u>x</u>", "😀x", [{ type: "underline", offset: 2, length: 1 }]],
    [
      '<a href="https://example.com/?a=1&amp;b=2">x</a>',
      "x",
      [{ type: "text_link", offset: 0, length: 1, url: "https://example.com/?a=1&b=2" }],
    ],
    ["<blockquote>x</blockquote>", "x", [{ type: "blockquote", offset: 0, length: 1 }]],
    ["<blockquote expandable>x</blockquote>", "x", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">x</span>', "x", [{ type: "spoiler", offset: 0, length: 1 }]],
    ["&lt;b&gt; &amp; &quot; &#1605; &#x645; &copy;", '<b> & " م م &copy;', undefined],
    ["  <b> x </b>  ", "x", [{ type: "bold", offset: 0, length: 1 }]],
    ["<B>x</b>", "x", [{ type: "bold", offset: 0, length: 1 }]],
    ["<b></b>x", "x", undefined],
  ])("reads %j", async (source, text, entities) => {
    const message = await html(source);
    expect(message.text).toBe(text);
    expect(message.entities).toEqual(entities);
  });

  it.each([
    ["<x>", 'Unsupported start tag "x" at byte offset 0'],
    ["م<x>", 'Unsupported start tag "x" at byte offset 2'],
    ["a < b > c", 'Unsupported start tag "" at byte offset 2'],
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>م</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'],
    ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["x <b", "Unclosed start tag at byte offset 2"],
    ['<a href="x', 'Unclosed start tag "a" at byte offset 0'],
    ['<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])("refuses %j in Telegram's words", async (source, description) => {
    expect(await refusal(html(source))).toEqual(badRequest(`can't parse entities: ${description}`));
  });

  it("counts 4096 units after the entities are read", async () => {
    expect((await html(`<b>${"م".repeat(4096)}</b>`)).text).toHaveLength(4096);
    expect(await refusal(html("م".repeat(4097)))).toEqual(badRequest("message is too long"));
  });

  it.each(["", "   ", "<b> </b>", "\u200F\u2068\u2069"])("refuses the empty text %j", async (text) => {
    expect(await refusal(html(text))).toEqual(badRequest("message text is empty"));
  });

  it("finds commands in the text, also inside isolates", async () => {
    const { entities } = await html("افتح \u2068/a42\u2069 أو /latest، لا http://a.b/c");
    const found = (entities ?? []).map(({ type, offset, length }) => [type, offset, length]);
    expect(found).toEqual([
      ["bot_command", 6, 4],
      ["bot_command", 15, 7],
      ["url", 27, 12],
    ]);
  });

  it("knows no other chats", async () => {
    expect(await refusal(bot.telegram.sendMessage(99, "x"))).toEqual(badRequest("chat not found"));
  });
});

describe("inline keyboards", () => {
  const withKey = (key: unknown) =>
    bot.telegram.callApi("sendMessage", {
      chat_id: chat,
      text: "x",
      reply_markup: { inline_keyboard: [[key]] },
    } as never);

  it.each([
    [
      { text: "a", callback_data: "" },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [{ callback_data: "x" }, "can't parse inline keyboard button: Can't find field \"text\""],
    [{ text: 1 }, 'can\'t parse inline keyboard button: Field "text" must be of type String'],
    ["key", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"],
    [
      { text: "a", url: "ftp://example.com" },
      "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ],
    [{ text: "a", callback_data: "م".repeat(33) }, "BUTTON_DATA_INVALID"],
    [{ text: "", callback_data: "x" }, "BUTTON_TEXT_INVALID"],
    [{ text: "a", url: "nowhere" }, "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"],
  ])("refuses %j", async (key, description) => {
    expect(await refusal(withKey(key))).toEqual(badRequest(description));
  });

  it("takes 64 bytes of data", async () => {
    await expect(withKey({ text: "a", callback_data: "م".repeat(32) })).resolves.toBeTruthy();
  });
});

describe("edits", () => {
  it("change the text, and refuse what is the same", async () => {
    const { message_id: id } = await html("<b>one</b>");
    await bot.telegram.editMessageText(chat, id, undefined, "<b>two</b>", { parse_mode: "HTML" });
    const edit = bot.telegram.editMessageText(chat, id, undefined, "<b>two</b>", { parse_mode: "HTML" });
    expect((await refusal(edit)).description).toMatch(/^Bad Request: message is not modified: /);
    expect(server.playground.transcript(1).at(-1)).toMatchObject({ text: "two", messageId: id });
  });

  it("take 4096 units after the entities are read, and no more", async () => {
    const { message_id: id } = await html("one");
    const edit = (text: string) =>
      bot.telegram.editMessageText(chat, id, undefined, `<b>${text}</b>`, { parse_mode: "HTML" });
    await expect(edit("م".repeat(4096))).resolves.toBeTruthy();
    expect(await refusal(edit("م".repeat(4097)))).toEqual(badRequest("MESSAGE_TOO_LONG"));
    expect(server.playground.transcript(1).at(-1)?.text).toHaveLength(4096);
  });

  it("take the keyboard away where none is given", async () => {
    const reply_markup = { inline_keyboard: [[{ text: "a", callback_data: "a" }]] };
    const { message_id: id } = await bot.telegram.sendMessage(chat, "x", { reply_markup });
    await bot.telegram.editMessageText(chat, id, undefined, "y");
    expect(server.playground.transcript(1).at(-1)?.keyboard).toBeUndefined();
  });

  it("know only messages that are there, and the bot's own", async () => {
    const missing = bot.telegram.editMessageText(chat, 99_999, undefined, "x");
    expect(await refusal(missing)).toEqual(badRequest("message to edit not found"));
    server.playground.say(1, "mine");
    const own = server.playground.transcript(1).at(-1)?.messageId ?? 0;
    expect(await refusal(bot.telegram.editMessageText(chat, own, undefined, "x"))).toEqual(
      badRequest("message can't be edited"),
    );
    await bot.telegram.deleteMessage(chat, own);
    expect(await refusal(bot.telegram.deleteMessage(chat, own))).toEqual(
      badRequest("message to delete not found"),
    );
  });
});

describe("menus", () => {
  it("are kept by language, and refuse what Telegram refuses", async () => {
    await bot.telegram.setMyCommands([{ command: "a", description: "b" }], { language_code: "ar" });
    expect(await bot.telegram.getMyCommands({ language_code: "ar" })).toEqual([
      { command: "a", description: "b" },
    ]);
    expect(await bot.telegram.getMyCommands({ language_code: "en" })).toEqual([]);
    const wrong = bot.telegram.setMyCommands([{ command: "أ", description: "b" }]);
    expect(await refusal(wrong)).toEqual(badRequest("BOT_COMMAND_INVALID"));
  });
});

describe("a blocked bot, a wrong token, an unknown method", () => {
  it("are answered as Telegram does", async () => {
    server.playground.block(2, true);
    expect(await refusal(bot.telegram.sendMessage(1002, "x"))).toEqual({
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    server.playground.block(2, false);
    await expect(bot.telegram.sendMessage(1002, "x")).resolves.toBeTruthy();
    expect(await refusal(server.client("1:other").telegram.getMe())).toEqual({
      code: 401,
      description: "Unauthorized",
    });
    expect(await refusal(bot.telegram.callApi("sendDice" as never, {} as never))).toEqual({
      code: 404,
      description: "Not Found: method not found",
    });
  });

  it("can be played on demand", async () => {
    const kind = {
      type: "error",
      code: 429,
      description: "Too Many Requests: retry after 3",
      retryAfter: 3,
    } as const;
    server.playground.fail({ method: "sendMessage", chat, times: 1, kind });
    expect(await refusal(bot.telegram.sendMessage(chat, "x"))).toEqual({
      code: 429,
      description: kind.description,
      parameters: { retry_after: 3 },
    });
    const before = server.playground.transcript(1).length;
    server.playground.fail({ method: "sendMessage", times: 1, kind: { type: "reset", when: "after" } });
    await expect(bot.telegram.sendMessage(chat, "x")).rejects.toThrow();
    expect(server.playground.transcript(1)).toHaveLength(before + 1);
  });
});

describe("what a call is refused for first", () => {
  it.each([
    ["sendMessage", {}, "message text is empty"],
    ["sendMessage", { chat_id: 0 }, "message text is empty"],
    ["sendMessage", { text: "x" }, "chat_id is empty"],
    ["sendMessage", { chat_id: "@nobody", text: "x" }, "chat not found"],
    ["sendMessage", { chat_id: chat, text: "x", parse_mode: "BBCode" }, "unsupported parse_mode"],
    ["sendMessage", { chat_id: chat, text: "*x*", parse_mode: "MarkdownV2" }, "unsupported parse_mode"],
    [
      "sendMessage",
      { chat_id: chat, text: "x", reply_markup: "{" },
      "can't parse reply keyboard markup JSON object",
    ],
    ["sendMessage", { chat_id: chat, text: "x", reply_markup: "[]" }, "object expected as reply markup"],
    ["editMessageText", { chat_id: chat, text: "x" }, "message to edit not found"],
    ["editMessageText", { chat_id: chat }, "message text is empty"],
    ["editMessageText", { text: "x" }, "message identifier is not specified"],
    ["editMessageText", { text: "x", inline_message_id: "none" }, "MESSAGE_ID_INVALID"],
    ["editMessageReplyMarkup", { chat_id: chat }, "message to edit not found"],
    ["editMessageReplyMarkup", {}, "message identifier is not specified"],
    ["deleteMessage", { message_id: 1 }, "chat identifier is not specified"],
    ["deleteMessage", { chat_id: chat }, "message identifier is not specified"],
    ["sendChatAction", { chat_id: chat, action: "dance" }, "wrong parameter action in request"],
    ["setMyCommands", { commands: ["a"] }, "can't parse BotCommand: expected an Object"],
  ])("%s %j: %s", async (method, params, description) => {
    expect(await refusal(bot.telegram.callApi(method as never, params as never))).toEqual(
      badRequest(description),
    );
  });

  it("an edit wants an inline keyboard, a new message takes any", async () => {
    const markup = { keyboard: [[{ text: "a" }]] };
    const { message_id: id } = await bot.telegram.sendMessage(chat, "x", { reply_markup: markup });
    const edit = bot.telegram.editMessageText(chat, id, undefined, "y", { reply_markup: markup as never });
    expect(await refusal(edit)).toEqual(badRequest("inline keyboard expected"));
  });
});

describe("a request", () => {
  const url = (method: string) => `${server.address}/bot42:playground/${method}`;
  const markup = '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}';
  const fields = { chat_id: String(chat), text: "م", reply_markup: markup };
  const parts = (): FormData => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  const json = (body: string): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });

  it.each([
    ["a form", () => ({ method: "POST", body: new URLSearchParams(fields) })],
    ["a form of several parts", () => ({ method: "POST", body: parts() })],
    ["JSON whose objects are text", () => json(JSON.stringify(fields))],
  ])("may come as %s", async (_kind, init) => {
    const response = await fetch(url("sendMessage"), init());
    expect(await response.json()).toMatchObject({ ok: true, result: { text: "م", reply_markup: {} } });
  });

  it("may be a GET, or a POST without a body, in any case", async () => {
    const query = new URLSearchParams(fields);
    const got = await fetch(`${url("SENDMESSAGE")}?${query}`);
    expect(await got.json()).toMatchObject({ ok: true, result: { text: "م", reply_markup: {} } });
    expect(await (await fetch(url("getme"), json(""))).json()).toMatchObject({
      ok: true,
      result: { id: 42 },
    });
    expect(await (await fetch(url("getMe"), { method: "POST", body: "x" })).json()).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ["x", "JSON object expected"],
    ["[1]", "JSON object expected"],
    ['{"chat_id":', "can't parse parameter value"],
  ])("of broken JSON (%s) is refused as Telegram refuses it", async (body, description) => {
    const response = await fetch(url("sendMessage"), json(body));
    expect([response.status, await response.json()]).toEqual([
      400,
      { ok: false, error_code: 400, description: `Bad Request: ${description}` },
    ]);
  });
});
