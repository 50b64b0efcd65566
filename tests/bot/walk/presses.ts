// What buttons do to the model, by the name before the first ":" of their data; and data that no button holds.
import { createHash } from "node:crypto";
import { workdaysOf } from "../../../src/bot/settings/state.ts";
import { readZoneButton } from "../../../src/bot/settings/zone.ts";
import { wordKey } from "../../../src/bot/stories/less.ts";
import { weekdays } from "../../../src/subscribers/subscriber.ts";
import { normalForm } from "../../../src/subscribers/words.ts";
import {
  type At,
  abouts,
  activate,
  addTo,
  begin,
  type Effect,
  end,
  isClock,
  isKey,
  type Model,
  mostTimes,
  nothing,
  rest,
  saveTime,
  still,
  stranger,
  subscribe,
  switchIn,
} from "./model.ts";
import { command } from "./says.ts";

/** A screen on which one value of a few is chosen; what is no value of it changes nothing. */
const choose =
  (name: keyof Model, values: readonly string[]): Effect =>
  (model, value) =>
    values.includes(value)
      ? { ...still(model), [name]: typeof model[name] === "number" ? Number(value) : value }
      : model;

const words =
  (list: "follow" | "block"): Effect =>
  (model, argument) => {
    const [step, id] = argument.split(".");
    if (step === "add") return begin(model, list);
    if (step !== "x") return still(model);
    const idOf = (phrase: string): string =>
      createHash("sha256").update(normalForm(phrase)).digest("hex").slice(0, 12);
    return { ...still(model), [list]: model[list].filter((phrase) => idOf(phrase) !== id) };
  };

const toggle = <Item>(list: readonly Item[], item: Item): readonly Item[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];

/** The steps of the first minute; any of them leaves what was being typed. */
const steps: Readonly<Record<string, Effect>> = {
  t: (model, wish, at) => switchIn(model, "topics", wish, at) ?? model,
  other: (model) => begin(model, "begin-time"),
  city: (model, from) => begin(model, "begin-city", from),
  s: (model, time) => (isClock(time) ? { ...subscribe(model), times: [time] } : model),
  c: (model, city) => ({ ...model, ...readZoneButton(city) }),
  ct: (model, city) => ({ ...model, ...readZoneButton(city) }),
  go: (model) => (model.times.length === 0 ? model : subscribe(model)),
  o(model, topic, at) {
    const chosen = switchIn(model, "topics", `+${topic}`, at);
    if (chosen === undefined) return model;
    return model.status === "active" && model.topics.length === 0 ? model : subscribe(chosen);
  },
};

