// The web client's manners: turns and pauses at one host, and robots.txt for pages.
import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWeb, type WebOptions } from "../../src/sources/client.ts";
import type { Web, WebAnswer } from "../../src/sources/web.ts";
import { createHandClock, type HandClock, settle } from "./handClock.ts";
import { type Route, startWebServer, type WebServer } from "./webServer.ts";

const start = new Date("2026-11-24T05:00:00Z");

let routes: Record<string, Route> = {};
let server: WebServer;
let clock: HandClock;
let web: Web;
beforeEach(async () => {
  routes = { "/feed": { body: "<rss/>" }, "/news/1": { body: "<p>خبر</p>" } }; // khabar, "a piece of news"
  server = await startWebServer(routes);
  clock = createHandClock(start);
  web = open();
});
afterEach(async () => {
  await web.close();
  await server.close();
});

function open(options: Partial<WebOptions> = {}): Web {
  return createWeb({
    userAgent: "Mujaz/0.1.0 (+https://mujaz.example/)",
    allowHosts: ["127.0.0.1", "news.example", "other.example"],
    limits: { pauseMs: 0 },
    sleep: clock.sleep,
    now: clock.now,
    lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    ...options,
  });
}

const feed = (path = "/feed", host = "127.0.0.1"): Promise<WebAnswer> =>
  web.get({ url: `http://${host}:${server.port}${path}`, kind: "feed" });
const page = (path = "/news/1", host = "127.0.0.1"): Promise<WebAnswer> =>
  web.get({ url: `http://${host}:${server.port}${path}`, kind: "page" });
const paths = (): string[] => server.hits.map(({ path }) => path);

/** A route that answers when the test says so; `arrived` resolves when somebody asks. */
function gate(): { route: Route; arrived: Promise<ServerResponse> } {
  let tell = (_response: ServerResponse): void => {};
  const arrived = new Promise<ServerResponse>((resolve) => {
    tell = resolve;
  });
  return { arrived, route: (_request, response) => tell(response) };
}

describe("requests to one host", () => {
  it("go one after the other, and to another host at the same time", async () => {
    const slow = gate();
    routes["/slow"] = slow.route;
    const first = feed("/slow");
    const second = feed("/feed");
    const response = await slow.arrived;
    expect(await feed("/feed", "other.example")).toMatchObject({ kind: "body" });
    expect(paths()).toEqual(["/slow", "/feed"]);
    response.end("x");
    await Promise.all([first, second]);
    expect(paths()).toEqual(["/slow", "/feed", "/feed"]);
  });

  it("do not spend their 20 s on waiting for their turn", async () => {
    web = open({ limits: { pauseMs: 60_000 } });
    await feed();
    const second = feed();
    await settle();
    expect(clock.asked).toEqual([20_000, 60_000]); // the first one's time, the pause; the second's runs later
    await clock.advance(60_000);
    expect(await second).toMatchObject({ kind: "body" });
    expect(clock.asked).toEqual([20_000, 60_000, 20_000]);
  });

  it("pause a second when nothing else is wished", async () => {
    web = open({ limits: {} });
    await feed();
    const second = feed();
    await settle();
    expect(clock.asked.at(-1)).toBe(1_000);
    await clock.advance(1_000);
    await second;
  });
});

