// How long feeds and pages that are made to keep their reader busy hold up the rest of the process.
import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createDesk } from "../dist/articles/desk.js";
import { prepare } from "../dist/articles/draft.js";
import { fromEntry } from "../dist/articles/feed-incoming.js";
import { nameEntries } from "../dist/articles/feed-names.js";
import { lineKeys } from "../dist/articles/line-keys.js";
import { createTopicDetector } from "../dist/articles/topics.js";
import { createBreath } from "../dist/runtime/wait.js";
import { summarize } from "../dist/summary/summarize.js";

const size = 5 * 1024 * 1024 - 2_000;
const sentence = "أعلن مجلس القرية بدء تجديد شبكة الري في البساتين المحيطة بها. "; // a village renews its irrigation
const fill = (text, bytes = size) => text.repeat(Math.floor(bytes / Buffer.byteLength(text)));
const item = (html) => `<item><title>خبر</title><description><![CDATA[${html}]]></description></item>`;
const lines = (count, from) =>
  Array.from({ length: count }, (_, at) => `<p>قال المجلس في بيانه رقم ${from + at}.</p>`).join("");

/** What stands between the head and the tail of an RSS feed of 5 MB. */
const feeds = {
  "700,000 empty items": () => fill("<item/>"),
  "60,000 small items": () => fill(item("نص"), 60_000 * Buffer.byteLength(item("نص"))),
  "one item of paragraphs": () => item(fill(`<p>${sentence}</p>`)),
  "one item of lines": () => item(lines(90_000, 0)),
  "one item of <b>": () => item(fill("<b>")),
  "one item of <br>": () => item(fill("<br>")),
  'one item of "<"': () => item(fill("< ")),
  "one item of links": () => item(fill("<a href=x>ا</a> ")),
  "500 items of lines": () => Array.from({ length: 500 }, (_, at) => item(lines(150, at * 150))).join(""),
};

const pages = {
  "10,000 paragraphs, 110 deep": () => `${"<div>".repeat(110)}${`<p>${sentence}`.repeat(10_000)}`,
  "5 MB of paragraphs": () => fill(`<p>${sentence}</p>`),
  "5 MB of list items": () => fill("<li>خبر</li>"),
  "16 KB of list items": () => fill("<li>خبر</li>", 16_384),
};

export async function printHostile() {
  console.log(
    `load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
  const desk = createDesk();
  const detectTopics = createTopicDetector([]);
  const rows = {};
  for (const [name, make] of Object.entries(feeds)) {
    const bytes = new TextEncoder().encode(`<rss version="2.0"><channel>${make()}</channel></rss>`);
    rows[name] = await watch(() => takeIn(desk, bytes, detectTopics));
  }
  for (const [name, make] of Object.entries(pages)) {
    const bytes = new TextEncoder().encode(`<html><body>${make()}</body></html>`);
    const about = { contentType: "text/html", url: "https://news.example/a", title: "خبر" };
    rows[`page: ${name}`] = await watch(async () => {
      const page = await desk.readPage(bytes, about);
      return page.ok ? `${page.short.blocks.length} blocks` : page.reason;
    });
  }
  console.table(rows);
  await desk.close();
}

/** The longest that anything else in the process had to wait meanwhile, and how long it all took. */
async function watch(work) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const outcome = await work();
  const ms = Math.round(performance.now() - begun);
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { "longest wait ms": Math.round(delay.max / 1e6), "whole ms": ms, outcome };
}

/** All that is computed of a feed, with the turns of others between as in the intake; nothing is stored. */
async function takeIn(desk, bytes, detectTopics) {
  const source = { url: "https://news.example/rss", name: "وكالة ضفاف", topics: [], fullText: "never" };
  const result = await desk.readFeed(bytes, { url: source.url });
  if (!result.ok) return result.faults[0].message;
  const breathe = createBreath();
  const needs = { reading: "", now: () => new Date(), pageFailures: new Map(), onNote() {} };
  const options = { rules: [], detectTopics, summarySentences: 10, bodyScope: "x", learnt: new Set() };
  let articles = 0;
  for (const named of nameEntries(result.feed, source).named) {
    await breathe();
    const incoming = fromEntry(named, source, needs);
    const { parsed } = (await incoming.load()).result;
    lineKeys(parsed);
    await breathe();
    const prepared = prepare(parsed, incoming, { ...options, now: new Date() });
    await breathe();
    if (!prepared.ok) continue;
    const { text, title, language } = prepared.draft;
    summarize({ text, title, language }, { sentences: 10 });
    articles += 1;
  }
  return `${articles} articles`;
}
