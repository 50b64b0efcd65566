// The words of a page, in its language, as HTML that nothing can break out of.
import { voiceOf } from "../digest/wording.ts";
import type { Messages, MessageValues, Voice } from "../messages/messages.ts";
import { escapeHtml } from "../text/html.ts";

export interface Speech {
  readonly voice: Voice;
  /** Escaped. */
  say(id: string, values?: MessageValues): string;
}

/** Digits are those of the zone's country: «١٢» in Cairo, «12» in Casablanca. */
export function createSpeech(messages: Pick<Messages, "plain">, locale: string, zone: string): Speech {
  const voice = voiceOf({ locale, digits: "auto", zone });
  return { voice, say: (id, values) => escapeHtml(messages.plain(voice, id, values)) };
}
