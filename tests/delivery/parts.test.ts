// What a scheduled digest brings beside its stories: buttons, a word when there is nothing, and news of followed stories.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTick } from "../../src/processes/clock.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { bare } from "../e2e/chat.ts";
import { openPost, type Post } from "./post.ts";

let post: Post;
let test: Post["test"];
let queue: Post["queue"];
beforeAll(async () => {
  post = await openPost({ sendRate: 0, attempts: 3 });
  ({ test, queue } = post);
  post.work();
});
afterAll(() => post.close());

/** Everything that the person's next slot brings. */
async function serve(user: number, settings: object) {
  const member = await test.addReader(1000 + user, settings);
  const slot = await post.dueAt(member);
  const before = test.playground.transcript(user).length;
  await createTick(test.house, queue)(slot);
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
  await test.house.agenda.retire(member, "unsubscribed");
  return { member, sent: test.playground.transcript(user).slice(before) };
}

describe("a scheduled digest", () => {
  it("has the buttons of its stories under its last part alone, and is remembered by its numbers", async () => {
    const { member, sent } = await serve(1, { items: 20, length: "long" });
    expect(sent.length).toBeGreaterThan(1);
    const keyboards = sent.map(({ keyboard = [] }) => keyboard.flat().length);
    expect(keyboards).toEqual([...sent.slice(1).map(() => 0), 19]);
    const told = sent
      .flatMap(({ text }) => bare(text).match(/\/a\d+/g) ?? [])
      .map((one) => Number(one.slice(2)));
    const kept = await test.house.lastDigests.last(member);
    expect([...kept].sort((a, b) => a - b)).toEqual([...told].sort((a, b) => a - b));
  });

  it("without news does not come, or says so to who wants it", async () => {
    const cursor = await test.house.articles.maxNumber();
    expect((await serve(2, { cursor })).sent).toEqual([]);
    const { sent } = await serve(3, { cursor, sayNothing: true });
    expect(sent.map(({ text }) => bare(text).split("\n")[0])).toEqual(["لا جديد منذ ملخصك الأخير."]);
  });
});

describe("a followed story", () => {
  it("brings its new article, marked, to who follows it, and to nobody else", async () => {
    const { articles, compose, subscribers } = test.house;
    const first = draftOf("first", { topics: ["economy"] });
    const { number } = await articles.put(first, optionsOf(first));
    const later = draftOf("later", { title: "تطور جديد في القصة", topics: ["economy"] });
    const update = await articles.put(later, {
      ...optionsOf(later),
      fetched: new Date(),
      storyId: `s${number}`,
    });
    expect(update.number).toBe(number + 1);
    const settings = { cursor: number, topics: ["health"] };
    const follower = await subscribers.byNumber(
      await test.addReader(900_001, { ...settings, followStories: [`s${number}`] }),
    );
    const other = await subscribers.byNumber(await test.addReader(900_002, { ...settings, topics: [] }));
    if (follower === undefined || other === undefined) throw new Error("no reader");
    const now = new Date();
    const digest = await compose(follower, { now });
    expect(bare(digest.parts[0] ?? "")).toMatch(/جديد في خبر تتابعه<\/i>\n<b>تطور جديد في القصة/);
    expect(digest.keyboard.flat()[0]?.data).toBe(`o:${update.number}`);
    expect((await compose(other, { now })).stories).toEqual([]);
    // Once: the next digest does not bring it again; and it can be shown again.
    expect((await compose({ ...follower, cursor: digest.cursor }, { now })).stories).toEqual([]);
    const again = await compose(
      { ...follower, cursor: digest.cursor },
      { now, kind: "again", numbers: [update.number] },
    );
    expect(again.stories.map(({ lead }) => lead.title)).toEqual(["تطور جديد في القصة"]);
    // What did not fit is carried, and comes as what it is.
    const carried = await compose({ ...follower, cursor: digest.cursor, carry: [update.number] }, { now });
    expect(carried.stories).toMatchObject([{ number: update.number, isUpdate: true }]);
  });
});
