// «رد» (reply) under a reader's message: the operator types an answer, and the bot brings it to that reader.
import type { Letter, Outcome } from "../../delivery/outcome.ts";
import { messageLimit } from "../../digest/digest.ts";
import { inDigits, voiceOf } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { visibleLength } from "../../text/html.ts";
import { button, stale } from "../buttons.ts";
import type { Action, Typed } from "../command.ts";
import type { Dialogues } from "../dialogues.ts";

export interface AnswerNeeds {
  readonly messages: Messages;
  readonly dialogues: Pick<Dialogues, "begin" | "forget">;
  readonly subscriberOf: (number: number) => Promise<Subscriber | undefined>;
  /** Sends a message to any chat, in its turn. */
  readonly post: (letter: Letter) => Promise<Outcome>;
}

/** `answer:42` asks for the answer to reader 42; `answer:` gives it up. */
export function createAnswer({ messages, dialogues, subscriberOf }: AnswerNeeds): Action {
  return {
    name: "answer",
    audience: "operators",
    async run({ reader, actor, voice, argument }) {
      if (argument === "") {
        await dialogues.forget(reader.number, actor.user);
        return { edit: { html: messages.say(voice, "answer-dropped"), keyboard: [] } };
      }
      const number = /^\d{1,15}$/.test(argument) ? Number(argument) : 0;
      if ((await subscriberOf(number)) === undefined) return stale(messages, voice);
      await dialogues.begin(reader.number, actor.user, { kind: "answer", data: argument });
      const html = messages.say(voice, "answer-ask", { reader: inDigits(voice, argument) });
      // A message of its own: the reader's words stay in sight while the answer is written.
      return { replies: [{ html, keyboard: [[button(messages, voice, "answer-drop", "answer:")]] }] };
    },
  };
}

export function createTypedAnswer({ messages, dialogues, subscriberOf, post }: AnswerNeeds): Typed {
  return {
    kind: "answer",
    isOutgoing: true,
    async read({ reader, actor, voice, typedHtml = "" }, data) {
      if (!actor.isOperator) return undefined;
      if (typedHtml === "") return [{ html: messages.say(voice, "broadcast-text-only") }];
      await dialogues.forget(reader.number, actor.user);
      const asker = await subscriberOf(Number(data));
      const called = { reader: inDigits(voice, data) };
      if (asker === undefined) return [{ html: messages.say(voice, "answer-lost", called) }];
      const head = messages.say(voiceOf(asker), "answer-head");
      const html = `<b>${head}</b>\n\n${typedHtml}`;
      if (visibleLength(html) > messageLimit) return [{ html: messages.say(voice, "broadcast-too-long") }];
      const outcome = await post({ chat: asker.chat, thread: asker.thread, html });
      const said = outcome.kind === "sent" ? "answer-sent" : "answer-lost";
      return [{ html: messages.say(voice, said, called) }];
    },
  };
}
