// Groups as the bot lives in them: what it hears, who speaks, what it is and what it may.
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

const send = (chat: number, more: object = {}) =>
  ask(server, "sendMessage", { chat_id: chat, text: "خبر", ...more });
const texts = async () => (await hear()).map(([kind, { text }]) => [kind, text]);

describe("privacy mode", () => {
  it("lets through commands, mentions and answers to the bot, and nothing else", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "الأسرة", members: [1, 2] });
    const { message_id: own } = await send(id);
    playground.sayIn(id, 2, "كلام لا يعني البوت");
    playground.sayIn(id, 2, "/digest");
    playground.sayIn(id, 2, "/digest@echo_bot economy");
    playground.sayIn(id, 2, "/digest@other_bot");
    playground.sayIn(id, 2, "ما الأخبار؟", { mention: true });
    playground.sayIn(id, 2, "شكراً", { replyTo: own });
    const said = playground.sayIn(id, 1, "بيننا");
    playground.sayIn(id, 2, "نعم", { replyTo: said.messageId });
    expect(await texts()).toEqual([
      ["message", "/digest"],
      ["message", "/digest@echo_bot economy"],
      ["message", "@echo_bot ما الأخبار؟"],
      ["message", "شكراً"],
    ]);
  });

  it("is lifted for administrators", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", members: [1, 2], bot: "administrator" });
    playground.sayIn(id, 2, "كل شيء");
    expect(await texts()).toEqual([["message", "كل شيء"]]);
  });

  it("says nothing to a bot that is not there", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", bot: "left" });
    playground.sayIn(id, 1, "/start");
    expect(await hear()).toEqual([]);
  });
});

describe("a message in a group", () => {
  it("names its chat and its sender, and what it answers", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "أخبار الحي", members: [1, 2] });
    const { message_id: own } = await send(id);
    playground.sayIn(id, 2, "/why", { replyTo: own });
    const [[, message] = []] = await hear();
    expect(message).toMatchObject({
      chat: { id, title: "أخبار الحي", type: "supergroup" },
      from: { id: 1002, is_bot: false },
      reply_to_message: { message_id: own, from: { id: 42 } },
      entities: [{ type: "bot_command", offset: 0, length: 4 }],
    });
    expect(id).toBeLessThan(-1_000_000_000_000);
    expect(playground.transcriptOf(id).at(-1)).toMatchObject({ senderId: 1002, replyTo: own });
  });

  it("of an anonymous administrator comes in the group's name", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g" });
    playground.sayIn(id, "anonymous", "/settings");
    const [[, message] = []] = await hear();
    expect(message).toMatchObject({
      from: { id: 1087968824, is_bot: true, username: "GroupAnonymousBot" },
      sender_chat: { id, type: "supergroup" },
    });
    expect(playground.transcriptOf(id).at(-1)?.senderId).toBe(1001);
  });

  it("that is edited comes again as edited_message", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g" });
    const { messageId } = playground.sayIn(id, 1, "/serch");
    playground.edit(id, messageId, "/search");
    expect((await hear()).map(([kind, { text, edit_date }]) => [kind, text, typeof edit_date])).toEqual([
      ["message", "/serch", "undefined"],
      ["edited_message", "/search", "number"],
    ]);
  });

  it("numbers are each chat's own", async () => {
    const { playground } = server;
    const [a, b] = [playground.makeGroup({ title: "a" }).id, playground.makeGroup({ title: "b" }).id];
    expect([(await send(a)).message_id, (await send(a)).message_id, (await send(b)).message_id]).toEqual([
      1, 2, 1,
    ]);
  });

  it("may be a place", async () => {
    const { playground } = server;
    playground.locate(1, { latitude: 30.04, longitude: 31.24 });
    const [[, message] = []] = await hear();
    expect(message).toMatchObject({ chat: { id: 1001 }, location: { latitude: 30.04, longitude: 31.24 } });
  });

  it("cannot come from who is not in the group: such a test is wrong", () => {
    const { id } = server.playground.makeGroup({ title: "g", members: [1] });
    expect(() => server.playground.sayIn(id, 3, "x")).toThrow("cannot write");
  });
});

describe("a button in a group", () => {
  it("tells who pressed it", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", members: [1, 2] });
    const reply_markup = { inline_keyboard: [[{ text: "a", callback_data: "data" }]] };
    const { message_id: message } = await send(id, { reply_markup });
    const query = playground.pressIn(id, 2, message, "data");
    const [[, pressed] = []] = await hear();
    expect(pressed).toMatchObject({ id: query, from: { id: 1002 }, data: "data", message: { chat: { id } } });
    expect(await ask(server, "answerCallbackQuery", { callback_query_id: query, url: "ftp://a" })).toBe(
      "400 Bad Request: URL_INVALID",
    );
    const url = "https://t.me/echo_bot?start=g";
    expect(await ask(server, "answerCallbackQuery", { callback_query_id: query, url })).toBe(true);
  });
});

