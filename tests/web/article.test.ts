// The page of an article over HTTP: what it marks is what is stored, its lengths, its words in both languages, its sizes.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { Draft } from "../../src/articles/record.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { openPages, type Page, type Stand } from "./stand.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await openPages();
});
afterAll(() => stand.close());
afterEach(() => {
  stand.look = {};
});

async function put(id: string, changes: Partial<Draft>): Promise<number> {
  const draft = draftOf(id, changes);
  return (await stand.test.house.articles.put(draft, optionsOf(draft))).number;
}

const inOrder = (article: Article, count: number) =>
  article.summary.sentences.slice(0, count).toSorted((a, b) => a.start - b.start);

const textsOf = (document: Page, selector: string): string[] =>
  Array.from(document.querySelectorAll(selector), (element) => element.textContent ?? "");

describe("the marks", () => {
  it.each([
    ["short", 1],
    ["standard", 3],
    ["long", 5],
  ])("are the stored sentences, %s, in every article of the content", async (length, count) => {
    const articles = stand.articles;
    expect(articles.length).toBeGreaterThan(15);
    for (const article of articles) {
      const { document } = await stand.open(`/a/${article.number}?length=${length}`);
      const wanted = inOrder(article, count).map(({ start, end }) => article.text.slice(start, end));
      expect(wanted.length, article.title).toBeGreaterThan(0);
      expect(textsOf(document, ".text mark")).toEqual(wanted);
      expect(Array.from(document.querySelectorAll("mark"), ({ id }) => id)).toEqual(
        wanted.map((_, index) => `s${index + 1}`),
      );
      // Nothing of the text is lost around them.
      const shown = textsOf(document, ".text > p:not(.up), .text > h3").join("\n\n");
      expect(shown).toBe(article.text);
    }
  });

  it("are what the summary's sentences lead to", async () => {
    for (const { number } of stand.articles) {
      const { document } = await stand.open(`/a/${number}`);
      const links = Array.from(document.querySelectorAll(".summary li a"));
      expect(links.length).toBe(3);
      for (const link of links) {
        const mark = document.querySelector(link.getAttribute("href") ?? "");
        expect(mark?.localName).toBe("mark");
        expect(mark?.textContent).toBe(link.textContent);
      }
    }
  });

  it("do not overlap, whatever a store holds", async () => {
    const text = "أولى الجمل هنا. وثانية الجمل هنا."; // "the first sentence is here. and the second …"
    const sentence = (start: number, end: number) => ({ text: text.slice(start, end), start, end, score: 1 });
    const sentences = [sentence(0, 15), sentence(5, 20), sentence(16, 33)];
    const number = await put("overlap", { paragraphs: [text], summary: { sentences } });
    const { document } = await stand.open(`/a/${number}`);
    expect(textsOf(document, ".text mark")).toEqual([text.slice(0, 15), text.slice(16, 33)]);
    expect(textsOf(document, ".text > p:not(.up)")).toEqual([text]);
  });
});

describe("the lengths", () => {
  it("are links, of which the shown one is named", async () => {
    const { document } = await stand.open("/a/2?length=short");
    const links = Array.from(document.querySelectorAll(".lengths a"));
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "?length=short",
      "?length=standard",
      "?length=long",
    ]);
    expect(textsOf(document, ".lengths a")).toEqual(["قصير", "متوسط", "طويل"]);
    expect(textsOf(document, ".lengths a[aria-current]")).toEqual(["قصير"]);
  });

  it.each(["", "?length=", "?length=huge", "?length=short&length=long", "?length[]=short"])(
    "are standard for %j",
    async (query) => {
      const { status, document } = await stand.open(`/a/2${query}`);
      expect(status).toBe(200);
      expect(textsOf(document, ".lengths a[aria-current]")).toEqual(["متوسط"]);
      expect(document.querySelectorAll("mark")).toHaveLength(3);
    },
  );

  it("are the operator's", async () => {
    stand.look = { sentences: { short: 2, standard: 4, long: 4 } };
    const { document } = await stand.open("/a/2?length=short");
    expect(document.querySelectorAll("mark")).toHaveLength(2);
    expect(textsOf(document, ".lengths a")).toEqual(["قصير", "متوسط"]);
  });

  it("are not offered where an editor has written the summary, which stands above the chosen sentences", async () => {
    const own = stand.articles.find(({ summary }) => summary.editor !== undefined);
    const { document } = await stand.open(`/a/${own?.number}`);
    expect(document.querySelector(".lengths")).toBeNull();
    expect(textsOf(document, ".summary h2")).toEqual(["ملخص المحرر"]);
    expect(textsOf(document, ".summary .editor")).toEqual([own?.summary.editor]);
    expect(textsOf(document, ".summary h3")).toEqual(["جمل مختارة من النص"]);
    expect(document.querySelectorAll(".summary li")).toHaveLength(3);
  });
});

