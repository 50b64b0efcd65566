// The screens on which a time by a prayer is chosen: which prayer, and how long before or after it.
import type { Button } from "../../delivery/outcome.ts";
import { homeWords, wishButton } from "../../digest/wishWords.ts";
import { clockIn, shortTimeWords, timeWords } from "../../digest/wording.ts";
import { localDate } from "../../schedule/localTime.ts";
import { prayerPlace } from "../../schedule/prayerPlaces.ts";
import { prayersOf } from "../../schedule/prayerTimes.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import { type Prayer, prayers, readWishKey, wishKey } from "../../subscribers/wish.ts";
import type { Reply, Request } from "../command.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";

/** Minutes after the prayer that have a button; others are typed, or reached minute by minute. */
const offsets = [0, 5, 10, 15, 20, 30, 45, 60, 90, -15, -30] as const;

type Texts = Pick<ScreenNeeds, "messages">;

/** True where the times of prayer are known. */
export function hasPrayers({ zone, city }: Pick<Subscriber, "zone" | "city">): boolean {
  return prayerPlace(zone, city) !== undefined;
}

/** Said where they are not. */
export function noPlaceWords({ messages }: Texts, { reader, voice }: Request): string {
  return messages.plain(voice, "prayer-no-place", { city: homeWords(messages, voice, reader.subscriber) });
}

/** The prayers with their times of today; `old` is the time that is replaced. */
export function prayersScreen({ messages }: Texts, request: Request, old: string): Reply {
  const { reader, voice } = request;
  const today = todayOf(request);
  const buttons = prayers.map((prayer): Button => {
    const time = today(prayer);
    const values = {
      prayer: messages.plain(voice, `prayer-${prayer}`),
      time: time === undefined ? "" : shortTimeWords(voice, time),
    };
    return { text: messages.plain(voice, "prayer-time", values), data: `time:a.${old}.${prayer}` };
  });
  const example = messages.plain(voice, "prayer-example");
  return {
    html: [
      messages.say(voice, "prayers-title", { example }),
      messages.say(voice, "prayers-city", { city: homeWords(messages, voice, reader.subscriber) }),
    ].join("\n"),
    keyboard: [
      ...rows(voice, buttons, 2),
      [{ text: messages.plain(voice, "button-clock"), data: `time:e.${old}` }],
      wayBack(messages, voice, "time:"),
    ],
  };
}

/** How long before or after the prayer; the value that `old` has is marked. */
export function offsetScreen({ messages }: Texts, request: Request, old: string, at: Prayer): Reply {
  const { reader, voice } = request;
  const prayer = messages.plain(voice, `prayer-${at}`);
  const time = todayOf(request)(at);
  const city = homeWords(messages, voice, reader.subscriber);
  const buttons = offsets.map((offsetMinutes) => {
    const key = wishKey({ at, offsetMinutes });
    return choice(wishButton(messages, voice, { at, offsetMinutes }), key === old, `time:s.${old}.${key}`);
  });
  const [first, ...others] = buttons;
  const example = messages.plain(voice, "prayer-example");
  return {
    html: [
      ...(time === undefined
        ? []
        : [messages.say(voice, "prayer-today", { prayer, city, time: timeWords(voice, time) })]),
      messages.say(voice, "prayer-when", { example }),
    ].join("\n"),
    keyboard: [
      ...(first === undefined ? [] : [[first]]),
      ...rows(voice, others, 2),
      wayBack(messages, voice, `time:p.${old}`),
    ],
  };
}

/** A prayer's name in callback data. */
export function readPrayerName(name: string): Prayer | undefined {
  return prayers.find((prayer) => prayer === name);
}

/** True for a key of a wish as our own buttons write it. */
export function isWishKey(key: string): boolean {
  const wish = readWishKey(key);
  return wish !== undefined && wishKey(wish) === key;
}

/** Today's prayers by the clock of the reader's zone, "04:57". */
function todayOf({ reader, now }: Request): (prayer: Prayer) => string | undefined {
  const { zone, city } = reader.subscriber;
  const place = prayerPlace(zone, city);
  const today = place === undefined ? {} : prayersOf(place, localDate(zone, now.getTime()));
  return (prayer) => {
    const at = today[prayer];
    return at === undefined ? undefined : clockIn(zone, new Date(at * 1000));
  };
}
