// The page of one article: in the article's own language and direction, its chosen sentences marked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { createMessages } from "../../src/messages/messages.ts";
import { createHttp, type Http } from "../../src/runtime/http.ts";
import { createLog } from "../../src/runtime/log.ts";
import { registerArticlePage } from "../../src/web/articlePage.ts";
import { tell } from "../digest/story.ts";
import { root } from "../e2e/server.ts";

const read = (code: string): string => readFileSync(join(root, "config/messages", `${code}.ftl`), "utf8");
const messages = createMessages({ ar: read("ar"), en: read("en") }, "ar");
const url = "https://example.org/news";
const text = "أولى الجمل <هنا>. وثانيتها.\n\nفقرة أخرى.";
const sentence = { text: "أولى الجمل <هنا>.", start: 0, end: 17, score: 1 };
const arabic: Article = { ...tell({ number: 3 }).lead, url, text, summary: { sentences: [sentence] } };
const english: Article = {
  ...arabic,
  title: "A title",
  language: "en",
  text: "A text.",
  summary: { sentences: [] },
};

let http: Http;
let address: string;
beforeAll(async () => {
  http = createHttp({ host: "127.0.0.1", port: 0, log: createLog({ level: "silent", format: "json" }) });
  const byNumber = async (number: number) => ({ 3: arabic, 4: english })[number];
  registerArticlePage(http.app, { byNumber, zone: "Africa/Cairo", messages });
  address = await http.listen();
});
afterAll(() => http.close());

const open = async (path: string) => {
  const response = await fetch(`${address}${path}`);
  return { status: response.status, page: await response.text() };
};

describe("the page of an article", () => {
  it("is right-to-left for an Arabic one, with both dates, its source and its chosen sentence", async () => {
    const { status, page } = await open("/a/3");
    expect(status).toBe(200);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain("الثلاثاء ٢٤ نوفمبر ٢٠٢٦ · ١٤ جمادى الآخرة ١٤٤٨ هـ");
    expect(page).toContain(`<a href="${url}" rel="noopener noreferrer">المصدر</a>`);
    expect(page).toContain("<mark>أولى الجمل &lt;هنا&gt;.</mark> وثانيتها.</p>");
  });

  it("is English for an English one, its date and words too", async () => {
    const { page } = await open("/a/4");
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).toContain("Tuesday 24 November 2026");
    expect(page).toContain(">Source</a>");
    expect(page.replace(/<bdi>.*<\/bdi>/, "")).not.toMatch(/\p{Script=Arabic}/u);
  });

  it.each(["/a/99", "/a/x", "/a/99999999999999"])("says of %s that there is none", async (path) => {
    const { status, page } = await open(path);
    expect(status).toBe(404);
    expect(page).toContain("<h1>لا خبر بهذا الرقم</h1>");
  });

  it("asks the server for nothing else but its style", async () => {
    expect((await open("/a/3")).page).toContain('<link rel="icon" href="data:,">');
    expect((await open("/web/page.css")).status).toBe(200);
  });
});
