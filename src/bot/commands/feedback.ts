// /feedback text: brings a reader's words to the operators; they are kept nowhere else.
import type { Letter, Outcome } from "../../delivery/outcome.ts";
import { clip, messageLimit } from "../../digest/digest.ts";
import { inDigits, voiceOf } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { directionOf, isolate } from "../../text/direction.ts";
import { escapeHtml } from "../../text/html.ts";
import { button, shut } from "../buttons.ts";
import type { Command, Reply, Request, Typed } from "../command.ts";
import type { Dialogues } from "../dialogues.ts";

export interface FeedbackNeeds {
  readonly messages: Messages;
  readonly dialogues: Pick<Dialogues, "begin" | "forget">;
  readonly adminIds: readonly number[];
  /** The record of a chat, for the language of an operator. */
  readonly subscriberOfChat: (chat: number) => Promise<Subscriber | undefined>;
  readonly post: (letter: Letter) => Promise<Outcome>;
  /** Counts one message of a reader today and gives how many there are; -1 takes one back. */
  readonly countFeedback: (reader: number, now: Date, by: 1 | -1) => Promise<number>;
}

/** Messages a day from one reader. */
export const mostFeedback = 5;

/** What of the words is brought: the rest of a message is for the head. */
const mostUnits = messageLimit - 300;

export function createFeedback(needs: FeedbackNeeds): Command {
  const { messages, dialogues, adminIds } = needs;
  return {
    name: "feedback",
    isListed: true,
    async run(request) {
      const { reader, actor, voice, argument } = request;
      if (adminIds.length === 0) return [{ html: messages.say(voice, "feedback-nobody") }];
      if (argument !== "") return [await bring(needs, request)];
      await dialogues.begin(reader.number, actor.user, { kind: "feedback", data: "" });
      return [{ html: messages.say(voice, "feedback-ask"), keyboard: [[shut(messages, voice, "feedback")]] }];
    },
  };
}

export function createTypedFeedback(needs: FeedbackNeeds): Typed {
  return {
    kind: "feedback",
    isOutgoing: true,
    async read(request) {
      const { reader, actor, voice, argument } = request;
      if (argument === "") return [{ html: needs.messages.say(voice, "broadcast-text-only") }];
      await needs.dialogues.forget(reader.number, actor.user);
      return [await bring(needs, request)];
    },
  };
}

async function bring(needs: FeedbackNeeds, { reader, voice, argument, now }: Request): Promise<Reply> {
  const { messages } = needs;
  if ((await needs.countFeedback(reader.number, now, 1)) > mostFeedback) {
    await needs.countFeedback(reader.number, now, -1);
    return { html: messages.say(voice, "feedback-too-many", { most: mostFeedback }) };
  }
  let isBrought = false;
  for (const chat of needs.adminIds) {
    const operator = await needs.subscriberOfChat(chat);
    const own = operator === undefined ? voice : voiceOf(operator);
    const head = messages.say(own, "feedback-from", {
      reader: inDigits(own, String(reader.number)),
      kind: messages.plain(own, `feedback-kind-${reader.subscriber.kind}`),
    });
    const outcome = await needs.post({
      chat,
      thread: null,
      html: `<b>${head}</b>\n\n${escapeHtml(sidedWords(clip(argument, mostUnits)))}`,
      keyboard: [[button(messages, own, "answer", `answer:${reader.number}`)]],
    });
    isBrought ||= outcome.kind === "sent";
  }
  if (!isBrought) await needs.countFeedback(reader.number, now, -1);
  return { html: messages.say(voice, isBrought ? "feedback-sent" : "feedback-nobody") };
}

/** The reader's words on their own side, whatever they begin with, and mixing with nothing beside them. */
function sidedWords(words: string): string {
  const side = directionOf(words) === "rtl" ? "\u200F" : "\u200E";
  return words
    .split("\n")
    .map((line) => (line.trim() === "" ? line : `${side}${isolate(line)}`))
    .join("\n");
}
