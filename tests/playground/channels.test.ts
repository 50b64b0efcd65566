// Channels: posts, rights, and how a person links one to the bot from the private chat.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, createEar } from "./ask.ts";
import { type Server, startPlayground } from "./server.ts";

let server: Server;
let hear: ReturnType<typeof createEar>;

beforeAll(async () => {
  server = await startPlayground();
  hear = createEar(server);
});
afterAll(() => server.close());
beforeEach(async () => void (await hear()));

const post = (chat: number | string, more: object = {}) =>
  ask(server, "sendMessage", { chat_id: chat, text: "موجز", ...more });

describe("a channel", () => {
  it("takes posts in its own name, by id and by public name", async () => {
    const { id } = server.playground.makeChannel({ title: "نشرة", username: "nashra_ch" });
    const sent = await post(id);
    expect(sent).toMatchObject({ chat: { id, title: "نشرة", type: "channel" }, sender_chat: { id } });
    expect(sent).not.toHaveProperty("from");
    expect(await post("@Nashra_CH")).toMatchObject({ message_id: sent.message_id + 1 });
    expect(await post("@nobody_here")).toBe("400 Bad Request: chat not found");
  });

  it("tells the bot what people post and edit there", async () => {
    const { playground } = server;
    const { id } = playground.makeChannel({ title: "c" });
    const { messageId } = playground.sayIn(id, 1, "منشور");
    playground.edit(id, messageId, "منشور أصح");
    const heard = await hear();
    expect(heard.map(([kind, { text, sender_chat: sender }]) => [kind, text, sender.id])).toEqual([
      ["channel_post", "منشور", id],
      ["edited_channel_post", "منشور أصح", id],
    ]);
  });

  it.each([
    ["kicked", undefined, "403 Forbidden: bot was kicked from the channel chat"],
    ["left", undefined, "403 Forbidden: bot is not a member of the channel chat"],
    [
      "administrator",
      { can_post_messages: false },
      "400 Bad Request: need administrator rights in the channel chat",
    ],
  ] as const)("refuses a bot that is %s %j: %s", async (status, rights, refused) => {
    const bot = rights === undefined ? { status } : { status, rights };
    const { id } = server.playground.makeChannel({ title: "c", bot });
    expect(await post(id)).toBe(refused);
  });

  it("loses the bot's rights from one post to the next", async () => {
    const { id } = server.playground.makeChannel({ title: "c" });
    expect(await post(id)).toBeTypeOf("object");
    server.playground.setMember(id, "bot", "administrator", { can_post_messages: false });
    expect((await hear()).at(-1)).toMatchObject([
      "my_chat_member",
      { new_chat_member: { can_post_messages: false } },
    ]);
    expect(await post(id)).toBe("400 Bad Request: need administrator rights in the channel chat");
  });

  it("lets the bot edit and delete what its rights cover", async () => {
    const { playground } = server;
    const rights = { can_edit_messages: false, can_delete_messages: false };
    const { id } = playground.makeChannel({ title: "c", bot: { status: "administrator", rights } });
    const { message_id: own } = await post(id);
    const { messageId: other } = playground.sayIn(id, 1, "x");
    const edit = (message_id: number) =>
      ask(server, "editMessageText", { chat_id: id, message_id, text: "y" });
    const remove = (message_id: number) => ask(server, "deleteMessage", { chat_id: id, message_id });
    expect(await edit(own)).toMatchObject({ text: "y" });
    expect(await edit(other)).toBe("400 Bad Request: message can't be edited");
    expect(await remove(other)).toBe("400 Bad Request: message can't be deleted");
    expect(await remove(own)).toBe(true);
    playground.setMember(id, "bot", "administrator");
    expect(await edit(other)).toMatchObject({ text: "y" });
    expect(await remove(other)).toBe(true);
  });

  it("takes inline keyboards only", async () => {
    const { id } = server.playground.makeChannel({ title: "c" });
    expect(await post(id, { reply_markup: { keyboard: [["x"]] } })).toBe(
      "400 Bad Request: inline keyboard expected",
    );
    const key = { text: "x", url: "https://example.com/a" };
    expect(await post(id, { reply_markup: { inline_keyboard: [[key]] } })).toMatchObject({
      reply_markup: { inline_keyboard: [[key]] },
    });
  });

  it("shows its members only to administrators", async () => {
    const { id } = server.playground.makeChannel({ title: "c", username: "open_ch", bot: "left" });
    expect(await ask(server, "getChatMember", { chat_id: id, user_id: 1001 })).toBe(
      "400 Bad Request: member list is inaccessible",
    );
    expect(await ask(server, "getChatAdministrators", { chat_id: id })).toBe(
      "400 Bad Request: member list is inaccessible",
    );
    expect(await ask(server, "getChat", { chat_id: id })).toMatchObject({ username: "open_ch" });
    const closed = server.playground.makeChannel({ title: "c", bot: "left" });
    expect(await ask(server, "getChat", { chat_id: closed.id })).toBe(
      "403 Forbidden: bot is not a member of the channel chat",
    );
  });
});

describe("linking a channel from the private chat", () => {
  const rights = { can_post_messages: true, can_edit_messages: true };
  const askFor = (request: object) =>
    ask(server, "sendMessage", {
      chat_id: 1001,
      text: "اختر قناة",
      reply_markup: { keyboard: [[{ text: "اختيار قناة", request_chat: { request_id: 7, ...request } }]] },
    });

  it("gives chat_shared, and the bot the rights that were asked for", async () => {
    const { playground } = server;
    const { id } = playground.makeChannel({ title: "قناتي", bot: "left" });
    await askFor({
      chat_is_channel: true,
      request_title: true,
      user_administrator_rights: rights,
      bot_administrator_rights: rights,
    });
    playground.shareChat(1, "اختيار قناة", id);
    const heard = await hear();
    expect(heard.map(([kind]) => kind)).toEqual(["my_chat_member", "message"]);
    expect(heard[0]?.[1]).toMatchObject({
      from: { id: 1001 },
      new_chat_member: { status: "administrator", can_post_messages: true, can_delete_messages: false },
    });
    expect(heard[1]?.[1].chat_shared).toEqual({ request_id: 7, chat_id: id, title: "قناتي" });
    expect(await post(id)).toMatchObject({ text: "موجز" });
  });

  it("offers no chat that does not fit", async () => {
    const { playground } = server;
    await askFor({ chat_is_channel: true, user_administrator_rights: { can_post_messages: true } });
    const others = playground.makeChannel({ title: "قناة غيري", members: [2, 1] });
    expect(() => playground.shareChat(1, "اختيار قناة", others.id)).toThrow("lacks can_post_messages");
    const group = playground.makeGroup({ title: "g" });
    expect(() => playground.shareChat(1, "اختيار قناة", group.id)).toThrow("other kind");
    expect(() => playground.shareChat(1, "زر آخر", others.id)).toThrow("no key");
  });

  it("works by a forwarded post too", async () => {
    const { playground } = server;
    const { id } = playground.makeChannel({ title: "c" });
    const { message_id: posted } = await post(id);
    playground.forward(1, id, posted);
    expect((await hear()).at(-1)?.[1]).toMatchObject({
      chat: { id: 1001 },
      text: "موجز",
      forward_origin: { type: "channel", message_id: posted, chat: { id, type: "channel" } },
    });
  });
});