describe("the head of the page", () => {
  it("has title, source, day in both calendars, and a link to the source", async () => {
    const number = await put("head", {
      title: "عنوان <b>غليظ</b>", // "a <b>bold</b> headline"
      published: "2026-11-24T06:00:00.000Z",
      url: "https://b.example/1",
    });
    const { html, document } = await stand.open(`/a/${number}`);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("<h1>عنوان &lt;b&gt;غليظ&lt;/b&gt;</h1>");
    const origin = document.querySelector(".origin");
    expect(origin?.querySelector("bdi")?.textContent).toBe("وكالة ضفاف");
    expect(origin?.querySelector("time")?.textContent).toBe(
      "الثلاثاء ٢٤ نوفمبر ٢٠٢٦ الموافق ١٤ جمادى الآخرة ١٤٤٨\u00a0هـ",
    );
    expect(origin?.querySelector("time")?.getAttribute("datetime")).toBe("2026-11-24T06:00:00.000Z");
    expect(origin?.querySelector("a")?.getAttribute("href")).toBe("https://b.example/1");
  });

  it.each([
    [20, "أقل من دقيقة للقراءة"],
    [138, "دقيقة واحدة للقراءة"],
    [276, "دقيقتان للقراءة"],
    [3 * 138, "\u2068٣\u2069 دقائق للقراءة"],
    [11 * 138, "\u2068١١\u2069 دقيقة للقراءة"],
    [100 * 138, "\u2068١٠٠\u2069 دقيقة للقراءة"],
  ])("says of %i Arabic words how long they take", async (words, said) => {
    const number = await put(`words-${words}`, { paragraphs: ["كلمة ".repeat(words).trim()] });
    expect(textsOf((await stand.open(`/a/${number}`)).document, ".origin")[0]).toContain(said);
  });

  it("is English for an English article, and counts its words at the speed of English", async () => {
    const number = await put("english", {
      title: "A title",
      language: "en",
      source: "The Quay",
      paragraphs: ["word ".repeat(228 * 2).trim()],
      summary: { sentences: [] },
    });
    const { html, document } = await stand.open(`/a/${number}`);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(textsOf(document, ".origin")[0]).toContain("2\u2069 minutes to read");
    expect(html.replace(/<aside.*<\/aside>/s, "")).not.toMatch(/\p{Script=Arabic}/u);
  });
});

describe("what the page says of itself", () => {
  const metaOf = (document: Page): Record<string, string> =>
    Object.fromEntries(
      Array.from(document.querySelectorAll("meta[property]"), (meta) => [
        meta.getAttribute("property") ?? "",
        meta.getAttribute("content") ?? "",
      ]),
    );

  it("is OpenGraph with the short summary, and one address", async () => {
    const [article] = stand.articles.filter(({ summary }) => summary.editor === undefined);
    if (article === undefined) throw new Error("no article");
    const { document } = await stand.open(`/a/${article.number}?length=long`);
    expect(metaOf(document)).toEqual({
      "og:title": article.title,
      "og:description": inOrder(article, 1)[0]?.text,
      "og:type": "article",
      "og:locale": "ar_AR",
      "og:site_name": "موجز",
      "og:url": `https://mujaz.example/a/${article.number}`,
      "article:published_time": article.published,
    });
    expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(
      `https://mujaz.example/a/${article.number}`,
    );
  });

  it("names the outlet's picture and shows none", async () => {
    const number = await put("pictured", { image: "https://b.example/x.jpg" });
    const { html, document } = await stand.open(`/a/${number}`);
    expect(metaOf(document)["og:image"]).toBe("https://b.example/x.jpg");
    expect(html).not.toContain("<img");
    const plain = await put("plain-picture", { image: "http://b.example/x.jpg" });
    expect(metaOf((await stand.open(`/a/${plain}`)).document)["og:image"]).toBeUndefined();
  });

  it("has no address of its own where nobody outside can open it", async () => {
    stand.look = { publicUrl: undefined };
    const { document } = await stand.open("/a/2");
    expect(metaOf(document)["og:url"]).toBeUndefined();
    expect(document.querySelectorAll("link[rel=canonical]")).toHaveLength(0);
  });
});

