// /start: says in three lines what Mujaz is, with the first steps as buttons.
import type { Keyboard } from "../../delivery/outcome.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Command } from "../command.ts";
import { type NextDue, nextWords } from "../next.ts";

export interface StartNeeds {
  readonly messages: Messages;
  readonly nextDue: NextDue;
  readonly revive: (number: number, subscriber: Subscriber) => Promise<Subscriber>;
}

export function createStart({ messages, nextDue, revive }: StartNeeds): Command {
  return {
    name: "start",
    isListed: true,
    async run({ reader, voice, now }) {
      // Blocked once and back again: the subscription that the block had ended goes on.
      const subscriber = await revive(reader.number, reader.subscriber);
      const keyboard = firstSteps(messages, voice, subscriber.status === "active");
      const next = nextWords(messages, nextDue, voice, subscriber, now);
      if (subscriber.status !== "active") return [{ html: messages.say(voice, "start"), keyboard }];
      const settings = commandText("settings");
      const state = {
        html:
          next === undefined
            ? messages.say(voice, "subscribed-no-time", { settings })
            : messages.say(voice, "state-active", { next }),
      };
      return [{ html: messages.say(voice, "start-again", { state }), keyboard }];
    },
  };
}

/** The buttons under /start: each does what the command of its name does. */
export function firstSteps(messages: Messages, voice: Voice, isActive: boolean): Keyboard {
  const button = (name: string): { text: string; data: string } => ({
    text: messages.plain(voice, `button-${name}`),
    data: `do:${name}`,
  });
  return isActive
    ? [[button("digest"), button("latest")], [button("settings")]]
    : [[button("subscribe")], [button("digest"), button("latest")], [button("settings")]];
}
