// Times of delivery in words, those by a prayer too, and the city whose clock and prayers they follow.
import type { Messages, Voice } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { Anchor, TimeWish } from "../subscribers/wish.ts";
import { places } from "./places.ts";
import { cityWords, timeWords } from "./wording.ts";

/** «7:00 صباحاً» (7:00 in the morning), «بعد الفجر بـ15 دقيقة» (15 minutes after Fajr), «مع أذان المغرب» (at the call of Maghrib). */
export function wishWords(messages: Messages, voice: Voice, wish: TimeWish): string {
  if (typeof wish === "string") return timeWords(voice, wish);
  const prayer = messages.plain(voice, `prayer-${wish.at}`);
  return messages.plain(voice, `wish-${sideOf(wish)}`, { prayer, span: spanWords(messages, voice, wish) });
}

/** The same for a button under the name of the prayer: «بعده بـ15 دقيقة» (15 minutes after it). */
export function wishButton(messages: Messages, voice: Voice, wish: Anchor): string {
  return messages.plain(voice, `button-wish-${sideOf(wish)}`, { span: spanWords(messages, voice, wish) });
}

function sideOf({ at, offsetMinutes }: Anchor): string {
  if (offsetMinutes === 0) return at === "sunrise" ? "at-sunrise" : "at";
  return offsetMinutes < 0 ? "before" : "after";
}

/** «بـ10 دقائق» (by ten minutes), whole hours as hours. */
function spanWords(messages: Messages, voice: Voice, { offsetMinutes }: Anchor): string {
  const minutes = Math.abs(offsetMinutes);
  const isHours = minutes > 0 && minutes % 60 === 0;
  return messages.plain(voice, isHours ? "span-hours" : "span-minutes", {
    count: isHours ? minutes / 60 : minutes,
  });
}

/** The city that a reader chose, or the one that stands for the zone. */
export function homeWords(
  messages: Messages,
  voice: Voice,
  { zone, city }: Pick<Subscriber, "zone" | "city">,
): string {
  const chosen =
    city === "" ? undefined : places.find((place) => place.zone === zone && place.english === city);
  if (chosen === undefined) return cityWords(messages, voice, zone);
  return voice.locale === "ar" ? chosen.arabic : chosen.english;
}
