// A letter as the Bot API wants it: text, photo or document, keyboards, previews, and what it answers.
import type { Ask, Button, Keyboard, Letter } from "./outcome.ts";

/** The text becomes the caption: 1024 units at the most. */
export function toUpload(
  letter: Letter,
  kind: "photo" | "document",
  { name, bytes }: NonNullable<Letter["document"]>,
): Record<string, unknown> {
  const { text, link_preview_options: _, ...rest } = toPayload(letter);
  return { ...rest, caption: text, [kind]: { source: Buffer.from(bytes), filename: name } };
}

export function toPayload(letter: Letter): Record<string, unknown> {
  const { chat, thread, html, keyboard, silent, preview, ask, replyTo, paid } = letter;
  return {
    chat_id: chat,
    text: html,
    parse_mode: "HTML",
    link_preview_options:
      preview === undefined
        ? { is_disabled: true }
        : { url: preview, prefer_large_media: true, show_above_text: true },
    ...(thread === null ? {} : { message_thread_id: thread }),
    ...(silent ? { disable_notification: true } : {}),
    ...(paid ? { allow_paid_broadcast: true } : {}),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(keyboard === undefined
      ? ask === undefined
        ? {}
        : { reply_markup: toKeys(ask) }
      : { reply_markup: { inline_keyboard: toRows(keyboard) } }),
  };
}

/** What bot and person must be allowed there, so that the app offers such channels only and adds the bot itself. */
const posting = {
  can_post_messages: true,
  can_edit_messages: true,
  can_delete_messages: false,
  can_manage_chat: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  is_anonymous: false,
};

function toKeys(ask: Ask): object {
  if (ask.kind === "none") return { remove_keyboard: true };
  const rights = { user_administrator_rights: posting, bot_administrator_rights: posting };
  const key = { text: ask.text, request_chat: { request_id: 1, chat_is_channel: true, ...rights } };
  return { keyboard: [[key]], resize_keyboard: true, one_time_keyboard: true };
}

export function toRows(keyboard: Keyboard): unknown[][] {
  return keyboard.map((row) =>
    row.map(({ text, data, url, share }: Button) => {
      if (url !== undefined) return { text, url };
      return share === undefined ? { text, callback_data: data ?? "" } : { text, switch_inline_query: share };
    }),
  );
}
