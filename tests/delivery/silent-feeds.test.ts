// A new source is silent: what a reader's digest holds before, at and after the first reading of a feed.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { type Compose, createCompose } from "../../src/delivery/compose.ts";
import { createMessages } from "../../src/messages/messages.ts";
import type { FeedSource } from "../../src/sources/feedSource.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { type Entry, entryOf, type FeedDesk, openFeedDesk } from "../articles/feedDesk.ts";
import { newsOf } from "../articles/news.ts";
import { root } from "../e2e/server.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

let prefix = 0;
let desk: FeedDesk;
let source: FeedSource;
let compose: Compose;
beforeEach(async () => {
  desk = await openFeedDesk(redis, `silent-${++prefix}`);
  source = await desk.add("/feed", { fullText: "never" });
  const loaded = loadConfig({ env: { CONFIG_DIR: join(root, "config") }, cwd: tmpdir() });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { config } = loaded;
  compose = createCompose({
    shelf: desk.store,
    messages: createMessages(config.messages, "ar"),
    sentences: config.summary.sentences,
    topicName: (_locale, topic) => topic,
    carryHours: config.delivery.carryHours,
  });
});
afterEach(() => desk.close());

/** Entry `number`, published so many hours before now. */
const aged = (number: number, hours: number, entry: Entry = {}): Entry =>
  entryOf(number, { published: new Date(desk.now().getTime() - hours * 3_600_000), ...entry });

async function read(entries: readonly Entry[], of = source): Promise<void> {
  desk.serve(new URL(of.url).pathname, entries);
  expect(await desk.poll(of)).toMatchObject({ kind: "read" });
}

/** A reader who had a first digest before anything came, unless told otherwise. */
function readerOf(changes: Partial<Subscriber> = {}): Subscriber {
  const line = parseLine('{"chat":1}', { zone: "Africa/Cairo", now: desk.now() });
  if (!line.ok) throw new Error(line.message);
  return { ...line.subscriber, cursor: 1, ...changes };
}

/** Sends a digest: the numbers of the entries in it, and the reader after it. */
async function send(reader: Subscriber): Promise<{ sent: number[]; reader: Subscriber }> {
  const { stories, parts, cursor, carry } = await compose(reader, { now: desk.now() });
  const all = Array.from({ length: 300 }, (_, number) => newsOf(number).title);
  const sent = stories.map(({ lead }) => all.indexOf(lead.title)).sort((a, b) => a - b);
  expect(parts.length > 0).toBe(sent.length > 0);
  return { sent, reader: { ...reader, cursor, carry } };
}

/** The store holds one article already: number 1, which our reader knows. */
beforeEach(async () => {
  const old = draftOf("first", { topics: ["general"] });
  await desk.store.put(old, optionsOf(old));
});

describe("the first reading of a feed", () => {
  it("sends what is less than a day old, and nothing that is older or has no date", async () => {
    await read([aged(1, 1), aged(2, 23), aged(3, 25), aged(4, 24 * 300), entryOf(5)]);
    expect(await desk.store.count()).toBe(6);
    const { sent, reader } = await send(readerOf());
    expect(sent).toEqual([1, 2]);
    expect((await send(reader)).sent).toEqual([]);
  });

  /** Short ones, to be quick; no pages are fetched for them. */
  const many = (hours: (index: number) => number): Promise<void> => {
    const entries = Array.from({ length: 200 }, (_, index) =>
      aged(index, hours(index), { text: newsOf(index, 24).text }),
    );
    return read(entries);
  };

  it("of two hundred new items floods nobody: a digest holds what its reader asked for, and the rest is not sent later", async () => {
    await many((index) => 0.01 + index / 10);
    let { sent, reader } = await send(readerOf({ items: 5 }));
    expect(sent).toHaveLength(5);
    expect(reader.carry).toHaveLength(8);
    const later: number[] = [];
    for (let digest = 0; digest < 4; digest += 1) {
      desk.advance(60);
      ({ sent, reader } = await send(reader));
      later.push(...sent);
    }
    // Eight were carried and came in two digests; then there is nothing.
    expect(later).toHaveLength(8);
  });

  it("of two hundred old items sends nothing at all", async () => {
    await many((index) => 25 + index);
    const { sent, reader } = await send(readerOf());
    expect([sent, reader.carry]).toEqual([[], []]);
    expect(await desk.store.count()).toBe(201);
  });

  it("is still the first when it was broken off before, or was no feed", async () => {
    desk.routes["/feed"] = { body: "<html></html>" };
    expect(await desk.poll(source)).toMatchObject({ kind: "failed" });
    desk.advance(60);
    await read([entryOf(1), aged(2, 30)]);
    expect((await send(readerOf())).sent).toEqual([]);
  });

  it("is a first one again for a feed that was removed and added again", async () => {
    await read([aged(1, 1)]);
    const { reader } = await send(readerOf());
    await desk.register.remove(source.id);
    source = await desk.add("/feed");
    await read([aged(1, 1), aged(2, 30), entryOf(3)]);
    expect((await send(reader)).sent).toEqual([]);
  });
});

