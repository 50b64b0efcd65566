// The record in Redis: complete, small, and the same when it is read again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newSubscriber, usual } from "../../src/subscribers/defaults.ts";
import {
  fromFields,
  fromRecord,
  letterOf,
  subscriberOf,
  toFields,
  toRecord,
} from "../../src/subscribers/fields.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { anySubscriber } from "./arbitrary.ts";

describe("the fields of a record", () => {
  it("give back the subscriber that they were made of", () => {
    fc.assert(
      fc.property(anySubscriber, (subscriber) => {
        const record = toRecord(toFields(subscriber).set);
        expect(fromFields(fromRecord(record))).toEqual(subscriber);
      }),
    );
  });

  it("turn one subscriber's record into another's when they are written over it", () => {
    fc.assert(
      fc.property(anySubscriber, anySubscriber, (before, after) => {
        const hash = { ...toFields(before).set };
        // A subscriber without a reason says so by an empty one.
        const { set, unset } = toFields({ reason: "", ...after });
        Object.assign(hash, set);
        for (const name of unset) delete hash[name];
        expect(fromFields(hash)).toEqual(after);
      }),
    );
  });

  it("that cannot be read are named, and nothing of what stands there is told", () => {
    for (const name of ["times", "quiet"] as const) {
      const record = `${toRecord({ [letterOf("chat")]: "7" })}\n${letterOf(name)}[كلمة`; // a word
      const reading = (): unknown => subscriberOf(record);
      expect(reading).toThrow(`holds no readable "${name}"`);
      expect(reading).not.toThrow(/كلمة/);
    }
  });

  it("stand under a letter each, of which no two are the same", () => {
    const letters = Object.keys(usual).map((name) => letterOf(name as keyof typeof usual));
    const others = (["chat", "zone", "since", "reason", "lastSlot", "sent", "planned", "told"] as const).map(
      letterOf,
    );
    expect(new Set([...letters, ...others]).size).toBe(letters.length + others.length);
  });

  it.each([
    { topics: ["economy", "a,b"], follow: ["سطر\nثان", '"اقتباس"'] }, // two lines; a quotation
    { follow: ["[قوس"], block: [""], reason: '"quoted"' },
    { reason: "two\nlines", zone: "Etc/GMT+5" },
    { since: "2026-11-24T08:00:00+03:00", pausedUntil: "2026-11-24T05:00:00.120Z" },
    { carry: [700_123, 699_870, 700_200], saved: [1], cursor: 700_300 },
    { times: [{ at: "fajr", offsetMinutes: 15 }, "07:00"], days: [] },
  ] satisfies Partial<Subscriber>[])("give back what is hard to write: %j", (hard) => {
    const record = toRecord(toFields({ chat: -1_001_234_567_890, ...hard }).set);
    expect(fromFields(fromRecord(record))).toMatchObject({ chat: -1_001_234_567_890, ...hard });
  });

  it("leave out what is at its default", () => {
    const read = parseLine('{"chat":1001,"since":"2026-11-24T05:00:00Z"}', {
      zone: "Asia/Riyadh",
      now: new Date(0),
    });
    expect(read.ok && toFields(read.subscriber).set).toEqual({
      [letterOf("chat")]: "1001",
      [letterOf("zone")]: "Asia/Riyadh",
      [letterOf("since")]: expect.any(String),
    });
  });

  it("unset what returns to its default", () => {
    expect(toFields({ items: 5, cursor: 0, silent: true, reason: "" })).toEqual({
      set: { [letterOf("silent")]: "true" },
      unset: [letterOf("items"), letterOf("cursor"), letterOf("reason")],
    });
  });

  it("are no subscriber without a chat", () => {
    expect(fromFields({})).toBeUndefined();
    expect(fromFields({ [letterOf("lastSlot")]: "1768366800", [letterOf("sent")]: "3" })).toBeUndefined();
  });

  it("are read past the counters that lie beside them", () => {
    const { set } = toFields({ chat: 7, zone: "UTC", since: "2026-01-01T00:00:00.000Z" });
    expect(fromFields({ ...set, [letterOf("lastSlot")]: "1768366800", [letterOf("sent")]: "3" })).toEqual(
      fromFields(set),
    );
  });
});

it("a chat that the bot first meets is a visitor with the operator's settings", () => {
  const given = { chat: -5, thread: 3, kind: "group", locale: "en", zone: "Asia/Amman", items: 7 } as const;
  const now = new Date("2026-11-24T05:00:00Z");
  expect(newSubscriber({ ...given, times: ["06:30"], length: "short", now })).toMatchObject({
    ...given,
    times: ["06:30"],
    length: "short",
    status: "inactive",
    reason: "visitor",
    cursor: 0,
    carry: [],
    since: "2026-11-24T05:00:00.000Z",
  });
});
