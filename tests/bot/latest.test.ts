// /latest with a topic, a number, or both.
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTalk, type Talk } from "./talk.ts";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk();
});
afterAll(() => talk.close());

it.each([
  ["/latest", 10, "أحدث الأخبار"],
  ["/latest ٣", 3, "أحدث الأخبار"],
  ["/latest 0", 1, "أحدث الأخبار"],
  ["/latest 999999", 19, "أحدث الأخبار"],
  ["/latest الاقتصاد 2", 2, "أحدث الأخبار: الاقتصاد"],
  ["أخبار الصحة", 3, "أحدث الأخبار: الصحة"],
])("%s shows %i", async (text, count, title) => {
  await talk.ask(text);
  expect(talk.said().split("\n")[0]).toBe(title);
  expect(talk.said().match(/\/a\d+/g)).toHaveLength(count);
});
