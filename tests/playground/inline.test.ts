// Inline mode: queries, answers and their limits, the chosen result and its edits.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, createEar, type Loose } from "./ask.ts";
import { type Server, startPlayground } from "./server.ts";

let server: Server;
let hear: ReturnType<typeof createEar>;
let now = Date.UTC(2026, 10, 24);

beforeAll(async () => {
  server = await startPlayground({ now: () => now });
  hear = createEar(server);
});
afterAll(() => server.close());
beforeEach(async () => void (await hear()));

const article = (id: string, more: object = {}) => ({
  type: "article",
  id,
  title: "خبر الطاقة",
  input_message_content: { message_text: "<b>الطاقة</b>", parse_mode: "HTML" },
  ...more,
});

/** Asks as a person, and gives the query's id and the promised answer. */
async function open(query = "طاقة", offset = "") {
  const answered = server.playground.inline(2, query, offset);
  const [[, content] = []] = await hear();
  return { id: content.id as string, content, answered };
}
const answer = (id: string, results: unknown, more: object = {}): Promise<Loose> =>
  ask(server, "answerInlineQuery", { inline_query_id: id, results, ...more });

describe("an inline query", () => {
  it("reaches the bot, and its answer the person", async () => {
    const { id, content, answered } = await open("طاقة", "20");
    expect(content).toMatchObject({ from: { id: 1002 }, query: "طاقة", offset: "20" });
    const button = { text: "الإعدادات", start_parameter: "inline" };
    expect(
      await answer(id, [article("1")], { next_offset: "40", cache_time: 5, is_personal: true, button }),
    ).toBe(true);
    expect(await answered).toMatchObject({
      queryId: id,
      results: [{ id: "1", title: "خبر الطاقة" }],
      nextOffset: "40",
      cacheTime: 5,
      isPersonal: true,
      button,
    });
  });

  it("can be answered once, and only for seconds", async () => {
    const tooOld = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    const first = await open();
    expect(await answer(first.id, [])).toBe(true);
    expect(await answer(first.id, [])).toBe(tooOld);
    const late = await open();
    now += 11_000;
    expect(await answer(late.id, [])).toBe(tooOld);
    expect(await answer("7", [])).toBe(tooOld);
  });

  const parse = "400 Bad Request: can't parse inline query result: ";
  it.each([
    [
      "51 results",
      Array.from({ length: 51 }, (_, n) => article(String(n))),
      {},
      "400 Bad Request: too many inline query results specified",
    ],
    ["one id twice", [article("1"), article("1")], {}, "400 Bad Request: RESULT_ID_DUPLICATE"],
    ["an id of 65 bytes", [article("x".repeat(65))], {}, "400 Bad Request: RESULT_ID_INVALID"],
    ["an empty id", [article("")], {}, "400 Bad Request: RESULT_ID_INVALID"],
    ["no id", [article("1", { id: undefined })], {}, `${parse}Can't find field "id"`],
    ["no title", [article("1", { title: undefined })], {}, `${parse}Can't find field "title"`],
    ["an empty title", [article("1", { title: "" })], {}, "400 Bad Request: ARTICLE_TITLE_EMPTY"],
    [
      "no message",
      [article("1", { input_message_content: undefined })],
      {},
      `${parse}Can't find field "message_text"`,
    ],
    [
      "an unknown kind",
      [article("1", { type: "poem" })],
      {},
      `${parse}type "poem" is unsupported for the inline query result`,
    ],
    ["no object", ["x"], {}, `${parse}Inline query result must be an object`],
    ["no array", {}, {}, "400 Bad Request: expected an Array of inline query results"],
    [
      "a long message",
      [article("1", { input_message_content: { message_text: "م".repeat(4097) } })],
      {},
      "400 Bad Request: MESSAGE_TOO_LONG",
    ],
    [
      "a bad thumbnail",
      [article("1", { thumbnail_url: "x" })],
      {},
      "400 Bad Request: WEBDOCUMENT_URL_INVALID",
    ],
    [
      "long button data",
      [article("1", { reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "x".repeat(65) }]] } })],
      {},
      "400 Bad Request: BUTTON_DATA_INVALID",
    ],
    [
      "a photo without a thumbnail",
      [{ type: "photo", id: "1", photo_url: "https://example.com/a.jpg" }],
      {},
      "400 Bad Request: PHOTO_THUMB_URL_EMPTY",
    ],
    ["an offset of 65 bytes", [], { next_offset: "x".repeat(65) }, "400 Bad Request: NEXT_OFFSET_INVALID"],
    [
      "a start parameter with a space",
      [],
      { button: { text: "a", start_parameter: "a b" } },
      "400 Bad Request: START_PARAM_INVALID",
    ],
    [
      "a button that leads nowhere",
      [],
      { button: { text: "a" } },
      "400 Bad Request: can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    ],
  ])("refuses %s", async (_what, results, more, refused) => {
    const { id } = await open();
    expect(await answer(id, results, more)).toBe(refused);
  });

  it("takes 50 results, and ids and offsets of 64 bytes", async () => {
    const { id } = await open();
    const results = Array.from({ length: 50 }, (_, n) => article(String(n).padStart(64, "0")));
    expect(await answer(id, results, { next_offset: "م".repeat(32) })).toBe(true);
  });
});

describe("a chosen result", () => {
  const reply_markup = { inline_keyboard: [[{ text: "المزيد", callback_data: "more" }]] };

  it("becomes a message via the bot, which can edit it by its inline id", async () => {
    const { playground } = server;
    const group = playground.makeGroup({ title: "g", members: [1, 2], bot: "left" });
    const { id } = await open();
    await answer(id, [article("a", { reply_markup })]);
    const { messageId } = playground.chooseInline(2, id, "a", group.id);
    const heard = await hear();
    expect(heard.map(([kind]) => kind)).toEqual(["chosen_inline_result"]);
    const { inline_message_id: inlineId, ...chosen } = heard[0]?.[1] ?? {};
    expect(chosen).toMatchObject({ result_id: "a", query: "طاقة", from: { id: 1002 } });

    playground.pressIn(group.id, 1, messageId, "more");
    const [[, pressed] = []] = await hear();
    expect(pressed).toMatchObject({ inline_message_id: inlineId, from: { id: 1001 } });
    expect(pressed).not.toHaveProperty("message");

    const edit = { inline_message_id: inlineId, text: "أطول" };
    expect(await ask(server, "editMessageText", edit)).toBe(true);
    expect(await ask(server, "editMessageText", edit)).toMatch(/message is not modified/);
    expect(playground.transcriptOf(group.id)).toMatchObject([
      { text: "أطول", senderId: 1002, isViaBot: true },
    ]);
  });

  it("is heard in chats where the bot is, and has no inline id without buttons", async () => {
    const { playground } = server;
    const { id } = await open();
    await answer(id, [article("a")]);
    playground.chooseInline(2, id, "a", 1002);
    const heard = await hear();
    expect(heard.map(([kind]) => kind)).toEqual(["message", "chosen_inline_result"]);
    expect(heard[0]?.[1]).toMatchObject({
      text: "الطاقة",
      entities: [{ type: "bold" }],
      via_bot: { id: 42 },
      from: { id: 1002 },
    });
    expect(heard[1]?.[1]).not.toHaveProperty("inline_message_id");
  });
});