describe("an article that is not to be had", () => {
  it.each([
    ["/a/99999", undefined, "لا خبر بهذا الرقم"],
    ["/a/x", "ar-EG,en;q=0.5", "لا خبر بهذا الرقم"],
    ["/a/99999999999999", "fr;q=0.9, en-GB", "There is no story of this number"],
    ["/s/99999", "en", "There is no story of this number"],
    ["/s/x", "de", "لا خبر بهذا الرقم"],
  ])("%s, asked for in %s, is told in a language of the reader", async (path, asked, said) => {
    const { status, document } = await stand.open(
      path,
      asked === undefined ? {} : { "accept-language": asked },
    );
    expect(status).toBe(404);
    expect(textsOf(document, "h1")).toEqual([said]);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
  });

  it("is still readable where it is hidden, and says so", async () => {
    const number = await put("hidden", { hidden: true });
    const { status, document } = await stand.open(`/a/${number}`);
    expect(status).toBe(200);
    expect(textsOf(document, ".note")[0]).toMatch(/^لم يعد هذا الخبر يظهر/);
    expect(document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
  });
});

describe("what the page asks for", () => {
  it("is its style and its fonts, from our own address, under a policy that allows nothing else", async () => {
    const { headers, document } = await stand.open("/a/2");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(document.querySelectorAll("script, style, [style], img, iframe")).toHaveLength(0);
    const asked = Array.from(document.querySelectorAll("link[rel=preload], link[rel=stylesheet]"), (link) =>
      (link.getAttribute("href") ?? "").replace(/^\.\./, ""),
    );
    expect(asked.filter((path) => path.endsWith(".css"))).toHaveLength(1);
    expect(asked.filter((path) => path.endsWith(".woff2"))).toHaveLength(2);
    for (const path of asked) {
      const response = await stand.fetch(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    }
  });

  it("names in its style four files that are WOFF2, each under an address of its own", async () => {
    const { document } = await stand.open("/a/2");
    const path = document.querySelector("link[rel=stylesheet]")?.getAttribute("href")?.slice(2) ?? "";
    const css = await (await stand.fetch(path)).text();
    const files = [...css.matchAll(/url\(\.\.(\/fonts\/[^)]+)\)|url\(([^)]+)\)/g)].map(
      ([, own, other]) => own ?? other ?? "",
    );
    expect(new Set(files).size).toBe(4);
    for (const file of files) {
      const at = new URL(file.replace(/^\.\./, ""), "http://x/web/").pathname;
      const bytes = Buffer.from(await (await stand.fetch(at)).arrayBuffer());
      expect(bytes.subarray(0, 4).toString("latin1"), at).toBe("wOF2");
    }
    expect(await (await stand.fetch("/web/fonts/OFL.txt")).text()).toContain("SIL OPEN FONT LICENSE");
  });

  it("is no Arabic file for an English page", async () => {
    const number = await put("latin", { title: "A title", language: "en", paragraphs: ["A text."] });
    const { document } = await stand.open(`/a/${number}`);
    const fonts = Array.from(document.querySelectorAll("link[rel=preload]"), (link) =>
      link.getAttribute("href"),
    );
    expect(fonts).toEqual([expect.stringContaining("-latin-400.")]);
  });
});

it("is 60 kB at most for every article of the content, its style included, and a third of that as it is sent", async () => {
  const plain = { "accept-encoding": "identity" };
  const { document } = await stand.open("/a/2");
  const path = document.querySelector("link[rel=stylesheet]")?.getAttribute("href")?.slice(2) ?? "";
  const style = Buffer.byteLength(await (await stand.fetch(path, plain)).text());
  for (const { number } of stand.articles) {
    const asked = `/a/${number}?length=long`;
    const whole = await stand.fetch(asked, plain);
    expect(whole.headers.get("content-encoding")).toBeNull();
    expect(Buffer.byteLength(await whole.text()) + style).toBeLessThanOrEqual(60_000);
    const sent = await stand.fetch(asked, { "accept-encoding": "br, gzip" });
    expect(sent.headers.get("content-encoding")).toBe("gzip");
    expect(Number(sent.headers.get("content-length"))).toBeLessThanOrEqual(20_000);
  }
});
