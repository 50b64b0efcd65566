// What is set, in words: the lines that the screens of the settings show.
import { homeWords, wishWords } from "../../digest/wishWords.ts";
import { clockIn, dayWords, timeWords } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import { placelessAnchors } from "../../schedule/anchors.ts";
import { type Subscriber, type Weekday, weekdays } from "../../subscribers/subscriber.ts";
import { countries, countryOf } from "../../text/countries.ts";
import type { Topics } from "../shelf.ts";
import { inRow } from "./screen.ts";

/** Names shown of a list before the rest is told as a number. */
const mostNames = 6;

/** The days of rest where the reader lives; Saturday and Sunday outside the Arab countries. */
export function weekendOf(zone: string): readonly Weekday[] {
  const country = countryOf(zone);
  return country === undefined ? ["sat", "sun"] : countries[country].weekend;
}

/** The other days, Sunday first. */
export function workdaysOf(zone: string): readonly Weekday[] {
  const weekend = weekendOf(zone);
  return weekdays.filter((day) => !weekend.includes(day));
}

/** The seven days, beginning as the week does where the reader lives. */
export function weekOf(zone: string): readonly Weekday[] {
  const country = countryOf(zone);
  const first = weekdays.indexOf(country === undefined ? "mon" : countries[country].weekStart);
  return [...weekdays.slice(first), ...weekdays.slice(0, first)];
}

/** «كل يوم» (every day), «أيام العمل» (working days), or the days by name. */
export function daysWords(messages: Messages, voice: Voice, { days, zone }: Subscriber): string {
  if (days.length === weekdays.length) return messages.plain(voice, "days-all");
  if (days.length === 0) return messages.plain(voice, "days-none");
  if (isSame(days, workdaysOf(zone))) return messages.plain(voice, "days-work");
  return dayNames(
    messages,
    voice,
    weekOf(zone).filter((day) => days.includes(day)),
  );
}

function dayNames(messages: Messages, voice: Voice, days: readonly Weekday[]): string {
  return inRow(
    voice,
    days.map((day) => messages.plain(voice, `day-${day}`)),
  );
}

export function isSame(left: readonly Weekday[], right: readonly Weekday[]): boolean {
  return left.length === right.length && left.every((day) => right.includes(day));
}

export function statusLine(messages: Messages, voice: Voice, reader: Subscriber, now: Date): string {
  if (reader.status === "inactive") return messages.say(voice, "settings-status-inactive");
  if (!isResting(reader, now)) return messages.say(voice, "settings-status-active");
  if (reader.pausedUntil === null) return messages.say(voice, "settings-status-paused-open");
  const day = dayWords(voice, new Date(reader.pausedUntil), { zone: reader.zone, calendar: "gregorian" });
  return messages.say(voice, "settings-status-paused", { day });
}

/** True while a pause lasts. */
export function isResting({ status, pausedUntil }: Subscriber, now: Date): boolean {
  return status === "paused" || (status === "active" && Date.parse(pausedUntil ?? "") > now.getTime());
}

export function timesLine(messages: Messages, voice: Voice, reader: Subscriber): string {
  if (reader.times.length === 0) return messages.say(voice, "settings-times-none");
  const words = reader.times.map((wish) => wishWords(messages, voice, wish));
  return [
    messages.say(voice, "settings-times", { times: inRow(voice, words) }),
    ...placelessLines(messages, voice, reader),
  ].join("\n");
}

/** One line where a time by a prayer cannot be kept, because no city is known there: nothing fails in silence. */
export function placelessLines(messages: Messages, voice: Voice, reader: Subscriber): readonly string[] {
  if (placelessAnchors(reader).length === 0) return [];
  return [messages.say(voice, "settings-times-unplaced", { city: homeWords(messages, voice, reader) })];
}

export function daysLine(messages: Messages, voice: Voice, reader: Subscriber): string {
  return messages.say(voice, "settings-days", { days: daysWords(messages, voice, reader) });
}

export function zoneLine(messages: Messages, voice: Voice, reader: Subscriber): string {
  return messages.say(voice, "settings-zone", { zone: homeWords(messages, voice, reader) });
}

/** «الساعة الآن …» (the time is now …): a wrong zone shows at a glance. */
export function clockLine(messages: Messages, voice: Voice, reader: Subscriber, now: Date): string {
  const time = timeWords(voice, clockIn(reader.zone, now));
  const values = { time, city: homeWords(messages, voice, reader) };
  return messages.say(voice, "time-now", values);
}

export function quietLine(messages: Messages, voice: Voice, { quiet }: Subscriber): string {
  if (quiet === null) return messages.say(voice, "settings-quiet-none");
  const { from, to } = quiet;
  return messages.say(voice, "settings-quiet", { from: timeWords(voice, from), to: timeWords(voice, to) });
}

export function topicsLine(messages: Messages, voice: Voice, reader: Subscriber, topics: Topics): string {
  if (reader.topics.length === 0) return messages.say(voice, "settings-topics-all");
  const names = reader.topics.map((topic) => topics.name(voice.locale, topic));
  return messages.say(voice, "settings-topics", { topics: inRow(voice, names) });
}

/** A list of names as one line, or that it is empty; «+3» stands for what is too much for a line. */
export function listLine(
  messages: Messages,
  voice: Voice,
  list: "muted" | "follow" | "block",
  names: readonly string[],
): string {
  if (names.length === 0) return messages.say(voice, `settings-${list}-none`);
  const rest = names.length - mostNames;
  const shown = inRow(voice, names.slice(0, mostNames));
  return messages.say(voice, `settings-${list}`, {
    words: rest > 0 ? messages.plain(voice, "names-more", { names: shown, count: rest }) : shown,
  });
}