/** To add a screen, add a row. */
export const presses: Readonly<Record<string, Effect>> = {
  do: command,
  begin(model, argument, at) {
    const dot = argument.indexOf(".");
    const name = dot < 0 ? argument : argument.slice(0, dot);
    return steps[name]?.(still(model), dot < 0 ? "" : argument.slice(dot + 1), at) ?? still(model);
  },
  settings: still,
  close: still,
  shut: still,
  leave: nothing,
  art: nothing,
  full: nothing,
  search: nothing,
  sources: nothing,
  o: nothing,
  more: nothing,
  again: nothing,
  why: nothing,
  saved: nothing,
  pause: (model, days) => (["1", "3", "7", "14", "30"].includes(days) ? rest(model, Number(days)) : model),
  status: (model, to) =>
    to === "active" ? activate(still(model)) : to === "inactive" ? end(still(model)) : model,
  zone(model, city) {
    if (city === "") return begin(model, "zone");
    const home = readZoneButton(city);
    return home === undefined ? model : { ...still(model), ...home };
  },
  length: choose("length", ["headlines", "short", "standard", "long"]),
  items: choose("items", ["3", "5", "7", "10", "15"]),
  digits: choose("digits", ["auto", "latin", "arabic"]),
  calendar: choose("calendar", ["gregorian", "hijri", "both"]),
  language: choose("locale", ["ar", "en"]),
  switch(model, argument) {
    const [, name, value] = /^(silent|sayNothing|alerts|previews)\.(on|off)$/.exec(argument) ?? [];
    return name === undefined ? model : { ...model, [name]: value === "on" };
  },
  topic: (model, wish, at) => (wish === "" ? model : (switchIn(model, "topics", wish, at) ?? model)),
  mute: (model, wish, at) => (wish === "" ? model : (switchIn(model, "mutedTopics", wish, at) ?? model)),
  days(model, wish) {
    if (wish === "all") return { ...model, days: weekdays };
    if (wish === "work") return { ...model, days: workdaysOf(model.zone) };
    const days = weekdays.filter((day) =>
      wish.slice(1) === day ? wish.startsWith("+") : model.days.includes(day),
    );
    return days.length === 0 ? model : { ...model, days };
  },
  quiet(model, argument) {
    const [step = "", from = "", to = ""] = argument.split(".");
    if (step === "") return begin(model, "quiet");
    if (step === "t" && isClock(from)) return begin(model, "quiet", from);
    if (step === "off") return { ...still(model), quiet: null };
    const isSpan = step === "s" && isClock(from) && isClock(to) && from !== to;
    return isSpan ? { ...still(model), quiet: { from, to } } : model;
  },
  follow: words("follow"),
  block: words("block"),
  save(model, number, { told }) {
    const isThere = model.saved.includes(Number(number)) || told.has(Number(number));
    return isThere ? { ...model, saved: toggle(model.saved, Number(number)) } : model;
  },
  unsave: (model, argument) => ({
    ...model,
    saved: model.saved.filter((each) => !argument.startsWith(`${each}:`)),
  }),
  fs(model, number, { told }) {
    const story = told.get(Number(number));
    return story === undefined
      ? model
      : { ...model, followStories: toggle(model.followStories, story.storyId) };
  },
  less(model, argument, { told }) {
    const [number, choice] = argument.split(":");
    const { topic, words: offered = [] } = told.get(Number(number)) ?? {};
    const word = offered.find((words) => wordKey(words) === choice);
    if (word !== undefined) return addTo(model, "block", [word]);
    const isOnly = model.topics.length === 1 && topic !== undefined && model.topics.includes(topic);
    if (choice !== "t" || topic === undefined || model.mutedTopics.includes(topic) || isOnly) return model;
    const topics = model.topics.filter((each) => each !== topic);
    return { ...model, topics, mutedTopics: [...model.mutedTopics, topic] };
  },
  time(model, argument) {
    const [step = "", old = "new", value = ""] = argument.split(".");
    if (old !== "new" && !isKey(old)) return model;
    if (step === "e" || step === "p") {
      return old === "new" && model.times.length >= mostTimes ? model : begin(model, "time", old);
    }
    if (step === "h" && /^([01]\d|2[0-3])$/.test(value)) return model;
    if (step === "a" && Object.hasOwn(abouts, value)) return model;
    if (step === "s" && isKey(value)) return saveTime(still(model), old, value);
    return step === "x"
      ? { ...still(model), times: model.times.filter((time) => time !== old) }
      : still(model);
  },
  forget(model, argument, { now }) {
    const minute = Number(/^yes\.(\d{1,10})$/.exec(argument)?.[1] ?? Number.NaN);
    const age = Math.floor(now.getTime() / 60_000) - minute;
    return age >= 0 && age <= 10 ? stranger : model;
  },
};

/** What a button makes of the model; undefined for a name that has no row. */
export function press(model: Model, name: string, argument: string, at: At): Model | undefined {
  return Object.hasOwn(presses, name) ? presses[name]?.(model, argument, at) : undefined;
}

/** Data as no button of ours holds it, or none any more. */
export const forged = [
  "nosuch:1",
  "x",
  "do:nosuch",
  "do:admin",
  "topic:nosuch",
  "mute:+nosuch",
  "zone:x",
  "zone:z.Mars/Base",
  "time:x.99:99",
  "time:p.fajr+99999",
  "time:a.new.noon",
  "time:s.new.fajr+721",
  "time:s.fajr.fajr+15",
  "time:x.maghrib-10",
  "days:+xyz",
  "days:-",
  "quiet:s.07:00.07:00",
  "quiet:t.25:00",
  "switch:silent.maybe",
  "switch:toString.on",
  "items:4",
  "digits:auto",
  "follow:x.0",
  "begin:o.nosuch",
  "begin:s.25:00",
  "begin:constructor",
  "save:999999",
  "save:x",
  "fs:0",
  "less:3:9",
  "less:3:00000000",
  "less:3:t",
  "unsave:3:0",
  "saved:x",
  "o:999999",
  "why:x",
  "shut:<b>",
  "answer:1",
  "@5|settings:",
  "forget:yes.1",
] as const;
