// The sentence that answers a search: the author's own, with most of the words, and where they stand in it.
import { describe, expect, it } from "vitest";
import { matchingSentence } from "../../../src/articles/matching-sentence.ts";

const text =
  "افتتحت البلدية حديقة جديدة. وتعمل المدارس بالطاقة الشمسيّة منذ الربيع.\n\nوقالت الإدارة إن الطاقة الشمسية خفضت الكلفة."; // a park opens; schools run on solar energy; it cut the cost
const marked = (words: string): readonly string[] | undefined => {
  const found = matchingSentence({ text }, words);
  return found?.marks.map(({ start, end }) => found.text.slice(start, end));
};

describe("the matching sentence", () => {
  it("is the first of those with most of the words, cut from the text as it is", () => {
    const found = matchingSentence({ text }, "طاقة شمسية");
    expect(found?.text).toBe("وتعمل المدارس بالطاقة الشمسيّة منذ الربيع.");
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
    expect(matchingSentence({ text }, "الطاقة الشمسية والكلفة")?.text).toContain("خفضت الكلفة");
  });

  it.each([
    ["a clitic and marks belong to the word", "طاقة شمسية", ["بالطاقة", "الشمسيّة"]],
    ["the singular is found in the plural", "مدرسة", ["المدارس"]],
    ["a beginning is found", "حديق", ["حديقة"]],
    ["a misspelling is found", "البلديه حديقت", ["البلدية", "حديقة"]],
    ["stop words are no answer", "في من المدارس", ["المدارس"]],
  ])("marks what was found: %s", (_what, words, expected) => {
    expect(marked(words)).toEqual(expected);
  });

  it.each(["", "قطار", "؟!", "🙂"])("is none for %j", (words) => {
    expect(matchingSentence({ text }, words)).toBeUndefined();
    expect(matchingSentence({ text: "" }, words)).toBeUndefined();
  });
});
