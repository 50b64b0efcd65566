// Reads an update as it came from outside: what the bot looks at is there and of its kind, or the update is none.
import type { Update } from "telegraf/types";
import { z } from "zod";

export type ReadUpdate =
  | { readonly kind: "update"; readonly update: Update }
  /** `query` is the pressed button that waits for an answer all the same. */
  | {
      readonly kind: "malformed";
      readonly why: string;
      readonly id: number | undefined;
      readonly query: string | undefined;
    };

// Only what the bot reads, and everything else as it is: Telegram adds fields and kinds every few weeks.
const id = z.int();
const chat = z.looseObject({ id, type: z.string(), title: z.string().optional() });
const user = z.looseObject({ id, language_code: z.string().optional() });
const entity = z.looseObject({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
});
const message = z.looseObject({
  message_id: z.int(),
  chat,
  from: user.optional(),
  sender_chat: z.looseObject({ id }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  message_thread_id: z.int().optional(),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
  chat_shared: z.looseObject({ chat_id: id }).optional(),
  reply_markup: z
    .looseObject({ inline_keyboard: z.array(z.array(z.looseObject({ text: z.string() }))).optional() })
    .optional(),
});
const standing = z.looseObject({
  status: z.string(),
  can_post_messages: z.boolean().optional(),
  can_send_messages: z.boolean().optional(),
});

const anything = z.looseObject({
  update_id: z.int(),
  message: message.optional(),
  channel_post: message.optional(),
  callback_query: z
    .looseObject({ id: z.string(), from: user, message: message.optional(), data: z.string().optional() })
    .optional(),
  inline_query: z
    .looseObject({ id: z.string(), from: user, query: z.string(), offset: z.string() })
    .optional(),
  my_chat_member: z
    .looseObject({ chat, from: user, old_chat_member: standing, new_chat_member: standing })
    .optional(),
});

/** Of what has the right shape nothing is changed or left out. */
export function readUpdate(given: unknown): ReadUpdate {
  const parsed = anything.safeParse(given);
  if (parsed.success) return { kind: "update", update: given as Update };
  const [issue] = parsed.error.issues;
  const why = issue === undefined ? "no update" : `${issue.path.join(".") || "the update"}: ${issue.message}`;
  const { update_id: number, callback_query: query } = (
    typeof given === "object" && given !== null ? given : {}
  ) as {
    update_id?: unknown;
    callback_query?: { id?: unknown } | null;
  };
  return {
    kind: "malformed",
    why,
    id: Number.isSafeInteger(number) ? Number(number) : undefined,
    query: typeof query?.id === "string" && query.id !== "" ? query.id : undefined,
  };
}