describe("the bot's own place", () => {
  it("changes with an update, and with a service message when it comes", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", bot: "left" });
    playground.addBot(id);
    playground.setMember(id, "bot", "administrator", { can_pin_messages: false });
    playground.setMember(id, 2, "member");
    playground.removeBot(id);
    const heard = await hear();
    expect(heard.map(([kind]) => kind)).toEqual([
      "my_chat_member",
      "message",
      "my_chat_member",
      "my_chat_member",
    ]);
    expect(heard[1]?.[1]).toMatchObject({ from: { id: 1001 }, new_chat_members: [{ id: 42 }] });
    expect(heard[2]?.[1]).toMatchObject({
      old_chat_member: { status: "member" },
      new_chat_member: { status: "administrator", can_pin_messages: false, can_delete_messages: true },
    });
    expect(heard[3]?.[1]).toMatchObject({ new_chat_member: { status: "kicked" }, from: { id: 1001 } });
  });

  it.each([
    ["supergroup", "kicked", "403 Forbidden: bot was kicked from the supergroup chat"],
    ["supergroup", "left", "403 Forbidden: bot is not a member of the supergroup chat"],
    ["group", "kicked", "403 Forbidden: bot was kicked from the group chat"],
    ["group", "left", "403 Forbidden: bot is not a member of the group chat"],
    ["supergroup", "restricted", "400 Bad Request: not enough rights to send text messages to the chat"],
  ] as const)("in a %s as %s refuses a message: %s", async (kind, bot, refused) => {
    const { id } = server.playground.makeGroup({ title: "g", kind, bot });
    expect(await send(id)).toBe(refused);
  });

  it("bows to what the group permits its members", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", permissions: { can_send_photos: false } });
    const photo = { chat_id: id, photo: "https://example.com/a.jpg" };
    expect(await send(id)).toBeTypeOf("object");
    expect(await ask(server, "sendPhoto", photo)).toBe(
      "400 Bad Request: not enough rights to send photos to the chat",
    );
    playground.setMember(id, "bot", "administrator");
    expect(await ask(server, "sendPhoto", photo)).toBeTypeOf("object");
  });

  it("can be left, but not in a private chat", async () => {
    const { id } = server.playground.makeGroup({ title: "g" });
    expect(await ask(server, "leaveChat", { chat_id: id })).toBe(true);
    expect((await hear())[0]?.[1]).toMatchObject({ new_chat_member: { status: "left" }, from: { id: 42 } });
    expect(await ask(server, "leaveChat", { chat_id: 1001 })).toBe(
      "400 Bad Request: chat member status can't be changed in private chats",
    );
  });
});

describe("who is who", () => {
  it("is told of members, administrators and their number", async () => {
    const { id } = server.playground.makeGroup({
      title: "g",
      members: [1, 2, { user: 3, status: "administrator", rights: { can_manage_topics: false } }],
      permissions: { can_pin_messages: false },
    });
    const member = (user: number) => ask(server, "getChatMember", { chat_id: id, user_id: user });
    expect(await member(1001)).toMatchObject({ status: "creator", user: { id: 1001 } });
    expect(await member(1002)).toMatchObject({ status: "member" });
    expect(await member(1003)).toMatchObject({ status: "administrator", can_manage_topics: false });
    expect(await member(1004)).toMatchObject({ status: "left" });
    expect(await member(42)).toMatchObject({ status: "member" });
    expect(await member(99)).toBe("400 Bad Request: PARTICIPANT_ID_INVALID");
    const administrators = await ask(server, "getChatAdministrators", { chat_id: id });
    expect(administrators.map(({ user }: { user: { id: number } }) => user.id)).toEqual([1001, 1003]);
    expect(await ask(server, "getChatMemberCount", { chat_id: id })).toBe(4);
    expect(await ask(server, "getChat", { chat_id: id })).toMatchObject({
      title: "g",
      type: "supergroup",
      permissions: { can_pin_messages: false, can_send_messages: true },
    });
    expect(await ask(server, "getChatAdministrators", { chat_id: 1001 })).toBe(
      "400 Bad Request: there are no administrators in the private chat",
    );
  });
});

describe("a basic group that becomes a supergroup", () => {
  it("says so in both chats, and answers with the new id from then on", async () => {
    const { playground } = server;
    const { id } = playground.makeGroup({ title: "g", kind: "group", members: [1, 2] });
    const next = playground.migrateGroup(id);
    const heard = await hear();
    expect(
      heard.map(([, { chat, migrate_to_chat_id, migrate_from_chat_id }]) => [
        chat.id,
        migrate_to_chat_id ?? migrate_from_chat_id,
      ]),
    ).toEqual([
      [id, next],
      [next, id],
    ]);
    const response = await fetch(`${server.address}/bot42:playground/sendMessage?chat_id=${id}&text=x`);
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: next },
    });
    expect(await send(next)).toMatchObject({ chat: { id: next, type: "supergroup" } });
  });
});
