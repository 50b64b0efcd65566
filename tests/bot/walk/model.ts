// A subscriber as a model: what each command and each button makes of one. To add a screen, add a row to a table.
import { readTime } from "../../../src/bot/settings/readTime.ts";
import { zoneOf } from "../../../src/digest/cities.ts";

/** What of a reader's record commands and buttons decide. */
export interface Model {
  /** A stranger has no record; every contact makes one. */
  readonly isKnown: boolean;
  readonly status: "active" | "inactive";
  readonly reason: string | undefined;
  /** Days of the pause that was asked for last, null for none. */
  readonly pausedDays: number | null;
  readonly times: readonly string[];
  readonly topics: readonly string[];
  readonly zone: string;
  readonly length: string;
  readonly locale: string;
  /** The time that a typed one would replace, or "new"; undefined where no time is awaited. */
  readonly typing: string | undefined;
}

export const stranger: Model = {
  isKnown: false,
  status: "inactive",
  reason: "visitor",
  pausedDays: null,
  times: ["07:00"],
  topics: [],
  zone: "Africa/Cairo",
  length: "standard",
  locale: "ar",
  typing: undefined,
};

export interface At {
  readonly now: Date;
  /** Topics that config or the store knows. */
  readonly topics: readonly string[];
}

type Effect = (model: Model, argument: string, at: At) => Model;

const nothing: Effect = (model) => model;
const mostTimes = 4;

const subscribe: Effect = (model) =>
  model.status === "active" ? model : { ...model, status: "active", reason: undefined, pausedDays: null };
const unsubscribe: Effect = (model) =>
  model.status === "inactive"
    ? model
    : { ...model, status: "inactive", reason: "unsubscribed", pausedDays: null };
const rest = (model: Model, days: number): Model => ({
  ...model,
  status: "active",
  reason: undefined,
  pausedDays: days,
});
const saveTime = (model: Model, old: string, time: string): Model => {
  const kept = model.times.filter((each) => each !== old && each !== time);
  return kept.length >= mostTimes ? model : { ...model, times: [...kept, time].sort() };
};
const typed: Effect = (model, text) => {
  const time = readTime(text);
  if (model.typing === undefined || time === undefined) return model;
  return saveTime({ ...model, typing: undefined }, model.typing, time);
};

/** What a reader says, and what it makes of the reader. */
export const says: Readonly<Record<string, Effect>> = {
  "/start": nothing,
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
  "/article": nothing,
  "خبر ٤": nothing,
  "/search العام": nothing,
  "بحث الماء": nothing,
  "/settings": nothing,
  "/language": nothing,
  "/privacy": nothing,
  "/mydata": nothing,
  "/forget": nothing,
  "/help": nothing,
  "/nosuch": nothing,
  "كلام لا معنى له": nothing,
  "21:00": typed,
  "٧ مساءً": typed,
  "25:00": typed,
};

/** What a button does, by the name before the first ":" of its data. */
export const presses: Readonly<Record<string, Effect>> = {
  do: (model, name, at) => says[`/${name}`]?.(model, "", at) ?? model,
  settings: nothing,
  close: (model) => ({ ...model, typing: undefined }),
  leave: nothing,
  full: nothing,
  search: nothing,
  pause: (model, days) => (["1", "3", "7", "14", "30"].includes(days) ? rest(model, Number(days)) : model),
  status: (model, to, at) =>
    to === "active" ? subscribe(model, "", at) : to === "inactive" ? unsubscribe(model, "", at) : model,
  zone: (model, city) => ({ ...model, zone: zoneOf(city) ?? model.zone }),
  length: (model, to) =>
    ["headlines", "short", "standard", "long"].includes(to) ? { ...model, length: to } : model,
  language: (model, to) => (["ar", "en"].includes(to) ? { ...model, locale: to } : model),
  topic(model, id, at) {
    if (id === "*") return { ...model, topics: [] };
    if (model.topics.includes(id)) return { ...model, topics: model.topics.filter((each) => each !== id) };
    return at.topics.includes(id) ? { ...model, topics: [...model.topics, id] } : model;
  },
  time(model, argument) {
    const [step = "", old = "new", value = ""] = argument.split(".");
    if (old !== "new" && !/^\d\d:\d\d$/.test(old)) return model;
    if (step === "e") {
      return old === "new" && model.times.length >= mostTimes ? model : { ...model, typing: old };
    }
    if (step === "h" && /^([01]\d|2[0-3])$/.test(value)) return model;
    const still = { ...model, typing: undefined };
    if (step === "s" && readTime(value) !== undefined) return saveTime(still, old, value);
    return step === "x" ? { ...still, times: still.times.filter((time) => time !== old) } : still;
  },
  forget(model, argument, { now }) {
    const minute = Number(/^yes\.(\d{1,10})$/.exec(argument)?.[1] ?? Number.NaN);
    const age = Math.floor(now.getTime() / 60_000) - minute;
    return age >= 0 && age <= 10 ? stranger : model;
  },
};

/** Data as no button of ours holds it, or none any more. */
export const forged = [
  "nosuch:1",
  "do:nosuch",
  "topic:nosuch",
  "zone:x",
  "time:x.99:99",
  "forget:yes.1",
  "x",
];

/** The name and the rest of callback data. */
export function readData(data: string): readonly [string, string] {
  const colon = data.indexOf(":");
  return colon < 0 ? [data, ""] : [data.slice(0, colon), data.slice(colon + 1)];
}
