// A reader who talks with the whole bot: real telegraf client over HTTP, real Redis, updates handed over one by one.
import type { Update } from "telegraf/types";
import type { Limits } from "../../src/bot/limit.ts";
import type { Message } from "../../src/playground/world.ts";
import { openIntake } from "../../src/processes/intake.ts";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { bare } from "../e2e/chat.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

export interface Talk {
  readonly test: TestHouse;
  /** Writes; gives the bot's new messages. The update is delivered so many `times`. */
  ask(text: string, times?: number): Promise<readonly Message[]>;
  /** Presses the newest button of this text; gives what it changed or added, and the toast. */
  press(button: string, times?: number): Promise<{ shown: readonly Message[]; toast: string | undefined }>;
  /** Presses with any data, as an old message may hold. */
  pressData(data: string): Promise<{ shown: readonly Message[]; toast: string | undefined }>;
  /** Shares a location, as Telegram sends one. */
  share(latitude: number, longitude: number): Promise<readonly Message[]>;
  /** What the newest message of the bot says, without direction marks. */
  said(): string;
  /** Texts of the newest keyboard. */
  buttons(): readonly string[];
  /** What has happened and was not handed over yet; whoever takes it hands it over by `handle`. */
  updates(): Promise<readonly Update[]>;
  /** Resolves when nothing is being done any more. */
  handle(update: Update): Promise<void>;
  close(): Promise<void>;
}

/** A test asks more often than a person; the limits have a test of their own. */
const unlimited: Limits = { command: Number.POSITIVE_INFINITY, button: Number.POSITIVE_INFINITY };

/** The reader of `?user=N`; `extra` is added to the environment of the house. */
export async function openTalk(
  user = 1,
  extra: Readonly<Record<string, string>> = {},
  limits: Limits = unlimited,
): Promise<Talk> {
  const test = await openTestHouse({ SEND_RATE: "0", ...extra });
  const { playground, house } = test;
  const bot = createTelegraf(house.config.env);
  bot.botInfo = await bot.telegram.getMe();
  const search = house.openSearch();
  await search.ready;
  const mouth = openMouth(house, bot, undefined, search, limits);
  const intake = openIntake(house);
  intake.begin(mouth);
  async function handle(update: Update): Promise<void> {
    await intake.take(update);
    await intake.idle();
  }
  const toasts = await hearToasts(`http://127.0.0.1:${house.config.env.port}`, user);
  let offset = 0;
  let shared = 1_000_000;

  async function deliver(times: number, own: readonly Update[] = []): Promise<readonly Message[]> {
    const before = new Map(playground.transcript(user).map((message) => [message.messageId, message]));
    for (const update of await bot.telegram.getUpdates(0, 100, offset, undefined)) {
      offset = update.update_id + 1;
      for (let time = 0; time < times; time += 1) await handle(update);
    }
    for (const update of own) await handle(update);
    return playground
      .transcript(user)
      .filter((message) => message.from === "bot" && before.get(message.messageId) !== message);
  }
  async function feel(messageId: number, data: string, times: number) {
    const query = playground.press(user, messageId, data);
    return { shown: await deliver(times), toast: await toasts.of(query) };
  }
  const newest = (): Message | undefined =>
    playground.transcript(user).findLast(({ from }) => from === "bot");
  return {
    test,
    handle,
    async updates() {
      const updates = await bot.telegram.getUpdates(0, 100, offset, undefined);
      offset = updates.reduce((most, { update_id }) => Math.max(most, update_id + 1), offset);
      return updates;
    },
    ask(text, times = 1) {
      playground.say(user, text);
      return deliver(times);
    },
    async press(button, times = 1) {
      for (const { messageId, keyboard = [] } of playground.transcript(user).toReversed()) {
        const key = keyboard.flat().find(({ text }) => bare(text) === button);
        if (key?.callback_data !== undefined) return feel(messageId, key.callback_data, times);
      }
      throw new Error(`there is no button "${button}"`);
    },
    pressData: (data) => feel(newest()?.messageId ?? 1, data, 1),
    share(latitude, longitude) {
      const chat = { id: user + 1000, type: "private", first_name: "قارئ" } as const;
      const from = { id: chat.id, is_bot: false, first_name: "قارئ" };
      // Far from the numbers that the playground gives.
      shared += 1;
      const message = { message_id: shared, date: 0, chat, from, location: { latitude, longitude } };
      return deliver(0, [{ update_id: shared, message }]);
    },
    said: () => bare(newest()?.text ?? ""),
    buttons: () => (newest()?.keyboard ?? []).flat().map(({ text }) => bare(text)),
    async close() {
      await toasts.close();
      await intake.close();
      await search.close();
      await test.close();
    },
  };
}

/** Hears on the page's stream of events how pressed buttons were answered. */
async function hearToasts(address: string, user: number) {
  const stop = new AbortController();
  const response = await fetch(`${address}/playground/api/events?user=${user}`, { signal: stop.signal });
  const heard = new Map<string, string | undefined>();
  let wake = (): void => {};
  const listening = (async () => {
    let rest = "";
    for await (const chunk of response.body ?? []) {
      const lines = (rest + Buffer.from(chunk).toString()).split("\n\n");
      rest = lines.pop() ?? "";
      for (const line of lines.filter((each) => each.startsWith("data: "))) {
        const event = JSON.parse(line.slice(6)) as { type: string; queryId: string; text?: string };
        if (event.type === "answer") heard.set(event.queryId, event.text);
      }
      wake();
    }
  })().catch(() => undefined);
  return {
    async of(query: string): Promise<string | undefined> {
      while (!heard.has(query)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return heard.get(query);
    },
    async close(): Promise<void> {
      stop.abort();
      await listening;
    },
  };
}
