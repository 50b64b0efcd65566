// The web client as it is without settings: 5 MiB, 20 s, a second between requests, no private address.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAllowedHosts } from "../../src/sources/allow-hosts.ts";
import { createWeb } from "../../src/sources/client.ts";
import { createConnect } from "../../src/sources/connect.ts";
import type { Web } from "../../src/sources/web.ts";
import { createHandClock, type HandClock, settle } from "./handClock.ts";
import { type Route, startWebServer, type WebServer } from "./webServer.ts";

let routes: Record<string, Route>;
let server: WebServer;
let clock: HandClock;
let web: Web;
beforeEach(async () => {
  routes = {};
  server = await startWebServer(routes);
  clock = createHandClock(new Date("2026-11-24T05:00:00Z"));
  const { sleep, now } = clock;
  web = createWeb({ userAgent: "Mujaz/0.1.0", allowHosts: ["127.0.0.1"], sleep, now });
});
afterEach(async () => {
  await web.close();
  await server.close();
});

const get = (path: string) => web.get({ url: server.origin + path, kind: "feed" });
const mebibytes = 1024 * 1024;

describe("without settings", () => {
  it("5 MiB are read, and one byte more is refused", async () => {
    const head = "<rss>";
    routes["/full"] = { body: head.padEnd(5 * mebibytes, "x") };
    routes["/over"] = { body: head.padEnd(5 * mebibytes + 1, "x") };
    expect(await get("/full")).toMatchObject({ kind: "body" });
    const over = get("/over");
    await clock.advance(1_000);
    expect(await over).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("too large"),
    });
  });

  it("a second lies between two requests to one host, and each has 20 s", async () => {
    routes["/"] = { body: "<rss/>" };
    await get("/");
    const second = get("/");
    await settle();
    expect(clock.asked).toEqual([20_000, 1_000]);
    await clock.advance(999);
    expect(server.hits).toHaveLength(1);
    await clock.advance(1);
    expect(await second).toMatchObject({ kind: "body" });
  });
});

it("a connection to a private address is refused by itself, whoever asked for it", async () => {
  const lookup = async (): Promise<never> => {
    throw new Error("a literal address is not looked up");
  };
  const url = new URL("http://10.1.2.3/feed");
  const connect = createConnect(url, lookup, createAllowedHosts([]), AbortSignal.timeout(5_000));
  const options = { hostname: "10.1.2.3", host: "10.1.2.3", protocol: "http:", port: "80" };
  const error = await new Promise((resolve) => connect(options as never, (...[why]) => resolve(why)));
  expect(error).toMatchObject({ answer: { kind: "refused" } });
});
