// The screens that choose from a list: zone, topics, length, language.
import { cities, zoneOf } from "../../digest/cities.ts";
import { cityWords, clockIn, timeWords, voiceOf } from "../../digest/wording.ts";
import { lengths, type Subscriber } from "../../subscribers/subscriber.ts";
import type { Action, Reply, Request } from "../command.ts";
import { mainScreen } from "./main.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";

/** `zone:` shows the cities, `zone:cairo` chooses one. */
export function createZone(needs: ScreenNeeds): Action {
  return chooser(needs, "zone", {
    read: (city) => {
      const zone = zoneOf(city);
      return zone === undefined ? undefined : { zone };
    },
    screen: ({ messages }, { reader, voice, now }) => {
      const { zone } = reader.subscriber;
      const buttons = cities.map((city) =>
        choice(messages.plain(voice, `city-${city.id}`), city.zone === zone, `zone:${city.id}`),
      );
      const values = { time: timeWords(voice, clockIn(zone, now)), city: cityWords(messages, voice, zone) };
      return {
        html: messages.say(voice, "zone-title", values),
        keyboard: [...rows(buttons, 3), wayBack(messages, voice)],
      };
    },
  });
}

/** `status:active` subscribes and `status:inactive` ends it, on the first screen itself. */
export function createStatus(needs: ScreenNeeds): Action {
  return chooser(needs, "status", {
    read: (status) =>
      status === "active"
        ? { status, reason: "", pausedUntil: null }
        : status === "inactive"
          ? { status, reason: "unsubscribed", pausedUntil: null }
          : undefined,
    screen: (_needs, { reader, now }) => mainScreen(needs, reader.subscriber, now),
  });
}

/** `length:` shows the lengths, `length:short` chooses one. */
export function createLength(needs: ScreenNeeds): Action {
  return chooser(needs, "length", {
    read: (name) => {
      const length = lengths.find((known) => known === name);
      return length === undefined ? undefined : { length };
    },
    screen: ({ messages }, { reader, voice }) => ({
      html: messages.say(voice, "length-title"),
      keyboard: [
        ...lengths.map((length) => [
          choice(
            messages.plain(voice, `length-${length}`),
            length === reader.subscriber.length,
            `length:${length}`,
          ),
        ]),
        wayBack(messages, voice),
      ],
    }),
  });
}

/** `language:` shows the languages, `language:en` chooses one; each is named in itself. */
export function createLanguage(needs: ScreenNeeds): Action {
  return chooser(needs, "language", {
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

/** `topic:` shows the topics, `topic:economy` turns one on or off, `topic:*` takes all. Stays on the screen. */
export function createTopic(needs: ScreenNeeds): Action {
  const { messages, topics, change } = needs;
  async function screen({ reader, voice }: Request): Promise<Reply> {
    const chosen = reader.subscriber.topics;
    const all = await topics.all();
    const buttons = all
      // Callback data holds 64 bytes at the most: a topic with a longer id has no button.
      .filter((topic) => Buffer.byteLength(`topic:${topic}`) <= 64)
      .map((topic) => choice(topics.name(voice.locale, topic), chosen.includes(topic), `topic:${topic}`));
    const everything = choice(messages.plain(voice, "button-all-topics"), chosen.length === 0, "topic:*");
    return {
      html: messages.say(voice, "topics-title-choose"),
      keyboard: [[everything], ...rows(buttons, 2), wayBack(messages, voice)],
    };
  }
  return {
    name: "topic",
    async run(request) {
      const { reader, argument, now } = request;
      const chosen = reader.subscriber.topics;
      if (argument === "") return { edit: await screen(request) };
      const isOn = chosen.includes(argument);
      // A topic that is gone can be given up, but not chosen.
      const isKnown = argument === "*" || isOn || (await topics.all()).includes(argument);
      if (!isKnown) return { toast: messages.plain(request.voice, "stale-button") };
      const wanted =
        argument === "*" ? [] : isOn ? chosen.filter((topic) => topic !== argument) : [...chosen, argument];
      const subscriber = await change(reader.number, { topics: wanted }, now);
      return { edit: await screen({ ...request, reader: { ...reader, subscriber } }) };
    },
  };
}

interface Choosing {
  /** What choosing a value changes; undefined for a value that does not exist (any more). */
  readonly read: (value: string) => Partial<Subscriber> | undefined;
  readonly screen: (needs: ScreenNeeds, request: Request) => Reply;
}

/** A screen that goes back to the first one as soon as something is chosen. */
function chooser(needs: ScreenNeeds, name: string, { read, screen }: Choosing): Action {
  return {
    name,
    async run(request) {
      const { reader, argument, now } = request;
      if (argument === "") return { edit: screen(needs, request) };
      const patch = read(argument);
      if (patch === undefined) return { toast: needs.messages.plain(request.voice, "stale-button") };
      const subscriber = await needs.change(reader.number, patch, now);
      const toast = needs.messages.plain(voiceOf(subscriber), "saved");
      return { edit: mainScreen(needs, subscriber, now), toast };
    },
  };
}
