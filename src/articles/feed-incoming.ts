// Turns an entry of a feed into an article to be: how to read it, with its page where the feed holds an excerpt.
import type { FeedSource } from "../sources/feedSource.ts";
import type { Web } from "../sources/web.ts";
import { stems } from "../text/stem.ts";
import { countWords } from "../text/words.ts";
import type { Desk } from "./desk.ts";
import { isExcerpt, toParsed } from "./entry-page.ts";
import type { FeedEntry } from "./feed.ts";
import type { NamedEntry } from "./feed-names.ts";
import type { DocumentFault, Parsed } from "./format.ts";
import { hash, type Incoming, type Loaded } from "./incoming.ts";
import { type Shortened, shorten } from "./shorten.ts";

export interface EntryNeeds {
  readonly web: Pick<Web, "get">;
  readonly desk: Pick<Desk, "readPage">;
  /** Stands for the rules by which articles are read. */
  readonly reading: string;
  readonly now: () => Date;
  /** How often the page of an entry failed so far, by the entry's id; kept for as long as the process runs. */
  readonly pageFailures: Map<string, number>;
  /** Hosts that asked to wait during this reading: their other pages are left to the next one. */
  readonly waiting: Set<string>;
  /** Called where an article was not taken whole. */
  readonly onNote: (fault: DocumentFault) => void;
  /** Called where a page was wanted and did not come; `isLast`: it will not be tried again. */
  readonly onPage: (fault: DocumentFault, isLast: boolean) => void;
}

/** A page is tried in so many readings of its feed; then the excerpt is the article. */
const pageTries = 3;

const mostCounts = 10_000;

export function fromEntry(
  { entry, id, aliases }: NamedEntry,
  source: FeedSource,
  needs: EntryNeeds,
  signal: AbortSignal,
): Incoming {
  const wantsPage =
    entry.url !== undefined &&
    (source.fullText === "always" || (source.fullText === "auto" && isExcerpt(entry)));
  const whole = signatureOf(entry, needs.reading, wantsPage ? "page" : "entry");

  return {
    id,
    aliases,
    origin: source.url,
    entry: entry.title ?? entry.url ?? entry.guid ?? "",
    signature: whole,
    modified: needs.now(),
    topics: source.topics,
    outlet: source.name,
    ...(source.language !== undefined && { language: source.language }),
    isFetched: wantsPage,
    async load() {
      const taken = ({ short, fault }: Shortened, signature: string): Loaded => {
        if (fault !== undefined) needs.onNote(fault);
        return { result: { ok: true, parsed: short }, signature };
      };
      const parsed = shorten(withUrl(toParsed(entry), entry), entry.url ?? source.url);
      if (!wantsPage || entry.url === undefined) return taken(parsed, whole);
      const page = await readPage(entry.url, entry, needs, signal);
      if (page.ok) {
        needs.pageFailures.delete(id);
        return taken(better(page, parsed), whole);
      }
      // To wait is no failure: it is tried again however often.
      const failures = (needs.pageFailures.get(id) ?? 0) + (page === asksToWait ? 0 : 1);
      const isLast = page.isFinal || failures >= pageTries;
      // After the last try the entry is known; should its text change, its page gets as many tries again.
      if (isLast) needs.pageFailures.delete(id);
      else remember(needs.pageFailures, id, failures);
      needs.onPage({ file: entry.url, line: 0, message: page.reason, mend: page.mend }, isLast);
      // Under another signature the entry is not known the next time, and its page is tried again.
      const signature = isLast ? whole : signatureOf(entry, needs.reading, "excerpt");
      return taken(parsed, signature);
    },
  };
}

/** Entries that leave their feed before their page came leave a count behind: the oldest of these goes. */
function remember(failures: Map<string, number>, id: string, count: number): void {
  failures.delete(id);
  failures.set(id, count);
  const oldest = failures.size > mostCounts ? failures.keys().next().value : undefined;
  if (oldest !== undefined) failures.delete(oldest);
}

