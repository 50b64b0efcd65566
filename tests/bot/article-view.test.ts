// What an article's message carries beside its text: the picture, the pages, and a way to share it.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reply } from "../../src/bot/command.ts";
import { createArticle, createFullText } from "../../src/bot/commands/article.ts";
import { voiceOf } from "../../src/digest/wording.ts";
import { newSubscriber } from "../../src/subscribers/defaults.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { bare } from "../e2e/chat.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

const image = "https://b.example/x.jpg";
const now = new Date("2026-11-26T08:00:00Z");
let test: TestHouse;
let number = 0;
beforeAll(async () => {
  test = await openTestHouse();
  const paragraphs = Array.from({ length: 9 }, (_, at) => `${at} ${"كلام طويل ".repeat(100)}.`);
  const draft = draftOf("pictured", { image, paragraphs, url: "https://b.example/1" });
  ({ number } = await test.house.articles.put(draft, optionsOf(draft)));
});
afterAll(() => test.close());

function request(previews: boolean, argument: string) {
  const subscriber = {
    ...newSubscriber({
      chat: 1001,
      thread: null,
      kind: "private",
      locale: "ar",
      zone: "Africa/Cairo",
      times: ["07:00"],
      items: 5,
      length: "standard",
      now,
    }),
    previews,
  };
  const actor = { user: 1001, isAnonymous: false, isOperator: false };
  return { reader: { number: 1, subscriber }, actor, voice: voiceOf(subscriber), argument, now };
}
function needs(isInline: boolean) {
  const { messages, articles: shelf, topics, agenda, config } = test.house;
  const { sentences } = config.summary;
  const me = () => ({ username: "mujaz_bot", isInline });
  return {
    messages,
    shelf,
    topics,
    change: agenda.change,
    publicUrl: "https://mujaz.example",
    countReading: async () => {},
    sentences,
    me,
  };
}
const open = async (previews: boolean, isInline = false): Promise<Reply | undefined> =>
  (await createArticle(needs(isInline)).run(request(previews, String(number))))[0];

it("shows the article's picture above it, unless the reader wants none", async () => {
  expect((await open(true))?.preview).toBe(image);
  expect((await open(false))?.preview).toBeUndefined();
});

it("is shared as a card where the bot may be asked inline, and else by its address", async () => {
  const shareOf = (reply: Reply | undefined) => reply?.keyboard?.flat().find(({ text }) => text === "مشاركة");
  expect(shareOf(await open(true, true))?.share).toBe(`a_${number}`);
  expect(shareOf(await open(true))?.url).toMatch(
    /^https:\/\/t\.me\/share\/url\?url=https%3A%2F%2Fb\.example%2F1&text=/,
  );
  const urls = (await open(true))?.keyboard?.flat().map(({ url }) => url);
  expect(urls).toContain(`https://mujaz.example/a/${number}`);
});

it("leads to the page that compares the outlets, where several tell the story", async () => {
  const { articles } = test.house;
  const comparedFrom = async (shown: number) =>
    (await createArticle(needs(false)).run(request(true, String(shown))))[0]?.keyboard
      ?.flat()
      .find(({ text }) => text === "قارن المصادر")?.url;
  const stories = await articles.latest({ limit: 50 });
  const [shared] = stories.filter(({ sources }) => sources.length > 1);
  expect(await comparedFrom(shared?.members[1] ?? 0)).toBe(`https://mujaz.example/s/${shared?.number}`);
  expect(await comparedFrom(number)).toBeUndefined();
});

it("turns the pages of the full text in place, without the picture", async () => {
  const page = (at: number) => createFullText(needs(false)).run(request(true, `${number}:${at}`));
  const first = (await page(1)).edit;
  expect(first?.preview).toBeUndefined();
  expect(bare(first?.html ?? "")).toMatch(/النص الكامل \(١ من ٣\)/);
  expect(first?.keyboard?.flat().map(({ data }) => data)).toEqual([`full:${number}:2`, `art:${number}`]);
  const second = (await page(2)).edit;
  expect(second?.keyboard?.[0]?.map(({ text }) => text)).toEqual(["التالي", "السابق"]);
  expect((await page(4)).edit).toBeUndefined();
});
