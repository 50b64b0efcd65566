// What an update is about, read from the outside: its buttons, its chats, whether anybody would expect an answer.
import type { Shown } from "./api.ts";
import { type AnyUpdate, firstPerson } from "./updates.ts";

/** Names that would change what objects are: the web server lets no such body in. */
export function isPoisoned(update: AnyUpdate): boolean {
  const text = JSON.stringify(update);
  return text.includes('"__proto__":') || /"constructor":\{[^}]*"prototype":/.test(text);
}

interface Query {
  readonly id?: unknown;
  readonly from?: { readonly id?: unknown };
  readonly message?: { readonly chat?: { readonly id?: unknown } };
}

const queryOf = (update: AnyUpdate): Query => (update["callback_query"] ?? {}) as Query;

/** Ids of buttons that were pressed in a chat. */
export function pressedIn(batch: readonly AnyUpdate[], chat: string): readonly string[] {
  return batch
    .map(queryOf)
    .flatMap(({ id, message }) => (String(message?.chat?.id) === chat ? [String(id)] : []));
}

/** Ids of buttons that somebody has pressed: each is to be answered, whatever else is wrong with it. */
export function queriesIn(batch: readonly AnyUpdate[]): readonly string[] {
  const whole = batch.filter((update) => !isPoisoned(update));
  return whole.map(queryOf).flatMap(({ id, from }) => {
    const isOne = typeof id === "string" && id !== "" && Number.isSafeInteger(from?.id);
    return isOne ? [id] : [];
  });
}

/** Chats in which the platform alone has changed something: the bot was thrown out, or let in again. */
export function silentOnes(batch: readonly AnyUpdate[]): readonly string[] {
  return batch.flatMap((update) => {
    const { my_chat_member: member, message } = update as {
      my_chat_member?: { chat?: { id?: unknown } };
      message?: { chat?: { id?: unknown }; migrate_to_chat_id?: unknown };
    };
    const to = message?.migrate_to_chat_id;
    const moved = to === undefined ? [] : [message?.chat?.id, to];
    return [member?.chat?.id, ...moved].flatMap((id) => (id === undefined ? [] : [String(id)]));
  });
}

/** Every third update presses a button that the bot has shown, in the chat where it was shown. */
export function withRealButtons(sample: readonly AnyUpdate[], shown: readonly Shown[]): readonly AnyUpdate[] {
  return sample.map((update, index) => {
    const button = shown[(index * 7) % Math.max(1, shown.length)];
    if (index % 3 !== 0 || button === undefined) return update;
    const { chat, message, data } = button;
    const person = chat > 0 ? chat : firstPerson;
    return {
      callback_query: {
        id: `real-${chat}-${index}-${data}`,
        from: { id: person, is_bot: false, first_name: "قارئ", language_code: "ar" },
        chat_instance: "1",
        data,
        message: {
          message_id: message,
          date: 1,
          chat: { id: chat, type: chat > 0 ? "private" : "supergroup", title: "مجموعة" },
          text: "قائمة",
        },
      },
    };
  });
}
