// The time zone: cities as buttons, any other by its name typed, or a location that is shared.
import type { Button, Keyboard } from "../../delivery/outcome.ts";
import { cities, zoneOf } from "../../digest/cities.ts";
import { findPlaces } from "../../digest/findPlace.ts";
import type { Named } from "../../digest/places.ts";
import { homeWords } from "../../digest/wishWords.ts";
import { cityWords, clockIn, command as commandText, timeWords, voiceOf } from "../../digest/wording.ts";
import type { Messages, Voice } from "../../messages/messages.ts";
import { cityToKeep } from "../../schedule/prayerPlaces.ts";
import type { Subscriber } from "../../subscribers/subscriber.ts";
import type { Action, Reply, Request, Typed } from "../command.ts";
import { nextWords } from "../next.ts";
import { readSpoken } from "../spoken.ts";
import { mainScreen } from "./main.ts";
import { choice, rows, type ScreenNeeds, wayBack } from "./screen.ts";
import { clockLine, placelessLines } from "./state.ts";

/** What of a reader says where they live. */
export type Home = Pick<Subscriber, "zone" | "city">;

/** `zone:` shows the cities, `zone:cairo` chooses one, `zone:z.Asia/Tokyo` any zone, `zone:z.Asia/Beirut.Tyre` a city of it. */
export function createZone(needs: ScreenNeeds): Action {
  return {
    name: "zone",
    audience: "admins",
    async run(request) {
      const { reader, actor, voice, argument, now } = request;
      if (argument === "") {
        await needs.dialogues.begin(reader.number, actor.user, { kind: "zone", data: "" });
        return { edit: zoneScreen(needs, request) };
      }
      const home = readZoneButton(argument);
      if (home === undefined) return { toast: needs.messages.plain(voice, "stale-button") };
      await needs.dialogues.forget(reader.number, actor.user);
      const subscriber = await needs.change(reader.number, home, now);
      const toast = needs.messages.plain(voice, "saved");
      return { edit: mainScreen(needs, subscriber, now), toast };
    },
  };
}

/** A city that is typed in place of a button. */
export function createTypedZone(needs: ScreenNeeds): Typed {
  return {
    kind: "zone",
    async read(request) {
      const found = readTypedZone(needs, request, { prefix: "zone:", back: "zone:" });
      if (found === undefined || "reply" in found) return found && [found.reply];
      return [await saveZone(needs, request, found)];
    },
  };
}

/** Writes the zone and city, says what time it is there, and when the next digest comes. */
export async function saveZone(needs: ScreenNeeds, request: Request, home: Home): Promise<Reply> {
  const { messages, change, nextDue, dialogues } = needs;
  const { reader, actor, now } = request;
  await dialogues.forget(reader.number, actor.user);
  const subscriber = await change(reader.number, home, now);
  const voice = voiceOf(subscriber);
  const next =
    subscriber.status === "active" ? nextWords(messages, nextDue, voice, subscriber, now) : undefined;
  return {
    html: [
      messages.say(voice, "zone-saved", zoneValues(messages, voice, subscriber, now)),
      ...placelessLines(messages, voice, subscriber),
      ...(next === undefined ? [] : [messages.say(voice, "settings-next", { next })]),
    ].join("\n"),
    keyboard: [wayBack(messages, voice)],
  };
}

/** What follows the name of the action: a city's id, or "z." and a zone, perhaps "." and a city of it. Undefined for neither. */
export function readZoneButton(value: string): Home | undefined {
  if (!value.startsWith("z.")) {
    const zone = zoneOf(value);
    return zone === undefined ? undefined : { zone, city: "" };
  }
  const [zone = "", city = ""] = value.slice(2).split(".");
  const isZone = findPlaces(zone).some((place) => place.zone === zone);
  return isZone ? { zone, city: cityToKeep(zone, city) } : undefined;
}

/**
 * The zone of a name that was typed, or what to reply: several places to choose from, or that there is none of this
 * name. Undefined where the words are a command. `prefix` begins the buttons' data, `back` is where the way back leads.
 */
export function readTypedZone(
  { messages }: Pick<ScreenNeeds, "messages">,
  { voice, argument }: Request,
  { prefix, back }: { readonly prefix: string; readonly back: string },
): Home | { readonly reply: Reply } | undefined {
  const found = findPlaces(argument);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) {
    return { zone: first.zone, city: cityToKeep(first.zone, first.english) };
  }
  const way = wayBack(messages, voice, back);
  if (first !== undefined) {
    const buttons = found.map((place) => placeButton(messages, voice, place, prefix));
    const html = messages.say(voice, "zone-several");
    return { reply: { html, keyboard: [...rows(voice, buttons, 2), way] } };
  }
  if (readSpoken(argument) !== undefined) return undefined;
  const html = messages.say(voice, "zone-unknown", { name: argument.slice(0, 60), example: "Asia/Riyadh" });
  return { reply: { html, keyboard: [way] } };
}

/** «طرابلس الشام (بيروت)» (Tripoli in the north, Beirut): the city that names the zone tells two of one name apart. */
function placeButton(
  messages: Messages,
  voice: Voice,
  { zone, arabic, english }: Named,
  prefix: string,
): Button {
  const name = voice.locale === "ar" ? arabic : english;
  const city = cityWords(messages, voice, zone);
  const kept = cityToKeep(zone, english);
  const data = `${prefix}z.${zone}${kept === "" ? "" : `.${kept}`}`;
  return { text: name === city ? name : `${name} (${city})`, data };
}

/** A button a city, three a row, its data `prefix` and the city's id; the chosen one is marked. */
export function cityButtons(messages: Messages, voice: Voice, home: Home, prefix: string): Keyboard {
  const buttons = cities.map(({ id, zone }) =>
    choice(messages.plain(voice, `city-${id}`), zone === home.zone && home.city === "", `${prefix}${id}`),
  );
  return rows(voice, buttons, 3);
}

function zoneScreen({ messages }: ScreenNeeds, { reader, voice, now }: Request): Reply {
  const { subscriber } = reader;
  return {
    html: [clockLine(messages, voice, subscriber, now), messages.say(voice, "zone-title")].join("\n"),
    keyboard: [...cityButtons(messages, voice, subscriber, "zone:"), wayBack(messages, voice)],
  };
}

function zoneValues(messages: Messages, voice: Voice, reader: Subscriber, now: Date) {
  return {
    city: homeWords(messages, voice, reader),
    time: timeWords(voice, clockIn(reader.zone, now)),
    settings: commandText("settings"),
  };
}
