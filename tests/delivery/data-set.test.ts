// Whose past the ledger tells: a data folder taken to another Redis, one that was emptied, and ledgers without an id. Real
// redis-servers, real files, the real worker.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pastOf } from "../../src/delivery/dataSet.ts";
import { createQueue } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { exportLines } from "../../src/subscribers/transfer.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { type DurableRedis, startDurableRedis } from "../durableRedis.ts";
import { bare } from "../e2e/chat.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { openTestHouse } from "../house.ts";
import { root } from "../root.ts";

describe("the past of a data set", () => {
  const [trial, production] = ["1000-trial", "5000-production"];
  const known = { mark: 1, beat: 2000, article: 3 };
  const later = { mark: 9, beat: 9000, article: 9 };
  const none = { mark: 0, beat: 0, article: 0 };
  it.each([
    ["its own entries", [[trial, known]], trial, known, trial, false],
    [
      "its own among others",
      [
        [trial, known],
        [production, later],
      ],
      trial,
      known,
      trial,
      false,
    ],
    ["the newest entries where Redis has lost its id", [[trial, known]], null, known, trial, false],
    [
      "those of another that ended before it began: it may be that one, emptied",
      [[trial, known]],
      production,
      known,
      production,
      false,
    ],
    ["nothing of another that lived beside it", [[trial, later]], production, none, production, true],
    ["what was noted before there were ids", [["", known]], production, known, production, false],
    ["nothing where there are none", [], null, none, undefined, false],
  ] as const)("is %s", (_what, entries, set, past, name, isOther) =>
    expect(pastOf(new Map(entries), set)).toEqual({ known: past, name, isOther }),
  );
});

/** A time in Cairo on 15 January 2031, two hours ahead of UTC, in epoch seconds. */
const cairo = (time: string): number => Date.parse(`2031-01-15T${time}:00+02:00`) / 1000;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

// Made up: rain on the coast, a harvest begins.
const [rain, harvest] = ["أمطار على الساحل", "بدء موسم الحصاد"];

