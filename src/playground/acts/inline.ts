// A person types the bot's name in any chat, sees what it offers, and sends one of the results.
import type { Chat, Message } from "../chat.ts";
import { readInlineResult } from "../inlineResult.ts";
import { tellBot } from "../privacy.ts";
import type { InlineAnswer } from "../queries.ts";
import { apiUser } from "../render.ts";
import type { World } from "../world.ts";

/** Resolves with what the bot answers; an offset asks for the next page. */
export function inline(world: World, person: number, query: string, offset: string): Promise<InlineAnswer> {
  return new Promise((resolve) => {
    const id = world.queries.openInline(person, query, resolve);
    const from = apiUser(world, person);
    world.updates.add({ inline_query: { id, from, query, offset, chat_type: "sender" } });
  });
}

/** Sends a result in the person's name, to a topic where one is named, "via" the bot; the bot hears `chosen_inline_result`. */
export function chooseInline(
  world: World,
  chat: Chat,
  person: number,
  queryId: string,
  resultId: string,
  thread?: number,
): Message {
  const open = world.queries.answered(queryId);
  const chosen = open?.answer.results.find(({ id }) => id === resultId);
  if (open === undefined || chosen === undefined) throw new Error(`no result ${resultId} to ${queryId}`);
  const { content } = readInlineResult(world, chosen);
  // Only a message with buttons can be edited later. https://core.telegram.org/bots/api#choseninlineresult
  const inlineId =
    content.keyboard === undefined ? undefined : `inline-${queryId}-${chat.id}-${chat.nextMessage}`;
  const message = world.add(chat, {
    from: "user",
    senderId: person,
    ...(chat.kind === "channel" ? { senderChat: chat.id } : {}),
    ...(thread === undefined ? {} : { thread }),
    isViaBot: true,
    ...content,
    ...(inlineId === undefined ? {} : { inlineId }),
  });
  tellBot(world, chat, message);
  world.updates.add({
    chosen_inline_result: {
      result_id: resultId,
      from: apiUser(world, person),
      query: open.query,
      ...(inlineId === undefined ? {} : { inline_message_id: inlineId }),
    },
  });
  return message;
}
