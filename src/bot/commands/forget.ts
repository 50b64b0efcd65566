// /forget: removes everything that is kept of a chat, after one more question.
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Action, Command } from "../command.ts";

export interface ForgetNeeds {
  readonly messages: Messages;
  /** Afterwards nothing of ours speaks of the chat. */
  readonly forgetChat: (chat: number) => Promise<void>;
}

/** Minutes for which the question is open: an old message must not remove anything by a slip of the finger. */
const openMinutes = 10;

export function createForget({ messages }: ForgetNeeds): Command {
  return {
    name: "forget",
    isListed: true,
    audience: "admins",
    async run({ reader, voice, now }) {
      const isPrivate = reader.subscriber.kind === "private";
      const values = { mydata: commandText("mydata") };
      const yes = { text: messages.plain(voice, "button-forget"), data: `forget:yes.${minuteOf(now)}` };
      const no = { text: messages.plain(voice, "button-keep"), data: "forget:no" };
      return [
        {
          html: messages.say(voice, isPrivate ? "forget-title" : "forget-title-group", values),
          keyboard: [[yes], [no]],
        },
      ];
    },
  };
}

/** `forget:yes.N` removes all, N being the minute of the question; `forget:no` takes the question away. */
export function createForgetAction({ messages, forgetChat }: ForgetNeeds): Action {
  return {
    name: "forget",
    audience: "admins",
    async run({ reader, voice, argument, now }) {
      if (argument === "no") return { edit: { html: messages.say(voice, "forget-kept"), keyboard: [] } };
      const asked = Number(/^yes\.(\d{1,10})$/.exec(argument)?.[1] ?? Number.NaN);
      const age = minuteOf(now) - asked;
      if (!(age >= 0 && age <= openMinutes)) return { toast: messages.plain(voice, "stale-button") };
      await forgetChat(reader.subscriber.chat);
      const html = messages.say(voice, "forgotten", { start: commandText("start") });
      return { edit: { html, keyboard: [] } };
    },
  };
}

function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / 60_000);
}