describe.skipIf(!hasRedisServer)("a data folder", () => {
  let dir: string;
  let now: Date;
  let happened = 0;
  const open: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "mujaz-folder-"));
    now = new Date(cairo("06:00") * 1000);
  });
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
    await rm(dir, { recursive: true });
  });

  /** A house with its worker, on a Redis of its own and a data folder of any. */
  async function openSite(redis: DurableRedis, extra: Readonly<Record<string, string>> = {}) {
    const test = await openTestHouse({ SEND_RATE: "0", DATA_DIR: dir, ...extra }, redis);
    const { house } = test;
    const queue = createQueue(redis.connect(), { prefix: "mujaz", attempts: 3 });
    let worker = startWorker(house, { now: () => now });
    const close = async (): Promise<void> => {
      open.splice(open.indexOf(close), 1);
      await worker.close();
      await queue.close();
      await test.close();
    };
    open.push(close);
    return {
      ...test,
      close,
      stopWorker: () => worker.close(),
      /** Closed before Redis changes, so that it looks anew when it starts. */
      async whileClosed(change: () => Promise<unknown>) {
        await worker.close();
        await change();
        await expect.poll(() => house.main.status).toBe("ready");
        worker = startWorker(house, { now: () => now });
      },
      /** A reader who is due at 07:00 and 09:00, of whom `settings` tell more. */
      read: (user: number, settings: object) =>
        test.addReader(1000 + user, { times: ["07:00", "09:00"], ...settings }),
      async happen(title: string, at: number, published: number) {
        happened += 1;
        const draft = draftOf(`data set ${happened}`, { title, published: iso(published) });
        await house.articles.put(draft, { ...optionsOf(draft), fetched: new Date(at * 1000) });
      },
      async serve(member: number, slot: number) {
        now = new Date(slot * 1000);
        await house.main.zadd("{mujaz}:due", slot, String(member));
        await createTick(house, queue)(slot);
        await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);
      },
      told: (user: number): string =>
        test.playground
          .transcript(user)
          .flatMap(({ from, text }) => (from === "bot" ? [bare(text)] : []))
          .join("\n"),
      alarms: () =>
        test.logged.flatMap(({ event, mend }) => (event === "ledger.restored" ? [String(mend)] : [])),
      isNoticed: (event: string) =>
        expect.poll(() => test.logged.some((line) => line.event === event)).toBe(true),
    };
  }

  /** Sends a digest at 07:00, so that the folder has a past. */
  async function haveTrial() {
    const site = await openSite(await startDurableRedis());
    const member = await site.read(1, {
      cursor: await site.house.articles.maxNumber(),
      since: iso(cairo("05:00")),
    });
    await site.happen(rain, cairo("06:30"), cairo("06:30"));
    await site.serve(member, cairo("07:00"));
    expect(site.told(1)).toContain(rain);
    return site;
  }

  it("that is taken to a new Redis: its new readers are told what is older than the trial's last digest", async () => {
    await (await haveTrial()).close();
    now = new Date(cairo("07:30") * 1000);
    const site = await openSite(await startDurableRedis());
    await site.isNoticed("ledger.restored");
    expect(site.alarms()).toEqual([expect.stringContaining("nothing is to be done")]);
    await site.happen(rain, cairo("07:31"), cairo("06:30"));
    const [fresh, known] = [
      await site.read(2, { since: iso(cairo("08:00")) }),
      // Brought along from the trial: was told of it there.
      await site.read(3, { since: iso(cairo("05:00")), cursor: 1 }),
    ];
    await site.serve(fresh, cairo("09:00"));
    await site.serve(known, cairo("09:00"));
    expect(site.told(2)).toContain(rain);
    expect(site.told(3)).not.toContain(rain);
  });

  it("that is taken to a Redis with a life of its own says nothing of it, and knows it from then on", async () => {
    const other = await mkdtemp(join(tmpdir(), "mujaz-other-"));
    const redis = await startDurableRedis();
    const production = await openSite(redis, { DATA_DIR: other });
    await expect.poll(() => production.house.main.hlen("{mujaz}:ledger")).toBe(1);
    const set = await production.house.main.get("{mujaz}:dataset");
    await redis.copy();
    await (await haveTrial()).close();
    now = new Date(cairo("07:30") * 1000);
    // The production's worker now runs on the folder of the trial.
    await production.stopWorker();
    const site = await openSite(
      { ...redis, close: async () => undefined },
      { CONTENT_DIR: join(root, "content") },
    );
    open.push(() => rm(other, { recursive: true }));
    await site.isNoticed("ledger.other-data-set");
    const member = await site.read(2, {
      since: iso(cairo("05:00")),
      cursor: await site.house.articles.maxNumber(),
    });
    await site.happen(rain, cairo("07:31"), cairo("06:30"));
    await site.serve(member, cairo("07:00"));
    expect(site.told(2)).toContain(rain);
    expect(await site.house.agenda.outcomes()).toEqual({ sent: 1 });
    expect(site.alarms()).toEqual([]);
    expect(await site.house.main.get("{mujaz}:dataset")).toBe(set);
    // It has a past here now: an older copy of it is noticed.
    now = new Date(cairo("07:40") * 1000);
    await site.whileClosed(redis.restore);
    await site.isNoticed("ledger.restored");
  });

  it("whose Redis was emptied: imported readers are told nothing again, and go on with what is new", async () => {
    const site = await haveTrial();
    const { house } = site;
    const lines: string[] = [];
    for await (const line of exportLines(house.subscribers)) lines.push(line);
    const [newest, set] = [await house.articles.maxNumber(), await house.main.get("{mujaz}:dataset")];
    now = new Date(cairo("07:30") * 1000);
    await site.whileClosed(() => house.main.flushall());
    await site.isNoticed("ledger.restored");
    // It is the same data set still: other workers' ledgers count as well.
    expect(await house.main.get("{mujaz}:dataset")).toBe(set);
    expect(lines).toHaveLength(1);
    const member = await site.addReader(1001, JSON.parse(lines[0] ?? "") as object);
    // Due after the import, and not at what has been served.
    expect(
      Number.parseInt((await house.main.zscore("{mujaz}:due", String(member))) ?? "", 10),
    ).toBeGreaterThan(Date.now() / 1000);
    await site.happen(rain, cairo("07:31"), cairo("06:30"));
    await site.happen(harvest, cairo("08:00"), cairo("08:00"));
    // Old messages' links do not open other articles.
    expect(await house.articles.maxNumber()).toBe(newest + 2);
    const before = site.told(1);
    await site.serve(member, cairo("09:00"));
    const digest = site.told(1).slice(before.length);
    expect(digest).toContain(harvest);
    expect(digest).not.toContain(rain);
  });

  it("whose ledger was written before there were ids knows an older copy all the same", async () => {
    const redis = await startDurableRedis();
    const site = await openSite(redis);
    await expect.poll(() => site.house.main.hlen("{mujaz}:ledger")).toBe(1);
    await site.house.main.del("{mujaz}:dataset");
    const member = await site.read(1, {
      cursor: await site.house.articles.maxNumber(),
      since: iso(cairo("05:00")),
    });
    await redis.copy();
    await site.happen(rain, cairo("06:30"), cairo("06:30"));
    await site.serve(member, cairo("07:00"));
    // As an older version wrote it.
    const ledger = join(dir, "ledger");
    for (const name of (await readdir(ledger)).filter((each) => each.endsWith(".log"))) {
      const text = await readFile(join(ledger, name), "utf8");
      await writeFile(join(ledger, name), text.replaceAll(/^\d+-\S+ /gm, ""));
    }
    const before = site.told(1);
    now = new Date(cairo("07:30") * 1000);
    await site.whileClosed(redis.restore);
    await site.isNoticed("ledger.restored");
    await site.serve(member, cairo("07:00"));
    expect(site.told(1)).toBe(before);
  });
});
