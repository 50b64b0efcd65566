// Reads a time of day as people write it: "7:05", «٧ مساءً» (seven in the evening), "7pm".
import { toLatinDigits } from "../../text/digits.ts";
import { normalize } from "../../text/normalize.ts";

/** Hour, minute and what follows, after «الساعة» (o'clock) where it stands in front. */
const shape = /^(?:الساعة\s+)?(\d{1,2})(?:\s*[:.٫]\s*(\d{2}))?\s*(\D*)$/;

const invisible = /[\u200B-\u200F\u061C\u2066-\u2069]/g;

type ToHour = (hour: number) => number | undefined;

/** "12 ص" is midnight; 13 in the morning is nothing. */
const morning: ToHour = (hour) => (hour >= 1 && hour <= 12 ? hour % 12 : undefined);
/** "12 م" is noon; who writes «18:45 مساءً» means 18:45. */
const evening: ToHour = (hour) => (hour < 1 ? undefined : hour < 12 ? hour + 12 : hour);
/** Nine at night is 21:00, two at night is 02:00, twelve is midnight. */
const night: ToHour = (hour) => (hour === 12 || hour < 6 ? hour % 12 : evening(hour));

const partsOfDay: Readonly<Record<string, ToHour>> = {
  "": (hour) => hour,
  ص: morning,
  صباحا: morning, // in the morning
  فجرا: morning, // at dawn
  am: morning,
  م: evening,
  مساء: evening, // in the evening
  ظهرا: evening, // at noon
  عصرا: evening, // in the afternoon
  pm: evening,
  ليلا: night, // at night
};

/** As "07:05"; undefined for what is no time of day. Without a word of the day the hour is that of 24. */
export function readTime(text: string): string | undefined {
  const match = shape.exec(toLatinDigits(text).replace(invisible, "").trim());
  if (match === null) return undefined;
  const [, hourDigits, minute = "00", rest = ""] = match;
  const word = normalize(rest).replace(/[.\s]/g, "");
  const toHour = Object.hasOwn(partsOfDay, word) ? partsOfDay[word] : undefined;
  const hour = toHour?.(Number(hourDigits));
  if (hour === undefined || hour > 23 || Number(minute) > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${minute}`;
}
