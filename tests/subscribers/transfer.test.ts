// Export and import: streams of lines, bad ones by number, the same state after the same file.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Agenda, createAgenda } from "../../src/schedule/agenda.ts";
import { createSubscriberStore, type SubscriberStore } from "../../src/subscribers/store.ts";
import { type BadLine, exportLines, importLines } from "../../src/subscribers/transfer.ts";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

interface Place {
  readonly store: SubscriberStore;
  readonly agenda: Agenda;
}

let places = 0;
function openPlace(): Place {
  places += 1;
  const client = redis.connect();
  const store = createSubscriberStore(client, `place${places}`);
  return { store, agenda: createAgenda(client, `place${places}`, { store }) };
}

const noon = new Date("2026-11-24T09:00:00Z");
/** 07:00 in Riyadh on the day after. */
const morning = Date.parse("2026-11-25T04:00:00Z") / 1000;

async function* stream(lines: Iterable<string>): AsyncGenerator<string> {
  yield* lines;
}

async function bringIn({ agenda }: Place, lines: Iterable<string>, now = noon) {
  const faults: BadLine[] = [];
  const counts = await importLines(stream(lines), {
    defaults: { zone: "Asia/Riyadh", now },
    save: async (subscriber) => {
      await agenda.upsert(subscriber, now);
    },
    onBad: (bad) => faults.push(bad),
  });
  return { ...counts, faults };
}

async function takeOut({ store }: Place): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(store)) lines.push(line);
  return lines.sort();
}

/** As many chats, every third with settings of its own; each tenth part of them ends in a broken line. */
function* manyLines(count: number): Generator<string> {
  const part = count / 10;
  for (let line = 1; line <= count; line += 1) {
    if (line % part === 0) yield line % (2 * part) === 0 ? `{"chat":${line}` : `{"chat":${line},"hour":7}`;
    else if (line % 3 === 0)
      yield `{"chat":${line},"thread":4,"zone":"Africa/Cairo","times":["18:30"],"cursor":418}`;
    else yield `{"chat":${line}}`;
  }
}

describe("an import", () => {
  it("of 10,000 lines writes the good ones and names the bad ones by number", async () => {
    const place = openPlace();
    // The in-process server grows slower with every reader.
    const count = redis.isReal ? 10_000 : 500;
    if (!redis.isReal) console.log(`import: ${count} lines instead of 10,000 (redis-server is not on PATH)`);
    const { imported, bad, faults } = await bringIn(place, manyLines(count));
    expect([imported, bad]).toEqual([count - 10, 10]);
    expect(faults.map(({ line }) => line)).toEqual(
      Array.from({ length: 10 }, (_, index) => ((index + 1) * count) / 10),
    );
    expect(faults[0]?.message).toContain('"hour"');
    expect(faults[1]?.message).toContain("not JSON");
    expect(await place.store.count()).toBe(count - 10);
    expect(await place.agenda.dueCount(morning)).toBe(count - 10);
    // Those in Cairo are due the evening before.
    const evening = Array.from({ length: count }, (_, index) => index + 1).filter(
      (n) => n % 3 === 0 && n % (count / 10) > 0,
    );
    expect(await place.agenda.dueCount(morning - 1)).toBe(evening.length);
  });

  it("done twice, or begun and done again, leaves the state of once", async () => {
    const [once, twice] = [openPlace(), openPlace()];
    const lines = [...manyLines(redis.isReal ? 2000 : 250)];
    await bringIn(once, lines);
    await bringIn(twice, lines.slice(0, lines.length * 0.6));
    await bringIn(twice, lines);
    // Another day: lines without `since` keep the first contact.
    await bringIn(twice, lines, new Date(noon.getTime() + 60_000));
    expect(await takeOut(twice)).toEqual(await takeOut(once));
    expect(await twice.agenda.dueCount(morning)).toBe(await once.agenda.dueCount(morning));
  });

  it("of what another house exported is that house's readers", async () => {
    const [here, there] = [openPlace(), openPlace()];
    await bringIn(here, [
      '{"chat":1}',
      '{"chat":-5,"thread":9,"kind":"group","status":"paused","carry":[3,2]}',
    ]);
    const exported = await takeOut(here);
    await bringIn(there, exported, new Date("2027-01-01T00:00:00Z"));
    expect(await takeOut(there)).toEqual(exported);
  });

  it("replaces the settings of a chat that is known and keeps its reader's number", async () => {
    const place = openPlace();
    await bringIn(place, ['{"chat":1,"items":9,"status":"inactive","reason":"blocked"}', '{"chat":2}']);
    const number = await place.store.numberOf(1, null);
    await bringIn(place, ['{"chat":1,"times":["06:00"]}']);
    const known = await place.store.byChat(1, null);
    expect(known?.number).toBe(number);
    expect(known?.subscriber).toMatchObject({ items: 5, status: "active", times: ["06:00"] });
    expect(known?.subscriber.reason).toBeUndefined();
  });

  it("lets the last of two lines of one chat hold", async () => {
    const place = openPlace();
    const { imported } = await bringIn(place, [
      '{"chat":1,"items":3}',
      '{"chat":1,"items":4}',
      '{"chat":1,"items":6}',
    ]);
    expect(imported).toBe(3);
    expect((await place.store.byChat(1, null))?.subscriber.items).toBe(6);
    expect(await place.store.count()).toBe(1);
  });

  it("passes over empty lines, a byte order mark and Windows line ends, and counts them all", async () => {
    const place = openPlace();
    const { imported, faults } = await bringIn(place, [
      '\uFEFF{"chat":1}\r',
      "",
      "  ",
      '{"chat":2}\r',
      "oops\r",
    ]);
    expect(imported).toBe(2);
    expect(faults.map(({ line }) => line)).toEqual([5]);
  });

  it("of nothing is nothing", async () => {
    expect(await bringIn(openPlace(), [])).toEqual({ imported: 0, bad: 0, faults: [] });
    expect(await takeOut(openPlace())).toEqual([]);
  });
});
