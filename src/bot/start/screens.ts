// The screens of the first minute: the welcome, topics, a time, the city, and the confirmation, all in one message.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button, Keyboard } from "../../delivery/outcome.ts";
import {
  command as commandText,
  inDigits,
  shortTimeWords,
  timeWords,
  voiceOf,
} from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Reply } from "../command.ts";
import { nextWords } from "../next.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "../settings/screen.ts";
import { clockLine } from "../settings/state.ts";
import { topicButtons } from "../settings/topics.ts";
import { cityButtons } from "../settings/zone.ts";

/** Times that most readers choose. */
export const usualTimes = ["06:00", "07:00", "08:00", "12:00", "18:00", "21:00"] as const;

/** What Mujaz is, when the first digest would come, and a button that makes it so. */
export function welcomeScreen(needs: ScreenNeeds, subscriber: Subscriber, now: Date): Reply {
  const { messages, nextDue } = needs;
  const voice = voiceOf(subscriber);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const button = buttonOf(messages, voice);
  const subscribe =
    next === undefined ? button("choose-time", "begin:time") : button("subscribe", "begin:go");
  return {
    html: next === undefined ? messages.say(voice, "start-no-time") : messages.say(voice, "start", { next }),
    keyboard: [
      [subscribe],
      inReadingOrder(voice, [button("choose", "begin:topics"), button("other-city", "begin:city")]),
      inReadingOrder(voice, [button("digest", "do:digest"), button("latest", "do:latest")]),
      [button("settings", "do:settings")],
    ],
  };
}

/** First step: what. */
export async function topicsScreen(needs: ScreenNeeds, subscriber: Subscriber): Promise<Reply> {
  const { messages } = needs;
  const voice = voiceOf(subscriber);
  const { topics } = subscriber;
  const button = buttonOf(messages, voice);
  const everything = choice(messages.plain(voice, "button-topic-none"), topics.length === 0, "begin:t.*");
  const buttons = await topicButtons(needs, voice.locale, topics, "begin:t.");
  return {
    html: messages.say(voice, "begin-topics"),
    keyboard: [
      [everything],
      ...rows(voice, buttons, 2),
      [button("to-time", "begin:time")],
      wayBack(messages, voice, "begin:"),
    ],
  };
}

/** Second step: when. Choosing subscribes. */
export function timeScreen({ messages }: ScreenNeeds, subscriber: Subscriber, now: Date): Reply {
  const voice = voiceOf(subscriber);
  const button = buttonOf(messages, voice);
  const buttons = usualTimes.map((time) =>
    choice(shortTimeWords(voice, time), subscriber.times.includes(time), `begin:s.${time}`),
  );
  return {
    html: [messages.say(voice, "begin-time"), clockLine(messages, voice, subscriber, now)].join("\n"),
    keyboard: [
      ...rows(voice, buttons, 3),
      inReadingOrder(voice, [button("other-time", "begin:other"), button("other-city", "begin:city.time")]),
      wayBack(messages, voice, "begin:topics"),
    ],
  };
}

/** A time that is typed. */
export function otherTimeScreen({ messages }: ScreenNeeds, subscriber: Subscriber, now: Date): Reply {
  const voice = voiceOf(subscriber);
  const values = { example: inDigits(voice, "18:45"), other: timeWords(voice, "18:45") };
  return {
    html: [messages.say(voice, "begin-other-time", values), clockLine(messages, voice, subscriber, now)].join(
      "\n",
    ),
    keyboard: [wayBack(messages, voice, "begin:time")],
  };
}

/** Where; `from` is the screen to go back to: "time", or empty for the welcome or the confirmation. */
export function cityScreen(
  { messages }: ScreenNeeds,
  subscriber: Subscriber,
  now: Date,
  from: string,
): Reply {
  const voice = voiceOf(subscriber);
  return {
    html: [clockLine(messages, voice, subscriber, now), messages.say(voice, "zone-title")].join("\n"),
    keyboard: [
      ...cityButtons(messages, voice, subscriber, from === "time" ? "begin:ct." : "begin:c."),
      wayBack(messages, voice, from === "time" ? "begin:time" : "begin:"),
    ],
  };
}

/** «تم اشتراكك» (you are subscribed), with the exact next delivery; other words for who was so before. */
export function confirmation(needs: ScreenNeeds, subscriber: Subscriber, now: Date, isNew: boolean): Reply {
  const { messages, nextDue } = needs;
  const voice = voiceOf(subscriber);
  const next = nextWords(messages, nextDue, voice, subscriber, now);
  const settings = commandText("settings");
  const { kind } = subscriber;
  const button = buttonOf(messages, voice);
  return {
    html:
      next === undefined
        ? messages.say(voice, "subscribed-no-time", { settings, kind })
        : messages.say(voice, isNew ? "subscribed" : "subscribed-already", { next, settings, kind }),
    keyboard: [
      inReadingOrder(voice, [button("other-city", "begin:city"), button("settings", "do:settings")]),
    ],
  };
}

/** The buttons under /start for who is subscribed: each does what the command of its name does. */
export function firstSteps(messages: Messages, voice: Voice): Keyboard {
  const button = buttonOf(messages, voice);
  return [
    inReadingOrder(voice, [button("digest", "do:digest"), button("latest", "do:latest")]),
    [button("settings", "do:settings")],
  ];
}

function buttonOf(messages: Messages, voice: Voice): (name: string, data: string) => Button {
  return (name, data) => ({ text: messages.plain(voice, `button-${name}`), data });
}
