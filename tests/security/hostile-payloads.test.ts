// What hostile outlets send reaches neither the page of an article, nor a chat, nor the log as anything but words.
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../src/playground/chat.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { registerPages } from "../../src/web/pages.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { type FeedDesk, openFeedDesk } from "../articles/feedDesk.ts";
import { newsOf } from "../articles/news.ts";
import { openStage, type Stage } from "../bot/stage.ts";
import { payloads } from "./payloads.ts";

let stage: Stage;
let desk: FeedDesk;
let http: Http;
let address: string;
/** Numbers of the articles that came of the payloads. */
let numbers: readonly number[];

beforeAll(async () => {
  stage = await openStage();
  const { house } = stage.test;
  const redis = { isReal: true, connect: () => house.redis.connect("hostile"), close: async () => undefined };
  desk = await openFeedDesk(redis, "mujaz");
  http = createHttp({ host: "127.0.0.1", port: 0, log: house.log });
  registerPages(http.app, {
    shelf: house.articles,
    zone: "Africa/Cairo",
    messages: house.messages,
    sentences: house.config.summary.sentences,
    publicUrl: "https://mujaz.example",
  });
  address = await http.listen();
  const before = await house.articles.maxNumber();
  const entries = payloads.map(({ title, link, html = "" }, index) => {
    const news = newsOf(index + 1);
    return {
      title: title ?? news.title,
      link: link ?? `/news/${index}`,
      guid: `payload-${index}`,
      published: desk.now(),
      text: `<p>${news.text}</p>${html}<p>${newsOf(index + 500).text}</p>`,
    };
  });
  desk.serve("/feed", entries);
  await desk.poll(await desk.add("/feed", { fullText: "never" }));
  const read = (await house.articles.maxNumber()) - before;
  // The cleaner is one wall, escaping is the other: these come to the store as if there were no cleaner.
  for (const [index, { title = "", link = "", html = "" }] of payloads.entries()) {
    const words = `${title} ${link} ${html}`.replaceAll(unseenAll, "");
    const draft = draftOf(`raw-${index}`, {
      title: words.slice(0, 200),
      text: `${words}\n\n${words} ${index}`,
    });
    await house.articles.put(draft, { ...optionsOf(draft), fetched: desk.now() });
  }
  const all = (await house.articles.maxNumber()) - before;
  expect([read, all]).toEqual([payloads.length, 2 * payloads.length]);
  numbers = Array.from({ length: all }, (_, index) => before + 1 + index);
});
afterAll(async () => {
  await http.close();
  await desk.close();
  // Code among Arabic words reads badly, and is the outlet's own: of all that was said nothing else may be at fault.
  const faults = await stage.close().then(
    () => "",
    (error: unknown) => String(error),
  );
  for (const fault of faults.split("\n").slice(1))
    expect(fault).toMatch(/^(?:a Latin word .* not isolated|escaped twice): .*[<>=:;]/);
});

/** Characters that turn what follows, or that a terminal obeys; a line may end and direction marks may stand. */
const unseen = /(?!\n)[\p{Cc}\u202A-\u202E]/u;
/** What the cleaner takes out of titles, besides: isolates that are never closed. */
const unseenAll = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

const elements =
  "html head meta title link body header main footer article aside section nav h1 h2 h3 h4 p a b bdi mark ol ul li dl dt dd div span time".split(
    " ",
  );
const attributes =
  "lang dir charset name property content rel href as type crossorigin class id datetime aria-label aria-labelledby aria-current".split(
    " ",
  );
/** Addresses of ours, and of the web. */
const addresses = /^(?:#\w+|\?length=\w+|\.\.\/[\w./-]+|data:,|https?:\/\/[\x21-\x7e]+)$/;

describe("fifty payloads, through the cleaner and as if there were none,", () => {
  it.each(["a", "s"])(
    "reach /%s as words: it has no element, attribute or address of theirs",
    async (kind) => {
      for (const number of numbers) {
        const response = await fetch(`${address}/${kind}/${number}`);
        const page = await response.text();
        expect(response.status).toBe(200);
        expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
        expect(response.headers.get("x-content-type-options")).toBe("nosniff");
        expect(response.headers.get("referrer-policy")).toBe("no-referrer");
        expect(page, `article ${number}`).not.toMatch(unseen);
        for (const element of parseHTML(page).document.querySelectorAll("*")) {
          expect(elements, page).toContain(element.localName);
          for (const { name, value } of element.attributes) {
            expect(attributes, `<${element.localName} ${name}="${value}">`).toContain(name);
            if (name === "href") expect(value).toMatch(addresses);
          }
        }
      }
    },
  );

  it("reach chats as words: no call is refused, every link is of the web and shows its real host", async () => {
    for (const number of numbers) {
      const said = await stage.after(() => stage.playground.say(1, `/article ${number}`), 1001);
      expect(said.length).toBeGreaterThan(0);
      for (const message of said) look(message);
    }
    for (const words of ["/latest", "/digest", "/search عنوان", "/sources"])
      for (const message of await stage.after(() => stage.playground.say(1, words), 1001)) look(message);
    expect(stage.refused()).toEqual([]);
  });
});

function look({ text, entities, keyboard = [] }: Message): void {
  expect(text).not.toMatch(unseen);
  const links = [
    ...entities.flatMap(({ url = [] }) => url),
    ...keyboard.flat().flatMap(({ url = [] }) => url),
  ];
  for (const link of links) expect(link).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
  // Names of people and their looks are the platform's; nothing of an outlet may wear them.
  for (const { type } of entities) expect(["text_mention", "spoiler", "pre"]).not.toContain(type);
}

describe("a body that would be enormous once read", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${"خبر ".repeat(50)}">${Array.from(
    { length: 12 },
    (_, level) =>
      `<!ENTITY ${String.fromCharCode(98 + level)} "${`&${String.fromCharCode(97 + level)};`.repeat(10)}">`,
  ).join(
    "",
  )}]><rss version="2.0"><channel><title>ق</title><item><title>&m;</title><description>&m;</description></item></channel></rss>`;
  const deep = (text: string): string => `<div>${"<div>".repeat(100_000)}${text}`;

  it.each([
    ["entities of entities", () => bomb],
    ["a hundred thousand elements, each in the other", () => item(deep("عمق"))],
    ["an attribute of ten megabytes", () => item(`<img alt="${"أ".repeat(5_000_000)}">`)],
  ])("%s: is refused or read as little, and the next feed is read", async (name, body) => {
    const before = await stage.test.house.articles.maxNumber();
    desk.routes["/bomb"] = { headers: { "content-type": "application/rss+xml" }, body: body() };
    await desk.poll(await desk.add("/bomb", { name }));
    for (let number = before + 1; number <= (await stage.test.house.articles.maxNumber()); number += 1)
      expect((await stage.test.house.articles.byNumber(number))?.text.length).toBeLessThan(100_000);
    const next = 900 + name.length;
    desk.serve("/after", [
      { ...newsOf(next), link: `/after/${next}`, guid: `after-${next}`, published: desk.now() },
    ]);
    expect(await desk.poll(await desk.add("/after"))).toMatchObject({
      kind: "read",
      reading: { brought: 1 },
    });
  });

  function item(html: string): string {
    const escaped = html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>ق</title><item><title>قنبلة</title><link>https://b.example/1</link><description>${escaped}</description></item></channel></rss>`;
  }
});
