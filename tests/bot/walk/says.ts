// What a reader says to the model: commands, the same in plain words, and what is typed in the middle of something.
import { readSpan } from "../../../src/bot/settings/quiet.ts";
import { readTime } from "../../../src/bot/settings/readTime.ts";
import { readWish } from "../../../src/bot/settings/readWish.ts";
import { findPlaces } from "../../../src/digest/findPlace.ts";
import { wishKey } from "../../../src/subscribers/wish.ts";
import { splitWordList } from "../../../src/subscribers/words.ts";
import {
  type At,
  addTo,
  begin,
  type Effect,
  end,
  type Model,
  nothing,
  rest,
  saveTime,
  still,
  subscribe,
} from "./model.ts";

const unsubscribe = (model: Model): Model => (model.status === "inactive" ? model : end(model));

/** To add a command, add a row. */
const table: Readonly<Record<string, Effect>> = {
  "/start": nothing,
  "/start t_economy": nothing,
  "/start a_3": nothing,
  "/subscribe": subscribe,
  اشترك: subscribe,
  "/unsubscribe": unsubscribe,
  إيقاف: unsubscribe,
  "/pause": nothing,
  "/pause 3": (model) => (model.status === "inactive" ? model : rest(model, 3)),
  "/pause ٤٠٠": nothing,
  "/resume": (model) => ({ ...model, pausedDays: null }),
  "/digest": nothing,
  ملخص: nothing,
  "/latest": nothing,
  "/latest economy": nothing,
  "أخبار الصحة": nothing,
  "/topics": nothing,
  "/t_health": nothing,
  "/a3": nothing,
  "/a5": nothing,
  "/article": nothing,
  "خبر ٤": nothing,
  "/search العام": nothing,
  "بحث الماء": nothing,
  "/saved": nothing,
  المحفوظات: nothing,
  "/follow": nothing,
  "/follow القمر": (model) => addTo(model, "follow", ["القمر"]),
  "/follow الطاقة الشمسية": (model) => addTo(model, "follow", ["الطاقة الشمسية"]),
  "تابع القمر، المريخ": (model) => addTo(model, "follow", ["القمر", "المريخ"]),
  "/block": nothing,
  "/block القمر": (model) => addTo(model, "block", ["القمر"]),
  "احجب الطاقة الشمسيّة": (model) => addTo(model, "block", ["الطاقة الشمسيّة"]),
  "/why": nothing,
  "/why 3": nothing,
  "/settings": nothing,
  "/language": nothing,
  "/channel": nothing,
  "/sources": nothing,
  // There are no operators here.
  "/feedback": nothing,
  "/feedback شكراً": nothing,
  "/admin": nothing,
  "/privacy": nothing,
  "/mydata": nothing,
  "/forget": nothing,
  "/help": nothing,
  "/nosuch": nothing,
  "كلام لا معنى له": nothing,
  "21:00": nothing,
  "٧ مساءً": nothing,
  "25:00": nothing,
  "بعد الفجر بربع ساعة": nothing,
  "10 minutes before maghrib": nothing,
  "بعد العشاء": nothing,
  "من 11 مساءً إلى 7 صباحاً": nothing,
  الرياض: nothing,
  طرابلس: nothing,
  "زحل، القمر": nothing,
};

export const sayings: readonly string[] = Object.keys(table);

const isNumbered = (text: string): boolean => /\p{N}/u.test(text);

/** What is typed in a dialogue of a kind; undefined where the text is none of its business. */
const typed: Readonly<Record<string, (model: Model, text: string, data: string) => Model | undefined>> = {
  time(model, text, old) {
    const wish = readWish(text);
    if (wish !== undefined) return saveTime(still(model), old, wishKey(wish));
    return isNumbered(text) || text === "بعد العشاء" ? model : undefined;
  },
  "begin-time"(model, text) {
    const wish = readWish(text);
    if (wish !== undefined) return { ...subscribe(still(model)), times: [wishKey(wish)] };
    return isNumbered(text) ? model : undefined;
  },
  quiet(model, text, begun) {
    const span = readSpan(text);
    const single = readTime(text);
    const [from, to] = span ? [span.from, span.to] : begun === "" ? [single, undefined] : [begun, single];
    if (from !== undefined && to !== undefined && from !== to) {
      return { ...still(model), quiet: { from, to } };
    }
    if (begun === "" && single !== undefined) return begin(model, "quiet", single);
    return isNumbered(text) ? model : undefined;
  },
  zone: zoneTyped,
  "begin-city": zoneTyped,
  follow: (model, text) => addTo(still(model), "follow", splitWordList(text)),
  block: (model, text) => addTo(still(model), "block", splitWordList(text)),
};

function zoneTyped(model: Model, text: string): Model | undefined {
  const [place, ...others] = findPlaces(text);
  return place !== undefined && others.length === 0
    ? // What is typed here names the city that stands for its zone.
      { ...still(model), zone: place.zone, city: "" }
    : undefined;
}

/** A city dialogue takes what is no command in plain words for a name; either way the words change nothing. */
export function say(model: Model, text: string, at: At): Model {
  const { typing } = model;
  const isCommand = text.startsWith("/");
  const read = isCommand || typing === undefined ? undefined : typed[typing.kind];
  return read?.(model, text, typing?.data ?? "") ?? table[text]?.(model, text, at) ?? model;
}

/** Buttons `do:…`. */
export const command = (model: Model, name: string, at: At): Model =>
  table[`/${name}`]?.(model, "", at) ?? model;
