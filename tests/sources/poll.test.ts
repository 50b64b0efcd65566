// Reading one feed again and again: what it asks, what it remembers, and when it comes back.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedSource } from "../../src/sources/feedSource.ts";
import { mostFailures, pauseMinutes } from "../../src/sources/poll.ts";
import { entryOf, type FeedDesk, openFeedDesk } from "../articles/feedDesk.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = 0;
let desk: FeedDesk;
let source: FeedSource;
beforeEach(async () => {
  desk = await openFeedDesk(redis, `poll-${++prefix}`);
  source = await desk.add("/feed");
  desk.serve("/feed", [entryOf(1)]);
});
afterEach(() => desk.close());

const lastHeaders = () => desk.server.hits.at(-1)?.headers ?? {};
/** Minutes from now to the next reading. */
async function minutesToNext(): Promise<number> {
  const { next = "" } = await desk.state(source);
  return (Date.parse(next) - desk.now().getTime()) / 60_000;
}

describe("a feed that answers", () => {
  it("is asked with what it said of its last answer, and 304 counts as success", async () => {
    desk.serve("/feed", [entryOf(1)], "", { etag: '"a1"', "last-modified": "Tue, 24 Nov 2026 10:00:00 GMT" });
    expect(await desk.poll(source)).toMatchObject({ kind: "read", reading: { brought: 1 } });
    expect(lastHeaders()["if-none-match"]).toBeUndefined();

    desk.routes["/feed"] = { status: 304 };
    desk.advance(10);
    expect(await desk.poll(source)).toEqual({ kind: "unchanged" });
    expect(lastHeaders()).toMatchObject({
      "if-none-match": '"a1"',
      "if-modified-since": "Tue, 24 Nov 2026 10:00:00 GMT",
    });
    expect(await desk.state(source)).toMatchObject({
      failures: 0,
      brought: 1,
      etag: '"a1"',
      firstRead: "2026-11-24T12:00:00.000Z",
      lastRead: "2026-11-24T12:10:00.000Z",
    });
  });

  it("forgets a validator that the next answer does not give", async () => {
    desk.serve("/feed", [entryOf(1)], "", { etag: '"a1"' });
    await desk.poll(source);
    desk.serve("/feed", [entryOf(1)]);
    await desk.poll(source);
    expect((await desk.state(source)).etag).toBeUndefined();
  });

  it("clears failures with a 304 as with a body", async () => {
    desk.serve("/feed", [entryOf(1)], "", { etag: '"a1"' });
    await desk.poll(source);
    desk.routes["/feed"] = { status: 500 };
    await desk.poll(source);
    expect(await desk.state(source)).toMatchObject({ failures: 1, etag: '"a1"' });
    desk.routes["/feed"] = { status: 304 };
    await desk.poll(source);
    const { failures, error } = await desk.state(source);
    expect([failures, error]).toEqual([0, undefined]);
  });

  it("comes again after ten minutes, or after the time that it asks for, at most a day", async () => {
    await desk.poll(source);
    expect(await minutesToNext()).toBe(10);
    desk.serve("/feed", [entryOf(1)], "<ttl>60</ttl>");
    await desk.poll(source);
    expect(await minutesToNext()).toBe(60);
    desk.serve("/feed", [entryOf(1)], "<ttl>3</ttl>");
    await desk.poll(source);
    expect(await minutesToNext()).toBe(10);
    desk.serve("/feed", [entryOf(1)], "<ttl>100000</ttl>");
    await desk.poll(source);
    expect(await minutesToNext()).toBe(24 * 60);
  });

  it("keeps to the time it asked for when nothing changed, and when it fails", async () => {
    desk.serve("/feed", [entryOf(1)], "<ttl>60</ttl>", { etag: '"a1"' });
    await desk.poll(source);
    desk.routes["/feed"] = { status: 304 };
    await desk.poll(source);
    expect(await minutesToNext()).toBe(60);
    desk.routes["/feed"] = { status: 500 };
    await desk.poll(source);
    expect(await minutesToNext()).toBe(60);
  });

  it("asks to wait: that is no failure, and it is not asked before", async () => {
    desk.routes["/feed"] = { status: 429, headers: { "retry-after": "7200" } };
    expect(await desk.poll(source)).toEqual({ kind: "waits", seconds: 7200 });
    expect(await minutesToNext()).toBe(120);
    expect((await desk.state(source)).failures).toBe(0);
    desk.routes["/feed"] = { status: 503, headers: { "retry-after": "5" } };
    await desk.poll(source);
    expect(await minutesToNext()).toBe(10);
  });
});

