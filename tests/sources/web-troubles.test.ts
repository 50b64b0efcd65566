// The web client and connections that fail: refused, cut, silent, slow, no HTTP, no trust, stopped by the caller.
import { once } from "node:events";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createWeb, type WebOptions } from "../../src/sources/client.ts";
import type { Web, WebAnswer } from "../../src/sources/web.ts";
import { createHandClock, type HandClock } from "./handClock.ts";
import { createSelfSigned } from "./selfSigned.ts";
import { type Route, startRawServer, startWebServer, type WebServer } from "./webServer.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function open(options: Partial<WebOptions> = {}): Web {
  const web = createWeb({
    userAgent: "Mujaz/0.1.0",
    allowHosts: ["127.0.0.1", "news.example"],
    limits: { pauseMs: 0, timeoutMs: 5_000 },
    ...options,
  });
  closers.push(() => web.close());
  return web;
}

async function serve(routes: Record<string, Route>): Promise<WebServer> {
  const server = await startWebServer(routes);
  closers.push(() => server.close());
  return server;
}

async function serveRaw(answer: Parameters<typeof startRawServer>[0]): ReturnType<typeof startRawServer> {
  const server = await startRawServer(answer);
  closers.push(() => server.close());
  return server;
}

const feed = (web: Web, url: string, signal?: AbortSignal): Promise<WebAnswer> =>
  web.get({ url, kind: "feed" }, signal);

describe("a connection that fails", () => {
  it("is told by its code: nobody listens", async () => {
    const server = await startWebServer({});
    await server.close();
    expect(await feed(open(), `${server.origin}/?key=secret`)).toEqual({
      kind: "failed",
      reason: "nothing listens there (ECONNREFUSED)",
      mend: "check host and port; it is tried again at the next round",
    });
  });

  it.each([
    ["ENOTFOUND", "there is no such host (ENOTFOUND)"],
    ["EAI_AGAIN", "the name service did not answer (EAI_AGAIN)"],
  ])("is told by its code: the name service says %s", async (code, reason) => {
    const lookup = async (): Promise<never> => {
      throw Object.assign(new Error("prose that nobody reads"), { code });
    };
    expect(await feed(open({ lookup }), "http://news.example/")).toMatchObject({ kind: "failed", reason });
  });

  it("is told when a name has no address", async () => {
    expect(await feed(open({ lookup: async () => [] }), "http://news.example/")).toMatchObject({
      kind: "failed",
      reason: "news.example has no address",
    });
  });

  it("is told when it is reset before the answer", async () => {
    const server = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await feed(open(), server.origin)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/^the connection was cut \(\w+\)$/),
    });
  });

  it.each([
    ["another protocol", "SSH-2.0-OpenSSH_9.6\r\n", "it does not speak HTTP (HPE)"],
    [
      "a broken chunk",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
      "its body was cut short after 0 bytes (HPE)",
    ],
    ["no answer at all", "", /^the connection was cut \(UND_ERR_SOCKET\)$/],
    [
      "headers without end",
      `HTTP/1.1 200 OK\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`,
      "its headers are too large (UND_ERR_HEADERS_OVERFLOW)",
    ],
  ])("is told when it brings %s", async (_name, answer, reason) => {
    const server = await serveRaw(answer);
    expect(await feed(open(), server.origin)).toMatchObject({
      kind: "failed",
      reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
    });
  });

  it("is told when the certificate is signed by nobody", async () => {
    const server = createTlsServer(createSelfSigned("127.0.0.1"), (_request, response) => response.end("x"));
    await once(server.listen(0, "127.0.0.1"), "listening");
    closers.push(async () => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await feed(open(), `https://127.0.0.1:${port}/`)).toMatchObject({
      kind: "failed",
      reason: "its certificate is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)",
    });
  });

  it("is told when https: meets plain HTTP", async () => {
    const server = await serve({});
    expect(await feed(open(), server.origin.replace("http:", "https:"))).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/^no secure connection came about \(\w+\)$/),
    });
  });
});

describe("the time limit", () => {
  const handClock = (): HandClock => createHandClock(new Date("2026-11-24T05:00:00Z"));

  const late = { kind: "failed", reason: "it took longer than 20 s" };

  it.each<[string, Extract<Route, (...all: never[]) => void>]>([
    ["headers that do not come", () => {}],
    ["a body that does not come", (_request, response) => response.flushHeaders()],
    ["a body that stops", (_request, response) => void response.write("half")],
  ])("ends %s", async (_name, route) => {
    const clock = handClock();
    const server = await serve({
      "/": (request, response) => {
        route(request, response);
        setImmediate(() => clock.advance(20_000));
      },
    });
    const web = open({ sleep: clock.sleep, limits: { pauseMs: 0 } });
    expect(await feed(web, server.origin)).toMatchObject(late);
    expect(clock.asked).toEqual([20_000]);
    await server.idle();
  });

  it("ends a body that trickles, in real time", async () => {
    const server = await serve({
      "/": (_request, response) => {
        const timer = setInterval(() => response.write("."), 5);
        response.on("close", () => clearInterval(timer));
      },
    });
    const web = open({ limits: { pauseMs: 0, timeoutMs: 60 } });
    expect(await feed(web, server.origin)).toMatchObject({ reason: "it took longer than 0.06 s" });
    await server.idle();
  });

  it("ends a handshake that is never answered, and its connection", async () => {
    const clock = handClock();
    const server = await serveRaw(() => void setImmediate(() => clock.advance(20_000)));
    const web = open({ sleep: clock.sleep, limits: { pauseMs: 0 } });
    expect(await feed(web, server.origin.replace("http:", "https:"))).toMatchObject(late);
    await server.idle();
  });

  it("ends a name service that is silent", async () => {
    const clock = handClock();
    const lookup = (): Promise<never> => {
      setImmediate(() => clock.advance(20_000));
      return new Promise(() => {});
    };
    expect(
      await feed(open({ sleep: clock.sleep, lookup, limits: {} }), "http://news.example/"),
    ).toMatchObject(late);
  });

  it("counts redirects together", async () => {
    const clock = handClock();
    const server = await serve({
      "/": { status: 302, headers: { location: "/next" } },
      "/next": { body: "words" },
    });
    expect(await feed(open({ sleep: clock.sleep, limits: { pauseMs: 0 } }), server.origin)).toMatchObject({
      kind: "body",
    });
    expect(clock.asked[0]).toBe(20_000);
    expect(clock.asked[1]).toBeLessThan(20_000);
  });
});

describe("stopping", () => {
  const stopped = { kind: "failed", reason: "it was stopped before the answer came", mend: "ask again" };

  it("ends a request that is open, and its connection", async () => {
    const stop = new AbortController();
    const server = await serve({ "/": () => stop.abort() });
    expect(await feed(open(), server.origin, stop.signal)).toEqual(stopped);
    await server.idle();
  });

  it("ends a request before it begins", async () => {
    const server = await serve({});
    expect(await feed(open(), server.origin, AbortSignal.abort())).toEqual(stopped);
    expect(server.connections()).toBe(0);
  });

  it("by close ends what is open, what waits, and what comes later", async () => {
    const web = open();
    const server = await serve({ "/": () => void web.close() });
    const answers = [feed(web, server.origin), feed(web, server.origin)];
    expect(await Promise.all(answers)).toEqual([stopped, stopped]);
    expect(await feed(web, server.origin)).toEqual(stopped);
    expect(server.hits).toHaveLength(1);
    await server.idle();
  });
});
