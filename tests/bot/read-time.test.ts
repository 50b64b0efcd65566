// A time of day, and a span of hours, as people write them.
import { describe, expect, it } from "vitest";
import { readSpan } from "../../src/bot/settings/quiet.ts";
import { readTime } from "../../src/bot/settings/readTime.ts";

describe("a written time", () => {
  it.each([
    ["7:05", "07:05"],
    ["٧:٠٥", "07:05"],
    ["07.05", "07:05"],
    ["18٫45", "18:45"],
    ["7", "07:00"],
    ["٢٣", "23:00"],
    ["0:00", "00:00"],
    ["7 ص", "07:00"], // a.m.
    ["7 مساءً", "19:00"], // in the evening
    ["7:30 مساء", "19:30"],
    ["٧:٣٠ م", "19:30"], // p.m.
    ["الساعة 7 صباحًا", "07:00"], // seven o'clock in the morning
    ["6:45 صباحاً", "06:45"],
    ["12 ظهراً", "12:00"], // noon
    ["1 ظهراً", "13:00"],
    ["4 عصراً", "16:00"], // in the afternoon
    ["5 فجراً", "05:00"], // at dawn
    ["12 ص", "00:00"],
    ["12 ليلاً", "00:00"], // at night
    ["9 ليلاً", "21:00"],
    ["2 ليلاً", "02:00"],
    ["18:45 مساءً", "18:45"],
    ["7pm", "19:00"],
    ["7:05 a.m.", "07:05"],
    ["\u200F7:05\u200E", "07:05"],
  ])("%j is %s", (text, expected) => expect(readTime(text)).toBe(expected));

  it.each(["", "25:00", "7:60", "7:5", "18 صباحاً", "0 مساءً", "سبعة", "7 أخبار", "1:2:3", "70", "م"])(
    "%j is none",
    (text) => expect(readTime(text)).toBeUndefined(),
  );
});

describe("a written span of hours", () => {
  it.each([
    ["23:00-07:00", { from: "23:00", to: "07:00" }],
    ["من 11:00 مساءً إلى 7:00 صباحاً", { from: "23:00", to: "07:00" }],
    ["٢٣:٠٠ – ٧:٠٠", { from: "23:00", to: "07:00" }],
    ["من 11 مساءً إلى 7 صباحاً", { from: "23:00", to: "07:00" }],
    ["from 11pm to 7am", { from: "23:00", to: "07:00" }],
    ["23:00", undefined],
    ["1-2-3", undefined],
    ["ليلاً", undefined],
  ])("%s", (text, span) => expect(readSpan(text)).toEqual(span));
});
