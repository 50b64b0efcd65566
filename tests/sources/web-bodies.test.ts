// The web client and bodies: encodings, limits, cuts, and bytes that are no text or no page.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWeb } from "../../src/sources/client.ts";
import type { Web, WebAnswer } from "../../src/sources/web.ts";
import { type Route, startRawServer, startWebServer, type WebServer } from "./webServer.ts";

/** "The ministry opened three new bakeries in the port on Monday." */
const text = "<rss><title>افتتحت الوزارة ثلاثة مخابز جديدة في الميناء يوم الاثنين</title></rss>";
const maxBytes = 10_000;

let routes: Record<string, Route> = {};
let server: WebServer;
let web: Web;
beforeEach(async () => {
  routes = {};
  server = await startWebServer(routes);
  web = createWeb({
    userAgent: "Mujaz/0.1.0",
    allowHosts: ["127.0.0.1"],
    limits: { pauseMs: 0, maxBytes },
  });
});
afterEach(async () => {
  await web.close();
  await server.close();
});

async function get(route: Route, kind: "feed" | "page" = "feed"): Promise<WebAnswer> {
  routes["/"] = route;
  return web.get({ url: server.origin, kind });
}

const read = (answer: WebAnswer): string =>
  answer.kind === "body" ? new TextDecoder().decode(answer.bytes) : JSON.stringify(answer);

describe("an encoded body", () => {
  it.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["GZIP", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["identity", Buffer.from(text)],
    ["gzip, br", brotliCompressSync(gzipSync(text))],
  ])("is decoded: %s", async (encoding, body) => {
    expect(read(await get({ headers: { "content-encoding": encoding }, body }))).toBe(text);
  });

  it.each([
    ["gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
  ])("is decoded when it comes byte by byte: %s", async (encoding, body) => {
    const answer = await get((_request, response) => {
      response.writeHead(200, { "content-encoding": encoding }).flushHeaders();
      const send = (at: number): void => {
        if (at < body.length) response.write(body.subarray(at, at + 1), () => setImmediate(send, at + 1));
        else response.end();
      };
      send(0);
    });
    expect(read(answer)).toBe(text);
  });

  it.each([
    ["gzip", Buffer.from(text), "its body is labelled gzip but is not (Z_DATA_ERROR)"],
    ["deflate", gzipSync(text), "its body is labelled deflate but is not (Z_DATA_ERROR)"],
    ["br", Buffer.from(text), /^its body is labelled br but is not \(ERR__ERROR_\w+\)$/],
    ["gzip", gzipSync(text).subarray(0, 30), "its body was cut short after 30 bytes (Z_BUF_ERROR)"],
    ["zstd", Buffer.from(text), 'its body is encoded as "zstd", which was not asked for'],
    ["gzip, gzip, gzip", Buffer.from(text), "its body is packed more than twice"],
  ])("with the wrong label is named: %s", async (encoding, body, reason) => {
    expect(await get({ headers: { "content-encoding": encoding }, body })).toMatchObject({
      kind: "failed",
      reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
    });
  });
});

describe("a body that is too large", () => {
  const tooLarge = { kind: "refused", reason: `it is too large: more than ${maxBytes} bytes` };

  it("just fits at the limit, and is refused one byte above it", async () => {
    expect(read(await get({ body: "a".repeat(maxBytes) }))).toHaveLength(maxBytes);
    expect(await get((_request, response) => response.write("a".repeat(maxBytes + 1)))).toMatchObject(
      tooLarge,
    );
  });

  it("is refused by its Content-Length before it comes", async () => {
    const answer = await get((_request, response) => {
      response.writeHead(200, { "content-length": maxBytes + 1 }).flushHeaders();
    });
    expect(answer).toMatchObject(tooLarge);
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(2_000_000, 97))],
    ["deflate", deflateSync(Buffer.alloc(2_000_000, 97))],
    ["br", brotliCompressSync(Buffer.alloc(20_000_000, 97))],
  ])("cannot hide in a small %s body", async (encoding, body) => {
    expect(body.length).toBeLessThan(maxBytes);
    expect(await get({ headers: { "content-encoding": encoding }, body })).toMatchObject(tooLarge);
  });

  it("is refused although it never ends, and the connection is closed", async () => {
    const answer = await get((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("a".repeat(1000)));
      };
      response.on("drain", more);
      more();
    });
    expect(answer).toMatchObject(tooLarge);
    await server.idle();
  });

  it("is refused when it is large before it is decoded and nothing after", async () => {
    const nothing = gzipSync("");
    const body = Buffer.concat(Array.from({ length: 1000 }, () => nothing));
    expect(await get({ headers: { "content-encoding": "gzip" }, body })).toMatchObject(tooLarge);
  });
});

