// Says that the bot is back in a moment, while Redis is away and nobody's settings can be read.
import type { Outbox } from "../delivery/telegram.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import type { Place } from "./placing.ts";

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
      for (const [chat, then] of toldAt) if (at - then >= againMs) toldAt.delete(chat);
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
