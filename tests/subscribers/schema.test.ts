// Stores of every layout are opened: an old one is brought forward, once, and serves its readers; a newer one is refused.
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { migrate } from "../../src/processes/house.ts";
import { startWorker } from "../../src/processes/worker.ts";
import type { Migration } from "../../src/subscribers/migration.ts";
import { migrations, schemaVersion } from "../../src/subscribers/migrations.ts";
import { openSchema } from "../../src/subscribers/schema.ts";
import { createSubscriberStore } from "../../src/subscribers/store.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { startDurableRedis } from "../durableRedis.ts";
import { runMujaz } from "../e2e/server.ts";
import { openTestHouse } from "../house.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { root } from "../root.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

type Command = readonly [name: string, key: string, ...rest: string[]];

/** Lays the stored snapshot out under a prefix. */
async function layOut(layout: number, prefix: string, client = redis.connect()): Promise<void> {
  const file = join(root, "tests", "fixtures", "stores", `layout-${layout}.json`);
  const { commands } = JSON.parse(readFileSync(file, "utf8")) as { commands: readonly Command[] };
  for (const [name, key, ...rest] of commands) await client.call(name, `{${prefix}}:${key}`, ...rest);
}

const open = (prefix: string, more: { migrations?: readonly Migration[]; events?: unknown[] } = {}) =>
  openSchema({
    redis: redis.connect(),
    prefix,
    id: Math.random().toString(),
    report: (event, fields) => void more.events?.push({ event, ...fields }),
    ...(more.migrations === undefined ? {} : { migrations: more.migrations }),
  });

describe("the layout of a store", () => {
  it("is today's for one that is new, and for one without a number that is not of the first shape", async () => {
    const client = redis.connect();
    await client.hset("{plain}:records", "1", "c1001\nzUTC");
    for (const prefix of ["new", "plain"]) {
      const events: unknown[] = [];
      expect(await open(prefix, { events })).toEqual({ kind: "ready", version: schemaVersion });
      expect(await client.get(`{${prefix}}:schema`)).toBe(String(schemaVersion));
      expect(events).toEqual([]);
    }
  });

  it("has a migration for each step, and a stored snapshot where each begins", () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, at) => at + 2));
    for (const { to } of migrations) {
      expect(
        readFileSync(join(root, "tests", "fixtures", "stores", `layout-${to - 1}.json`), "utf8"),
      ).toContain("commands");
    }
  });

  it("is brought forward from the first one, with a line in the log, by one process of several", async () => {
    await layOut(1, "first");
    const events: unknown[] = [];
    const opened = await Promise.all([1, 2, 3].map(() => open("first", { events })));
    expect(opened).toEqual(Array(3).fill({ kind: "ready", version: schemaVersion }));
    expect(events).toEqual([
      { event: "schema.migrating", from: 1, to: 2, name: "pack readers" },
      { event: "schema.migrated", to: 2, name: "pack readers", changed: 5 },
    ]);
    const client = redis.connect();
    expect((await client.keys("{first}:reader*")).sort()).toEqual(["{first}:reader:next"]);
    expect(await client.keys("{first}:schema:lease")).toEqual([]);
    const store = createSubscriberStore(client, "first");
    expect((await store.byChat(1004, null))?.subscriber).toMatchObject({
      status: "inactive",
      reason: "blocked",
    });
    expect((await store.byChat(-100_200_300, 7))?.subscriber.times).toEqual([
      { at: "fajr", offsetMinutes: 15 },
    ]);
  });

  it("is brought forward again where a process of the first layout has written since", async () => {
    await layOut(1, "again");
    await open("again");
    const client = redis.connect();
    await client.hset("{again}:readers", "1009", "9");
    await client.hset("{again}:reader:9", { chat: "1009", zone: "UTC" });
    await open("again");
    expect((await createSubscriberStore(client, "again").byChat(1009, null))?.number).toBe(9);
  });

  it("goes through several steps in their order, and on where a process died between two", async () => {
    const ran: number[] = [];
    const step = (to: number): Migration => ({ to, name: `to ${to}`, run: async () => ran.push(to) });
    const client = redis.connect();
    await client.set("{steps}:schema", 2);
    await open("steps", { migrations: [step(2), step(3), step(4)] });
    expect([ran, await client.get("{steps}:schema")]).toEqual([[3, 4], "4"]);
  });

  it("that a later version has written is refused by every command, with the mend", async ({ skip }) => {
    skip(!redis.isReal, "another process needs a redis-server");
    const server = await startDurableRedis();
    onTestFinished(() => server.close());
    const client = server.connect();
    await client.set("{later}:schema", schemaVersion + 1);
    const env = { REDIS_URL: server.path, REDIS_PREFIX: "later" };
    for (const args of [
      ["articles", "list"],
      ["start", "worker"],
    ]) {
      const { status, stderr } = await runMujaz(args, { env });
      expect(stderr).toContain(
        `written by a later version of Mujaz (layout ${schemaVersion + 1}; this one knows ${schemaVersion})`,
      );
      expect(stderr).toContain("mend: Start that version or a later one");
      expect(status).toBe(1);
    }
    expect(await client.keys("{later}:*")).toEqual(["{later}:schema"]);
  });
});

it("readers of a store of the first layout are served from it today, and find its articles", async () => {
  const lent = await startRedis();
  // Content of its own: the house takes none in.
  const content = await mkdtemp(join(tmpdir(), "mujaz-no-content-"));
  const test = await openTestHouse({ SEND_RATE: "0", CONTENT_DIR: content }, lent);
  const { house, playground } = test;
  await layOut(1, "mujaz", house.main);
  await migrate(house.redis, "mujaz", house.log);
  // The lease of those whom a clock had claimed has ended.
  const leaseEnd = 1_795_943_400;
  const now = new Date((leaseEnd + 60) * 1000);
  const draft = draftOf("fresh", { topics: ["economy"], title: "مصنع ألواح شمسية في أسوان" }); // a solar panel factory
  const { number } = await house.articles.put(draft, { ...optionsOf(draft), fetched: now });
  expect(number).toBe(4);
  const queue = createQueue(house.redis.connect("queue"), { prefix: "mujaz", attempts: 3 });
  const worker = startWorker(house, { now: () => now });
  await createTick(house, queue)(leaseEnd + 60);
  // One was sent then; of the two the one is from yesterday's evening, more than twelve hours ago.
  await expect.poll(() => house.agenda.outcomes(), { timeout: 20_000 }).toEqual({ sent: 2, late: 1 });
  // This morning's comes late, once.
  await createTick(house, queue)(leaseEnd + 60);
  await expect.poll(() => house.agenda.outcomes(), { timeout: 20_000 }).toEqual({ sent: 3, late: 1 });
  expect(playground.transcript(1).at(-1)?.text).toContain(draft.title);
  expect(playground.transcript(5).at(-1)?.text).toContain(draft.title);
  expect(await house.subscribers.byNumber(5)).toMatchObject({ block: ["كرة القدم"], cursor: 4 });
  expect(await house.subscribers.byNumber(1)).toMatchObject({ items: 3, follow: ["الطاقة الشمسية"] });
  expect(Number(await house.main.zscore("{mujaz}:due", "1"))).toBeGreaterThan(leaseEnd);
  expect(await house.main.exists("{mujaz}:pend")).toBe(0);
  const items = await house.articles.list({ limit: 10 });
  expect(items.map((each) => each.number).toSorted()).toEqual([1, 2, 3, 4]);
  await worker.close();
  await queue.close();
  await test.close();
  await rm(content, { recursive: true });
}, 60_000);
