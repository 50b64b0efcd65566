// mujaz articles search WORDS… [--topic T] [--from DATE] [--to DATE] [--limit N] [--json]
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { FoundArticle, Search } from "../articles/search-follower.ts";
import type { House } from "../processes/house.ts";
import { addDays, readDate } from "../schedule/calendar.ts";
import { toInstant } from "../schedule/localTime.ts";
import { standardProgress } from "./progress.ts";
import { type Desk, Misuse } from "./subcommand.ts";
import { checkTopics } from "./topics.ts";

interface Options {
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** How often the progress of a long build is looked at. */
const lookMs = 200;

export function addArticlesSearch(group: Command, desk: Desk): void {
  group
    .command("search")
    .description('the articles that hold the words, the best first; «…» or "…" for words that stand together')
    .argument("<words...>")
    .option("--topic <id>", "only of this topic")
    .option("--from <date>", "published on this day or later (YYYY-MM-DD, in the operator's zone)")
    .option("--to <date>", "published on this day or earlier")
    .option("--limit <n>", "how many", "10")
    .option("--json", "print a JSON array")
    .action(async (words: readonly string[], options: Options) => {
      const { topic, from, to, limit, json } = options;
      if (!/^[1-9]\d{0,3}$/.test(limit)) {
        throw new Misuse(`--limit "${limit}" is no number from 1 to 9999`);
      }
      const { zone } = desk.config().bot;
      const span = { ...readSpan(zone, "from", from, 0), ...readSpan(zone, "to", to, 1) };
      if (span.from !== undefined && span.to !== undefined && span.to <= span.from) {
        throw new Misuse(`--to ${to} lies before --from ${from}`);
      }
      const house = await desk.house({ command: "articles search" });
      if (topic !== undefined) checkTopics([topic], await house.topics.all());
      const wish = {
        limit: Number(limit),
        now: new Date(),
        ...span,
        ...(topic !== undefined && { topic }),
      };
      const { total, hits, isNear } = await withSearch(house, (search) =>
        search.search(words.join(" "), wish),
      );
      if (isNear) desk.warn("A word stands nowhere as it is written: these hold words spelt like it.");
      if (json) desk.printJson(hits.map(toJson));
      else if (hits.length === 0) desk.print("Nothing found. Try fewer words, or others.");
      else {
        for (const hit of hits) desk.print(toLines(hit));
        if (total > hits.length) desk.print(`${hits.length} of ${total}; --limit ${total} shows all.`);
      }
    });
}

/** `days` later for the end, which is the first instant that is too late. */
function readSpan<Name extends "from" | "to">(
  zone: string,
  name: Name,
  text: string | undefined,
  days: number,
): { readonly [Each in Name]?: Date } {
  if (text === undefined) return {};
  const date = readDate(text);
  if (date === undefined) {
    throw new Misuse(`"${text}" is no date. Write YYYY-MM-DD, e.g. --${name} 2026-11-24`);
  }
  return { [name]: new Date(toInstant(zone, addDays(date, days), 0, 0)) } as { [Each in Name]?: Date };
}

/** Builds an index for one question, saying how far it is when that takes long. */
async function withSearch<T>(house: House, ask: (search: Search) => Promise<T>): Promise<T> {
  const search = house.openSearch();
  const progress = standardProgress("articles");
  const stop = new AbortController();
  const looking = (async () => {
    while (!stop.signal.aborted) {
      const { done, total } = search.progress();
      progress.update(done, total);
      await sleep(lookMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  try {
    await search.ready;
    return await ask(search);
  } finally {
    stop.abort();
    await looking;
    progress.end();
    await search.close();
  }
}

function toJson({ article, score, sentence }: FoundArticle) {
  const { number, title, url, source, published, topics } = article;
  return {
    number,
    title,
    ...(url !== undefined && { url }),
    source,
    published,
    topics,
    score: Math.round(score * 1000) / 1000,
    sentence: sentence?.text ?? null,
  };
}

function toLines({ article, sentence }: FoundArticle): string {
  const { number, title, published, topics } = article;
  const line = `${number}\t${published.slice(0, 10)}\t${topics.join(",")}\t${title}`;
  return sentence === undefined ? line : `${line}\n\t${sentence.text}`;
}
