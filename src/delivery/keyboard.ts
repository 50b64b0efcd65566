// The buttons under a digest: a number for each story, which opens what can be done with it, and «المزيد» (more).
import type { Story } from "../articles/article.ts";
import { ordinalWords } from "../digest/digest.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import type { Button, Keyboard } from "./outcome.ts";

/** Numbers in a row: as many as a thumb can tell apart on a narrow phone. */
const perRow = 5;

/** `stories` in the order in which they are shown. The data holds the story's number: `o:42`. */
export function digestKeyboard(
  messages: Messages,
  voice: Voice,
  stories: readonly Pick<Story, "number">[],
  hasMore: boolean,
): Keyboard {
  const [only] = stories;
  const isSingle = stories.length === 1 && only !== undefined;
  const buttons: Button[] = isSingle
    ? [{ text: messages.plain(voice, "button-options"), data: `o:${only.number}` }]
    : stories.map(({ number }, index) => ({ text: ordinalWords(voice, index), data: `o:${number}` }));
  const rows: (readonly Button[])[] = [];
  for (let at = 0; at < buttons.length; at += perRow) {
    const row = buttons.slice(at, at + perRow);
    rows.push(inReadingOrder(voice, row));
  }
  const more = { text: messages.plain(voice, "button-more"), data: "more:" };
  return hasMore ? [...rows, [more]] : rows;
}

/** A row as it is read: Telegram lays buttons out from the left whatever the language. */
export function inReadingOrder(voice: Voice, row: readonly Button[]): readonly Button[] {
  return voice.locale === "ar" ? row.toReversed() : row;
}
