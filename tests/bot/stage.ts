// The whole bot before many chats: persons, groups, channels and inline mode, updates handed over one by one.
import type { Call } from "../../src/playground/calls.ts";
import type { Message } from "../../src/playground/chat.ts";
import type { Playground } from "../../src/playground/playground.ts";
import { openIntake } from "../../src/processes/intake.ts";
import { openMouth } from "../../src/processes/mouth.ts";
import { createTelegraf } from "../../src/processes/telegram.ts";
import { bare } from "../e2e/chat.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

export interface Stage {
  readonly test: TestHouse;
  readonly playground: Playground;
  /** Does something as people do it; gives what the bot said or edited in the chat (all chats when none is named). */
  after(act: () => unknown, chat?: number): Promise<readonly Message[]>;
  /** Texts without direction marks. */
  texts(messages: readonly Message[]): readonly string[];
  /** Calls that the platform refused. */
  refused(): readonly Call[];
  /** How the newest pressed button was answered; undefined for no words. */
  toast(): string | undefined;
  /** Callback data of the newest button with this text in a chat. */
  button(chat: number, text: string): { messageId: number; data: string };
  close(): Promise<void>;
}

const privateChats = [1, 2, 3, 4, 5, 6];

export async function openStage(extra: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const test = await openTestHouse({ SEND_RATE: "0", ...extra });
  const { playground, house } = test;
  const bot = createTelegraf(house.config.env);
  bot.botInfo = await bot.telegram.getMe();
  const search = house.openSearch();
  await search.ready;
  // Tests ask faster than people do.
  const mouth = openMouth(house, bot, undefined, search, { command: 100_000, button: 100_000 });
  await mouth.announce();
  const intake = openIntake(house);
  intake.begin(mouth);
  const calls: Call[] = [];
  const stop = playground.onCall((call) => calls.push(call));
  let offset = 0;

  const all = (chat: number | undefined): readonly Message[] => {
    if (chat !== undefined) return playground.transcriptOf(chat);
    return privateChats.flatMap((user) => playground.transcript(user));
  };
  async function deliver(): Promise<void> {
    for (;;) {
      const updates = await bot.telegram.getUpdates(0, 100, offset, undefined);
      if (updates.length === 0) return;
      for (const update of updates) {
        offset = update.update_id + 1;
        await intake.take(update);
        await intake.idle();
      }
    }
  }
  return {
    test,
    playground,
    async after(act, chat) {
      const before = new Set(all(chat));
      const done = act();
      await deliver();
      await done;
      return all(chat).filter((message) => message.from === "bot" && !before.has(message));
    },
    texts: (messages) => messages.map(({ text }) => bare(text)),
    refused: () => calls.filter(({ answer }) => answer?.ok === false),
    toast() {
      const call = calls.findLast(({ method }) => method.toLowerCase() === "answercallbackquery");
      const text = call?.params["text"];
      return typeof text === "string" ? bare(text) : undefined;
    },
    button(chat, text) {
      for (const { messageId, keyboard = [] } of playground.transcriptOf(chat).toReversed()) {
        const key = keyboard.flat().find((each) => bare(each.text) === text);
        if (key?.callback_data !== undefined) return { messageId, data: key.callback_data };
      }
      throw new Error(`there is no button "${text}"`);
    },
    async close() {
      stop();
      await intake.close();
      await search.close();
      await test.close();
    },
  };
}