describe("later readings", () => {
  let reader: Subscriber;
  beforeEach(async () => {
    await read([entryOf(100)]);
    ({ reader } = await send(readerOf()));
    desk.advance(60);
  });

  it("send what is new, with or without a date", async () => {
    await read([entryOf(1), aged(2, 5), entryOf(100)]);
    expect((await send(reader)).sent).toEqual([1, 2]);
  });

  it("send after an outage what came in its last two days, and nothing older", async () => {
    desk.advance(4 * 24 * 60);
    await read([aged(1, 1), aged(2, 47), aged(3, 49), aged(4, 90)]);
    expect((await send(reader)).sent).toEqual([1, 2]);
  });

  it("send nothing again for an edit, whatever date it has", async () => {
    await read([aged(1, 1)]);
    ({ reader } = await send(reader));
    await read([aged(1, 0, { title: "عنوان معدل" })]); // "edited headline"
    expect((await send(reader)).sent).toEqual([]);
  });

  it("do not send a silent article when it is edited", async () => {
    await read([entryOf(100, { title: "عنوان معدل", published: desk.now() })]);
    expect((await send(reader)).sent).toEqual([]);
  });

  it("send an article once that two feeds carry, whichever brings it first", async () => {
    const other = await desk.add("/other");
    await read([entryOf(101)], other);
    await read([aged(1, 1)]);
    await read([aged(1, 1), aged(2, 1)], other);
    const after = await send(reader);
    expect(after.sent).toEqual([1, 2]);
    expect((await send(after.reader)).sent).toEqual([]);
  });
});

describe("silent articles", () => {
  it("are in the first digest of a new reader, the newest first, and its carry", async () => {
    await read(Array.from({ length: 20 }, (_, index) => aged(index, 30 + index)));
    let { sent, reader } = await send(readerOf({ cursor: 0, items: 5 }));
    expect(sent).toEqual([0, 1, 2, 3, 4]);
    expect(reader.carry).toHaveLength(8);
    ({ sent, reader } = await send(reader));
    expect(sent).toEqual([5, 6, 7, 8, 9]);
  });

  it("are read by number and listed", async () => {
    await read([aged(1, 50)]);
    expect(await desk.store.byNumber(2)).toMatchObject({ title: newsOf(1).title, archive: true });
    expect((await desk.store.latest({ limit: 1 }))[0]?.lead.title).toBe(newsOf(1).title);
  });

  it("begin a story that is offered once when a fresh one joins it, by the fresh one", async () => {
    await read([aged(1, 30)]);
    let { sent, reader } = await send(readerOf());
    expect(sent).toEqual([]);
    desk.advance(50 * 60);
    const [story] = await desk.store.latest({ limit: 1 });
    // Joined by hand: which articles make a story is tested elsewhere.
    const put = async (number: number) => {
      const { title, text } = newsOf(number);
      const draft = draftOf(`fresh ${number}`, {
        title,
        paragraphs: [text],
        published: desk.now().toISOString(),
      });
      const storyId = story?.id ?? "";
      await desk.store.put(draft, { ...optionsOf(draft), source: "another", fetched: desk.now(), storyId });
    };
    await put(2);
    const [joined] = await desk.store.latest({ limit: 1 });
    expect(joined).toMatchObject({
      number: 2,
      freshNumber: 3,
      members: [2, 3],
      firstSeen: desk.now().toISOString(),
    });
    ({ sent, reader } = await send(reader));
    expect(sent).toEqual([2]);
    await put(3);
    ({ sent, reader } = await send(reader));
    expect(sent).toEqual([]);
  });

  it("do not shorten the time that their story is carried once it is fresh", async () => {
    await read([aged(1, 30)]);
    const [story] = await desk.store.latest({ limit: 1 });
    desk.advance(60 * 60);
    const draft = draftOf("fresh", { published: desk.now().toISOString() });
    await desk.store.put(draft, { ...optionsOf(draft), fetched: desk.now(), storyId: story?.id ?? "" });
    const { stories } = await compose(readerOf({ cursor: 3, carry: [story?.number ?? 0] }), {
      now: desk.now(),
    });
    expect(stories.map(({ number }) => number)).toEqual([2]);
  });
});
