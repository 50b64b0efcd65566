// The world of a crash test: a content folder and two outlets on a real web server, in a first and in a later edition.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { feedId } from "../../../src/sources/register.ts";
import { type Route, startWebServer, type WebServer } from "../../sources/webServer.ts";
import { echo, edit, events } from "./events.ts";
import type { Trap } from "./trap.ts";

export type Edition = "first" | "later";

/** One article that has to be there, once. */
export interface Expected {
  /** As the store keeps it: "content" or a feed's id. */
  readonly source: string;
  readonly title: string;
  /** The sentences that its text has to hold, and no others. */
  readonly sentences: readonly string[];
  readonly isHidden: boolean;
  /** Articles of one event are one story. */
  readonly event: number;
}

export interface Stage {
  readonly env: Readonly<Record<string, string>>;
  readonly web: WebServer;
  /** Publishes an edition; gives what the store has to hold once all of it was read, after the first edition for "later". */
  publish(edition: Edition): Promise<readonly Expected[]>;
  /** From now on this trap is asked at every request. */
  setTrap(trap: Trap): void;
  close(): Promise<void>;
}

interface Piece {
  readonly event: number;
  readonly isEdited?: boolean;
  readonly isEchoed?: boolean;
}

type Outlet = "content" | "whole" | "excerpts";

/** `whole` carries its texts, `excerpts` sends its readers to pages; both tell the event 5, and later 11. */
const editions: Readonly<Record<Edition, Readonly<Record<Outlet, readonly Piece[]>>>> = {
  first: {
    content: [{ event: 0 }, { event: 1 }, { event: 2 }, { event: 3 }, { event: 4 }],
    whole: [{ event: 3, isEchoed: true }, { event: 5 }, { event: 6 }, { event: 7 }, { event: 8 }],
    excerpts: [{ event: 5, isEchoed: true }, { event: 9 }, { event: 10 }],
  },
  later: {
    content: [{ event: 0, isEdited: true }, { event: 1 }, { event: 2 }, { event: 3 }],
    whole: [
      { event: 3, isEchoed: true },
      { event: 5 },
      { event: 7, isEdited: true },
      { event: 8 },
      { event: 11 },
    ],
    excerpts: [
      { event: 5, isEchoed: true },
      { event: 9, isEdited: true },
      { event: 10 },
      { event: 11, isEchoed: true },
    ],
  },
};

