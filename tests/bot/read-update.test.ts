// What is no update: it is put on record and handled no further, and a pressed button in it is answered all the same.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readUpdate } from "../../src/bot/readUpdate.ts";
import { openTalk, type Talk } from "./talk.ts";

const chat = { id: 1001, type: "private", first_name: "قارئ" };
const from = { id: 1001, is_bot: false, first_name: "قارئ" };
const message = { message_id: 5, date: 1, chat, from, text: "/start" };

describe("an update", () => {
  it.each([
    [{ update_id: 1, message }],
    [{ update_id: 2, of_a_later_day: { anything: [1, { two: null }] } }],
    [{ update_id: 3, message: { ...message, of_a_later_day: true, text: undefined } }],
    [{ update_id: 4, callback_query: { id: "q", from, data: "topic:economy", message } }],
    [{ update_id: 5, inline_query: { id: "q", from, query: "", offset: "" } }],
  ])("is taken as it is: %j", (given) => {
    const read = readUpdate(given);
    expect(read).toEqual({ kind: "update", update: given });
    // Nothing is copied or left out.
    expect(read.kind === "update" && read.update).toBe(given);
  });

  it.each([
    [null, "the update", undefined],
    [[], "the update", undefined],
    [{ update_id: "1" }, "update_id", undefined],
    [{ update_id: 6, message: { ...message, text: 7 } }, "message.text", 6],
    [{ update_id: 7, message: { ...message, chat: null } }, "message.chat", 7],
    [{ update_id: 8, message: { ...message, chat: { ...chat, id: 2 ** 60 } } }, "message.chat.id", 8],
    [{ update_id: 9, channel_post: "words" }, "channel_post", 9],
    [{ update_id: 10, callback_query: { id: "q", from: {}, data: "x" } }, "callback_query.from.id", 10],
  ])("that is malformed says where: %j", (given, where, id) => {
    const read = readUpdate(given);
    expect(read).toMatchObject({ kind: "malformed", id });
    expect(read.kind === "malformed" && read.why).toContain(`${where}: `);
  });
});

describe("the bot", () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await openTalk(1);
  });
  afterAll(() => talk.close());
  const give = (update: object): Promise<void> => talk.handle(update as Parameters<Talk["handle"]>[0]);

  it("answers a button whose update is malformed, puts that on record without its words, and goes on", async () => {
    const answered: unknown[] = [];
    const stop = talk.test.playground.onCall(({ method, params }) => {
      if (/answercallbackquery/i.test(method)) answered.push(params["callback_query_id"]);
    });
    await give({
      update_id: 900_001,
      callback_query: { id: "77", from, data: { secret: "words" }, message },
    });
    await expect.poll(() => answered).toEqual(["77"]);
    stop();
    expect(talk.test.logged).toMatchObject([{ event: "update.malformed", update: 900_001 }]);
    expect(JSON.stringify(talk.test.logged)).not.toContain("words");
    await talk.ask("/help");
    expect(talk.said()).toContain("/digest");
    talk.test.logged.length = 0;
  });

  it("knows nobody by what people of a group say to each other, and who asks it from then on", async () => {
    const group = { id: -1_000_000_777, type: "supergroup", title: "مجموعة" };
    const say = (text: string, id: number) =>
      give({ update_id: id, message: { ...message, chat: group, message_id: id, text } });
    await say("صباح الخير", 900_002); // Good morning.
    expect(await talk.test.house.subscribers.byChat(group.id, null)).toBeUndefined();
    await say("/help", 900_003);
    expect(await talk.test.house.subscribers.byChat(group.id, null)).toBeDefined();
  });

  it("takes a move to another id from a group alone: a person does not move", async () => {
    await talk.ask("/subscribe");
    await give({ update_id: 900_004, message: { ...message, text: undefined, migrate_to_chat_id: -55 } });
    expect((await talk.test.house.subscribers.byChat(1001, null))?.subscriber.status).toBe("active");
    expect(await talk.test.house.subscribers.byChat(-55, null)).toBeUndefined();
  });
});
