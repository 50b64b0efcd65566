// One line of the export: its defaults, its order, and what is refused in it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLine, toLine } from "../../src/subscribers/line.ts";
import { anySubscriber } from "./arbitrary.ts";

const defaults = { zone: "Africa/Tunis", now: new Date("2026-11-24T05:00:00Z") };
const parse = (line: string) => parseLine(line, defaults);

/** As in the documents; follows solar energy, blocks football. */
const example =
  '{"chat":1001,"thread":null,"kind":"private","status":"active","locale":"ar","zone":"Africa/Cairo","times":["07:00","18:30"],' +
  '"days":["sun","mon","tue","wed","thu"],"quiet":{"from":"23:00","to":"06:00"},"topics":["economy","science"],"mutedTopics":[],' +
  '"follow":["الطاقة الشمسية"],"block":["كرة القدم"],"length":"standard","digits":"auto","calendar":"both","items":5,"silent":false,' +
  '"cursor":418,"carry":[412,409],"since":"2026-11-24T05:00:00Z"}';

describe("a line", () => {
  it("needs a chat and nothing else", () => {
    expect(parse('{"chat":1001}')).toEqual({
      ok: true,
      subscriber: {
        chat: 1001,
        thread: null,
        kind: "private",
        status: "active",
        locale: "ar",
        zone: "Africa/Tunis",
        times: ["07:00"],
        days: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
        quiet: null,
        topics: [],
        mutedTopics: [],
        follow: [],
        block: [],
        length: "standard",
        digits: "auto",
        calendar: "gregorian",
        items: 5,
        silent: false,
        previews: true,
        sayNothing: false,
        alerts: false,
        followStories: [],
        saved: [],
        pausedUntil: null,
        city: "",
        cursor: 0,
        carry: [],
        since: "2026-11-24T05:00:00.000Z",
      },
    });
  });

  it("of the documents is written as it was read, to the letter", () => {
    const read = parse(example);
    expect(read.ok && toLine(read.subscriber)).toBe(example);
  });

  it("of any subscriber is read as it was", () => {
    fc.assert(
      fc.property(anySubscriber, (subscriber) => {
        expect(parse(toLine(subscriber))).toEqual({ ok: true, subscriber });
      }),
    );
  });

  it("has the reason after the status", () => {
    const read = parse('{"chat":1,"reason":"blocked","status":"inactive"}');
    expect(read.ok && toLine(read.subscriber)).toContain('"status":"inactive","reason":"blocked","locale"');
  });

  it("may anchor a time to a prayer", () => {
    const line = '{"chat":1,"times":["07:00",{"at":"fajr","offsetMinutes":15}]}';
    const read = parse(line);
    expect(read.ok && read.subscriber.times).toEqual(["07:00", { at: "fajr", offsetMinutes: 15 }]);
  });

  it.each([
    ["no JSON", "chat 1001", "not JSON"],
    ["a list", "[1]", "expected object"],
    ["no chat", '{"thread":3}', "chat: "],
    ["a chat in quotes", '{"chat":"1001"}', "chat: "],
    ["a broken chat", '{"chat":1.5}', "chat: "],
    ["an unknown field", '{"chat":1,"timezone":"Africa/Cairo"}', '"timezone"'],
    ["an unknown field in a part", '{"chat":1,"quiet":{"from":"23:00","to":"06:00","till":1}}', '"till"'],
    ["a zone that is none", '{"chat":1,"zone":"Africa/Atlantis"}', "zone: expected an IANA zone"],
    ["an offset for a zone", '{"chat":1,"zone":"+03:00"}', "zone: expected an IANA zone"],
    ["an hour too many", '{"chat":1,"times":["24:00"]}', 'times.0: expected a time of day "HH:MM"'],
    ["a time without its nought", '{"chat":1,"times":["07:00","7:00"]}', "times.1: "],
    ["a prayer that is none", '{"chat":1,"times":[{"at":"noon","offsetMinutes":0}]}', "times.0"],
    ["a day that is none", '{"chat":1,"days":["sunday"]}', "days.0: "],
    ["a status that is none", '{"chat":1,"status":"asleep"}', "status: "],
    ["too many items", '{"chat":1,"items":21}', "items: "],
    ["no items", '{"chat":1,"items":0}', "items: "],
    ["a cursor below nought", '{"chat":1,"cursor":-1}', "cursor: "],
    ["nine carried stories", '{"chat":1,"carry":[1,2,3,4,5,6,7,8,9]}', "carry: "],
    ["a day for an instant", '{"chat":1,"since":"2026-11-24"}', "since: expected an instant"],
    ["two faults at once", '{"chat":1,"items":0,"days":["x"]}', /days\.0: .*; items: /],
  ])("with %s is refused, and says where", (_what, line, message) => {
    const read = parse(line);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.message).toMatch(message);
    expect(read.mend).not.toBe("");
  });

  it("with an unknown field is told which there are", () => {
    expect(parse('{"chat":1,"timezone":"x"}')).toMatchObject({
      mend: expect.stringContaining("locale, zone, times"),
    });
  });
});
