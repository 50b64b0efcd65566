// Publishers at their worst: each address answers with another kind of trouble, and where there is a good item it is beside it.
import type { ServerResponse } from "node:http";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";

/** A whole report; no two texts are alike, for each names its own village. */
export function goodText(village: string): string {
  return `أعلن مجلس قرية ${village} بدء تجديد شبكة الري في البساتين المحيطة بها. ويمتد العمل في ${village} أربعة أشهر بكلفة يتحملها المجلس والمزارعون معاً.`; // irrigation renewed
}

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly date?: string;
  readonly text?: string;
}

export function rss(items: readonly Item[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>نشرة</title>\n${items.map(toItem).join("\n")}\n</channel></rss>`;
}

function toItem({ title, link, guid, date, text }: Item): string {
  const element = (name: string, value?: string): string =>
    value === undefined ? "" : `<${name}>${value}</${name}>`;
  return `<item>${element("title", title)}${element("link", link)}${element("guid", guid)}${element("pubDate", date)}${element("description", text)}</item>`;
}

const xml = { "content-type": "application/rss+xml; charset=utf-8" };
const feed = (...items: readonly Item[]): Route => ({ headers: xml, body: rss(items) });
const good = (village: string): Item => ({
  title: `ري البساتين في ${village}`,
  link: `https://news.example/${encodeURIComponent(village)}`,
  date: "Mon, 03 Nov 2025 08:00:00 GMT",
  text: goodText(village),
});

/** More than any reader takes: sent as long as somebody listens. */
function aMillionItems(response: ServerResponse): void {
  const chunk = "<item/>".repeat(10_000);
  let left = 100;
  const go = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once("drain", go);
    }
    response.end("</channel></rss>");
  };
  response.on("error", () => {});
  response.writeHead(200, xml);
  response.write('<rss version="2.0"><channel><title>نشرة</title>');
  go();
}

const longTitle = "خبر ".repeat(600_000); // 4 MB of "news"

const routes: Record<string, Route> = {
  "/good.xml": feed(good("النخيل")),
  "/empty.xml": { headers: xml, body: "" },
  "/no-items.xml": feed(),
  "/million.xml": (_request, response) => aMillionItems(response),
  "/many.xml": {
    headers: xml,
    body: rss([good("الزيتون"), ...Array.from({ length: 99_999 }, (_, at) => ({ title: String(at) }))]),
  },
  "/no-text.xml": feed({ title: "عنوان وحيد", link: "https://news.example/bare" }, good("العنب")),
  "/dates.xml": feed(
    { ...good("الرمان"), date: "Sat, 01 Jan 0000 00:00:00 GMT" },
    { ...good("التين"), date: "1447-05-03T08:00:00Z" },
    { ...good("اللوز"), date: "Thu, 01 Jan 2099 00:00:00 GMT" },
    { ...good("الجوز"), date: "قبل قليل" },
  ),
  "/long-title.xml": feed({ ...good("السدر"), title: longTitle }, good("الحناء")),
  "/links.xml": feed(
    { ...good("الكرم"), link: "javascript:alert(1)" },
    { ...good("الصبار"), link: "/story/12" },
    good("الغاف"),
  ),
  "/one-guid.xml": feed({ ...good("القمح"), guid: "7" }, { ...good("الشعير"), guid: "7" }),
  "/twice.xml": feed(good("السمسم"), { ...good("السمسم"), text: "نص قديم لا يبقى." }),
  "/paper.pdf": { headers: { "content-type": "application/pdf" }, body: "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj" },
  "/picture.png": {
    headers: { "content-type": "image/png" },
    body: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
  },
  "/page.html": {
    headers: { "content-type": "text/html" },
    body: "<!doctype html><html><head><title>الرئيسية</title></head><body><p>أهلاً</p></body></html>",
  },
  "/inside.xml": { status: 302, headers: { location: "http://10.1.2.3/feed.xml" } },
};

export interface BadFeeds {
  readonly web: WebServer;
  /** For config/sources.yaml; a feed is named by its path. */
  readonly sources: object;
}

export async function startBadFeeds(): Promise<BadFeeds> {
  const web = await startWebServer(routes);
  const feeds = Object.keys(routes).map((path) => ({
    url: web.origin + path,
    name: path.slice(1),
    fullText: "never",
  }));
  return { web, sources: { feeds, allowHosts: [`127.0.0.1:${web.port}`], pauseSeconds: 0 } };
}
