// A wish for a time of day: a wall-clock time ("07:00"), or so many minutes after a prayer ("fajr+15").

/** In the order of the day; sunrise is none, but a time that people reckon by as well. */
export const prayers = ["fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha"] as const;
export type Prayer = (typeof prayers)[number];

/** So many minutes after the prayer at the reader's city, or before it where they are negative. */
export interface Anchor {
  readonly at: Prayer;
  readonly offsetMinutes: number;
}

/** A wall-clock time in the reader's zone ("07:00"), or an anchor to a prayer. */
export type TimeWish = string | Anchor;

/** An anchor lies at the most so far from its prayer, on either side. */
export const mostOffsetMinutes = 720;

export function isAnchor(wish: TimeWish): wish is Anchor {
  return typeof wish !== "string";
}

/** "07:00", "fajr+15", "maghrib-10", "isha+0": short, and one text for one wish. */
export function wishKey(wish: TimeWish): string {
  if (!isAnchor(wish)) return wish;
  const { at, offsetMinutes } = wish;
  return `${at}${offsetMinutes < 0 ? "-" : "+"}${Math.abs(offsetMinutes)}`;
}

/** What `wishKey` wrote, and "fajr" alone; undefined for anything else. */
export function readWishKey(key: string): TimeWish | undefined {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(key)) return key;
  const [, name, sign, digits = "0"] = /^([a-z]+)(?:([+-])(\d{1,3}))?$/.exec(key) ?? [];
  const at = prayers.find((prayer) => prayer === name);
  const minutes = Number(digits);
  if (at === undefined || minutes > mostOffsetMinutes) return undefined;
  return { at, offsetMinutes: sign === "-" && minutes > 0 ? -minutes : minutes };
}

/** Minutes after midnight at which a prayer is about: enough to list wishes in the order of the day. */
const about: Readonly<Record<Prayer, number>> = {
  fajr: 290,
  sunrise: 375,
  dhuhr: 725,
  asr: 930,
  maghrib: 1090,
  isha: 1175,
};

function aboutWhen(wish: TimeWish): number {
  if (isAnchor(wish)) return about[wish.at] + wish.offsetMinutes;
  const [hour = 0, minute = 0] = wish.split(":").map(Number);
  return hour * 60 + minute;
}

/** In the order of the day, as far as that can be told without a city. */
export function inDayOrder(wishes: readonly TimeWish[]): readonly TimeWish[] {
  return wishes.toSorted((left, right) => aboutWhen(left) - aboutWhen(right));
}