/** `root`: the project; `dir`: an empty folder. */
export async function openStage(dir: string, root: string): Promise<Stage> {
  const routes: Record<string, Route> = {};
  const web = await startWebServer(routes);
  let trap: Trap | undefined;
  const answer =
    (step: string, body: string, contentType: string, etag?: string): Route =>
    (request, response) => {
      const moment = trap?.at(step);
      if (moment === "before") return void trap?.spring();
      if (etag !== undefined) response.setHeader("etag", etag);
      if (etag !== undefined && request.headers["if-none-match"] === etag)
        return void response.writeHead(304).end();
      response.writeHead(200, { "content-type": contentType });
      if (moment === "middle") return cutInTheMiddle(response, body, trap);
      response.end(body);
    };
  const urls = { whole: `${web.origin}/whole.xml`, excerpts: `${web.origin}/excerpts.xml` };
  const ids: Readonly<Record<Outlet, string>> = {
    content: "content",
    whole: feedId(urls.whole),
    excerpts: feedId(urls.excerpts),
  };
  const content = join(dir, "content");
  const config = join(dir, "config");
  await cp(join(root, "config"), config, { recursive: true });
  const feeds = [
    { url: urls.whole, name: "صحيفة المدينة", fullText: "never" }, // "the city's paper"
    { url: urls.excerpts, name: "مرصد الساحل", fullText: "auto" }, // "the coast's observer"
  ];
  const sources = { feeds, allowHosts: [`127.0.0.1:${web.port}`], pauseSeconds: 0 };
  await writeFile(join(config, "sources.yaml"), JSON.stringify(sources)); // JSON is YAML.

  return {
    env: { CONTENT_DIR: content, CONFIG_DIR: config, DATA_DIR: join(dir, "data"), LOG_LEVEL: "warn" },
    web,
    setTrap(next) {
      trap = next;
    },
    async publish(edition) {
      const pieces = editions[edition];
      await rm(content, { recursive: true, force: true });
      for (const piece of pieces.content) {
        const file = join(content, piece.event % 2 === 0 ? "economy" : "science", `event-${piece.event}.md`);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, toMarkdown(piece));
      }
      routes["/robots.txt"] = answer("robots.txt", "User-agent: *\nDisallow: /admin\n", "text/plain");
      for (const outlet of ["whole", "excerpts"] as const) {
        const items = pieces[outlet].map((piece) => toItem(piece, outlet, web.origin)).reverse();
        const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${outlet}</title><link>${web.origin}/${outlet}/</link>${items.join("")}</channel></rss>`;
        routes[`/${outlet}.xml`] = answer("the feed", body, "application/rss+xml", `"${outlet}-${edition}"`);
      }
      for (const piece of pieces.excerpts) {
        routes[`/excerpts/${piece.event}`] = answer("a page", toPage(piece), "text/html; charset=utf-8");
      }
      return toExpected(edition, ids);
    },
    close: () => web.close(),
  };
}

function toExpected(edition: Edition, ids: Readonly<Record<Outlet, string>>): Expected[] {
  return (["content", "whole", "excerpts"] as const).flatMap((outlet) => {
    const now = editions[edition][outlet];
    // What an outlet shows no more stays; what left the folder stays too, hidden.
    const gone = editions.first[outlet].filter(({ event }) => now.every((piece) => piece.event !== event));
    return [...now, ...gone].map((piece) => ({
      source: ids[outlet],
      title: eventOf(piece).title,
      sentences: sentencesOf(piece),
      isHidden: outlet === "content" && gone.includes(piece),
      event: piece.event,
    }));
  });
}

function cutInTheMiddle(response: ServerResponse, body: string, trap: Trap | undefined): void {
  const bytes = Buffer.from(body);
  // Killed once the half is on its way.
  response.write(bytes.subarray(0, bytes.length >> 1), () => trap?.spring());
}

function eventOf({ event }: Piece): (typeof events)[number] {
  const found = events[event];
  if (found === undefined) throw new Error(`there is no event ${event}`);
  return found;
}

function sentencesOf(piece: Piece): readonly string[] {
  return [...eventOf(piece).sentences, ...(piece.isEchoed ? [echo] : []), ...(piece.isEdited ? [edit] : [])];
}

/** Far in the past on every clock that this may run under; an event has one day. */
function dateOf({ event }: Piece): Date {
  return new Date(Date.UTC(2025, 9, 1 + 2 * event, 6 + event));
}

function toMarkdown(piece: Piece): string {
  return `---\ntitle: ${eventOf(piece).title}\ndate: ${dateOf(piece).toISOString()}\n---\n${sentencesOf(piece).join(" ")}\n`;
}

function toItem(piece: Piece, outlet: "whole" | "excerpts", origin: string): string {
  const { title } = eventOf(piece);
  const sentences = sentencesOf(piece);
  // An outlet that corrects a page tells so in its feed.
  const text = outlet === "whole" ? sentences.join(" ") : `${sentences[0]} ${piece.isEdited ? "محدّث" : ""}…`;
  const link = `${origin}/${outlet}/${piece.event}`;
  return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${dateOf(piece).toUTCString()}</pubDate><description>${text}</description></item>`;
}

function toPage(piece: Piece): string {
  const paragraphs = sentencesOf(piece).map((sentence) => `<p>${sentence}</p>`);
  const { title } = eventOf(piece);
  return `<!doctype html><html lang="ar"><head><title>${title}</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>${title}</h1>${paragraphs.join("")}</article></body></html>`;
}
