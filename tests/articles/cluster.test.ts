// Same event or not: two outlets on one event join, the same subject on another day or in another place does not.
import { describe, expect, it } from "vitest";
import { findStory, toFingerprint } from "../../src/articles/cluster.ts";

interface Told {
  readonly title: string;
  readonly text: string;
}

/** A fire put out in an olive market, told by two outlets. */
const first: Told = {
  title: "إخماد حريق في سوق الزيتون بمدينة الرابية",
  text: "أخمدت فرق الإطفاء في مدينة الرابية حريقا اندلع فجر الأحد في سوق الزيتون، وأتى على 23 متجرا من دون إصابات. وقال قائد الفرق إن 45 عنصرا شاركوا في العملية التي استمرت أربع ساعات، وإن تماسا كهربائيا هو السبب المرجح.",
};
const second: Told = {
  title: "حريق سوق الزيتون في الرابية يلتهم 23 متجرا",
  text: "التهم حريق اندلع فجر الأحد 23 متجرا في سوق الزيتون بمدينة الرابية، قبل أن تخمده فرق الإطفاء بعد أربع ساعات. وشارك 45 عنصرا في العملية، ولم تسجل إصابات، فيما رجح قائد الفرق أن يكون تماس كهربائي هو السبب.",
};
/** Another fire: the same kind of event, another place and other figures. */
const other: Told = {
  title: "إخماد حريق في مخزن أخشاب بمدينة الساحل",
  text: "أخمدت فرق الإطفاء في مدينة الساحل حريقا اندلع مساء الجمعة في مخزن للأخشاب، وأتى على 80 طنا من الخشب. وقال قائد الفرق إن 12 عنصرا شاركوا في العملية التي استمرت ساعتين، وإن السبب قيد التحقيق.",
};

const day = (date: number): string => `2026-11-${String(date).padStart(2, "0")}T08:00:00.000Z`;
const print = (told: Told, date: number, storyId = "") =>
  toFingerprint({ ...told, storyId, published: day(date) });

describe("findStory", () => {
  it("joins two reports of one event", () => {
    expect(findStory(print(second, 4), [print(other, 3, "s1"), print(first, 3, "s2")])).toBe("s2");
  });

  it("does not join another event of the same kind on the same day", () => {
    expect(findStory(print(other, 3), [print(first, 3, "s1"), print(second, 3, "s2")])).toBeUndefined();
  });

  it.each([
    ["within 72 hours", 6, "s1"],
    ["later", 7, undefined],
  ])("joins a follow-up %s accordingly", (_when, date, story) => {
    expect(findStory(print(second, date), [print(first, 3, "s1")])).toBe(story);
  });

  it("joins nearly the same text under another title", () => {
    const edited = { title: "تحديث", text: first.text.replace("أربع ساعات", "نحو أربع ساعات") };
    expect(findStory(print(edited, 3), [print(first, 3, "s1")])).toBe("s1");
  });

  it("takes the most similar of several", () => {
    const copy = print(first, 3, "s2");
    expect(findStory(print(first, 4), [print(second, 3, "s1"), copy])).toBe("s2");
  });

  it("finds nothing among nothing, and nothing for an empty text", () => {
    expect(findStory(print(first, 3), [])).toBeUndefined();
    expect(findStory(print({ title: "", text: "" }, 3), [print(first, 3, "s1")])).toBeUndefined();
  });
});
