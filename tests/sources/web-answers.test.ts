// The web client against a real server: conditional requests, redirects, delays, statuses and what the headers tell.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWeb } from "../../src/sources/client.ts";
import type { Web, WebAnswer, WebRequest } from "../../src/sources/web.ts";
import { type Route, startWebServer, type WebServer } from "./webServer.ts";

/** "Water returned to the northern quarters of the city on Sunday." */
const rss =
  "<rss><channel><item><title>عادت المياه إلى أحياء المدينة الشمالية يوم الأحد</title></item></channel></rss>";
const now = new Date("2026-11-24T05:00:00Z");

let routes: Record<string, Route> = {};
let server: WebServer;
let web: Web;
beforeEach(async () => {
  routes = { "/feed": { headers: { "content-type": "application/rss+xml" }, body: rss } };
  server = await startWebServer(routes);
  web = createWeb({
    userAgent: "Mujaz/0.1.0 (+https://mujaz.example/)",
    allowHosts: ["127.0.0.1"],
    limits: { pauseMs: 0 },
    now: () => now,
  });
});
afterEach(async () => {
  await web.close();
  await server.close();
});

const get = (path: string, more: Partial<WebRequest> = {}): Promise<WebAnswer> =>
  web.get({ url: server.origin + path, kind: "feed", ...more });

describe("a request", () => {
  it("brings the bytes as they are, says who asks and takes what feeds are served as", async () => {
    const answer = await get("/feed?page=1");
    expect(answer).toMatchObject({
      kind: "body",
      url: `${server.origin}/feed?page=1`,
      contentType: "application/rss+xml",
    });
    expect(new TextDecoder().decode((answer as { bytes: Uint8Array }).bytes)).toBe(rss);
    expect(server.hits[0]?.headers).toMatchObject({
      "user-agent": "Mujaz/0.1.0 (+https://mujaz.example/)",
      "accept-encoding": "gzip, deflate, br",
      accept: expect.stringContaining("application/rss+xml"),
    });
  });

  it("asks for a page with another Accept header", async () => {
    routes["/page"] = { headers: { "content-type": "text/html" }, body: "<p>خبر (news)</p>" };
    expect(await get("/page", { kind: "page" })).toMatchObject({ kind: "body" });
    expect(server.hits.at(-1)?.headers.accept).toMatch(/^text\/html/);
  });

  it("never sends the user and password of an address", async () => {
    const answer = await web.get({
      url: `http://editor:secret@127.0.0.1:${server.port}/feed#top`,
      kind: "feed",
    });
    expect(answer).toMatchObject({ kind: "body", url: `${server.origin}/feed` });
    expect(server.hits[0]?.headers.authorization).toBeUndefined();
  });

  it("opens a connection of its own and closes it", async () => {
    await get("/feed");
    await get("/feed");
    await server.idle();
    expect(server.connections()).toBe(2);
  });
});

describe("a conditional request", () => {
  it("gives the validators to keep, sends them back, and takes 304 for unchanged", async () => {
    const lastModified = "Mon, 23 Nov 2026 18:00:00 GMT";
    routes["/feed"] = (request, response) => {
      const isSame =
        request.headers["if-none-match"] === '"v1"' && request.headers["if-modified-since"] === lastModified;
      response.setHeader("etag", '"v1"').setHeader("cache-control", "public, max-age=300");
      if (isSame) response.writeHead(304).end();
      else response.setHeader("last-modified", lastModified).end(rss);
    };
    const first = await get("/feed");
    expect(first).toMatchObject({ kind: "body", etag: '"v1"', lastModified, maxAgeSeconds: 300 });
    expect(await get("/feed", { etag: '"v1"', lastModified })).toEqual({
      kind: "unchanged",
      url: `${server.origin}/feed`,
      etag: '"v1"',
      lastModified, // A 304 that does not repeat it leaves the last one good.
      maxAgeSeconds: 300,
    });
  });

  it("takes 304 without a question for a failure", async () => {
    routes["/feed"] = { status: 304 };
    expect(await get("/feed")).toMatchObject({ kind: "failed", status: 304 });
  });

  it("neither keeps nor sends a validator that no header can carry", async () => {
    routes["/feed"] = (_request, response) => {
      response.writeHead(200, ["etag", Buffer.from('"نسخة"').toString("latin1")]).end(rss); // nuskha, "version"
    };
    expect(await get("/feed", { etag: '"a\r\nx-injected: 1"' })).not.toHaveProperty("etag");
    expect(server.hits[0]?.headers).not.toHaveProperty("x-injected");
    expect(server.hits[0]?.headers).not.toHaveProperty("if-none-match");
  });

  it("reads Expires against the Date of the answer, because their clock may be wrong", async () => {
    routes["/feed"] = {
      headers: { date: "Tue, 24 Nov 2020 05:00:00 GMT", expires: "Tue, 24 Nov 2020 05:10:00 GMT" },
      body: rss,
    };
    expect(await get("/feed")).toMatchObject({ maxAgeSeconds: 600 });
  });
});

