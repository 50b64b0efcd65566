// The index of stories: windows, chains, twins, removal, and a cost that does not grow.
import { describe, expect, it } from "vitest";
import { makeStories } from "../../../bench/stories.js";
import { type Print, toPrint } from "../../../src/articles/print.ts";
import { createStoryIndex, type StoryIndex } from "../../../src/articles/story-index.ts";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 1);

/** A fire in an olive market. */
const fire = {
  title: "إخماد حريق في سوق الزيتون بمدينة الرابية",
  text: "أخمدت فرق الإطفاء في مدينة الرابية حريقا اندلع فجر الأحد في سوق الزيتون، وأتى على 23 متجرا من دون إصابات. وقال قائد الفرق سامر البستاني إن 45 عنصرا شاركوا في العملية التي استمرت أربع ساعات، وإن تماسا كهربائيا هو السبب المرجح لما جرى قرب بوابة الدباغين.",
};
/** The same fire by another outlet. */
const retold = {
  title: "حريق سوق الزيتون في الرابية يلتهم 23 متجرا",
  text: "التهم حريق اندلع فجر الأحد 23 متجرا في سوق الزيتون بمدينة الرابية، قبل أن تخمده فرق الإطفاء بعد أربع ساعات. وشارك 45 عنصرا في العملية، ولم تسجل إصابات، فيما رجح سامر البستاني أن يكون تماس كهربائي هو السبب.",
};
/** The next day's fire in the same town, in the words of the first. */
const another = {
  title: "إخماد حريق في سوق الأقمشة بمدينة الرابية",
  text: "أخمدت فرق الإطفاء في مدينة الرابية حريقا اندلع فجر الاثنين في سوق الأقمشة، وأتى على 61 متجرا من دون إصابات. وقال قائد الفرق وليد الحداد إن 30 عنصرا شاركوا في العملية التي استمرت سبع ساعات، وإن تماسا كهربائيا هو السبب المرجح لما جرى قرب بوابة النحاسين.",
};

const print = (told: { title: string; text: string }, hour = 0): Print =>
  toPrint({ ...told, published: new Date(start + hour * hourMs).toISOString(), language: "ar" });

function indexOf(...articles: readonly (readonly [number, string, string, Print])[]): StoryIndex {
  const index = createStoryIndex();
  for (const article of articles) index.add(...article);
  return index;
}

describe("find", () => {
  it("joins another outlet's report, and says to which story, by which article and how", () => {
    const index = indexOf([7, "s7", "الضفة", print(fire)]);
    expect(index.find(print(retold, 3))).toMatchObject({ storyId: "s7", number: 7, kind: "same-event" });
    const edited = { title: "تحديث", text: `${fire.text} ولم يصب أحد.` }; // "nobody was hurt"
    expect(index.find(print(edited, 3))).toMatchObject({ storyId: "s7", kind: "near-duplicate" });
  });

  it("does not join the same words with other figures, names and days", () => {
    expect(indexOf([1, "s1", "الضفة", print(fire)]).find(print(another, 24))).toBeUndefined();
  });

  it.each([
    [72, "s1"],
    [-72, "s1"],
    [73, undefined],
    [-73, undefined],
  ])("looks 72 hours either way: %d hours", (hour, story) => {
    expect(indexOf([1, "s1", "الضفة", print(fire)]).find(print(retold, hour))?.storyId).toBe(story);
  });

  it("follows a chain for a week and no longer", () => {
    const chain = [0, 60, 120].map((hour, at) => [at + 1, "s1", `منفذ ${at}`, print(fire, hour)] as const);
    expect(indexOf(...chain).find(print(retold, 168))?.storyId).toBe("s1");
    expect(indexOf(...chain).find(print(retold, 170))).toBeUndefined();
  });

  it("does not follow a member that stands alone against its story", () => {
    const members = [1, 2, 3, 4].map(
      (number) => [number, "s1", `منفذ ${number}`, print(another, 24)] as const,
    );
    const stray = [5, "s1", "الضفة", print(fire, 24)] as const;
    expect(indexOf(stray).find(print(retold, 24))?.storyId).toBe("s1");
    expect(indexOf(...members, stray).find(print(retold, 24))).toBeUndefined();
  });

  it("finds nothing among nothing, and nothing for an empty article or one word", () => {
    expect(createStoryIndex().find(print(fire))).toBeUndefined();
    const index = indexOf(
      [1, "s1", "الضفة", print({ title: "", text: "" })],
      [2, "s2", "الضفة", print({ title: "خبر", text: "خبر" })],
      [3, "s3", "الضفة", print(fire)],
    );
    expect(index.find(print({ title: "", text: "" }))).toBeUndefined();
    expect(index.find(print({ title: "خبر", text: "خبر" }))).toBeUndefined();
  });
});

