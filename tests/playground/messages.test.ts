// What a message may bring and what becomes of it: keyboards, answers, options, copies, pins, deletion; and the record.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "../../src/playground/calls.ts";
import { ask } from "./ask.ts";
import { type Server, startPlayground } from "./server.ts";

let server: Server;
let now = Date.UTC(2026, 10, 24);
const chat = 1001;

beforeAll(async () => {
  server = await startPlayground({ now: () => now });
});
afterAll(() => server.close());

const send = (more: object = {}) => ask(server, "sendMessage", { chat_id: chat, text: "خبر", ...more });

describe("reply keyboards", () => {
  const withKey = (key: unknown, to = chat) => send({ chat_id: to, reply_markup: { keyboard: [[key]] } });

  it("bring keys that ask for a place or a chat, and go again", async () => {
    const { playground } = server;
    expect(await withKey({ text: "موقعي", request_location: true })).not.toHaveProperty("reply_markup");
    expect(playground.transcript(1).at(-1)?.replyMarkup).toEqual({
      keyboard: [[{ text: "موقعي", request_location: true }]],
    });
    await send({ reply_markup: { remove_keyboard: true } });
    expect(playground.transcript(1).at(-1)?.replyMarkup).toEqual({ remove_keyboard: true });
    await send({ reply_markup: { force_reply: true, input_field_placeholder: "المدينة" } });
    expect(playground.transcript(1).at(-1)?.replyMarkup).toEqual({ force_reply: true });
  });

  it("make a message that cannot be edited", async () => {
    const { message_id } = await withKey("نعم");
    expect(await ask(server, "editMessageText", { chat_id: chat, message_id, text: "x" })).toBe(
      "400 Bad Request: message can't be edited",
    );
  });

  const parse = "can't parse keyboard button: ";
  it.each([
    [{ keyboard: "x" }, 'field "keyboard" must be of type Array'],
    [{ keyboard: ["x"] }, 'field "keyboard" must be an Array of Arrays'],
    [{ keyboard: [[1]] }, `${parse}KeyboardButton must be a String or an Object`],
    [{ keyboard: [[{}]] }, `${parse}Can't find field "text"`],
    [{ keyboard: [[""]] }, "BUTTON_TEXT_INVALID"],
    [
      { keyboard: [[{ text: "a", request_location: 1 }]] },
      `${parse}Field "request_location" must be of type Boolean`,
    ],
    [{ keyboard: [[{ text: "a", request_chat: 1 }]] }, `${parse}Field "request_chat" must be of type Object`],
    [{ keyboard: [[{ text: "a", request_chat: {} }]] }, `${parse}Can't find field "request_id"`],
    [{ remove_keyboard: 1 }, 'field "remove_keyboard" must be of type Boolean'],
    [
      { inline_keyboard: [Array.from({ length: 101 }, () => ({ text: "a", callback_data: "a" }))] },
      "reply markup is too long",
    ],
  ])("are refused when wrong: %j", async (reply_markup, words) => {
    expect(await send({ reply_markup })).toBe(`400 Bad Request: ${words}`);
  });

  it("take nine keys in a row: eight is what apps show well, no rule of the server", async () => {
    const row = Array.from({ length: 9 }, (_, n) => ({ text: String(n), callback_data: String(n) }));
    expect(await send({ reply_markup: { inline_keyboard: [row] } })).toHaveProperty("reply_markup");
  });

  it.each([
    [{ text: "a", request_location: true }, "location can be requested in private chats only"],
    [{ text: "a", request_contact: true }, "phone number can be requested in private chats only"],
    [
      { text: "a", request_chat: { request_id: 1, chat_is_channel: true } },
      "chats can be requested in private chats only",
    ],
  ])("ask for nothing in groups: %j", async (key, words) => {
    const { id } = server.playground.makeGroup({ title: "g" });
    expect(await withKey(key, id)).toBe(`400 Bad Request: ${words}`);
  });
});

describe("options of a message", () => {
  it("are kept with it", async () => {
    const link_preview_options = { url: "https://example.com/a", prefer_large_media: true };
    expect(
      await send({ link_preview_options, disable_notification: true, protect_content: true }),
    ).toMatchObject({ link_preview_options, has_protected_content: true });
    expect(server.playground.transcript(1).at(-1)).toMatchObject({ isSilent: true, isProtected: true });
  });

  it.each([
    [{ link_preview_options: "x" }, "can't parse link preview options JSON object"],
    [{ link_preview_options: [] }, "object expected as link preview options"],
    [{ link_preview_options: { is_disabled: "no" } }, 'field "is_disabled" must be of type Boolean'],
    [{ reply_parameters: [] }, "object expected as reply parameters"],
    [{ reply_parameters: { message_id: 9999 } }, "message to be replied not found"],
  ])("are refused when wrong: %j", async (params, words) => {
    expect(await send(params)).toBe(`400 Bad Request: ${words}`);
  });

  it("may answer a message that is gone, if that is allowed", async () => {
    const reply_parameters = { message_id: 9999, allow_sending_without_reply: true };
    expect(await send({ reply_parameters })).not.toHaveProperty("reply_to_message");
  });
});

