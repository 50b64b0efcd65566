// A subscriber as a model: what of a record commands and buttons decide, and the changes that several of them share.
import { readTime } from "../../../src/bot/settings/readTime.ts";
import { weekdays } from "../../../src/subscribers/subscriber.ts";
import { addWords, removeWords } from "../../../src/subscribers/words.ts";

/** What of a reader's record commands and buttons decide. */
export interface Model {
  /** A stranger has no record; every contact makes one. */
  readonly isKnown: boolean;
  readonly status: "active" | "inactive";
  readonly reason: string | undefined;
  /** Days of the pause that was asked for last, null for none. */
  readonly pausedDays: number | null;
  /** "07:00", or "fajr+15". */
  readonly times: readonly string[];
  readonly days: readonly string[];
  readonly quiet: { readonly from: string; readonly to: string } | null;
  readonly topics: readonly string[];
  readonly mutedTopics: readonly string[];
  readonly follow: readonly string[];
  readonly block: readonly string[];
  readonly zone: string;
  readonly city: string;
  readonly length: string;
  readonly items: number;
  readonly digits: string;
  readonly calendar: string;
  readonly locale: string;
  readonly silent: boolean;
  readonly previews: boolean;
  readonly sayNothing: boolean;
  readonly alerts: boolean;
  readonly saved: readonly number[];
  readonly followStories: readonly string[];
  /** What the next text is read as; undefined where none is awaited. */
  readonly typing: { readonly kind: string; readonly data: string } | undefined;
}

export const stranger: Model = {
  isKnown: false,
  status: "inactive",
  reason: "visitor",
  pausedDays: null,
  times: ["07:00"],
  days: weekdays,
  quiet: null,
  topics: [],
  mutedTopics: [],
  follow: [],
  block: [],
  zone: "Africa/Cairo",
  city: "",
  length: "standard",
  items: 5,
  digits: "auto",
  calendar: "gregorian",
  locale: "ar",
  silent: false,
  previews: true,
  sayNothing: false,
  alerts: false,
  saved: [],
  followStories: [],
  typing: undefined,
};

/** What a reader sees under an article's number. */
export interface Told {
  readonly storyId: string;
  readonly topic: string | undefined;
  /** Words that are offered to be blocked. */
  readonly words: readonly string[];
}

export interface At {
  readonly now: Date;
  /** Topics that config or the store knows. */
  readonly topics: readonly string[];
  /** Every article that there is, by its number. */
  readonly told: ReadonlyMap<number, Told>;
}

export type Effect = (model: Model, argument: string, at: At) => Model;

export const nothing: Effect = (model) => model;
export const mostTimes = 4;

export const still = (model: Model): Model => ({ ...model, typing: undefined });

export const begin = (model: Model, kind: string, data = ""): Model => ({ ...model, typing: { kind, data } });

export const activate = (model: Model): Model => ({
  ...model,
  status: "active",
  reason: undefined,
  pausedDays: null,
});

export const subscribe = (model: Model): Model => (model.status === "active" ? model : activate(model));

export const end = (model: Model): Model => ({
  ...model,
  status: "inactive",
  reason: "unsubscribed",
  pausedDays: null,
});

export const rest = (model: Model, days: number): Model => ({ ...activate(model), pausedDays: days });

export function saveTime(model: Model, old: string, time: string): Model {
  const kept = model.times.filter((each) => each !== old && each !== time);
  const times = [...kept, time].sort((left, right) => aboutWhen(left) - aboutWhen(right));
  return kept.length >= mostTimes ? model : { ...model, times };
}

/** When a prayer is about, in minutes after midnight: by these the list of times is in order. */
export const abouts: Readonly<Record<string, number>> = {
  fajr: 290,
  sunrise: 375,
  dhuhr: 725,
  asr: 930,
  maghrib: 1090,
  isha: 1175,
};

function aboutWhen(key: string): number {
  const [, name = "", offset] = /^([a-z]+)([+-]\d+)$/.exec(key) ?? [];
  if (offset !== undefined) return (abouts[name] ?? 0) + Number(offset);
  return Number(key.slice(0, 2)) * 60 + Number(key.slice(3));
}

/** Adds phrases to one list of words and takes them off the other: the later word counts. */
export function addTo(model: Model, list: "follow" | "block", phrases: readonly string[]): Model {
  const other = list === "follow" ? "block" : "follow";
  let after = model;
  for (const phrase of phrases) {
    const added = addWords(after[list], phrase);
    if (added.kind !== "added") continue;
    after = { ...after, [list]: added.list, [other]: removeWords(after[other], phrase) };
  }
  return after;
}

/** "+id", "-id", "*" for none, or an id that is switched; what is wanted is not muted too. Undefined: no such topic. */
export function switchIn(
  model: Model,
  list: "topics" | "mutedTopics",
  wish: string,
  at: At,
): Model | undefined {
  if (wish === "*") return { ...model, [list]: [] };
  const sign = /^[+-]/.exec(wish)?.[0] ?? "";
  const topic = wish.slice(sign.length);
  const isOn = model[list].includes(topic);
  if (!isOn && !at.topics.includes(topic)) return sign === "-" ? model : undefined;
  const without = (name: "topics" | "mutedTopics"): readonly string[] =>
    model[name].filter((each) => each !== topic);
  if (sign === "-" || (sign === "" && isOn)) return { ...model, [list]: without(list) };
  const other = list === "topics" ? "mutedTopics" : "topics";
  return { ...model, [list]: isOn ? model[list] : [...model[list], topic], [other]: without(other) };
}

/** True for a wish as data holds it: a time of day, or minutes about a prayer, at the most twelve hours. */
export function isKey(text: string): boolean {
  const [, name = "", minutes] = /^([a-z]+)[+-](0|[1-9]\d{0,2})$/.exec(text) ?? [];
  return isClock(text) || (Object.hasOwn(abouts, name) && Number(minutes) <= 720 && !text.endsWith("-0"));
}

/** True for a time of day as data holds it, "07:05". */
export const isClock = (text: string): boolean => /^\d\d:\d\d$/.test(text) && readTime(text) === text;

/** The name and the rest of callback data. */
export function readData(data: string): readonly [string, string] {
  const colon = data.indexOf(":");
  return colon < 0 ? [data, ""] : [data.slice(0, colon), data.slice(colon + 1)];
}