describe("twin", () => {
  const index = indexOf([1, "s1", "الضفة", print(fire)]);

  it("finds the same source's article with edited words or a new title", () => {
    const edited = { title: "عاجل: حريق الرابية", text: fire.text.replace("المرجح", "الأرجح") };
    expect(index.twin(print(edited, 2), "الضفة")).toMatchObject({ number: 1 });
    expect(index.twin(print(fire, 2), "الضفة")).toEqual({ number: 1, likeness: 1 });
  });

  it("is none for another source, another figure, another event or a retelling", () => {
    expect(index.twin(print(fire, 2), "المدى")).toBeUndefined();
    expect(index.twin(print({ ...fire, text: fire.text.replace("23", "31") }, 2), "الضفة")).toBeUndefined();
    expect(index.twin(print(another, 2), "الضفة")).toBeUndefined();
    expect(index.twin(print(retold, 2), "الضفة")).toBeUndefined();
    expect(index.twin(print(fire, 80), "الضفة")).toBeUndefined();
  });

  it("finds none among the bulletins of a series", () => {
    const series = makeStories({ events: 0, distractors: 400 });
    const all = createStoryIndex();
    const found = series.filter((article) => {
      const made = toPrint(article);
      const twin = all.twin(made, "النشرة");
      all.add(article.id, `s${article.id}`, "النشرة", made);
      return twin !== undefined;
    });
    expect(found.map(({ title }) => title)).toEqual([]);
  });
});

describe("remove, replace and evict", () => {
  it("leave nothing behind", () => {
    const index = indexOf([1, "s1", "الضفة", print(fire)], [2, "s2", "المدى", print(another, 24)]);
    index.remove(1);
    index.remove(99);
    expect([index.has(1), index.has(2), index.size]).toEqual([false, true, 1]);
    expect(index.find(print(retold, 3))).toBeUndefined();
    index.add(2, "s2", "المدى", print(fire, 24));
    expect(index.size).toBe(1);
    expect(index.find(print(retold, 24))?.number).toBe(2);
    expect(index.evictBefore(start + 24 * hourMs)).toBe(0);
    expect(index.evictBefore(start + 24 * hourMs + 1)).toBe(1);
    expect([index.size, index.find(print(retold, 24))]).toEqual([0, undefined]);
    index.find(print(fire, 24));
    expect(index.lastCost).toMatchObject({ entries: 0, compared: 0 });
  });
});

/** 16 bands of 16, 32 keys of 48; 24 candidates, and three stories of a first article and eight others. */
const bounds = { keys: 48, entries: 16 * 16 + 32 * 48, compared: 24 + 3 * 9 };

describe("the cost of one look-up", () => {
  it("is within its bounds, with 1,400 articles of twelve kinds", () => {
    const index = createStoryIndex();
    for (const article of makeStories({ events: 60, distractors: 1_200 })) {
      const made = toPrint(article);
      index.find(made);
      const { keys, entries, compared } = index.lastCost;
      expect(keys).toBeLessThanOrEqual(bounds.keys);
      expect(entries).toBeLessThanOrEqual(bounds.entries);
      expect(compared).toBeLessThanOrEqual(bounds.compared);
      index.add(article.id, `s${article.id}`, article.source, made);
    }
  });

  it("stays so among 10,000 identical articles, which are one story", () => {
    const index = createStoryIndex();
    const made = print(fire);
    for (let number = 1; number <= 10_000; number += 1) index.add(number, "s1", `منفذ ${number}`, made);
    expect(index.find(print(retold, 1))?.storyId).toBe("s1");
    expect(index.lastCost.entries).toBeLessThanOrEqual(bounds.entries);
    expect(index.lastCost.compared).toBeLessThanOrEqual(bounds.compared);
    expect(index.evictBefore(start + 1)).toBe(10_000);
  });
});
