// The log of a real process that reads hostile feeds at its most talkative: one JSON object a line, no markup of theirs in it, and no character that a terminal obeys.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { rssOf } from "../articles/feedDesk.ts";
import { newsOf } from "../articles/news.ts";
import { startMujaz } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { type FeedConfig, makeFeedConfig } from "../feedConfig.ts";
import { type Route, startWebServer, type WebServer } from "../sources/webServer.ts";
import { payloads } from "./payloads.ts";

/** Their markup; the message of an entry that could not be taken may quote its address or its title, nothing else may. */
const theirs = /on(?:error|load|toggle|begin)|srcdoc|cookie|<\/?(?:script|img|svg|iframe|style)|vbscript:/i;
/** Characters that end a line, turn what follows, or that a terminal obeys. */
const unseen = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** The log names an entry that cannot be taken by its title: an override, a terminal's colour (C1), a line end of JavaScript. */
const title = "\u202Eemit\u009B31m\u2028";

describe.skipIf(!hasRedisServer)("the log of a process that reads hostile feeds", () => {
  const routes: Record<string, Route> = {};
  let server: WebServer;
  let config: FeedConfig;
  let output = "";

  beforeAll(async () => {
    server = await startWebServer(routes);
    const entries = payloads.map(({ title, link, html = "" }, index) => ({
      title: title ?? newsOf(index + 1).title,
      link: link ?? `/news/${index}`,
      guid: `payload-${index}`,
      text: `<p>${newsOf(index + 1).text}</p>${html}`,
    }));
    routes["/rss"] = { body: rssOf(server.origin, entries) };
    // Feeds that fail, each with words of theirs where the reason comes from.
    routes["/moved"] = { status: 302, headers: { location: "javascript:alert(document.cookie)" } };
    routes["/inner"] = { status: 302, headers: { location: "http://10.0.0.1/<script>alert(1)</script>" } };
    routes["/type"] = { headers: { "content-type": "text/<script>alert(1)</script>" }, body: "<html>" };
    routes["/broken"] = { body: `<rss><channel><item><title>${title}</title></item></channel></rss>` };
    const feeds = Object.keys(routes).map(
      (path) => `\n  - { url: "${server.origin}${path}", name: "وكالة ${path.slice(1)}", fullText: never }`,
    );
    config = await makeFeedConfig(feeds.join(""));
    const mujaz = await startMujaz({ ...config.env, LOG_LEVEL: "trace" }, ["clock"]);
    const told = (): number => mujaz.output().match(/"event":"source\.(?:read|failed)"/g)?.length ?? 0;
    try {
      await vi.waitFor(() => expect(told()).toBeGreaterThanOrEqual(feeds.length), { timeout: 40_000 });
    } finally {
      await mujaz.stop();
    }
    output = mujaz.output();
  });
  afterAll(async () => {
    await server.close();
    await config.dispose();
  });

  const lines = (): string[] => output.split("\n").filter((line) => line.startsWith("{"));

  it("tells of each feed what came, and what went wrong", () => {
    const told = lines().map(
      (line) => JSON.parse(line) as { event: string; outlet?: string; added?: number },
    );
    expect(told.filter(({ event }) => event === "source.failed").map(({ outlet }) => outlet)).toHaveLength(3);
    expect(told.find(({ event, outlet }) => event === "source.read" && outlet === "وكالة rss")?.added).toBe(
      payloads.length,
    );
    expect(output).toContain('entry \\"\\\\u{202e}emit');
  });

  it("is one JSON object a line, with none of their markup and no character that a terminal obeys", () => {
    expect(lines().length).toBeGreaterThan(10);
    for (const line of lines()) {
      expect(() => JSON.parse(line), line).not.toThrow();
      expect(line).not.toMatch(unseen);
      const { message, ...rest } = JSON.parse(line) as { event: string; message?: string };
      expect(JSON.stringify(rest)).not.toMatch(theirs);
      if (message !== undefined) expect(rest.event).toBe("source.entry");
    }
  });
});
