// The articles of the soak: files in a content/ folder, some new ones each hour and as many old ones gone, one of them edited; and
// a feed on this machine that brings the same again and again.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createNews } from "../ingest/news.js";
import { pick } from "../random.js";
import { words } from "./acts.js";

const held = 60;
const anHour = 4;
const topics = ["economy", "science", "health", "technology", "culture"];

export function createShelf(dir, random) {
  const news = createNews(10_000);
  const files = [];
  let made = 0;
  mkdirSync(dir, { recursive: true });

  function write(name, { title, paragraphs }, word) {
    const head = [
      `title: ${title} ${word}`,
      `date: ${new Date().toISOString()}`,
      `source: صحيفة ${made % 12}`, // newspaper
      `url: https://example.com/${name}`,
      `topics: [${pick(random, topics)}]`,
    ];
    writeFileSync(join(dir, name), `---\n${head.join("\n")}\n---\n\n${paragraphs.join("\n\n")} ${word}.\n`);
  }

  function add() {
    made += 1;
    const piece = news(made);
    const name = `soak-${made}.md`;
    write(name, piece, pick(random, words));
    files.push({ name, piece });
  }

  for (let at = 0; at < held; at += 1) add();
  return {
    /** How many were made so far. */
    made: () => made,
    turn() {
      for (const { name } of files.splice(0, anHour)) rmSync(join(dir, name));
      for (let at = 0; at < anHour; at += 1) add();
      const { name, piece } = pick(random, files);
      write(name, piece, pick(random, words));
    },
  };
}

const fed = 20;

/** RSS whose text differs at each reading and whose articles do not. */
export async function openFeed() {
  const news = createNews(1_000, 11);
  const items = Array.from({ length: fed }, (_, at) => {
    const { title, paragraphs } = news(at);
    const address = `http://127.0.0.1/feed/${at}`;
    return `<item><title>${title}</title><link>${address}</link><guid>${address}</guid><pubDate>${new Date().toUTCString()}</pubDate><description>${paragraphs.join(" ")}</description></item>`;
  });
  let readings = 0;
  const server = createServer((_, response) => {
    readings += 1;
    response.setHeader("content-type", "application/rss+xml; charset=utf-8");
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>مصدر</title><!-- ${readings} -->${items.join("")}</channel></rss>`,
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/rss.xml`,
    readings: () => readings,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
