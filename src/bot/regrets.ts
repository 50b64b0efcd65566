// Says that the bot is back in a moment, while Redis is away and nobody's settings can be read.
import type { Update } from "telegraf/types";
import type { Outbox } from "../delivery/telegram.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import { type Place, readAddress, threadOf, toPlace } from "./placing.ts";

export interface Regrets {
  /** Tells a chat, once a minute. Past the pace, which Redis keeps: there are few such messages. */
  tell(place: Place): Promise<void>;
  /** The same for a toast. */
  words(place: Place): string;
}

export interface RegretNeeds {
  readonly outbox: Pick<Outbox, "send">;
  readonly messages: Messages;
  readonly now: () => Date;
}

const againMs = 60_000;

export function createRegrets({ outbox, messages, now }: RegretNeeds): Regrets {
  const toldAt = new Map<number, number>();
  return {
    async tell(place) {
      const at = now().getTime();
      // The oldest come first.
      for (const [chat, then] of toldAt) {
        if (at - then < againMs) break;
        toldAt.delete(chat);
      }
      if (toldAt.has(place.chat)) return;
      toldAt.set(place.chat, at);
      const html = messages.say(strangerVoice(messages, place), "back-soon");
      await outbox.send({ chat: place.chat, thread: place.thread, html });
    },
    words: (place) => messages.plain(strangerVoice(messages, place), "back-soon"),
  };
}

/** Of someone whose settings are not known, or not at the moment. */
export function strangerVoice(messages: Messages, { languageCode }: Pick<Place, "languageCode">): Voice {
  return { locale: messages.nearest(languageCode, messages.locales[0] ?? "ar"), digits: "latin" };
}

export interface RegretfulNeeds {
  readonly regrets: Regrets;
  readonly outbox: Pick<Outbox, "answer">;
  /** True for a text that calls a command of ours. */
  readonly isCommand: (text: string) => boolean;
  readonly self: () => { readonly id: number | undefined; readonly username: string };
}

/** Tells whom an update comes from, if they wait for an answer, and does nothing else: it is done later. Never throws. */
export function createRegretful(needs: RegretfulNeeds): (update: Update) => Promise<void> {
  const { regrets, outbox, isCommand, self } = needs;
  async function tell(update: Update): Promise<void> {
    if ("callback_query" in update) {
      const { id, message, from } = update.callback_query;
      if (message === undefined) return;
      await outbox.answer(id, regrets.words(toPlace(message.chat, from.language_code, threadOf(message))));
    }
    if (!("message" in update)) return;
    const { message } = update;
    const place = toPlace(message.chat, message.from?.language_code, threadOf(message));
    const said = readAddress("text" in message ? message.text : "", message, self());
    if (place.kind === "private" || said.isAddressed || isCommand(said.text)) await regrets.tell(place);
  }
  return (update) => tell(update).catch(() => undefined);
}