describe("a feed that moves", () => {
  beforeEach(() => desk.serve("/new", [entryOf(1)], "", { etag: '"n1"' }));

  it("is asked at its new home from then on", async () => {
    desk.routes["/feed"] = { status: 301, headers: { location: "/new" } };
    await desk.poll(source);
    expect((await desk.state(source)).movedTo).toBe(`${desk.server.origin}/new`);
    await desk.poll(source);
    expect([desk.hits("/feed"), desk.hits("/new")]).toEqual([1, 2]);
    expect(lastHeaders()["if-none-match"]).toBe('"n1"');
  });

  it("is asked at its own address again after a redirect for the time being", async () => {
    desk.routes["/feed"] = { status: 302, headers: { location: "/new" } };
    await desk.poll(source);
    await desk.poll(source);
    expect([desk.hits("/feed"), desk.hits("/new")]).toEqual([2, 2]);
  });

  it("falls back to the address that was written when the new home fails", async () => {
    desk.routes["/feed"] = { status: 301, headers: { location: "/new" } };
    await desk.poll(source);
    desk.routes["/new"] = { status: 404 };
    expect(await desk.poll(source)).toMatchObject({ kind: "failed", failures: 1 });
    desk.serve("/feed", [entryOf(1)]);
    expect(await desk.poll(source)).toMatchObject({ kind: "read" });
    expect(lastHeaders()["if-none-match"]).toBeUndefined();
    expect((await desk.state(source)).movedTo).toBeUndefined();
  });

  it("is not believed when what it leads to is no feed", async () => {
    desk.routes["/login"] = { headers: { "content-type": "text/html" }, body: "<html><p>سجل الدخول</p>" }; // "log in"
    desk.routes["/feed"] = { status: 301, headers: { location: "/login" } };
    expect(await desk.poll(source)).toMatchObject({ kind: "failed" });
    expect((await desk.state(source)).movedTo).toBeUndefined();
  });
});

describe("a feed that fails", () => {
  it.each([
    [10, [20, 40, 80, 160, 320, 640, 1280, 1440, 1440]],
    [5, [10, 20, 40, 80, 160, 320, 640, 1280, 1440]],
    [1440, [1440, 1440]],
  ])("of %i minutes is left alone for twice as long each time, at most a day", (interval, pauses) => {
    expect(pauses.map((_, index) => pauseMinutes(interval, index + 1))).toEqual(pauses);
    expect(pauseMinutes(interval, mostFailures)).toBe(1440);
  });

  it("keeps the reason and the mend, and goes on from its old state once it is well", async () => {
    await desk.poll(source);
    desk.routes["/feed"] = { status: 404 };
    for (const minutes of [20, 40, 80]) {
      await desk.poll(source);
      expect(await minutesToNext()).toBe(minutes);
    }
    const { error, firstRead } = await desk.state(source);
    expect(error).toMatchObject({
      reason: expect.stringContaining("404"),
      mend: expect.stringMatching(/\w/),
    });
    expect(firstRead).toBe("2026-11-24T12:00:00.000Z");
    desk.serve("/feed", [entryOf(1), entryOf(2)]);
    expect(await desk.poll(source)).toMatchObject({ kind: "read", reading: { brought: 1 } });
    expect(await minutesToNext()).toBe(10);
    expect(await desk.state(source)).toMatchObject({ failures: 0, brought: 2 });
  });

  it("is switched off by the hundredth failure in a row, not before", async () => {
    desk.routes["/feed"] = { status: 500 };
    await desk.register.change(source.id, { failures: mostFailures - 2 });
    expect(await desk.poll(source)).toMatchObject({ kind: "failed", failures: 99 });
    expect((await desk.state(source)).off).toBeUndefined();
    expect(await desk.poll(source)).toMatchObject({ kind: "off" });
    expect(await desk.state(source)).toMatchObject({
      failures: 100,
      off: expect.stringContaining("500"),
      isOffTold: false,
    });
  });

  it("is switched off at once when it is gone for good", async () => {
    desk.routes["/feed"] = { status: 410 };
    expect(await desk.poll(source)).toMatchObject({ kind: "off", reason: expect.stringContaining("410") });
  });

  it("keeps no validator of an answer that was no feed", async () => {
    desk.routes["/feed"] = { headers: { etag: '"page"' }, body: "<html><p>خبر</p></html>" }; // "a piece of news"
    expect(await desk.poll(source)).toMatchObject({ kind: "failed" });
    expect((await desk.state(source)).etag).toBeUndefined();
  });

  it("waits as after a failure when the fault is ours, and says so", async () => {
    const { poller, told } = desk.openProcess({ read: () => Promise.reject(new Error("a bug")) });
    await poller.poll();
    await poller.poll();
    expect(told).toEqual(["broken /feed"]);
    expect(desk.hits("/feed")).toBe(1);
    expect(await minutesToNext()).toBe(20);
    expect((await desk.state(source)).error?.reason).toMatch(/could not be taken in/);
  });
});
