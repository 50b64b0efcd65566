// What every screen of the settings shares: needs, buttons, the groups, and the way back.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button, Keyboard } from "../../delivery/outcome.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Change } from "../commands/subscribe.ts";
import type { Dialogues } from "../dialogues.ts";
import type { NextDue } from "../next.ts";
import type { Topics } from "../shelf.ts";

export interface ScreenNeeds {
  readonly messages: Messages;
  readonly topics: Topics;
  readonly change: Change;
  readonly nextDue: NextDue;
  /** What is being typed: begun by a screen, and forgotten when it was chosen by button or left. */
  readonly dialogues: Pick<Dialogues, "begin" | "forget">;
}

/** The screens behind the first one: days and quiet, words and alerts, looks. */
export const groups = ["when", "what", "look"] as const;
export type Group = (typeof groups)[number];

/** A button with a chosen mark in front: an Arabic reader's eye begins at the right, where the mark stands. */
export function choice(text: string, isChosen: boolean, data: string): Button {
  return { text: isChosen ? `✓ ${text}` : text, data };
}

/** «رجوع» (back) to a screen, and «إغلاق» (close). */
export function wayBack(messages: Messages, voice: Voice, to = "settings:"): readonly Button[] {
  return inReadingOrder(voice, [
    { text: messages.plain(voice, "button-back"), data: to },
    { text: messages.plain(voice, "button-close"), data: "close:" },
  ]);
}

/** Buttons in rows of `width`, each as it is read. */
export function rows(voice: Voice, buttons: readonly Button[], width: number): Keyboard {
  const count = Math.ceil(buttons.length / width);
  return Array.from({ length: count }, (_, row) =>
    inReadingOrder(voice, buttons.slice(row * width, (row + 1) * width)),
  );
}

/** Names in a row, with the comma of the language. */
export function inRow(voice: Voice, names: readonly string[]): string {
  return names.join(voice.locale === "ar" ? "، " : ", ");
}
