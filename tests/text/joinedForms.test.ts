// Joined letters, one by one.
import { describe, expect, it } from "vitest";
import { joinedForms } from "../../src/text/joinedForms.ts";

const shapes = (word: string): string =>
  joinedForms(word)
    .map((one) => one.toString(16))
    .join(" ");

describe("the shapes of a word", () => {
  it.each([
    ["two letters that join", "بب", "fe91 fe90"],
    ["three: the middle one joins both", "ببب", "fe91 fe92 fe90"],
    ["a letter that lets the next one go", "دب", "fea9 fe8f"],
    ["lam-alef alone", "لا", "fefb"],
    ["lam-alef behind a letter that joins, «بلا» (without)", "بلا", "fe91 fefc"],
    ["lam-alef with hamza, «الأم» (the mother)", "الأم", "fe8d fef7 fee1"],
    ["marks do not part letters", "بَب", "fe91 fe90"],
    ["lam-alef across a mark", "لَا", "fefb"],
    ["tatweel joins on both sides", "بـب", "fe91 640 fe90"],
    ["a space parts", "ب ب", "fe8f 20 fe8f"],
    ["a hamza joins nothing", "بءب", "fe8f fe80 fe8f"],
    ["Latin letters and digits stay", "ب5a", "fe8f 35 61"],
    ["Persian letters join too", "پچ", "fb58 fb7b"],
  ])("%s", (_case, word, expected) => expect(shapes(word)).toBe(expected));
});
