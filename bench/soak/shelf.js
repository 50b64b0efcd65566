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

/** Articles are put together out of so many pieces' sentences: memories of words are filled by the first ones. */
const pieces = 100;
const sentencesEach = 12;

export function createShelf(dir, random) {
  const compose = createComposer(random);
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
    const piece = compose();
    const name = `soak-${made}.md`;
    write(name, piece, pick(random, words));
    files.push({ name, piece });
  }

  for (let at = 0; at < held; at += 1) add();
  return {
    /** How many were made so far. */
    made: () => made,
    /** An article outlives its file, so the oldest ones are removed as `mujaz articles remove` does it. */
    async turn(articles) {
      for (const { name } of files.splice(0, anHour)) rmSync(join(dir, name));
      const numbers = await articles.numbersAfter(0, 10_000);
      for (const number of numbers.slice(0, Math.max(0, numbers.length - held)))
        await articles.remove(number);
      for (let at = 0; at < anHour; at += 1) add();
      const { name, piece } = pick(random, files);
      write(name, piece, pick(random, words));
    },
  };
}

/** Pieces without end and without a new word. */
function createComposer(random) {
  const news = createNews(pieces);
  const pool = Array.from({ length: pieces }, (_, at) => news(at));
  const sentences = pool.flatMap((piece) => piece.sentences);
  return () => {
    const chosen = Array.from({ length: sentencesEach }, () => pick(random, sentences));
    const title = pick(random, pool).title.split(" ").slice(0, 4).join(" ");
    return {
      title: `${title} ${pick(random, pool).title.split(" ").slice(4).join(" ")}`,
      paragraphs: [0, 4, 8].map((from) => chosen.slice(from, from + 4).join(" ")),
    };
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
