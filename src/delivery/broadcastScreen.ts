// How a broadcast goes, in the operator's own words: «أُرسل 120 من 4000» (120 of 4000 sent), with what can be done about it.
import type { Messages, Voice } from "../messages/messages.ts";
import type { Broadcast } from "./broadcast.ts";
import { inReadingOrder } from "./keyboard.ts";
import type { Button, Keyboard } from "./outcome.ts";

/** The name of its buttons: `bc:pause.12`. */
export const broadcastAction = "bc";

export function renderBroadcast(
  messages: Messages,
  { id, status, sent, gone, failed, waiting, total, locale, digits }: Broadcast,
): { readonly html: string; readonly keyboard: Keyboard } {
  const voice: Voice = { locale, digits };
  const button = (step: string): Button => ({
    text: messages.plain(voice, `button-broadcast-${step}`),
    data: `${broadcastAction}:${step}.${id}`,
  });
  const lines = [
    `<b>${messages.say(voice, `broadcast-${status}`)}</b>`,
    messages.say(voice, "broadcast-progress", { sent, total }),
    ...(waiting > 0 && status !== "cancelled"
      ? [messages.say(voice, "broadcast-waiting", { count: waiting })]
      : []),
    ...(gone > 0 ? [messages.say(voice, "broadcast-gone", { count: gone })] : []),
    ...(failed > 0 ? [messages.say(voice, "broadcast-failed", { count: failed })] : []),
  ];
  const keyboards: Partial<Record<Broadcast["status"], Keyboard>> = {
    running: [inReadingOrder(voice, [button("pause"), button("cancel")])],
    paused: [inReadingOrder(voice, [button("resume"), button("cancel")])],
  };
  return { html: lines.join("\n"), keyboard: keyboards[status] ?? [] };
}
