// /subscribe: the daily digest begins, or goes on.
import { inReadingOrder } from "../../delivery/keyboard.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Command } from "../command.ts";
import { type NextDue, nextWords } from "../next.ts";

/** Writes what changes in a subscriber and places the reader anew in the schedule. */
export type Change = (number: number, patch: Partial<Subscriber>, now: Date) => Promise<Subscriber>;

export interface SubscribeNeeds {
  readonly messages: Messages;
  readonly nextDue: NextDue;
  readonly change: Change;
}

export function createSubscribe({ messages, nextDue, change }: SubscribeNeeds): Command {
  return {
    name: "subscribe",
    isListed: true,
    audience: "admins",
    async run({ reader, voice, now }) {
      const wasActive = reader.subscriber.status === "active";
      const subscriber = wasActive
        ? reader.subscriber
        : await change(reader.number, { status: "active", reason: "", pausedUntil: null }, now);
      const settings = commandText("settings");
      const { kind } = subscriber;
      const next = nextWords(messages, nextDue, voice, subscriber, now);
      if (next === undefined)
        return [{ html: messages.say(voice, "subscribed-no-time", { settings, kind }) }];
      const html = messages.say(voice, wasActive ? "subscribed-already" : "subscribed", {
        next,
        settings,
        kind,
      });
      const button = (name: string): { text: string; data: string } => ({
        text: messages.plain(voice, `button-${name}`),
        data: `do:${name}`,
      });
      return [{ html, keyboard: [inReadingOrder(voice, [button("digest"), button("settings")])] }];
    },
  };
}
