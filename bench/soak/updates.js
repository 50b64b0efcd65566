// Puts what a person does into updates and posts them to the webhook, as Telegram would.
import { Agent, request } from "node:http";

/** As many as Telegram opens at the most. */
const connections = 100;

/** `posted` counts what the webhook took, `refused` what it did not. */
export function createUpdates({ port, path, secret, telegram }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const counts = { posted: 0, refused: 0 };
  let update = 1_000;

  function post(of) {
    update += 1;
    const body = JSON.stringify({ update_id: update, ...of(update) });
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": secret,
    };
    return new Promise((resolve) => {
      const done = (status) => {
        counts[status === 200 ? "posted" : "refused"] += 1;
        resolve();
      };
      const sent = request({ host: "127.0.0.1", port, path, method: "POST", agent, headers }, (response) => {
        response.resume();
        response.once("end", () => done(response.statusCode));
      });
      sent.once("error", () => done(0));
      sent.end(body);
    });
  }

  const personOf = (chat) => ({ id: chat, is_bot: false, first_name: "قارئ", language_code: "ar" }); // reader
  const placeOf = (chat) => ({ id: chat, type: "private", first_name: "قارئ" });

  return {
    counts,
    /** Resolves when the chat was answered. */
    async say(chat, text) {
      const answered = telegram.answered(chat);
      const length = text.split(" ")[0].length;
      const entities = text.startsWith("/") ? [{ type: "bot_command", offset: 0, length }] : [];
      await post((id) => ({
        message: { message_id: id, date: 1, chat: placeOf(chat), from: personOf(chat), text, entities },
      }));
      await answered;
    },
    async tap(chat, data, message) {
      const answered = telegram.answered(chat);
      await post((id) => ({
        callback_query: {
          id: String(id),
          from: personOf(chat),
          chat_instance: "1",
          data,
          message: { message_id: message, date: 1, chat: placeOf(chat), text: "…" },
        },
      }));
      await answered;
    },
    ask: (chat, query) =>
      post((id) => ({ inline_query: { id: String(id), from: personOf(chat), query, offset: "" } })),
    /** The person blocks the bot, or takes it back. */
    member(chat, before, after) {
      const user = { id: 700000000, is_bot: true, first_name: "soak", username: "soak_bot" };
      const [old, now] = [before, after].map((status) => ({ user, status, until_date: 0 }));
      return post(() => ({
        my_chat_member: {
          chat: placeOf(chat),
          from: personOf(chat),
          date: 1,
          old_chat_member: old,
          new_chat_member: now,
        },
      }));
    },
    close: () => agent.destroy(),
  };
}