describe("robots.txt", () => {
  const robots = (text: string): void => {
    routes["/robots.txt"] = { headers: { "content-type": "text/plain" }, body: text };
  };

  it("is obeyed for pages, by our own name, and says so", async () => {
    robots("User-agent: *\nAllow: /\n\nUser-agent: mujaz\nDisallow: /news/\n");
    expect(await page("/news/1?key=secret")).toEqual({
      kind: "refused",
      reason: `robots.txt of 127.0.0.1:${server.port} forbids 127.0.0.1:${server.port}/news/1`,
      mend: "the publisher does not want it: use the feed alone",
    });
    expect(paths()).toEqual(["/robots.txt"]);
  });

  it("is not asked about feeds", async () => {
    robots("User-agent: *\nDisallow: /\n");
    expect(await feed()).toMatchObject({ kind: "body" });
    expect(paths()).toEqual(["/feed"]);
  });

  it("is asked once a day for all pages of an origin, also when they come together", async () => {
    robots("User-agent: *\nDisallow: /private\n");
    await Promise.all([page(), page(), page("/private")]);
    expect(paths()).toEqual(["/robots.txt", "/news/1", "/news/1"]);
    await clock.advance(86_399_000);
    await page();
    expect(paths().filter((path) => path === "/robots.txt")).toHaveLength(1);
    await clock.advance(1_000);
    await page();
    expect(paths().filter((path) => path === "/robots.txt")).toHaveLength(2);
  });

  it.each([[404], [403], [401], [410]])("that is not there (%i) allows everything", async (status) => {
    routes["/robots.txt"] = { status };
    expect(await page()).toMatchObject({ kind: "body" });
  });

  it("that is empty allows everything", async () => {
    robots("");
    expect(await page()).toMatchObject({ kind: "body" });
  });

  it("of a server in trouble forbids everything for an hour", async () => {
    routes["/robots.txt"] = { status: 500 };
    expect(await page()).toMatchObject({
      kind: "failed",
      reason: `robots.txt of 127.0.0.1:${server.port} cannot be read: their server is in trouble (500)`,
    });
    await clock.advance(3_599_000);
    expect(await page()).toMatchObject({ kind: "failed" });
    expect(paths()).toEqual(["/robots.txt"]);
    robots("");
    await clock.advance(1_000);
    expect(await page()).toMatchObject({ kind: "body" });
  });

  it("of a server that asks us to wait makes the page wait, too", async () => {
    const date = start.toUTCString();
    routes["/robots.txt"] = { status: 429, headers: { date, "retry-after": "120" } };
    expect(await page()).toEqual({ kind: "wait", seconds: 120, status: 429 });
    robots("");
    await clock.advance(120_000);
    expect(await page()).toMatchObject({ kind: "body" });
  });

  it("is followed through redirects, but not into a private network", async () => {
    routes["/robots.txt"] = { status: 301, headers: { location: "/real-robots.txt" } };
    routes["/real-robots.txt"] = { body: "User-agent: *\nDisallow: /news\n" };
    expect(await page()).toMatchObject({ kind: "refused" });
    const inside = await startWebServer({});
    routes["/robots.txt"] = { status: 301, headers: { location: inside.origin } };
    web = open({ allowHosts: ["news.example"] });
    expect(await page("/news/1", "news.example")).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("127.0.0.1 is a loopback address"),
    });
    expect(inside.connections()).toBe(0);
    await inside.close();
  });

  it("is asked at the host that a page redirects to, before that host is asked for the page", async () => {
    routes["/moved"] = { status: 302, headers: { location: `http://other.example:${server.port}/news/1` } };
    routes["/robots.txt"] = (request, response) => {
      const isOther = request.headers.host?.startsWith("other") === true;
      response.end(isOther ? "User-agent: *\nDisallow: /\n" : "");
    };
    expect(await page("/moved", "news.example")).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("robots.txt of other.example"),
    });
    expect(server.hits.map(({ path, headers }) => (headers.host?.split(":")[0] ?? "") + path)).toEqual([
      "news.example/robots.txt",
      "news.example/moved",
      "other.example/robots.txt",
    ]);
  });

  it.each([
    ["5", 5_000],
    ["3600", 30_000],
    ["0", 1_000],
    ["soon", 1_000],
  ])("with a Crawl-delay of %s makes the pause %i ms", async (delay, pauseMs) => {
    web = open({ limits: { pauseMs: 1_000 } });
    robots(`User-agent: *\nCrawl-delay: ${delay}\n`);
    const first = page();
    while (paths().length < 1) await settle();
    while (clock.asked.length < 2) await settle();
    await clock.advance(1_000); // The pause after robots.txt itself.
    await first;
    const second = page();
    while (clock.asked.length < 4) await settle();
    expect(clock.asked[3]).toBe(pauseMs);
    await clock.advance(pauseMs);
    await second;
  });

  it("is read up to 500 KiB, and the rest is left", async () => {
    const filling = `# ${"x".repeat(97)}\n`.repeat(5_120); // 500 KiB
    robots(`User-agent: *\nDisallow: /news\n${filling}\nDisallow: /late\n`);
    routes["/late"] = { body: "<p>x</p>" };
    expect(await page()).toMatchObject({ kind: "refused" });
    expect(await page("/late")).toMatchObject({ kind: "body" });
  });

  it("does not hold up the others when one of them gives up", async () => {
    const slow = gate();
    routes["/robots.txt"] = slow.route;
    const impatient = new AbortController();
    const url = `${server.origin}/news/1`;
    const first = web.get({ url, kind: "page" }, impatient.signal);
    const second = web.get({ url, kind: "page" });
    const response = await slow.arrived;
    impatient.abort();
    expect(await first).toMatchObject({ kind: "failed" });
    response.end("");
    expect(await second).toMatchObject({ kind: "body" });
  });
});
