// Topic detection by weighted stems.
import { describe, expect, it } from "vitest";
import { createTopicDetector } from "../../src/articles/topics.ts";

const detect = createTopicDetector([
  { id: "economy", words: { اقتصاد: 3, أسعار: 2, بنك: 2, "سعر الصرف": 3 } }, // economy, prices, bank, exchange rate
  { id: "science", words: { باحثون: 2, تجربة: 2, مختبر: 3 } }, // researchers, experiment, laboratory
]);

describe("createTopicDetector", () => {
  it.each([
    ["one topic", "الاقتصاد ينمو", "قال البنك إن الأسعار استقرت.", ["economy"]],
    [
      "words with other endings and prefixes",
      "المختبر الجديد",
      "أجرى الباحثون التجربة في المختبر.",
      ["science"],
    ],
    ["nothing certain", "مباراة الغد", "تبدأ المباراة عند الثامنة، وفق البنك.", ["general"]],
    ["nothing at all", "", "", ["general"]],
  ])("finds %s", (_what, title, text, topics) => expect(detect(title, text).topics).toEqual(topics));

  it("names a second topic that has nearly as much evidence, the surer first", () => {
    const text = "يدرس باحثون في المختبر أسعار القمح، ويرى البنك أن الاقتصاد يستفيد من المختبر.";
    const { topics } = detect("مختبر لدراسة الاقتصاد", text);
    expect(topics).toEqual(["science", "economy"]);
  });

  it("counts a phrase only where its words stand together", () => {
    expect(detect("سعر الصرف اليوم", "").topics).toEqual(["economy"]);
    expect(detect("الصرف الصحي وسعر المتر", "").topics).toEqual(["general"]);
  });

  it("is not misled by one word of two meanings in a long text", () => {
    const text = `${"وصل الوفد إلى المدينة مساء وعقد لقاءات طويلة مع أهلها. ".repeat(40)}اقتصاد واقتصاد.`;
    expect(detect("هل ينفع الاقتصاد؟", text).topics).toEqual(["general"]);
    expect(detect("هل ينفع الاقتصاد؟", "اقتصاد واقتصاد.").topics).toEqual(["economy"]);
  });

  it("is surer the more the words agree, and never beyond 1", () => {
    const weak = detect("الاقتصاد", "").confidence;
    const strong = detect(
      "اقتصاد وأسعار",
      "البنك والأسعار والاقتصاد، ثم البنك والأسعار والاقتصاد.",
    ).confidence;
    expect(weak).toBeGreaterThan(0);
    expect(strong).toBeGreaterThan(weak);
    expect(strong).toBeLessThanOrEqual(1);
    expect(detect("مباراة", "").confidence).toBe(0);
  });
});
