// Narrow patterns say of everyday characters what Unicode's classes say, and all others are left to the classes.
import { describe, expect, it } from "vitest";
import { datelineLength, isDateline } from "../../src/text/dateline.ts";
import { createPattern } from "../../src/text/everyday.ts";

const everyCharacter = Array.from({ length: 0x1_1000 }, (_, code) => String.fromCodePoint(code));

describe.each(["u", "iu"] as const)("with the flags %s", (flags) => {
  it.each(["[\\p{L}]", "[\\p{M}]", "[\\p{N}]", "[\\p{L}\\p{M}]", "[^\\p{L}\\p{N}]"])(
    "%s holds the same characters",
    (source) => {
      const pattern = createPattern(`^${source}$`, flags);
      const whole = new RegExp(`^${source}$`, flags);
      const differ = everyCharacter.filter((text) => pattern(text).test(text) !== whole.test(text));
      expect(differ.map((text) => text.codePointAt(0)?.toString(16))).toEqual([]);
    },
  );
});

it("looks at everyday lines with a narrow pattern, which is made once", () => {
  const pattern = createPattern("^[\\p{L}]+$", "iu");
  expect(pattern("خبر").source).not.toContain("\\p"); // khabar, "a report"
  expect(pattern("خبر")).toBe(pattern("Reuters (رويترز) – «…»"));
  expect(pattern("Évry").source).toBe("^[\\p{L}]+$");
});

it.each([
  "القاهرة (رويترز) -", // Cairo (Reuters)
  "Évry (AFP) -",
  "İzmir, 3 Ekim (Anadolu) -",
  "ﺑﻴﺮوت (رويترز) -", // Beirut in the forms of old programs
  "Кишинёв - من سامي:", // from Sami
  "𝐂𝐚𝐢𝐫𝐨 (Reuters) -",
])("«%s» is a dateline, whatever letters its place is written in", (line) => {
  expect(isDateline(line)).toBe(true);
  expect(datelineLength(`${line} قال المجلس إن العمل بدأ.`)).toBe(line.length + 1); // the council said that the work began
});
