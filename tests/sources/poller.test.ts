// Polling by several processes at once: each source once, a host one thing at a time, and an end that leaves nothing half done.
import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FeedSource } from "../../src/sources/feedSource.ts";
import { entryOf, type FeedDesk, openFeedDesk, rssOf } from "../articles/feedDesk.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = 0;
let desk: FeedDesk;
beforeEach(async () => {
  desk = await openFeedDesk(redis, `poller-${++prefix}`);
});
afterEach(() => desk.close());

const paths = (): string[] => desk.server.hits.map(({ path }) => path);

/** Answers a path when the test says so; `asked` resolves when somebody asks. */
function holdBack(path: string): { asked: Promise<void>; answer: (body: string) => void } {
  let response: ServerResponse | undefined;
  let tell = (): void => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  desk.routes[path] = (_request, held) => {
    response = held;
    held.setHeader("etag", '"held"');
    tell();
  };
  return { asked, answer: (body) => void response?.end(body) };
}

describe("several processes", () => {
  it("read each source exactly once between them, and again when its time has come", async () => {
    const all = Array.from({ length: 30 }, (_, index) => `/feed-${index}`);
    for (const [index, path] of all.entries()) {
      desk.serve(path, [entryOf(index)]);
      await desk.add(path);
    }
    const processes = Array.from({ length: 4 }, () => desk.openProcess());
    const rounds = () => Promise.all(processes.map(({ poller }) => poller.poll()));
    await rounds();
    expect(paths().toSorted()).toEqual(all.toSorted());
    expect(processes.flatMap(({ told }) => told).toSorted()).toEqual(
      all.map((path) => `read ${path}`).toSorted(),
    );
    expect(await desk.store.count()).toBe(30);
    desk.advance(9);
    await rounds();
    expect(paths()).toHaveLength(30);
    desk.advance(1);
    await rounds();
    expect(paths()).toHaveLength(60);
  });

  it("leave a source to the one that reads it, also when they are told to read it by hand", async () => {
    const held = holdBack("/slow");
    const source = await desk.add("/slow");
    const [first, second] = [desk.openProcess(), desk.openProcess()];
    const reading = first.poller.poll();
    await held.asked;
    await second.poller.poll();
    await second.poller.pollOne(source);
    held.answer(rssOf(desk.server.origin, [entryOf(1)]));
    await reading;
    expect([first.told, second.told]).toEqual([["read /slow"], ["busy /slow"]]);
    expect(desk.hits("/slow")).toBe(1);
  });
});

describe("one process", () => {
  it("asks a host one thing at a time, and two hosts at once", async () => {
    let [open, most, answered] = [0, 0, 0];
    const waiting: (() => void)[] = [];
    const slow = (response: ServerResponse, body: string): void => {
      open += 1;
      most = Math.max(most, open);
      waiting.push(() => {
        open -= 1;
        answered += 1;
        response.end(body);
      });
      // Nobody is answered before the other host was asked too, or only one feed is left.
      if (waiting.length === 2 || answered === 5) for (const end of waiting.splice(0)) end();
    };
    for (const host of ["one.example", "two.example"]) {
      for (const number of [1, 2, 3]) {
        const path = `/${host}/${number}`;
        desk.routes[path] = (_request, response) =>
          slow(response, rssOf(desk.server.origin, [entryOf(number)]));
        await desk.add(`http://${host}:${desk.server.port}${path}`);
      }
    }
    await desk.openProcess().poller.poll();
    expect(most).toBe(2);
    expect(paths()).toHaveLength(6);
  });

  it("goes on with the others when some fail, hang up, or are no feed", async () => {
    desk.routes["/500"] = { status: 500 };
    desk.routes["/cut"] = (request) => void request.socket.destroy();
    desk.routes["/page"] = { body: "<html><p>خبر</p></html>" }; // "a piece of news"
    desk.routes["/binary"] = { headers: { "content-type": "image/png" }, body: "x" };
    desk.serve("/good", [entryOf(1)]);
    for (const path of ["/500", "/cut", "/page", "/binary", "/missing", "/good"]) await desk.add(path);
    await desk.add("http://192.168.1.1/private");
    const { poller, told } = desk.openProcess();
    await poller.poll();
    expect(told.toSorted()).toEqual([
      "failed /500",
      "failed /binary",
      "failed /cut",
      "failed /missing",
      "failed /page",
      "failed /private",
      "read /good",
    ]);
  });

  it("reads no source that is off, unless it is named", async () => {
    desk.serve("/feed", [entryOf(1)]);
    const source = await desk.add("/feed");
    await desk.register.change(source.id, { off: "by hand" });
    const { poller, told } = desk.openProcess();
    await poller.poll();
    await poller.poll(true);
    expect(told).toEqual([]);
    await poller.pollOne(source);
    expect(told).toEqual(["read /feed"]);
    expect((await desk.state(source)).off).toBe("by hand");
  });
});

