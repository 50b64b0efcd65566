// What is remembered of the stories behind a reader's past, and when it is let go of.
import { expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { createMentions } from "../../src/delivery/mentions.ts";

it("loads the stories of one past once, and again after it was let go of", async () => {
  const mentions = createMentions();
  let loads = 0;
  const stems = () =>
    mentions.of("5 4,3", async () => {
      loads += 1;
      return [];
    });
  await stems();
  await stems();
  expect(loads).toBe(1);
  mentions.letGo();
  await stems();
  expect(loads).toBe(2);
});

/** As much of a story as its words depend on. */
const told = (number: number, title: string) =>
  ({ number, lead: { number, title, summary: { sentences: [] } } as unknown as Article }) as never;

it("finds a phrase where the stories of that past say all of its words, whatever others say", async () => {
  const mentions = createMentions();
  const port = await mentions.of("port", async () => [told(1, "توسعة الميناء"), told(2, "عودة السفن")]);
  const wheat = await mentions.of("wheat", async () => [told(3, "أسعار القمح"), told(1, "توسعة الميناء")]);
  const asked = ["القمح", "الميناء", "سفن الميناء", "المطار"];
  expect(mentions.among(asked, port)).toEqual(["الميناء", "سفن الميناء"]);
  expect(mentions.among(asked, wheat)).toEqual(["القمح", "الميناء"]);
});

it("does not mix what a store said with what is asked of the one after it", async () => {
  const mentions = createMentions();
  let open: (stories: never[]) => void = () => undefined;
  const before = mentions.of("past", () => new Promise<never[]>((resolve) => (open = resolve)));
  mentions.letGo();
  open([told(1, "أسعار القمح")]);
  const after = await mentions.of("past", async () => [told(1, "أسعار الذرة")]);
  expect(mentions.among(["القمح", "الذرة"], await before)).toEqual(["القمح"]);
  expect(mentions.among(["القمح", "الذرة"], after)).toEqual(["الذرة"]);
});
