// The words by which a reader may turn a story away.
import { describe, expect, it } from "vitest";
import { tellingWords } from "../../src/digest/telling.ts";
import { tell } from "./story.ts";

describe("the telling words of a story", () => {
  const one = tell({
    number: 1,
    title: "الوزارة تدعم القهوة", // the ministry supports coffee
    sentences: ["قالت الوزارة إن القهوة المحلية تباع في السوق.", "وأضافت الوزارة أن القهوة تزرع في الجبل."],
  });

  it("begin with what its title says and its text says again", () => {
    expect(tellingWords(one.lead).slice(0, 2).toSorted()).toEqual(["القهوة", "الوزارة"]);
  });

  it("put a word that every other story says as well behind a rare one", () => {
    const others = [2, 3, 4, 5, 6].map((number) =>
      tell({ number, title: "الوزارة تعلن خطة جديدة", sentences: ["أعلنت الوزارة خطة."] }),
    );
    const words = tellingWords(one.lead, others);
    expect(words[0]).toBe("القهوة");
    expect(words.indexOf("الوزارة")).toBeGreaterThan(0);
  });
});