describe("in the middle of a reading", () => {
  let source: FeedSource;
  let held: ReturnType<typeof holdBack>;
  beforeEach(async () => {
    held = holdBack("/feed");
    source = await desk.add("/feed");
  });
  const finish = (): void => held.answer(rssOf(desk.server.origin, [entryOf(1)]));

  it("ends when told to, and remembers nothing: the source is due again", async () => {
    const { poller, told } = desk.openProcess();
    const reading = poller.poll();
    await held.asked;
    await poller.close();
    await reading;
    expect(told).toEqual([]);
    expect(await desk.state(source)).toEqual({ brought: 0, failures: 0, isOffTold: false });
    await poller.poll();
    expect(desk.hits("/feed")).toBe(1);

    desk.serve("/feed", [entryOf(1)]);
    const next = desk.openProcess();
    await next.poller.poll();
    expect(next.told).toEqual(["read /feed"]);
  });

  it("ends between two pages too: what was stored stays, and the rest comes with the next reading", async () => {
    const excerpts = Array.from({ length: 12 }, (_, index) =>
      entryOf(index, { text: `ملخص قصير رقم ${index}.` }),
    ); // "short summary no. …"
    held.answer("");
    desk.serve("/feed", excerpts, "", { etag: '"f"' });
    const page = (number: number) => ({
      body: `<article><h1>${entryOf(number).title}</h1><p>${entryOf(number).text}</p></article>`,
    });
    for (let number = 0; number < 12; number += 1) desk.routes[`/news/${number}`] = page(number);
    // Undated entries come in the order from the end: the 11th page is that of number 1.
    const slow = holdBack("/news/1");
    const { poller } = desk.openProcess();
    const reading = poller.poll();
    await slow.asked;
    await poller.close();
    await reading;
    expect(await desk.store.count()).toBe(10);
    expect(await desk.state(source)).toEqual({ brought: 0, failures: 0, isOffTold: false });

    desk.routes["/news/1"] = page(1);
    const next = desk.openProcess();
    await next.poller.poll();
    expect(next.told).toEqual(["read /feed"]);
    expect(await desk.store.count()).toBe(12);
    expect((await desk.state(source)).etag).toBe('"f"');
    // The ten that were there did not ask for their pages again.
    expect(Array.from({ length: 12 }, (_, number) => desk.hits(`/news/${number}`))).toEqual([
      1,
      2,
      ...Array(10).fill(1),
    ]);
  });

  it("is switched off by hand: it stays off", async () => {
    const { poller, told } = desk.openProcess();
    const reading = poller.poll();
    await held.asked;
    await desk.register.change(source.id, { off: "by hand", isOffTold: true });
    finish();
    await reading;
    expect(told).toEqual(["read /feed"]);
    expect(await desk.state(source)).toMatchObject({ off: "by hand", isOffTold: true });
  });

  it("is removed: nothing of it is remembered, and added again it begins anew", async () => {
    const { poller } = desk.openProcess();
    const reading = poller.poll();
    await held.asked;
    await desk.register.remove(source.id);
    finish();
    await reading;
    await desk.add("/feed");
    expect(await desk.state(source)).toEqual({ brought: 0, failures: 0, isOffTold: false });
  });

  it("gets over a Redis that hangs up on every client", async () => {
    const { poller, told } = desk.openProcess();
    const reading = poller.poll();
    await held.asked;
    if (redis.isReal) await redis.connect().client("KILL", "TYPE", "normal", "SKIPME", "yes");
    finish();
    await reading;
    expect(told).toEqual(["read /feed"]);
    expect(await desk.state(source)).toMatchObject({ brought: 1, etag: '"held"' });
    expect(await desk.store.count()).toBe(1);
  });
});
