// The settings behind the first screen, in three groups: days and quiet, words and alerts, how a digest looks.

import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button, Keyboard } from "../../delivery/outcome.ts";
import { digitsIn, sided, voiceOf } from "../../digest/wording.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Reply } from "../command.ts";
import { choice, type Group, type ScreenNeeds, wayBack } from "./screen.ts";
import { daysLine, listLine, quietLine } from "./state.ts";

interface Content {
  readonly lines: readonly string[];
  readonly keyboard: Keyboard;
}

/** The screen of a group: its state in words, and a button for each of its settings. */
export function groupScreen(needs: ScreenNeeds, subscriber: Subscriber, group: Group): Reply {
  const { messages } = needs;
  const voice = voiceOf(subscriber);
  const { lines, keyboard } = contents[group](needs, subscriber);
  return {
    html: [`<b>${sided(voice, messages.say(voice, `group-${group}`))}</b>`, lines.join("\n")].join("\n\n"),
    keyboard: [...keyboard.map((row) => inReadingOrder(voice, row)), wayBack(messages, voice)],
  };
}

const contents: Readonly<Record<Group, (needs: ScreenNeeds, subscriber: Subscriber) => Content>> = {
  when(needs, subscriber) {
    const { messages } = needs;
    const voice = voiceOf(subscriber);
    const open = opener(needs, subscriber);
    return {
      lines: [
        daysLine(messages, voice, subscriber),
        quietLine(messages, voice, subscriber),
        messages.say(voice, subscriber.silent ? "settings-silent" : "settings-sound"),
        messages.say(voice, subscriber.sayNothing ? "settings-says-nothing" : "settings-keeps-quiet"),
      ],
      keyboard: [
        [open("days", "days:"), open("quiet", "quiet:")],
        [switchButton(needs, subscriber, "silent")],
        [switchButton(needs, subscriber, "sayNothing")],
      ],
    };
  },
  what(needs, subscriber) {
    const { messages, topics } = needs;
    const voice = voiceOf(subscriber);
    const open = opener(needs, subscriber);
    const muted = subscriber.mutedTopics.map((topic) => topics.name(voice.locale, topic));
    return {
      lines: [
        listLine(messages, voice, "muted", muted),
        listLine(messages, voice, "follow", subscriber.follow),
        listLine(messages, voice, "block", subscriber.block),
        messages.say(voice, subscriber.alerts ? "settings-alerts" : "settings-alerts-none"),
      ],
      keyboard: [
        [open("follow", "follow:"), open("block", "block:")],
        [open("muted", "mute:")],
        [switchButton(needs, subscriber, "alerts")],
      ],
    };
  },
  look(needs, subscriber) {
    const { messages } = needs;
    const voice = voiceOf(subscriber);
    const open = opener(needs, subscriber);
    const { items, calendar, previews } = subscriber;
    return {
      lines: [
        messages.say(voice, "settings-items", {
          items: messages.plain(voice, "items-count", { count: items }),
        }),
        messages.say(voice, "settings-digits", {
          digits: messages.plain(voice, `digits-${digitsIn(subscriber)}`),
        }),
        messages.say(voice, "settings-calendar", {
          calendar: messages.plain(voice, `calendar-${calendar}`),
        }),
        messages.say(voice, previews ? "settings-previews" : "settings-previews-none"),
      ],
      keyboard: [
        [open("items", "items:")],
        [open("digits", "digits:"), open("calendar", "calendar:")],
        [switchButton(needs, subscriber, "previews")],
      ],
    };
  },
};

/** Settings that are on or off, and the group each stands in. */
export const switches = {
  silent: "when",
  sayNothing: "when",
  alerts: "what",
  previews: "look",
} as const satisfies Partial<Record<keyof Subscriber, Group>>;
export type Switch = keyof typeof switches;

/** The button names what it will be, so that a second tap on it changes nothing. */
function switchButton({ messages }: ScreenNeeds, subscriber: Subscriber, name: Switch): Button {
  const isOn = subscriber[name];
  const text = messages.plain(voiceOf(subscriber), `switch-${name.toLowerCase()}`);
  return choice(text, isOn, `switch:${name}.${isOn ? "off" : "on"}`);
}

function opener({ messages }: ScreenNeeds, subscriber: Subscriber): (name: string, data: string) => Button {
  return (name, data) => ({ text: messages.plain(voiceOf(subscriber), `button-${name}`), data });
}
