// The preview over HTTP: the digest of a segment and of a reader by number, and what it keeps to itself.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberAt } from "../../../src/articles/number-at.ts";
import { readerOf, segmentOf } from "../../../src/web/dashboard/panels/preview/ask.ts";
import { asShown } from "../../../src/web/dashboard/panels/preview.ts";
import { openTestHouse, type TestHouse } from "../../house.ts";
import { ask, openStand, type Stand } from "./stand.ts";

let test: TestHouse;
let stand: Stand;
beforeAll(async () => {
  test = await openTestHouse();
  stand = await openStand(test);
});
afterAll(async () => {
  await stand.close();
  await test.close();
});

const page = async (query: string): Promise<string> =>
  (await ask(`${stand.address}/dashboard/desk?${query}`)).text;

/** Numbers of the listed stories of a fate. */
const numbersOf = (html: string, fate: string): number[] =>
  [...html.matchAll(/<li data-number="(\d+)" data-fate="([a-z-]+)"/g)].flatMap(([, number, own]) =>
    own === fate ? [Number(number)] : [],
  );

const askNeeds = () => {
  const { config, messages } = test.house;
  return { locales: messages.locales, usual: { locale: "ar", zone: config.bot.zone, ...config.defaults } };
};

describe("the preview of a segment", () => {
  it.each([
    "items=3&since=0",
    "items=7&since=0&topic=economy&length=headlines",
    "items=2&since=24&locale=en&zone=Asia/Riyadh",
  ])("(%s) lists as in what the composed digest tells, in its order, and shows its parts", async (query) => {
    const { house } = test;
    const segment = segmentOf(new URLSearchParams(query), askNeeds(), await house.topics.all());
    const compose = async () => {
      const now = new Date();
      const since = new Date(now.getTime() - 24 * 3_600_000);
      const cursor = segment.span === 0 ? 0 : await numberAt(house.articles, since);
      return house.compose(readerOf(segment, cursor, now), { now });
    };
    // Ages are worded anew every five minutes: the page is to lie between two digests that say the same.
    let [digest, html] = [await compose(), await page(query)];
    for (let after = await compose(); after.parts.join() !== digest.parts.join(); after = await compose()) {
      [digest, html] = [after, await page(query)];
    }
    expect(numbersOf(html, "in")).toEqual(digest.stories.map(({ number }) => number));
    expect(numbersOf(html, "carried")).toEqual(digest.carry);
    expect(digest.stories.length).toBeGreaterThan(0);
    for (const part of digest.parts) expect(html).toContain(`>${asShown(part)}</div>`);
  });

  it("takes words as a reader's lists would, and says where a zone is none", async () => {
    const html = await page(`items=5&since=0&block=${encodeURIComponent("مدينة، ميناء")}&zone=Mars/Base`);
    expect(html).toContain("Mars/Base");
    expect(html).toContain('value="مدينة، ميناء"');
    expect(numbersOf(html, "blocked").length).toBeGreaterThan(0);
  });

  it("of nonsense is a preview with the usual settings, and nothing of it becomes markup", async () => {
    const html = await page(
      "items=-7&since=x&length=%3Cb%3E&topic=%3Cb%3E&follow=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    );
    expect(html).not.toContain("<script>alert");
    expect(numbersOf(html, "in").length).toBe(test.house.config.defaults.items);
  });
});

describe("the preview of a reader by number", () => {
  it("shows the digest of the next slot, and not the reader's own words, topics or chat", async () => {
    const { house } = test;
    const settings = {
      follow: ["الميناء"],
      block: ["المدينة"],
      mutedTopics: ["sports"],
      cursor: 1,
      carry: [1],
    };
    const member = await test.addReader(987_654, settings);
    const html = await page(`reader=${member}`);
    const slot = Math.floor(Number(await house.main.zscore("{mujaz}:due", String(member))));
    const reader = await house.subscribers.byNumber(member);
    if (reader === undefined) throw new Error("no reader");
    const digest = await house.compose(reader, { now: new Date(slot * 1000), slot, except: [] });
    expect(numbersOf(html, "in")).toEqual(digest.stories.map(({ number }) => number));
    for (const part of digest.parts) expect(html).toContain(`>${asShown(part)}</div>`);
    const rest = digest.parts.reduce((left, part) => left.replace(asShown(part), ""), html);
    expect(rest).not.toContain("987654");
    expect(rest.replace(/<h4>.*?<\/h4>/gs, "")).not.toMatch(/الميناء|المدينة/);
    expect(numbersOf(html, "muted").length + numbersOf(html, "blocked").length).toBeGreaterThan(0);
    expect(rest).toMatch(/من موضوع كتمه القارئ|فيه كلمة حجبها القارئ/);
  });

  it("says where there is none of this number", async () => {
    expect(await page("reader=99999")).toContain("لا قارئ بهذا الرقم.");
    expect(await page("reader=%3Cb%3E")).toContain("لا قارئ بهذا الرقم.");
  });
});