function signatureOf(entry: FeedEntry, reading: string, kind: string): string {
  const { title, content, excerpt, published, url, guid } = entry;
  // With the guid: an entry under a new one is read again, so that the article is known by it from then on.
  return hash([reading, kind, title, content, excerpt, published, url, guid]).slice(0, 27);
}

type PageRead =
  | ({ readonly ok: true } & Shortened)
  | { readonly ok: false; readonly reason: string; readonly mend: string; readonly isFinal: boolean };

const asksToWait: PageRead = {
  ok: false,
  reason: "the server asks to wait",
  mend: "nothing: its page is tried again with the next reading",
  isFinal: false,
};

async function readPage(
  url: string,
  entry: FeedEntry,
  { web, desk, waiting }: Pick<EntryNeeds, "web" | "desk" | "waiting">,
  signal: AbortSignal,
): Promise<PageRead> {
  const { host } = new URL(url);
  if (waiting.has(host)) return asksToWait;
  const answer = await web.get({ url, kind: "page" }, signal);
  signal.throwIfAborted();
  switch (answer.kind) {
    case "body": {
      const { contentType } = answer;
      const about = {
        contentType,
        url: answer.url,
        ...(entry.title !== undefined && { title: entry.title }),
      };
      const page = await desk.readPage(answer.bytes, about, signal);
      if (!page.ok) return { ...page, isFinal: true };
      return {
        ...page,
        short: {
          ...page.short,
          // The feed knows its own headline and date; a page wraps them in much else.
          ...(entry.title !== undefined && { title: entry.title }),
          ...(entry.published !== undefined && { published: entry.published }),
          url,
        },
      };
    }
    case "refused":
      return { ok: false, reason: answer.reason, mend: answer.mend, isFinal: true };
    case "gone":
      return {
        ok: false,
        reason: "the page is gone (410)",
        mend: "the excerpt of the feed stays",
        isFinal: true,
      };
    case "failed": {
      const isFinal = answer.status !== undefined && answer.status >= 400 && answer.status < 500;
      return { ok: false, reason: answer.reason, mend: answer.mend, isFinal };
    }
    default:
      waiting.add(host);
      return asksToWait;
  }
}

/** Long words of an entry that tell nothing yet. */
const fewWords = 5;

/** A share of the entry's words that its page must hold; a wall that asks for consent holds next to none. */
const leastShare = 0.15;

/** A paywall's stub or a page of links may hold less than the feed does, and a wall before all pages something else. */
function better(page: Shortened, entry: Shortened): Shortened {
  const isBetter =
    entry.short.blocks.length === 0 ||
    (wordsOf(page.short) >= wordsOf(entry.short) && isAbout(page.short, entry.short));
  // A page that is about something else shows a picture of something else.
  const image = entry.short.image ?? (isBetter ? page.short.image : undefined);
  const taken = isBetter ? page : entry;
  return image === undefined ? taken : { ...taken, short: { ...taken.short, image } };
}

/** By long words, for short ones stand in any text; an entry of a few words is judged by all it has. */
function isAbout(page: Parsed, entry: Parsed): boolean {
  const all = stems(`${entry.title ?? ""}\n${textOf(entry)}`);
  const long = all.filter((stem) => stem.length >= 4);
  const wanted = new Set(long.length < fewWords ? all : long);
  const found = new Set(stems(textOf(page)));
  const shared = [...wanted].filter((stem) => found.has(stem));
  return shared.length >= wanted.size * leastShare;
}

function textOf({ blocks }: Parsed): string {
  return blocks.map(({ text }) => text).join("\n");
}

function wordsOf({ blocks }: Parsed): number {
  return blocks.reduce((sum, { text }) => sum + countWords(text), 0);
}

function withUrl(parsed: Parsed, { url }: FeedEntry): Parsed {
  return url === undefined ? parsed : { ...parsed, url };
}
