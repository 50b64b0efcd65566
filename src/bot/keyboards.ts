// Works on the buttons that stand under a message: reads them from an update, and changes some of them.
import type { Button, Keyboard } from "../delivery/outcome.ts";

/** The buttons of a message in an update; undefined where it has none, or Telegram does not show it any more. */
export function keyboardOf(message: object): Keyboard | undefined {
  const markup = "reply_markup" in message ? message.reply_markup : undefined;
  if (typeof markup !== "object" || markup === null || !("inline_keyboard" in markup)) return undefined;
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows)) return undefined;
  return rows.map((row: unknown) => (Array.isArray(row) ? row.flatMap(toButton) : []));
}

function toButton(key: unknown): Button[] {
  const {
    text,
    callback_data: data,
    url,
    switch_inline_query: share,
  } = (key ?? {}) as Record<string, unknown>;
  if (typeof text !== "string") return [];
  if (typeof data === "string") return [{ text, data }];
  if (typeof url === "string") return [{ text, url }];
  return typeof share === "string" ? [{ text, share }] : [];
}

/** The keyboard with another text on the button of this data. */
export function relabel(keyboard: Keyboard, data: string, text: string): Keyboard {
  return keyboard.map((row) => row.map((button) => (button.data === data ? { ...button, text } : button)));
}

/** The keyboard without the buttons of this data, and without rows that are empty then. */
export function without(keyboard: Keyboard, data: string): Keyboard {
  return keyboard.map((row) => row.filter((button) => button.data !== data)).filter((row) => row.length > 0);
}
