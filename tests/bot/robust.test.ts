// What goes wrong in chats: it is quiet, right, and on record once.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { letterOf } from "../../src/subscribers/fields.ts";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeEach(async () => {
  talk = await openTalk(1, { SEND_RATE: "0" });
});
afterEach(() => talk.close());

const chat = 1001;
const stale = "لم يعد هذا الزر يعمل. اطلب ما تريده من جديد.";
const numberOf = async (): Promise<number> =>
  (await talk.test.house.subscribers.numberOf(chat, null)) ?? Number.NaN;
/** Makes the reader's record unreadable; gives what mends it. */
async function damage(): Promise<() => Promise<unknown>> {
  const { main } = talk.test.house;
  const number = String(await numberOf());
  const record = (await main.hget("{mujaz}:records", number)) ?? "";
  await main.hset("{mujaz}:records", number, `${record}\n${letterOf("times")}no times`);
  return () => main.hset("{mujaz}:records", number, record);
}
const said = () => talk.test.playground.transcript(1).filter(({ from }) => from === "bot");

describe("a handler that throws", () => {
  it("answers with an apology and the id under which it is logged, once", async () => {
    await talk.ask("/start");
    await damage();
    const [message] = await talk.ask("/settings");
    expect(message?.text).toMatch(/^عذراً، حدث خطأ ولم يكتمل طلبك\. حاول بعد قليل\.\nرقم الخطأ: /);
    expect(talk.test.logged.map(({ level, event }) => [level, event])).toEqual([["error", "handler.failed"]]);
    expect(talk.said()).toContain(String(talk.test.logged[0]?.["id"]));
  });

  it("does so for a button too, whose spinner ends", async () => {
    await talk.ask("/settings");
    await damage();
    const { toast } = await talk.pressData("time:");
    expect(toast).toBeUndefined();
    expect(talk.said()).toMatch(/^عذراً، حدث خطأ/);
    expect(talk.test.logged).toHaveLength(1);
  });

  it("does not keep the next update from being handled", async () => {
    await talk.ask("/start");
    const mend = await damage();
    await talk.ask("/settings");
    await mend();
    await talk.ask("/settings");
    expect(talk.said()).toMatch(/^الإعدادات/);
  });
});

describe("a double tap", () => {
  it("is one: the topic is on, and both queries are answered", async () => {
    await talk.ask("/settings");
    await talk.press("المواضيع");
    const { messageId = 0 } = said().at(-1) ?? {};
    const answered: unknown[] = [];
    const stop = talk.test.playground.onCall(({ method, params, answer }) => {
      if (method === "answerCallbackQuery") answered.push([params["callback_query_id"], answer?.ok]);
    });
    const queries = [1, 2].map(() => talk.test.playground.press(1, messageId, "topic:health"));
    await Promise.all((await talk.updates()).map(talk.handle));
    stop();
    expect((await talk.test.house.subscribers.byNumber(await numberOf()))?.topics).toEqual(["health"]);
    expect(answered).toHaveLength(2);
    expect(answered).toEqual(expect.arrayContaining(queries.map((query) => [query, true])));
  });

  it("is two wishes when the first was answered before", async () => {
    await talk.ask("/settings");
    await talk.pressData("topic:health");
    await talk.pressData("topic:health");
    expect((await talk.test.house.subscribers.byNumber(await numberOf()))?.topics).toEqual([]);
  });

  it("on a button that changes nothing the second time is no error: the message is not modified", async () => {
    await talk.ask("/settings");
    await talk.pressData("length:");
    const { shown, toast } = await talk.pressData("length:");
    expect([shown, toast, talk.test.logged]).toEqual([[], undefined, []]);
  });
});

