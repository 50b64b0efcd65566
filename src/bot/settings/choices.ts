// The settings of which one value holds: subscribed or not, language, length, items, digits, calendar, and switches.
import { digitsIn } from "../../digest/wording.ts";
import { lengths, type Subscriber } from "../../subscribers/subscriber.ts";
import type { Action, Reply, Request } from "../command.ts";
import { createChooser, homeScreen } from "./chooser.ts";
import { switches } from "./groups.ts";
import { mainScreen } from "./main.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";

/** `status:active` subscribes or ends a pause, `status:inactive` unsubscribes, on the first screen itself. */
export function createStatus(needs: ScreenNeeds): Action {
  return createChooser(needs, {
    name: "status",
    home: "main",
    read: (status) =>
      status === "active"
        ? { status, reason: "", pausedUntil: null }
        : status === "inactive"
          ? { status, reason: "unsubscribed", pausedUntil: null }
          : undefined,
    screen: (_needs, { reader, now }) => mainScreen(needs, reader.subscriber, now),
  });
}

/** `language:` shows the languages, `language:en` chooses one; each is named in itself. */
export function createLanguage(needs: ScreenNeeds): Action {
  return createChooser(needs, {
    name: "language",
    home: "main",
    read: (code) => (needs.messages.locales.includes(code) ? { locale: code } : undefined),
    screen: languageScreen,
  });
}

export function languageScreen({ messages }: ScreenNeeds, { voice }: Request): Reply {
  const buttons = messages.locales.map((code) => [
    choice(
      messages.plain({ locale: code, digits: "latin" }, "language-name"),
      code === voice.locale,
      `language:${code}`,
    ),
  ]);
  return {
    html: messages.say(voice, "language-title"),
    keyboard: [...buttons, wayBack(messages, voice)],
  };
}

/** `length:` shows the lengths, `length:short` chooses one. */
export function createLength(needs: ScreenNeeds): Action {
  return createChooser(needs, {
    name: "length",
    home: "main",
    read: (name) => {
      const length = lengths.find((known) => known === name);
      return length === undefined ? undefined : { length };
    },
    screen: listOf("length", lengths, "settings:", ({ length }) => length),
  });
}

/** Stories a digest; another number, from an import, stays until one of these is chosen. */
const itemCounts = ["3", "5", "7", "10", "15"] as const;

/** `items:7` chooses how many stories a digest has. */
export function createItems(needs: ScreenNeeds): Action {
  return createChooser(needs, {
    name: "items",
    home: "look",
    read: (text) => {
      const count = itemCounts.find((known) => known === text);
      return count === undefined ? undefined : { items: Number(count) };
    },
    screen({ messages }, { reader, voice }) {
      const buttons = itemCounts.map((count) =>
        choice(
          messages.plain(voice, "items-count", { count: Number(count) }),
          Number(count) === reader.subscriber.items,
          `items:${count}`,
        ),
      );
      return {
        html: messages.say(voice, "items-title"),
        keyboard: [...rows(voice, buttons, 2), wayBack(messages, voice, "settings:look")],
      };
    },
  });
}

/** "auto" has no button: it is one of the two, by the country, and two buttons for one thing would be a riddle. */
const digitKinds = ["latin", "arabic"] as const;

/** `digits:arabic` chooses how numbers are written, those of commands apart. */
export function createDigits(needs: ScreenNeeds): Action {
  return createChooser(needs, {
    name: "digits",
    home: "look",
    read: (name) => {
      const digits = digitKinds.find((known) => known === name);
      return name === "auto" ? { digits: "auto" } : digits === undefined ? undefined : { digits };
    },
    screen: listOf("digits", digitKinds, "settings:look", digitsIn),
  });
}

const calendars = ["gregorian", "hijri", "both"] as const;

/** `calendar:both` chooses how days are dated. */
export function createCalendar(needs: ScreenNeeds): Action {
  return createChooser(needs, {
    name: "calendar",
    home: "look",
    read: (name) => {
      const calendar = calendars.find((known) => known === name);
      return calendar === undefined ? undefined : { calendar };
    },
    screen: listOf("calendar", calendars, "settings:look", ({ calendar }) => calendar),
  });
}

/** `switch:silent.on`: the value, not the change, so that a double tap does not undo itself. */
export function createSwitch(needs: ScreenNeeds): Action {
  return {
    name: "switch",
    audience: "admins",
    async run({ reader, voice, argument, now }) {
      const [asked = "", value = ""] = argument.split(".");
      const found = Object.entries(switches).find(([name]) => name === asked);
      if (found === undefined || (value !== "on" && value !== "off")) {
        return { toast: needs.messages.plain(voice, "stale-button") };
      }
      const [name, home] = found;
      const patch: Partial<Subscriber> = { [name]: value === "on" };
      const subscriber = await needs.change(reader.number, patch, now);
      return {
        edit: homeScreen(needs, subscriber, now, home),
        toast: needs.messages.plain(voice, "saved"),
      };
    },
  };
}

/** A screen with the values of one setting as buttons; `back` is where the way back leads. */
function listOf(
  name: string,
  values: readonly string[],
  back: string,
  current: (reader: Subscriber) => string,
): (needs: ScreenNeeds, request: Request) => Reply {
  return ({ messages }, { reader, voice }) => {
    const buttons = values.map((value) =>
      choice(
        messages.plain(voice, `${name}-${value}`),
        value === current(reader.subscriber),
        `${name}:${value}`,
      ),
    );
    return {
      html: messages.say(voice, `${name}-title`),
      keyboard: [...rows(voice, buttons, 1), wayBack(messages, voice, back)],
    };
  };
}