describe("redirects", () => {
  const to = (status: number, location: string): Route => ({ status, headers: { location } });

  it.each([
    ["one 301", [301], "/1"],
    ["301 and 308", [301, 308], "/2"],
    ["one 302", [302], undefined],
    ["303", [303], undefined],
    ["307", [307], undefined],
    ["301 and then 302: the permanent part counts", [301, 302], "/1"],
    ["302 and then 301: nothing behind a temporary one counts", [302, 301], undefined],
  ])("remembers where the source moved to: %s", async (_name, statuses, movedTo) => {
    statuses.forEach((status, index) => {
      routes[index === 0 ? "/start" : `/${index}`] = to(status, `/${index + 1}`);
    });
    routes[`/${statuses.length}`] = { body: rss };
    const answer = await get("/start");
    expect(answer).toMatchObject({ kind: "body", url: `${server.origin}/${statuses.length}` });
    expect((answer as { movedTo?: string }).movedTo).toBe(movedTo && server.origin + movedTo);
  });

  it("remembers the move of an unchanged source, too", async () => {
    routes["/old"] = to(301, "/new");
    routes["/new"] = { status: 304 };
    expect(await get("/old", { etag: '"v1"' })).toMatchObject({
      kind: "unchanged",
      movedTo: `${server.origin}/new`,
    });
  });

  it("follows five and not six", async () => {
    for (const step of [1, 2, 3, 4, 5]) routes[`/${step}`] = to(302, `/${step + 1}`);
    routes["/6"] = { body: rss };
    expect(await get("/1")).toMatchObject({ kind: "body" });
    routes["/0"] = to(302, "/1");
    expect(await get("/0")).toMatchObject({
      kind: "failed",
      reason: `more than 5 redirects, the last to 127.0.0.1:${server.port}/6`,
    });
  });

  it("names a circle, and shows no query in it", async () => {
    routes["/a"] = to(302, "/b?key=secret");
    routes["/b"] = to(302, "/a?key=secret");
    const answer = await get("/a?key=secret");
    const place = `127.0.0.1:${server.port}`;
    expect(answer).toMatchObject({
      kind: "failed",
      reason: `${place}/b redirects in a circle, to ${place}/a`,
      status: 302,
    });
  });

  it("names a redirect that leads nowhere", async () => {
    routes["/a"] = { status: 302 };
    routes["/b"] = to(302, "http://[");
    expect(await get("/a")).toMatchObject({
      kind: "failed",
      reason: `127.0.0.1:${server.port}/a redirects without an address (302)`,
    });
    expect(await get("/b")).toMatchObject({
      kind: "refused",
      reason: `127.0.0.1:${server.port}/b redirects: it is not an address`,
    });
  });

  it("reads a Location with bare Arabic letters as the UTF-8 that it is", async () => {
    const slug = "/أخبار"; // akhbar, "news"
    routes["/a"] = (_request, response) => {
      response.writeHead(301, ["location", Buffer.from(slug).toString("latin1")]).end();
    };
    routes[encodeURI(slug)] = { body: rss };
    expect(await get("/a")).toMatchObject({ kind: "body", movedTo: server.origin + encodeURI(slug) });
  });
});

describe("a delay", () => {
  it.each([
    ["seconds", 429, "120", 120],
    ["an HTTP date", 429, "Tue, 24 Nov 2026 05:02:30 GMT", 150],
    ["a date that has passed", 429, "Tue, 24 Nov 2026 04:00:00 GMT", 1],
    ["zero", 429, "0", 1],
    ["a year", 503, "31536000", 86_400],
    ["nothing", 429, undefined, 60],
    ["words that Date.parse would take for the fifth of May", 429, "may 5", 60],
  ])("is read from Retry-After: %s", async (_name, status, retryAfter, seconds) => {
    const date = now.toUTCString();
    routes["/feed"] = {
      status,
      headers: retryAfter === undefined ? { date } : { date, "retry-after": retryAfter },
    };
    expect(await get("/feed")).toEqual({ kind: "wait", seconds, status });
  });

  it("is not read into a 503 that names none", async () => {
    routes["/feed"] = { status: 503 };
    expect(await get("/feed")).toMatchObject({ kind: "failed", status: 503 });
  });
});

describe("a status", () => {
  it.each([
    [204, "the answer is empty (204)"],
    [206, "an answer that means nothing here (206)"],
    [401, "it asks for a password (401)"],
    [403, "it forbids us (403)"],
    [404, "there is nothing at this address (404)"],
    [418, "their server does not accept the request (418)"],
    [500, "their server is in trouble (500)"],
  ])("%i is told with a mend", async (status, reason) => {
    routes["/feed"] = { status, body: status === 204 ? "" : "words" };
    expect(await get("/feed")).toEqual({
      kind: "failed",
      status,
      reason,
      mend: expect.stringMatching(/\w+ \w+/),
    });
  });

  it("410 means that it is gone", async () => {
    routes["/feed"] = { status: 410 };
    expect(await get("/feed")).toEqual({ kind: "gone" });
  });
});