describe("a foreign button", () => {
  it("opens no search of another reader", async () => {
    const { playground } = talk.test;
    await talk.ask("/search العام");
    const data = said()
      .at(-1)
      ?.keyboard?.flat()
      .find(({ callback_data }) => callback_data)?.callback_data;
    expect(data).toMatch(/^search:[0-9a-f]{16}:5$/);
    playground.say(2, "/settings");
    for (const update of await talk.updates()) await talk.handle(update);
    const answers: unknown[] = [];
    const stop = playground.onCall(({ method, params }) => {
      if (method === "answerCallbackQuery") answers.push(params["text"]);
    });
    playground.press(2, 2, data ?? "");
    for (const update of await talk.updates()) await talk.handle(update);
    stop();
    expect(answers).toEqual([stale]);
  });

  it("in another's chat acts on who presses, not on whom it was made for", async () => {
    const { house, playground } = talk.test;
    await talk.ask("/subscribe");
    playground.say(2, "/start");
    for (const update of await talk.updates()) await talk.handle(update);
    playground.press(2, 2, "status:inactive");
    for (const update of await talk.updates()) await talk.handle(update);
    expect((await house.subscribers.byChat(1001, null))?.subscriber.status).toBe("active");
    expect((await house.subscribers.byChat(1002, null))?.subscriber.reason).toBe("unsubscribed");
  });
});

describe("a callback", () => {
  it("that is too old to be answered is answered in vain, and what it asked for is done", async () => {
    await talk.ask("/settings");
    const kind = {
      type: "error",
      code: 400,
      description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
    } as const;
    talk.test.playground.fail({ method: "answerCallbackQuery", times: 1, kind });
    talk.test.playground.press(1, said().at(-1)?.messageId ?? 0, "length:short");
    for (const update of await talk.updates()) await talk.handle(update);
    expect(talk.said()).toContain("طول الملخص: قصير");
    expect(talk.test.logged).toEqual([]);
  });

  it("under a message that is not there any more is answered", async () => {
    await talk.ask("/settings");
    const query = talk.test.playground.press(1, 999, "length:short");
    const answered: unknown[] = [];
    talk.test.playground.onCall(({ method, params }) => {
      if (method === "answerCallbackQuery") answered.push(params["callback_query_id"]);
    });
    for (const update of await talk.updates()) await talk.handle(update);
    expect([answered, talk.test.logged]).toEqual([[query], []]);
  });

  it("whose message was deleted meanwhile says anew what the edit would have said", async () => {
    const [screen] = await talk.ask("/settings");
    talk.test.playground.press(1, screen?.messageId ?? 0, "length:short");
    await createTelegraf(talk.test.house.config.env).telegram.deleteMessage(chat, screen?.messageId ?? 0);
    const count = said().length;
    for (const update of await talk.updates()) await talk.handle(update);
    expect(said()).toHaveLength(count + 1);
    expect(talk.said()).toContain("طول الملخص: قصير");
    expect(talk.test.logged).toEqual([]);
  });
});

describe("Redis away", () => {
  it("is told to each chat once a minute, and to each button, without an error for each", async () => {
    const { house, playground } = talk.test;
    await talk.ask("/settings");
    const { messageId = 0 } = said().at(-1) ?? {};
    for (let count = 0; count < 3; count += 1) playground.say(1, "/digest");
    playground.press(1, messageId, "length:");
    playground.say(2, "/start");
    const toasts: unknown[] = [];
    const stop = playground.onCall(({ method, params }) => {
      if (method === "answerCallbackQuery") toasts.push(params["text"]);
    });
    const updates = await talk.updates();
    house.main.disconnect();
    await new Promise((resolve) => house.main.once("end", resolve));
    const before = said().length;
    for (const update of updates) await talk.handle(update);
    stop();
    expect(talk.said()).toBe("نعود بعد قليل. أعد المحاولة بعد دقيقة.");
    expect(said()).toHaveLength(before + 1);
    expect(playground.transcript(2).filter(({ from }) => from === "bot")).toHaveLength(1);
    expect(toasts).toEqual([talk.said()]);
    expect(talk.test.logged).toEqual([]);
    await house.main.connect();
    await talk.ask("/settings");
    expect(talk.said()).toMatch(/^الإعدادات/);
  });
});

describe("what a reader is in the middle of", () => {
  it("is kept in Redis, and ends by itself", async () => {
    await talk.ask("/settings");
    await talk.press("الوقت");
    await talk.press("إضافة وقت");
    const { main } = talk.test.house;
    const keys = await main.keys("{mujaz}:dialogue*");
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      const left = await main.pttl(key);
      expect(left > 590_000 && left <= 600_000).toBe(true);
    }
    await main.del(...keys); // As their end does.
    await talk.ask("21:00");
    expect(talk.said()).toMatch(/^لم أفهم هذه الكلمات/);
  });
});
