// What the first minute reads from outside: the payload of a link, and the language that an app reports.
import { describe, expect, it } from "vitest";
import { guessZone } from "../../src/bot/start/guessZone.ts";
import { readPayload } from "../../src/bot/start/payload.ts";

describe("what a link carries", () => {
  it.each([
    ["t_economy", { kind: "topic", topic: "economy" }],
    ["a_42", { kind: "article", number: 42 }],
    ["ref_a_b-C", { kind: "ref", ref: "a_b-C" }],
    ["", undefined],
    ["a_1234567890123", undefined],
    ["economy", undefined],
  ])("%s", (text, payload) => expect(readPayload(text)).toEqual(payload));
});

describe("the guess of a zone", () => {
  it.each([
    ["ar-SA", "Asia/Riyadh"],
    ["ar_ma", "Africa/Casablanca"],
    ["en-EG", "Africa/Cairo"],
    ["de", "Europe/Berlin"],
    ["ar", undefined],
    ["en", undefined],
    ["en-US", undefined],
    [undefined, undefined],
  ])("from %s", (code, zone) => expect(guessZone(code)).toBe(zone));
});
