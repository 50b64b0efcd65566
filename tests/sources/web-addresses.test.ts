// No trick leads the web client into a private network: each is refused, and the server behind it sees no connection.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whyForbidden } from "../../src/sources/addresses.ts";
import { createAllowedHosts, isAllowHost } from "../../src/sources/allow-hosts.ts";
import { createWeb, type WebOptions } from "../../src/sources/client.ts";
import type { Resolved } from "../../src/sources/connect.ts";
import { checkAddress, mayFetch } from "../../src/sources/may-fetch.ts";
import { travel } from "../../src/sources/redirects.ts";
import type { Web, WebAnswer } from "../../src/sources/web.ts";
import { startWebServer, type WebServer } from "./webServer.ts";

let server: WebServer;
const webs: Web[] = [];
beforeEach(async () => {
  server = await startWebServer({ "/": { body: "the inside of the house" } });
});
afterEach(async () => {
  for (const web of webs.splice(0)) await web.close();
  await server.close();
});

function open(options: Partial<WebOptions> = {}): Web {
  const limits = { pauseMs: 0, timeoutMs: 5_000 };
  const web = createWeb({ userAgent: "Mujaz/0.1.0", allowHosts: [], limits, ...options });
  webs.push(web);
  return web;
}

/** A resolver that gives one list after the other, and the last one for ever. */
function resolver(...answers: readonly (readonly string[])[]): {
  lookup: (host: string) => Promise<readonly Resolved[]>;
  calls: string[];
} {
  const calls: string[] = [];
  return {
    calls,
    lookup: async (host) => {
      calls.push(host);
      const found = answers[Math.min(calls.length, answers.length) - 1] ?? [];
      return found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
  };
}

const feed = (web: Web, url: string): Promise<WebAnswer> => web.get({ url, kind: "feed" });

/** Never given out by IANA since 2006, so public by its form and reachable by nobody. */
const nowhere = "3ffe::1";

const ways = [
  ["dotted", "127.0.0.1"],
  ["decimal", "2130706433"],
  ["hexadecimal", "0x7f000001"],
  ["hexadecimal in parts", "0x7f.0x0.0x0.0x1"],
  ["octal", "0177.0.0.01"],
  ["short", "127.1"],
  ["with a trailing dot", "127.0.0.1."],
  ["in full-width digits", "１２７.0.0.1"],
  ["percent-encoded", "%31%32%37.0.0.1"],
  ["behind a user name that looks like the host", "news.example@127.0.0.1"],
] as const;

describe("an address of this machine", () => {
  it.each(ways)("is refused when it is written %s", async (_name, host) => {
    const answer = await feed(open(), `http://${host}:${server.port}/`);
    expect(answer).toEqual({
      kind: "refused",
      reason: "127.0.0.1 is a loopback address; only public addresses are fetched",
      mend: `if it is safe to ask, add "127.0.0.1:${server.port}" to sources.allowHosts in config/sources.yaml`,
    });
    expect(server.connections()).toBe(0);
  });

  it.each(ways)("is really what is meant by the way of writing: %s", async (_name, host) => {
    const answer = await feed(open({ allowHosts: ["127.0.0.1"] }), `http://${host}:${server.port}/`);
    expect(answer).toMatchObject({ kind: "body" });
  });

  it.each([
    ["0", "0.0.0.0 is an unspecified address"],
    ["[::]", ":: is an unspecified address"],
    ["[::1]", "::1 is a loopback address"],
    ["[0:0:0:0:0:0:0:1]", "::1 is a loopback address"],
    ["[::ffff:127.0.0.1]", "::ffff:7f00:1 is an IPv4 address written as IPv6"],
    ["[::ffff:7f00:1]", "::ffff:7f00:1 is an IPv4 address written as IPv6"],
    ["[::127.0.0.1]", "::7f00:1 is a reserved address"],
    ["[64:ff9b::7f00:1]", "64:ff9b::7f00:1 is a NAT64 address of 127.0.0.1, a loopback address"],
    ["localhost", "localhost is this machine"],
    ["LOCALHOST.", "localhost is this machine"],
    ["news.localhost", "news.localhost is this machine"],
    ["news.localhost.", "news.localhost is this machine"],
  ])("is refused as %s", async (host, reason) => {
    const { lookup, calls } = resolver(["127.0.0.1"]);
    const answer = await feed(open({ lookup }), `http://${host}:${server.port}/`);
    expect(answer).toMatchObject({
      kind: "refused",
      reason: `${reason}; only public addresses are fetched`,
    });
    expect(calls).toEqual([]);
    expect(server.connections()).toBe(0);
  });
});

describe("a name", () => {
  it.each([
    ["to this machine", ["127.0.0.1"], "127.0.0.1, a loopback address"],
    ["to a public and a private address", [nowhere, "127.0.0.1"], "127.0.0.1, a loopback address"],
    ["to a private and a public address", ["127.0.0.1", nowhere], "127.0.0.1, a loopback address"],
    ["to a mapped address", ["::ffff:127.0.0.1"], "::ffff:127.0.0.1, an IPv4 address written as IPv6"],
    [
      "to this machine through NAT64",
      ["64:ff9b::7f00:1"],
      "64:ff9b::7f00:1, a NAT64 address of 127.0.0.1, a loopback address",
    ],
    [
      "to a private network through NAT64, beside a public site",
      ["64:ff9b::808:808", "64:ff9b::c0a8:1"],
      "64:ff9b::c0a8:1, a NAT64 address of 192.168.0.1, an address of a private network",
    ],
    ["to the cloud's own address", ["169.254.169.254"], "169.254.169.254, a link-local address"],
    ["to something that is no address", ["127.0.0.1 "], "127.0.0.1 , not an address"],
  ])("is refused when it leads %s", async (_name, answers, found) => {
    const { lookup, calls } = resolver(answers);
    const answer = await feed(open({ lookup }), `http://news.example:${server.port}/?key=secret`);
    expect(answer).toEqual({
      kind: "refused",
      reason: `news.example resolves to ${found}; only public addresses are fetched`,
      mend: `if it is safe to ask, add "news.example:${server.port}" to sources.allowHosts in config/sources.yaml`,
    });
    expect(calls).toEqual(["news.example"]);
    expect(server.connections()).toBe(0);
  });

  it("is resolved once for a connection, so an answer that changes after the check is never used", async () => {
    const { lookup, calls } = resolver([nowhere], ["127.0.0.1"]);
    const web = open({ lookup, limits: { pauseMs: 0, timeoutMs: 100 } });
    const url = `http://news.example:${server.port}/`;
    expect(await feed(web, url)).toMatchObject({ kind: "failed" }); // nobody is there
    expect(calls).toHaveLength(1);
    expect(await feed(web, url)).toMatchObject({ kind: "refused" }); // the next request looks again
    expect(calls).toHaveLength(2);
    expect(server.connections()).toBe(0);
  });

  it("is connected to at the very address that was checked", async () => {
    // 127.0.0.2 answers nobody here: a second lookup would end there.
    const { lookup, calls } = resolver(["127.0.0.1"], ["127.0.0.2"]);
    const web = open({ lookup, allowHosts: ["news.example"] });
    expect(await feed(web, `http://news.example:${server.port}/`)).toMatchObject({ kind: "body" });
    expect(calls).toHaveLength(1);
  });
});

describe("a redirect", () => {
  it.each([
    ["http://169.254.169.254/latest/meta-data/", "169.254.169.254 is a link-local address"],
    ["//2130706433/", "127.0.0.1 is a loopback address"],
    ["http://inside.example/", "inside.example resolves to 127.0.0.1, a loopback address"],
    ["http://localhost/", "localhost is this machine"],
    ["file:///etc/passwd", "file: addresses are not fetched"],
    ["ftp://news.example/", "ftp: addresses are not fetched"],
    ["gopher://127.0.0.1/", "gopher: addresses are not fetched"],
    ["data:text/html,x", "data: addresses are not fetched"],
    ["http://news.example:0/", "news.example:0/: there is no port 0"],
  ])("to %s is refused", async (location, reason) => {
    const target = location.replace(/\/\/(2130706433|inside\.example|localhost)\//, `//$1:${server.port}/`);
    const gate = await startWebServer({ "/": { status: 302, headers: { location: target } } });
    const { lookup } = resolver(["127.0.0.1"]);
    const web = open({ lookup, allowHosts: [`gate.example:${gate.port}`] });
    const answer = await feed(web, `http://gate.example:${gate.port}/?key=secret`);
    expect(answer).toMatchObject({ kind: "refused", reason: expect.stringContaining(reason) });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(gate.connections()).toBe(1);
    expect(server.connections()).toBe(0);
    await gate.close();
  });

  it("from https to http is followed", async () => {
    const allowed = createAllowedHosts([]);
    const start = new URL("https://news.example/feed");
    const arrival = await travel(start, {
      redirects: 5,
      check: (location, base) => checkAddress(location, allowed, base),
      visit: async (url) =>
        url.protocol === "https:"
          ? { kind: "redirect", status: 301, location: "http://news.example/feed" }
          : { kind: "read" },
    });
    expect(arrival).toMatchObject({ kind: "arrived", movedTo: new URL("http://news.example/feed") });
  });
});

describe("an exempted host", () => {
  it("is exempt at the port that is named, and at every port where none is", async () => {
    const other = await startWebServer({ "/": { body: "x" } });
    const web = open({ allowHosts: [`127.0.0.1:${server.port}`] });
    expect(await feed(web, server.origin)).toMatchObject({ kind: "body" });
    expect(await feed(web, other.origin)).toMatchObject({ kind: "refused" });
    expect(other.connections()).toBe(0);
    expect(await feed(open({ allowHosts: ["127.1"] }), other.origin)).toMatchObject({ kind: "body" });
    await other.close();
  });

  it("is exempt by its name, not by where the name leads", async () => {
    const { lookup } = resolver(["127.0.0.1"]);
    const web = open({ lookup, allowHosts: ["News.Example."] });
    expect(await feed(web, `http://news.example:${server.port}/`)).toMatchObject({ kind: "body" });
    expect(await feed(web, `http://other.example:${server.port}/`)).toMatchObject({ kind: "refused" });
    expect(await feed(web, `http://sub.news.example:${server.port}/`)).toMatchObject({ kind: "refused" });
    expect(await feed(web, server.origin)).toMatchObject({ kind: "refused" });
    expect(server.connections()).toBe(1);
  });

  it.each([
    ["news.example", true],
    ["news.example:8080", true],
    ["NEWS.example.", true],
    ["127.0.0.1", true],
    ["::1", true],
    ["[::1]", true],
    ["[::1]:8080", true],
    ["localhost:8080", true],
    ["", false],
    ["http://news.example/", false],
    ["news.example/feed", false],
    ["news.example:port", false],
    ["user@news.example", false],
    ["two words", false],
  ])("can be written %j: %s", (entry, isReadable) => {
    expect(isAllowHost(entry)).toBe(isReadable);
  });

  it("in IPv6 is the same in every way of writing", () => {
    for (const entry of ["::1", "[::1]", "0:0:0:0:0:0:0:1"])
      expect(createAllowedHosts([entry]).has("::1", 80)).toBe(true);
    expect(createAllowedHosts(["[::1]:8080"]).has("::1", 80)).toBe(false);
    expect(createAllowedHosts(["[::1]:8080"]).has("::1", 8080)).toBe(true);
  });

  it("has the port of its scheme where the address names none", () => {
    expect(mayFetch("http://localhost/", ["localhost:80"]).ok).toBe(true);
    expect(mayFetch("https://localhost/", ["localhost:80"]).ok).toBe(false);
    expect(mayFetch("https://localhost/", ["localhost:443"]).ok).toBe(true);
  });
});

describe("mayFetch", () => {
  it.each([
    ["https://News.Example:443/a b?x=1#top", "https://news.example/a%20b?x=1"],
    ["http://user:secret@news.example", "http://news.example/"],
    ["http://8.8.8.8/", "http://8.8.8.8/"],
    ["http://[2001:4860:4860::8888]/", "http://[2001:4860:4860::8888]/"],
    ["http://أخبار.example/", "http://xn--igbicxr.example/"], // akhbar, "news"
  ])("gives the address as it will be asked: %s", (address, url) => {
    expect(mayFetch(address, [])).toEqual({ ok: true, url });
  });

  it.each([
    ["news.example/feed", "it is not an address"],
    ["", "it is not an address"],
    ["http://", "it is not an address"],
    ["javascript:alert(1)", "javascript: addresses are not fetched"],
    ["http://10.0.0.1/", "10.0.0.1 is an address of a private network; only public addresses are fetched"],
    ["http://news.example:0/x?key=secret", "news.example:0/x: there is no port 0"],
    [`http://news.example/${"a".repeat(4100)}`, "its address is longer than 4096 characters"],
  ])("says why not: %s", (address, reason) => {
    expect(mayFetch(address, [])).toEqual({ ok: false, reason, mend: expect.stringMatching(/\w+ \w+/) });
  });
});

describe("whyForbidden", () => {
  it.each([
    ["0.0.0.0"],
    ["0.1.2.3"],
    ["10.1.2.3"],
    ["100.64.0.1"],
    ["100.127.255.255"],
    ["127.255.255.255"],
    ["169.254.0.1"],
    ["172.16.0.1"],
    ["172.31.255.255"],
    ["192.0.0.8"],
    ["192.0.2.1"],
    ["192.88.99.1"],
    ["192.168.0.1"],
    ["198.18.0.1"],
    ["198.19.255.255"],
    ["198.51.100.1"],
    ["203.0.113.1"],
    ["224.0.0.1"],
    ["239.255.255.255"],
    ["240.0.0.1"],
    ["255.255.255.255"],
    ["::"],
    ["::1"],
    ["::7f00:1"],
    ["::ffff:8.8.8.8"],
    ["::ffff:0:7f00:1"],
    ["64:ff9b::7f00:1"], // 127.0.0.1
    ["64:ff9b::a01:203"], // 10.1.2.3
    ["64:ff9b::192.168.0.1"],
    ["64:ff9b::a9fe:a9fe"], // 169.254.169.254
    ["64:ff9b::"], // 0.0.0.0
    ["64:ff9b::1:808:808"], // Outside of the /96.
    ["64:ff9b:1::808:808"], // NAT64 of a local network (RFC 8215): it may lead anywhere there.
    ["100::1"],
    ["2001::1"],
    ["2001:2::1"],
    ["2001:10::1"],
    ["2001:20::1"],
    ["2001:db8::1"],
    ["2002:7f00:1::"],
    ["3fff::1"],
    ["5f00::1"],
    ["fc00::1"],
    ["fd12::1"],
    ["fe80::1"],
    ["fe80::1%eth0"],
    ["fec0::1"],
    ["ff02::1"],
    ["4000::1"],
    ["news.example"],
    [""],
  ])("forbids %s", (address) => {
    expect(whyForbidden(address)).toEqual(expect.any(String));
  });

  it.each([
    ["1.1.1.1"],
    ["9.255.255.255"],
    ["11.0.0.0"],
    ["100.63.255.255"],
    ["100.128.0.0"],
    ["172.32.0.0"],
    ["192.169.0.0"],
    ["223.255.255.255"],
    ["64:ff9b::808:808"], // NAT64 of 8.8.8.8
    ["64:ff9b::8.8.8.8"],
    ["2001:4860:4860::8888"],
    ["2606:4700::1111"],
    ["2a00:1450::1"],
  ])("lets %s pass", (address) => {
    expect(whyForbidden(address)).toBeUndefined();
  });
});
