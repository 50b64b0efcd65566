// The first screen of the settings, as a command and as a button, and the button that closes them.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import { command as commandText, sided, voiceOf } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Action, Command, Reply } from "../command.ts";
import { nextWords } from "../next.ts";
import { groupScreen } from "./groups.ts";
import { groups, type ScreenNeeds } from "./screen.ts";
import { daysLine, isResting, statusLine, timesLine, topicsLine, zoneLine } from "./state.ts";

/** The screen: what is set, a button for what is changed most and for each group, and the subscription itself. */
export function mainScreen(needs: ScreenNeeds, subscriber: Subscriber, now: Date): Reply {
  const { messages, topics, nextDue } = needs;
  const voice = voiceOf(subscriber);
  const isActive = subscriber.status !== "inactive";
  const next = isActive ? nextWords(messages, nextDue, voice, subscriber, now) : undefined;
  const lines = [
    statusLine(messages, voice, subscriber, now),
    timesLine(messages, voice, subscriber),
    daysLine(messages, voice, subscriber),
    zoneLine(messages, voice, subscriber),
    topicsLine(messages, voice, subscriber, topics),
    messages.say(voice, "settings-length", { length: messages.plain(voice, `length-${subscriber.length}`) }),
    messages.say(voice, "settings-language", { language: messages.plain(voice, "language-name") }),
    ...(next === undefined ? [] : [messages.say(voice, "settings-next", { next })]),
  ];
  const button = (name: string, data: string): { text: string; data: string } => ({
    text: messages.plain(voice, `button-${name}`),
    data,
  });
  const resume = isResting(subscriber, now) ? [[button("resume", "status:active")]] : [];
  return {
    html: [`<b>${sided(voice, messages.say(voice, "settings-title"))}</b>`, lines.join("\n")].join("\n\n"),
    keyboard: [
      ...resume,
      inReadingOrder(voice, [button("time", "time:"), button("zone", "zone:")]),
      inReadingOrder(voice, [button("topics", "topic:"), button("length", "length:")]),
      inReadingOrder(voice, [button("when", "settings:when"), button("what", "settings:what")]),
      inReadingOrder(voice, [button("look", "settings:look"), button("language", "language:")]),
      inReadingOrder(voice, [
        button("close", "close:"),
        button(isActive ? "unsubscribe" : "subscribe", isActive ? "status:inactive" : "status:active"),
      ]),
    ],
  };
}

export function createSettings(needs: ScreenNeeds): Command {
  return {
    name: "settings",
    isListed: true,
    audience: "admins",
    run: async ({ reader, now }) => [mainScreen(needs, reader.subscriber, now)],
  };
}

/** `settings:` is the way back to the first screen, in the same message; `settings:when` opens a group. */
export function createSettingsAction(needs: ScreenNeeds): Action {
  return {
    name: "settings",
    audience: "admins",
    async run({ reader, actor, voice, argument, now }) {
      await needs.dialogues.forget(reader.number, actor.user);
      if (argument === "") return { edit: mainScreen(needs, reader.subscriber, now) };
      const group = groups.find((each) => each === argument);
      if (group === undefined) return { toast: needs.messages.plain(voice, "stale-button") };
      return { edit: groupScreen(needs, reader.subscriber, group) };
    },
  };
}

export function createClose({ messages, dialogues }: ScreenNeeds): Action {
  return {
    name: "close",
    audience: "admins",
    async run({ reader, actor, voice }) {
      await dialogues.forget(reader.number, actor.user);
      const html = messages.say(voice, "settings-closed", { settings: commandText("settings") });
      return { edit: { html, keyboard: [] } };
    },
  };
}
