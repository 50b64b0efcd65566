// What parts facts on a line, and what never does in Arabic.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { joinFacts } from "../../src/text/joint.ts";

it("parts what is there, in Arabic never with what looks like a zero", () => {
  expect(joinFacts("ar", ["وكالة ضفاف", "", "١ نوفمبر", "/a9"])).toBe("وكالة ضفاف – ١ نوفمبر – /a9");
  expect(joinFacts("en", ["The Quay", "", "1 November", "/a9"])).toBe("The Quay · 1 November · /a9");
  expect(joinFacts("ar", ["", ""])).toBe("");
});

it("no Arabic message has a middle dot", () => {
  const messages = readFileSync(new URL("../../config/messages/ar.ftl", import.meta.url), "utf8");
  expect(messages.split("\n").filter((line) => /^[^#]*·/.test(line))).toEqual([]);
});