describe("copies, pins and deletion", () => {
  it("a copy is a new message, and tells only its number", async () => {
    const { id } = server.playground.makeChannel({ title: "c" });
    const { message_id } = await send({ text: "<b>نص</b>", parse_mode: "HTML" });
    const copy = (more: object) =>
      ask(server, "copyMessage", { chat_id: id, from_chat_id: chat, message_id, ...more });
    expect(await copy({})).toEqual({ message_id: 1 });
    expect(server.playground.transcriptOf(id).at(-1)).toMatchObject({
      text: "نص",
      entities: [{ type: "bold" }],
    });
    expect(await copy({ message_id: 9999 })).toBe("400 Bad Request: message to copy not found");
    const closed = await send({ protect_content: true });
    expect(await copy({ message_id: closed.message_id })).toBe("400 Bad Request: message can't be copied");
  });

  it("a pin takes the right to it", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", permissions: { can_pin_messages: false } });
    const { message_id } = await send({ chat_id: id });
    const pin = (method: string, more: object = { message_id }) =>
      ask(server, method, { chat_id: id, ...more });
    expect(await pin("pinChatMessage")).toBe(
      "400 Bad Request: not enough rights to manage pinned messages in the chat",
    );
    playground.setMember(id, "bot", "administrator");
    expect(await pin("pinChatMessage")).toBe(true);
    expect(await ask(server, "getChat", { chat_id: id })).toMatchObject({ pinned_message: { message_id } });
    expect(await pin("pinChatMessage", { message_id: 9999 })).toBe(
      "400 Bad Request: message to pin not found",
    );
    expect(await pin("unpinChatMessage")).toBe(true);
    expect(playground.pinnedIn(id)).toEqual([]);
  });

  it("several messages go at once; those that are gone are passed over", async () => {
    const ids = [(await send()).message_id, (await send()).message_id];
    const remove = (message_ids: unknown) => ask(server, "deleteMessages", { chat_id: chat, message_ids });
    expect(await remove([...ids, 9999])).toBe(true);
    expect(server.playground.transcript(1).filter(({ messageId }) => ids.includes(messageId))).toEqual([]);
    expect(await remove(undefined)).toBe("400 Bad Request: message identifiers are not specified");
    expect(await remove(Array.from({ length: 101 }, (_, n) => n + 1))).toBe(
      "400 Bad Request: too many message identifiers specified",
    );
  });

  it("nothing older than two days is deleted for everyone", async () => {
    const { message_id } = await send();
    now += 48 * 3600 * 1000 + 2000;
    expect(await ask(server, "deleteMessage", { chat_id: chat, message_id })).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    );
  });
});

describe("the record of calls", () => {
  it("tells every call with its parameters and its answer until it is ended", async () => {
    const calls: Call[] = [];
    const end = server.playground.onCall((call) => calls.push(call));
    await send({ text: "سجل" });
    await send({ text: "" });
    await ask(server, "noSuchMethod");
    end();
    await send();
    expect(calls).toMatchObject([
      {
        method: "sendMessage",
        params: { chat_id: chat, text: "سجل" },
        answer: { ok: true, result: { text: "سجل" } },
      },
      {
        method: "sendMessage",
        answer: { ok: false, error_code: 400, description: "Bad Request: message text is empty" },
      },
      { method: "noSuchMethod", answer: { ok: false, error_code: 404 } },
    ]);
  });
});

describe("groups", () => {
  it("survive a restart with their members, topics and rights", async () => {
    let state = "";
    const first = await startPlayground({
      load: async () => null,
      save: async (saved) => {
        state = saved;
      },
    });
    const { id, topics } = first.playground.makeGroup({ title: "g", topics: ["علوم"], members: [1, 2] });
    const thread = topics["علوم"] ?? 0;
    first.playground.sayIn(id, 2, "/digest", { thread });
    await first.playground.close();
    await first.close();
    const second = await startPlayground({ load: async () => state });
    await ask(second, "getMe");
    expect(second.playground.transcriptOf(id, thread).map(({ text }) => text)).toEqual(["", "/digest"]);
    expect(
      await ask(second, "sendMessage", { chat_id: id, text: "x", message_thread_id: thread }),
    ).toMatchObject({
      message_thread_id: thread,
    });
    expect(await ask(second, "getChatMember", { chat_id: id, user_id: 1002 })).toMatchObject({
      status: "member",
    });
    await second.close();
  });
});
