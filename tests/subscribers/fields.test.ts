// The record in Redis: complete, small, and the same when it is read again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newSubscriber } from "../../src/subscribers/defaults.ts";
import { fromFields, toFields } from "../../src/subscribers/fields.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import { anySubscriber } from "./arbitrary.ts";

describe("the fields of a record", () => {
  it("give back the subscriber that they were made of", () => {
    fc.assert(
      fc.property(anySubscriber, (subscriber) => {
        expect(fromFields(toFields(subscriber).set)).toEqual(subscriber);
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

  it("leave out what is at its default", () => {
    const read = parseLine('{"chat":1001,"since":"2026-11-24T05:00:00Z"}', {
      zone: "Asia/Riyadh",
      now: new Date(0),
    });
    expect(read.ok && toFields(read.subscriber).set).toEqual({
      chat: "1001",
      zone: "Asia/Riyadh",
      since: "2026-11-24T05:00:00Z",
    });
  });

  it("unset what returns to its default", () => {
    expect(toFields({ items: 5, cursor: 0, silent: true, reason: "" })).toEqual({
      set: { silent: "true" },
      unset: ["items", "cursor", "reason"],
    });
  });

  it("are no subscriber without a chat", () => {
    expect(fromFields({})).toBeUndefined();
    expect(fromFields({ lastSlot: "1768366800", sent: "3" })).toBeUndefined();
  });

  it("are read past the counters that lie beside them", () => {
    const { set } = toFields({ chat: 7, zone: "UTC", since: "2026-01-01T00:00:00.000Z" });
    expect(fromFields({ ...set, lastSlot: "1768366800", sent: "3" })).toEqual(fromFields(set));
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
