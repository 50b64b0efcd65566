// The first screen of the settings, as a command and as a button, and the button that closes them.
import { cityWords, command as commandText, sided, timeWords, voiceOf } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { escapeHtml } from "../../text/html.ts";
import type { Action, Command, Reply } from "../command.ts";
import { nextWords } from "../next.ts";
import type { ScreenNeeds } from "./screen.ts";

/** The screen: what is set, and a button for each thing that can be changed. */
export function mainScreen(needs: ScreenNeeds, subscriber: Subscriber, now: Date): Reply {
  const { messages, topics, nextDue } = needs;
  const voice = voiceOf(subscriber);
  const joint = voice.locale === "ar" ? "، " : ", ";
  const times = subscriber.times.filter((time) => typeof time === "string");
  const isActive = subscriber.status === "active";
  const next = isActive ? nextWords(messages, nextDue, voice, subscriber, now) : undefined;
  const lines = [
    messages.say(voice, isActive ? "settings-status-active" : "settings-status-inactive"),
    times.length === 0
      ? messages.say(voice, "settings-times-none")
      : messages.say(voice, "settings-times", {
          times: times.map((time) => timeWords(voice, time)).join(joint),
        }),
    messages.say(voice, "settings-zone", { zone: cityWords(messages, voice, subscriber.zone) }),
    subscriber.topics.length === 0
      ? messages.say(voice, "settings-topics-all")
      : messages.say(voice, "settings-topics", {
          topics: subscriber.topics.map((topic) => topics.name(voice.locale, topic)).join(joint),
        }),
    messages.say(voice, "settings-length", { length: messages.plain(voice, `length-${subscriber.length}`) }),
    messages.say(voice, "settings-language", { language: messages.plain(voice, "language-name") }),
    ...(next === undefined ? [] : [messages.say(voice, "settings-next", { next })]),
  ];
  const button = (name: string, data: string): { text: string; data: string } => ({
    text: messages.plain(voice, `button-${name}`),
    data,
  });
  return {
    html: [
      `<b>${sided(voice, escapeHtml(messages.plain(voice, "settings-title")))}</b>`,
      lines.join("\n"),
    ].join("\n\n"),
    keyboard: [
      [button("time", "time:"), button("zone", "zone:")],
      [button("topics", "topic:"), button("length", "length:")],
      [button("language", "language:"), button("close", "close:")],
      [button(isActive ? "unsubscribe" : "subscribe", isActive ? "status:inactive" : "status:active")],
    ],
  };
}

export function createSettings(needs: ScreenNeeds): Command {
  return {
    name: "settings",
    isListed: true,
    run: async ({ reader, now }) => [mainScreen(needs, reader.subscriber, now)],
  };
}

/** Back to the first screen, in the same message. */
export function createSettingsAction(needs: ScreenNeeds): Action {
  return {
    name: "settings",
    run: async ({ reader, now }) => ({ edit: mainScreen(needs, reader.subscriber, now) }),
  };
}

export function createClose({ messages, dialogues }: ScreenNeeds): Action {
  return {
    name: "close",
    async run({ reader, actor, voice }) {
      await dialogues.forget(reader.number, actor.user);
      const html = messages.say(voice, "settings-closed", { settings: commandText("settings") });
      return { edit: { html, keyboard: [] } };
    },
  };
}
