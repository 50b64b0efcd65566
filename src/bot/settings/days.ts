// The days on which the digest comes: a switch each, every day, or the working days of the reader's country.
import { type Weekday, weekdays } from "../../subscribers/subscriber.ts";
import type { Action, Reply, Request } from "../command.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";
import { isSame, weekendOf, weekOf, workdaysOf } from "./state.ts";

/** `days:` shows them, `days:+fri` and `days:-fri` switch one, `days:all` and `days:work` are the presets. */
export function createDays(needs: ScreenNeeds): Action {
  const { messages, change } = needs;
  return {
    name: "days",
    audience: "admins",
    async run(request) {
      const { reader, voice, argument, now } = request;
      if (argument === "") return { edit: screen(needs, request) };
      const days = read(argument, reader.subscriber.days, reader.subscriber.zone);
      if (days === undefined) return { toast: messages.plain(voice, "stale-button") };
      // Without a day nothing would ever come: that is what unsubscribing is for.
      if (days.length === 0) return { toast: messages.plain(voice, "days-last") };
      const subscriber = await change(reader.number, { days }, now);
      return { edit: screen(needs, { ...request, reader: { ...reader, subscriber } }) };
    },
  };
}

function read(wish: string, days: readonly Weekday[], zone: string): readonly Weekday[] | undefined {
  if (wish === "all") return weekdays;
  if (wish === "work") return workdaysOf(zone);
  const [, sign, name] = /^([+-])([a-z]{3})$/.exec(wish) ?? [];
  const day = weekdays.find((each) => each === name);
  if (day === undefined) return undefined;
  return weekdays.filter((each) => (each === day ? sign === "+" : days.includes(each)));
}

function screen({ messages }: ScreenNeeds, { reader, voice }: Request): Reply {
  const { days, zone } = reader.subscriber;
  const buttons = weekOf(zone).map((day) => {
    const isOn = days.includes(day);
    return choice(messages.plain(voice, `day-${day}`), isOn, `days:${isOn ? "-" : "+"}${day}`);
  });
  const presets = [
    choice(messages.plain(voice, "days-all"), days.length === weekdays.length, "days:all"),
    choice(messages.plain(voice, "days-work"), isSame(days, workdaysOf(zone)), "days:work"),
  ];
  const weekend = weekendOf(zone).map((day) => messages.plain(voice, `day-${day}`));
  const rest = new Intl.ListFormat(voice.locale, { type: "conjunction" }).format(weekend);
  return {
    html: messages.say(voice, "days-title", { rest }),
    keyboard: [
      ...rows(voice, presets, 2),
      ...rows(voice, buttons, 2),
      wayBack(messages, voice, "settings:when"),
    ],
  };
}
