// A reader of feeds for tests, wired as the house wires it: real Redis, real HTTP, and a clock that the test moves.
import { createDesk } from "../../src/articles/desk.ts";
import { createFeedReader, type FeedReport } from "../../src/articles/feed-reader.ts";
import { readingOf } from "../../src/articles/incoming.ts";
import { createIntake } from "../../src/articles/intake.ts";
import { type ArticleStore, createArticleStore } from "../../src/articles/store.ts";
import { createStoryFinder } from "../../src/articles/story-finder.ts";
import { createWeb } from "../../src/sources/client.ts";
import type { FeedSource, FeedState, FeedWish } from "../../src/sources/feedSource.ts";
import { type Polled, pollFeed, type ReadFeed } from "../../src/sources/poll.ts";
import { createPoller, type Poller } from "../../src/sources/poller.ts";
import { createRegister, feedId, type Register } from "../../src/sources/register.ts";
import type { Sleep } from "../../src/sources/stops.ts";
import type { TestRedis } from "../redis.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";
import { newsOf } from "./news.ts";
import { rules } from "./rules.ts";

export interface Entry {
  readonly title?: string;
  /** A path on the server, or a whole address. */
  readonly link?: string;
  readonly guid?: string;
  readonly published?: Date;
  readonly text?: string;
}

export interface FeedDesk {
  readonly routes: Record<string, Route>;
  readonly server: WebServer;
  readonly store: ArticleStore;
  readonly register: Register;
  readonly now: () => Date;
  advance(minutes: number): void;
  /** Times that a path was asked for. */
  hits(path: string): number;
  /** Serves an RSS feed at the path, instead of what was there. */
  serve(path: string, entries: readonly Entry[], channel?: string, headers?: Record<string, string>): void;
  /** Adds the feed at the path to the register. */
  add(path: string, wish?: Partial<FeedWish>): Promise<FeedSource>;
  /** Reads it now, whatever its time. */
  poll(source: FeedSource): Promise<Polled<FeedReport>>;
  state(source: FeedSource): Promise<FeedState>;
  /** One of several processes on the same Redis: poller, web client and store of its own. */
  openProcess(other?: Partial<Parts>): Process;
  close(): Promise<void>;
}

export interface Process {
  readonly poller: Poller;
  /** What it was told of: "read /a", "failed /b", "broken /c". */
  readonly told: string[];
}

interface Parts {
  readonly read: ReadFeed<FeedReport>;
  readonly pauseMs: number;
  /** Measures how long a reading may take. */
  readonly sleep: Sleep;
}

const topics = [{ id: "science", words: { مختبر: 3 } }]; // laboratory
const reading = readingOf({ boilerplate: rules, topics, summarySentences: 3 });

export async function openFeedDesk(
  redis: TestRedis,
  prefix: string,
  listed: readonly string[] = [],
): Promise<FeedDesk> {
  const routes: Record<string, Route> = {};
  const server = await startWebServer(routes);
  let nowMs = Date.parse("2026-11-24T12:00:00Z");
  const now = (): Date => new Date(nowMs);
  const wishOf = (path: string, wish: Partial<FeedWish> = {}): FeedWish => ({
    url: path.startsWith("/") ? `${server.origin}${path}` : path,
    name: `وكالة ${path}`, // "agency …"
    topics: [],
    fullText: "auto",
    intervalMinutes: 10,
    ...wish,
  });
  const main = redis.connect();
  const register = createRegister(
    main,
    prefix,
    listed.map((path) => wishOf(path)),
  );
  const store = createArticleStore(main, prefix);
  const closers: (() => Promise<void>)[] = [];

  const openParts = (articles: ArticleStore, { pauseMs = 0, sleep }: Partial<Parts> = {}) => {
    const web = createWeb({
      userAgent: "Mujaz/test (news digests for Telegram)",
      allowHosts: ["127.0.0.1", "one.example", "two.example"],
      limits: { pauseMs },
      lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    });
    const readers = createDesk(sleep === undefined ? {} : { sleep });
    closers.push(
      () => web.close(),
      () => readers.close(),
    );
    const finder = createStoryFinder(articles);
    const intake = createIntake({ store: articles, finder, rules, topics, summarySentences: 3, now });
    return { web, read: createFeedReader({ intake, web, desk: readers, reading, now }) };
  };
  const parts = openParts(store);

  return {
    routes,
    server,
    store,
    register,
    now,
    advance(minutes) {
      nowMs += minutes * 60_000;
    },
    hits: (path) => server.hits.filter((hit) => hit.path.split("?")[0] === path).length,
    serve(path, entries, channel = "", headers = {}) {
      const body = rssOf(server.origin, entries, channel);
      routes[path] = { headers: { "content-type": "application/rss+xml", ...headers }, body };
    },
    async add(path, wish = {}) {
      const whole = wishOf(path, wish);
      await register.add(whole);
      const source = await register.find(feedId(whole.url));
      if (source === undefined) throw new Error(`${path} was not added`);
      return source;
    },
    poll: async (source) =>
      pollFeed(
        { ...parts, register, now },
        source,
        await register.state(source.id),
        new AbortController().signal,
      ),
    state: (source) => register.state(source.id),
    openProcess(other = {}) {
      const { read } = other;
      const client = redis.connect();
      const own = openParts(createArticleStore(client, prefix), other);
      const told: string[] = [];
      const tell = (what: string, { url }: FeedSource): void =>
        void told.push(`${what} ${new URL(url).pathname}`);
      const poller = createPoller<FeedReport>({
        ...own,
        ...(read !== undefined && { read }),
        redis: client,
        prefix,
        register: createRegister(
          client,
          prefix,
          listed.map((path) => wishOf(path)),
        ),
        now,
        report: (source, { kind }) => tell(kind, source),
        onBroken: (source) => tell("broken", source),
        onBusy: (source) => tell("busy", source),
      });
      closers.unshift(() => poller.close());
      return { poller, told };
    },
    async close() {
      for (const close of closers) await close();
      await server.close();
    },
  };
}

/** An entry with a whole article of invented words. */
export function entryOf(number: number, entry: Entry = {}): Entry {
  const { title, text } = newsOf(number);
  return { title, text, link: `/news/${number}`, guid: `guid-${number}`, ...entry };
}

export function rssOf(origin: string, entries: readonly Entry[], channel = ""): string {
  const items = entries.map(({ title, link, guid, published, text }) => {
    const address = link?.startsWith("/") ? origin + link : link;
    return [
      "<item>",
      title === undefined ? "" : `<title>${xmlOf(title)}</title>`,
      address === undefined ? "" : `<link>${xmlOf(address)}</link>`,
      guid === undefined ? "" : `<guid isPermaLink="false">${xmlOf(guid)}</guid>`,
      published === undefined ? "" : `<pubDate>${published.toUTCString()}</pubDate>`,
      text === undefined ? "" : `<description>${xmlOf(text)}</description>`,
      "</item>",
    ].join("");
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title><link>${origin}/</link>${channel}${items.join("\n")}</channel></rss>`;
}

function xmlOf(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