describe("a body that breaks off", () => {
  it("is named with what came and what was promised", async () => {
    const answer = await get((_request, response) => {
      response.writeHead(200, { "content-length": 1000 }).write("half", () => response.destroy());
    });
    expect(answer).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/^its body was cut short after 4 of 1000 bytes \(\w+\)$/),
    });
  });

  it("is named when its chunks do not end", async () => {
    const answer = await get((_request, response) => {
      response.write("half", () => response.destroy());
    });
    expect(answer).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("cut short after 4 bytes"),
    });
  });

  it("is whole where neither length nor chunks are given and the connection ends", async () => {
    const raw = await startRawServer("HTTP/1.0 200 OK\r\n\r\nwhole");
    expect(read(await web.get({ url: raw.origin, kind: "feed" }))).toBe("whole");
    await raw.close();
  });

  it("is a failure when it is empty", async () => {
    expect(await get({ body: "" })).toMatchObject({ kind: "failed", reason: "the answer is empty (200)" });
  });
});

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

describe("a body that is no text", () => {
  it.each([
    ["image/png", "an image"],
    ["IMAGE/svg+xml; charset=utf-8", "an image"],
    ["video/mp4", "a video"],
    ["audio/mpeg", "a sound recording"],
    ["application/pdf", "a PDF"],
    ["application/zip", "an archive"],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "an office document"],
  ])("is refused by its label before it is read: %s", async (type, name) => {
    const answer = await get((_request, response) => {
      response.writeHead(200, { "content-type": type }).flushHeaders(); // and no body, ever
    });
    expect(answer).toMatchObject({ kind: "refused", reason: `it is ${name}, not text` });
  });

  it.each([
    ["89504e470d0a1a0a0000000d", "an image (PNG)"],
    ["ffd8ffe000104a464946", "an image (JPEG)"],
    ["474946383961", "an image (GIF)"],
    ["524946462400000057454250", "an image (WebP)"],
    ["255044462d312e37", "a PDF"],
    ["504b030414000000", "an archive (ZIP)"],
    ["1f8b0800000000000003", "an archive (gzip)"],
    ["00000020667479706d703432", "a video (MP4)"],
    ["49443303000000", "a sound recording"],
    ["3c7273733e00", "binary data"],
  ])("is refused by its bytes, whatever its label: %s", async (hex, name) => {
    const answer = await get({ headers: { "content-type": "text/xml" }, body: bytes(hex) });
    expect(answer).toMatchObject({ kind: "refused", reason: `it is ${name}, not text` });
  });

  it.each([
    ["application/octet-stream"],
    ["text/html; charset=utf-8"],
    ["binary/octet-stream"],
    ["application/rss+xml"],
    [""],
  ])("is not a feed under a wrong label: %s", async (type) => {
    expect(read(await get({ headers: type === "" ? {} : { "content-type": type }, body: text }))).toBe(text);
  });

  it("is not UTF-16, with or without a mark", async () => {
    for (const body of [`\uFEFF${text}`, text])
      expect(await get({ body: Buffer.from(body, "utf16le") })).toMatchObject({ kind: "body" });
  });
});

describe("a page", () => {
  it.each([
    ["application/json", '{"title":"خبر"}', "JSON"], // "news"
    ["text/html", ' [{"title":"خبر"}]', "JSON"],
    ["application/ld+json", '{"cut":', "JSON"],
    ["application/rss+xml", text, "XML"],
    ["text/html", text, "XML"],
    ["text/html", '<?xml version="1.0"?><!-- a --><!-- b --><items/>', "XML"],
    ["text/xml", "<items/>", "XML"],
    ["text/html", '\uFEFF<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"/>', "XML"],
  ])("is not what is served as %s: %s", async (type, body, name) => {
    expect(await get({ headers: { "content-type": type }, body }, "page")).toMatchObject({
      kind: "refused",
      reason: `it is not a page but ${name}`,
    });
  });

  it.each([
    ["text/html", "<!doctype html><!-- x --><html><p>خبر</p></html>"],
    [
      "application/xhtml+xml",
      '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>',
    ],
    ["application/xml", "<html><p>خبر</p></html>"],
    ["text/plain", "[عاجل] عادت الكهرباء إلى المدينة"], // "[Urgent] Power came back to the city"
    ["application/octet-stream", "<p>خبر</p>"],
  ])("may be %s: %s", async (type, body) => {
    expect(await get({ headers: { "content-type": type }, body }, "page")).toMatchObject({ kind: "body" });
  });

  it("with a thousand comments before its first element costs no time worth telling", async () => {
    const body = `${"<!-- x -->".repeat(900)}<`;
    expect(await get({ headers: { "content-type": "text/html" }, body }, "page")).toMatchObject({
      kind: "body",
    });
  });
});
