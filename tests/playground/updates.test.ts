// Updates as telegraf polls them: commands reach their handlers, buttons are answered, confirmed ones never return.
import { afterEach, describe, expect, it } from "vitest";
import { refusal, type Server, startPlayground } from "./server.ts";

const open: Server[] = [];
async function start(...options: Parameters<typeof startPlayground>): Promise<Server> {
  const server = await startPlayground(...options);
  open.push(server);
  return server;
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

describe("updates", () => {
  it("reach telegraf's command handlers by long polling, and its answer reaches the chat", async () => {
    const server = await start();
    const bot = server.client();
    bot.command("start", (ctx) => ctx.reply(`أهلاً ${ctx.from.first_name}`));
    const running = bot.launch();
    server.playground.say(1, "/start");
    const answer = await server.playground.waitFor(1, ({ from }) => from === "bot");
    expect(answer.text).toBe("أهلاً ليلى");
    bot.stop();
    await running;
  });

  it("carry a pressed button; its answer can be given once", async () => {
    const server = await start();
    const bot = server.client();
    const reply_markup = { inline_keyboard: [[{ text: "a", callback_data: "data" }]] };
    const { message_id: id } = await bot.telegram.sendMessage(1001, "x", { reply_markup });
    const query = server.playground.press(1, id, "data");
    const [update] = await bot.telegram.getUpdates(0, 1, 0, undefined);
    expect(update).toMatchObject({
      callback_query: { id: query, data: "data", message: { message_id: id } },
    });
    await bot.telegram.answerCbQuery(query, "شكراً");
    expect((await refusal(bot.telegram.answerCbQuery(query))).description).toBe(
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
  });

  it("carry a pressed button, whose answer comes within a minute, in 200 characters, with a right address", async () => {
    let now = Date.now();
    const server = await start({ now: () => now });
    const { telegram } = server.client();
    const { message_id: id } = await telegram.sendMessage(1001, "x");
    const query = server.playground.press(1, id, "data");
    const wrong = (text: string, more: { url?: string } = {}) =>
      refusal(telegram.answerCbQuery(query, text, more));
    const refused = (words: string) => ({ code: 400, description: `Bad Request: ${words}` });
    expect(await wrong("م".repeat(201))).toEqual(refused("MESSAGE_TOO_LONG"));
    expect(await wrong("م", { url: "nowhere" })).toEqual(refused("URL_INVALID"));
    now += 59_000;
    expect(await telegram.answerCbQuery(query, "م".repeat(200))).toBe(true);
    const late = server.playground.press(1, id, "data");
    now += 61_000;
    expect(await refusal(telegram.answerCbQuery(late))).toEqual(
      refused("query is too old and response timeout expired or query ID is invalid"),
    );
  });

  it("come again until a higher offset confirms them", async () => {
    const server = await start();
    const { telegram } = server.client();
    for (const text of ["one", "two", "three"]) server.playground.say(1, text);
    const get = (offset: number, limit = 100) => telegram.getUpdates(0, limit, offset, undefined);
    const ids = (await get(0)).map(({ update_id }) => update_id);
    expect(ids).toHaveLength(3);
    expect((await get(0)).map(({ update_id }) => update_id)).toEqual(ids);
    expect((await get(0, 2)).map(({ update_id }) => update_id)).toEqual(ids.slice(0, 2));
    expect((await get(ids[1] ?? 0)).map(({ update_id }) => update_id)).toEqual(ids.slice(1));
    expect((await get(-1)).map(({ update_id }) => update_id)).toEqual(ids.slice(2));
    expect(await get((ids[2] ?? 0) + 1)).toEqual([]);
    expect(await get(0)).toEqual([]);
  });

  it("belong to one poller: the earlier request ends with 409", async () => {
    const server = await start();
    const { telegram } = server.client();
    const first = refusal(telegram.getUpdates(30, 100, 0, undefined));
    // The first must be waiting before the second comes.
    await telegram.getMe();
    const second = telegram.getUpdates(30, 100, 0, undefined);
    expect(await first).toEqual({
      code: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    server.playground.say(1, "x");
    expect(await second).toHaveLength(1);
  });

  it("are not to be fetched while a webhook is set, and wait for who comes after it", async () => {
    const server = await start();
    const { telegram } = server.client();
    await telegram.setWebhook("https://mujaz.example/hook");
    server.playground.say(1, "x");
    expect(await refusal(telegram.getUpdates(0, 100, 0, undefined))).toEqual({
      code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await telegram.deleteWebhook();
    expect(await telegram.getUpdates(0, 100, 0, undefined)).toHaveLength(1);
  });

  it("are kept for a day, and no longer", async () => {
    const dayMs = 86_400_000;
    let now = Date.now();
    const server = await start({ now: () => now });
    const { telegram } = server.client();
    const texts = async () =>
      (await telegram.getUpdates(0, 100, 0, undefined)).map((update) =>
        "message" in update && "text" in update.message ? update.message.text : "",
      );
    server.playground.say(1, "first");
    now += 1_000;
    server.playground.say(1, "second");
    now += dayMs - 1_001;
    expect(await texts()).toEqual(["first", "second"]);
    now += 1;
    expect(await texts()).toEqual(["second"]);
    now += 1_000;
    expect(await texts()).toEqual([]);
  });

  it("are only of the kinds that were asked for last; an empty list asks for all", async () => {
    const server = await start();
    const { telegram } = server.client();
    const get = (kinds?: "message"[]) => telegram.getUpdates(0, 100, 0, kinds);
    await get(["message"]);
    server.playground.press(1, 1, "x");
    server.playground.say(1, "x");
    expect((await get()).map((update) => Object.keys(update)[1])).toEqual(["message"]);
    await get([]);
    server.playground.press(1, 1, "x");
    expect(await get()).toHaveLength(2);
  });

  it("tell that the bot was blocked and let in again", async () => {
    const server = await start();
    const { telegram } = server.client();
    server.playground.block(3, true);
    server.playground.block(3, false);
    const updates = await telegram.getUpdates(0, 100, 0, undefined);
    const statuses = updates.map((update) =>
      "my_chat_member" in update ? update.my_chat_member.new_chat_member.status : "",
    );
    expect(statuses).toEqual(["kicked", "member"]);
  });
});

describe("a transcript", () => {
  it("survives a restart, and ids go on rising", async () => {
    let state: string | null = null;
    const options = {
      load: async () => state,
      save: async (saved: string) => {
        state = saved;
      },
    };
    const first = await start(options);
    first.playground.say(1, "before");
    const [before] = await first.client().telegram.getUpdates(0, 1, 0, undefined);
    await first.playground.close();
    expect(state).not.toBeNull();
    const second = await start(options);
    await second.client().telegram.getMe();
    expect(second.playground.transcript(1).map(({ text }) => text)).toEqual(["before"]);
    second.playground.say(1, "after");
    const [after] = await second.client().telegram.getUpdates(0, 1, 0, undefined);
    expect(after?.update_id).toBeGreaterThan(before?.update_id ?? Number.POSITIVE_INFINITY);
    expect(second.playground.transcript(1).at(-1)?.messageId).toBe(2);
  });

  it("that cannot be read begins anew", async () => {
    const server = await start({ load: async () => "{broken" });
    expect(server.playground.transcript(1)).toEqual([]);
  });
});
