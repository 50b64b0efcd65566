// Reads one feed and shows what it would bring, with the articles as readers would get them; stores nothing.
import { clean } from "../../articles/clean.ts";
import type { Feed } from "../../articles/feed.ts";
import { fromEntry } from "../../articles/feed-incoming.ts";
import { nameEntries } from "../../articles/feed-names.ts";
import type { DocumentFault } from "../../articles/format.ts";
import type { Feeds } from "../../processes/feeds.ts";
import type { House } from "../../processes/house.ts";
import type { FeedSource } from "../../sources/feedSource.ts";
import { feedId } from "../../sources/register.ts";
import { countWords } from "../../text/words.ts";
import { type Desk, Fault, Misuse } from "../subcommand.ts";

export interface Wish {
  readonly address: string;
  readonly limit: string;
  readonly known?: FeedSource;
}

export async function testFeed(
  { config, reading, web, desk: readers }: Pick<House, "config" | "reading"> & Pick<Feeds, "web" | "desk">,
  { address, limit, known }: Wish,
  desk: Desk,
): Promise<void> {
  if (!/^[1-9]\d{0,3}$/.test(limit)) throw new Misuse(`--limit "${limit}" is no number of 1 or more`);
  const answer = await web.get({ url: address, kind: "feed" });
  if (answer.kind === "refused" || answer.kind === "failed") {
    throw new Fault(`${address}: ${answer.reason}\n  mend: ${answer.mend}`);
  }
  if (answer.kind !== "body") throw new Fault(`${address}: no feed came: ${answer.kind}`);
  const result = await readers.readFeed(answer.bytes, { url: answer.url, contentType: answer.contentType });
  if (!result.ok) {
    const lines = result.faults.map(
      ({ line, message, mend }) => `${address}:${line}: ${message}\n  mend: ${mend}`,
    );
    throw new Fault(lines.join("\n"));
  }
  const { feed } = result;
  const source: FeedSource = known ?? {
    id: feedId(address),
    from: "added",
    url: address,
    name: feed.title ?? new URL(address).hostname,
    topics: [],
    fullText: "auto",
    intervalMinutes: 10,
  };
  const moved = answer.movedTo === undefined ? "" : `\nIt moved for good to ${answer.movedTo}`;
  const ttl = feed.ttlMinutes === undefined ? "" : `, asks to be read every ${feed.ttlMinutes} minutes`;
  desk.print(`${source.name}: ${feed.kind}, ${feed.entries.length} entries${ttl}${moved}`);
  const print = ({ line, message, mend }: DocumentFault): void =>
    desk.print(`  line ${line}: ${message}\n    mend: ${mend}`);
  for (const fault of feed.faults) print(fault);
  await showEntries(feed, source, Number(limit));

  async function showEntries(whole: Feed, of: FeedSource, count: number): Promise<void> {
    const needs = {
      web,
      desk: readers,
      reading,
      now: () => new Date(),
      pageFailures: new Map<string, number>(),
      waiting: new Set<string>(),
      onNote: print,
      onPage: ({ message }: DocumentFault) => desk.print(`  its page was not read: ${message}`),
    };
    for (const named of nameEntries(whole, of).named.toReversed().slice(0, count)) {
      const { entry } = named;
      const loaded = await fromEntry(named, of, needs, new AbortController().signal).load();
      desk.print(
        `\n${entry.published ?? "no date"}  ${entry.title ?? "no title"}\n  ${entry.url ?? "no address"}`,
      );
      if (!loaded.result.ok) continue;
      const { paragraphs, removed } = clean(loaded.result.parsed, { rules: config.boilerplate });
      const words = countWords(paragraphs.join(" "));
      desk.print(
        `  ${words} words in ${paragraphs.length} paragraphs, ${removed.length} lines of furniture removed`,
      );
      desk.print(`  ${(paragraphs[0] ?? "no text").slice(0, 300)}`);
    }
  }
}
