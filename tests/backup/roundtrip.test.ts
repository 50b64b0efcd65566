// A backup put back is the same store; a damaged one changes nothing; one that was killed in the middle changes nothing either.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBackup } from "../../src/backup/check.ts";
import { kindOf } from "../../src/backup/keys.ts";
import { isEmptyStore, restoreBackup } from "../../src/backup/restore.ts";
import { ShelfChanged, takeBackup } from "../../src/backup/take.ts";
import { workersOf } from "../../src/backup/workers.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { schemaVersion } from "../../src/subscribers/migrations.ts";
import { draftOf, optionsOf } from "../articles/drafts.ts";
import { readEverything } from "../bot/everything.ts";
import type { Talk } from "../bot/talk.ts";
import { runOn } from "../cli/desk.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { openBusy, talker } from "./busy.ts";

describe.skipIf(!hasRedisServer)("a backup", () => {
  let talk: Talk;
  let other: TestRedis;
  let dir: string;
  let lines: readonly string[];
  beforeAll(async () => {
    [talk, other, dir] = [
      await openBusy(),
      await startRedis(),
      await mkdtemp(join(tmpdir(), "mujaz-backup-")),
    ];
    // Bits of a thousand updates that were seen: bytes that are no text.
    const seen = talk.test.house.main.pipeline();
    for (let bit = 0; bit < 1_000; bit += 1) seen.setbit(`{mujaz}:${seenPage}`, bit, 1);
    await seen.exec();
    lines = await take("mujaz");
  }, 60_000);
  afterAll(async () => {
    await talk.close();
    await other.close();
    await rm(dir, { recursive: true });
  });

  const now = new Date();
  const seenPage = "updates:7:handled:12";
  async function take(prefix: string, redis = talk.test.house.main): Promise<string[]> {
    const taken: string[] = [];
    for await (const line of takeBackup({ redis, prefix, schema: schemaVersion, now })) taken.push(line);
    return taken;
  }
  async function* each(given: readonly string[]): AsyncGenerator<string> {
    yield* given;
  }
  async function put(
    given: readonly string[],
    prefix: string,
    isMove: boolean,
    client = other.connect(),
  ): Promise<void> {
    const checked = await checkBackup(each(given), schemaVersion);
    if (!checked.ok) throw new Error(checked.fault.message);
    const body = each(given.slice(1, -1));
    const { header } = checked;
    await restoreBackup({
      redis: client,
      prefix,
      header,
      lines: body,
      now,
      isMove,
      onReaders: () => undefined,
    });
  }
  /** Name → content of every key that a backup holds or makes anew. */
  async function kept(redis: TestRedis | Talk, prefix: string): Promise<Map<string, string>> {
    const client = "test" in redis ? redis.test.house.main : redis.connect();
    const all = [...(await readEverything(client))].map(
      ([key, text]) => [key.replace(`{${prefix}}:`, ""), text] as const,
    );
    // Sets and hashes have no order of their own.
    const sorted = (text: string): string => [...text].sort().join("");
    return new Map(
      all
        .filter(([name]) => !["no", "header"].includes(kindOf(name)?.keeping ?? ""))
        .map(([name, text]) => [name, sorted(text)]),
    );
  }

  it("put back is the same store, key by key, and its own backup the same line by line", async () => {
    await put(lines, "moved", true);
    expect(await kept(other, "moved")).toEqual(await kept(talk, "mujaz"));
    expect((await take("moved", other.connect())).slice(1, -1)).toEqual(lines.slice(1, -1));
    const client = other.connect();
    expect(await client.get("{moved}:schema")).toBe(String(schemaVersion));
    expect(await client.get("{moved}:dataset")).toBe(await talk.test.house.main.get("{mujaz}:dataset"));
    // What goes by itself still does.
    expect(await client.pttl("{moved}:broadcast:1")).toBeGreaterThan(80_000_000);
    expect(await client.keys("{moved}:restoring:*")).toEqual([]);
  });

  it("keeps bytes that are no text, and no bit more than there were: an update that comes next is not taken for seen", async () => {
    await put(lines, "bits", false);
    const client = other.connect();
    expect(await client.strlen(`{bits}:${seenPage}`)).toBe(125);
    expect(await client.bitcount(`{bits}:${seenPage}`)).toBe(1_000);
    expect(await client.getbit(`{bits}:${seenPage}`, 1_000)).toBe(0);
  });

  it("that is no move keeps slots up to now, broadcasts and old alerts from being sent", async () => {
    await put(lines, "safe", false);
    const client = other.connect();
    const ledger = await client.hgetall("{safe}:ledger");
    const last = await talk.test.house.main.get("{mujaz}:articles:sequence");
    const seconds = String(Math.floor(now.getTime() / 1000));
    expect(ledger).toMatchObject({ mark: seconds, at: seconds, article: last });
    expect(await client.hget("{safe}:broadcast:2", "status")).toBe("paused");
    expect(await client.get("{safe}:alerts:seen")).toBe(last);
  });

  it("names no prefix, and of the keys that it leaves out none", () => {
    const text = lines.join("\n");
    for (const name of ["{mujaz}", '"key":"jobs', '"key":"dialogue', '"key":"pace', ":lease"])
      expect(text).not.toContain(name);
  });

  it("gives no number twice, of articles and of readers that came while it was taken", async () => {
    const client = other.connect();
    await client.set("{numbers}:articles:sequence", 5_000);
    const highest = { reader: 900, record: "c900\nzUTC" };
    const body = [...lines.slice(1, -1), JSON.stringify(highest)];
    const checked = await checkBackup(each(lines), schemaVersion);
    if (!checked.ok) throw new Error("damaged");
    const common = {
      prefix: "numbers",
      header: checked.header,
      now,
      isMove: true,
      onReaders: () => undefined,
    };
    await restoreBackup({ ...common, redis: client, lines: each(body) });
    expect(await client.mget("{numbers}:articles:sequence", "{numbers}:reader:next")).toEqual([
      "5000",
      "900",
    ]);
    expect(await client.hget("{numbers}:chats:900", "900")).toBe("900");
  });

  it("that breaks off leaves the store as it was, and the next one begins anew", async () => {
    await put(lines, "broken", true);
    const before = await kept(other, "broken");
    const checked = await checkBackup(each(lines), schemaVersion);
    if (!checked.ok) throw new Error("damaged");
    async function* half(): AsyncGenerator<string> {
      yield* lines.slice(1, -9);
      for (let at = 0; at < 1_100; at += 1)
        yield JSON.stringify({ key: `stray:${at}`, string: "of the half" });
      throw new Error("killed");
    }
    const client = other.connect();
    const common = { redis: client, prefix: "broken", header: checked.header, now, isMove: true };
    await expect(restoreBackup({ ...common, lines: half(), onReaders: () => undefined })).rejects.toThrow(
      "killed",
    );
    expect((await client.keys("{broken}:restoring:*")).length).toBeGreaterThan(10);
    const whole = await kept(other, "broken");
    for (const [name, text] of before) expect(whole.get(name)).toBe(text);
    await put(lines, "broken", true);
    expect(await kept(other, "broken")).toEqual(before);
    expect(await client.keys("{broken}:restoring:*")).toEqual([]);
  });

  it("is not taken where an article came in while they were read, but begun anew", async () => {
    const { house } = talk.test;
    const draft = draftOf("meanwhile");
    const reading = takeBackup({ redis: house.main, prefix: "mujaz", schema: schemaVersion, now });
    const whole = async (): Promise<void> => {
      let count = 0;
      for await (const _ of reading) {
        count += 1;
        if (count === 3) await house.articles.put(draft, { ...optionsOf(draft), fetched: now });
      }
    };
    await expect(whole()).rejects.toBeInstanceOf(ShelfChanged);
    expect(await runOn(house, "backup", join(dir, "again.jsonl"))).toMatchObject({ status: 0 });
    lines = await take("mujaz");
  });

  const trailer = (): string => lines.at(-1) ?? "";
  it.each<[string, (all: readonly string[]) => readonly string[], RegExp]>([
    ["is cut at its end", (all) => all.slice(0, -1), /cut: its last line is missing/],
    [
      "is cut in the middle of a line",
      (all) => [...all.slice(0, 20), all[20]?.slice(0, 10) ?? ""],
      /damaged/,
    ],
    ["lacks a line", (all) => all.filter((_, at) => at !== 30), /lines are missing/],
    [
      "has a line twice in the place of another",
      (all) => all.map((line, at) => (at === 30 ? (all[31] ?? "") : line)),
      /sum is another/,
    ],
    [
      "has another word",
      (all) => all.map((line) => line.replace("zAfrica/Cairo", "zAfrica/Tunis")),
      /sum is another/,
    ],
    ["goes on behind its end", (all) => [...all, all[5] ?? ""], /more behind the last line/],
    ["is empty", () => [], /it is empty/],
    ["is of readers alone", () => ['{"chat":1001}'], /no backup of Mujaz/],
    ["is no JSON", () => ["موجز"], /no backup of Mujaz/],
    [
      "holds a line of nothing known",
      (all) => [...all.slice(0, 3), '{"what":1}', ...all.slice(3)],
      /damaged/,
    ],
    [
      "is of a later format",
      (all) => all.map((line, at) => (at === 0 ? line.replace('"version":1', '"version":2') : line)),
      /newer format 2/,
    ],
    [
      "is of a later layout",
      (all) => all.map((line, at) => (at === 0 ? line.replace(/"schema":\d+/, '"schema":99') : line)),
      /newer Mujaz \(layout 99\)/,
    ],
  ])("that %s is refused", async (_what, damage, message) => {
    expect(trailer()).toContain('"end":true');
    const checked = await checkBackup(each(damage(lines)), schemaVersion);
    expect(checked).toMatchObject({ ok: false, fault: { message: expect.stringMatching(message) } });
  });

  describe("by command", () => {
    const fileOf = (name: string): string => join(dir, name);

    it("is a file for the owner alone, packed where it is named so, and whole before it has its name", async () => {
      const { house } = talk.test;
      expect(await runOn(house, "backup", fileOf("one.jsonl"))).toMatchObject({ status: 0, stdout: "" });
      expect(await runOn(house, "backup", fileOf("one.jsonl.gz"))).toMatchObject({ status: 0 });
      const plain = await readFile(fileOf("one.jsonl"), "utf8");
      expect(plain.split("\n").slice(1, -2)).toEqual(lines.slice(1, -1));
      expect(
        gunzipSync(await readFile(fileOf("one.jsonl.gz")))
          .toString()
          .split("\n")
          .slice(1, -2),
      ).toEqual(lines.slice(1, -1));
      const { stdout } = await runOn(house, "backup");
      expect(stdout.split("\n").slice(1, -2)).toEqual(lines.slice(1, -1));
      const nowhere = await runOn(house, "backup", join(dir, "none", "x"));
      expect(nowhere).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("mend: name a file in a folder"),
      });
    });

    it("is checked without a store", async () => {
      await writeFile(fileOf("whole"), `${lines.join("\n")}\n`);
      await writeFile(fileOf("cut.gz"), gzipSync(`${lines.join("\n")}\n`).subarray(0, -500));
      const ran = await runOn(talk.test.house, "restore", fileOf("whole"), "--check");
      expect(ran).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^The backup is whole: \d+ readers/),
      });
      const cut = await runOn(talk.test.house, "restore", fileOf("cut.gz"));
      expect(cut.stderr).toMatch(
        /cut\.gz:\d+: .*\n {2}mend: take another copy of the backup; nothing was changed/,
      );
      expect(cut.status).toBe(1);
      expect((await runOn(talk.test.house, "restore", fileOf("absent"))).stderr).toContain(
        "there is no such file",
      );
    });

    it("is not put over a store, unless that is asked for; then nothing else of the old one is left", async () => {
      const { house } = talk.test;
      await writeFile(fileOf("whole"), `${lines.join("\n")}\n`);
      const refused = await runOn(house, "restore", fileOf("whole"));
      expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("--replace") });
      const fresh = await talk.test.addReader(5_001);
      await house.main.set("{mujaz}:playground", "the page's chats");
      expect(await runOn(house, "restore", fileOf("whole"), "--replace")).toMatchObject({
        status: 0,
        stderr: expect.stringContaining("readers a second"),
      });
      expect(await house.subscribers.byNumber(fresh)).toBeUndefined();
      expect(await house.subscribers.numberOf(5_001, null)).toBeUndefined();
      expect((await house.subscribers.byChat(talker, null))?.subscriber.follow).toEqual(["الجسر الجديد"]);
      expect(await house.main.get("{mujaz}:playground")).toBe("the page's chats");
      expect(await house.main.keys("{mujaz}:jobs:*")).toEqual([]);
    });

    it("is refused while a worker is at work", async () => {
      const { house } = talk.test;
      const worker = startWorker(house);
      await expect.poll(() => workersOf(house.main, "mujaz"), { timeout: 20_000 }).toBeGreaterThan(0);
      expect(await workersOf(house.main, "muja")).toBe(0);
      // Another Mujaz on the same server, in a database of its own.
      const staging = house.main.duplicate({ db: (house.main.options.db ?? 0) + 1 });
      expect(await workersOf(staging, "mujaz")).toBe(0);
      staging.disconnect();
      await writeFile(fileOf("whole"), `${lines.join("\n")}\n`);
      const refused = await runOn(house, "restore", fileOf("whole"), "--replace");
      expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("Workers are at work") });
      await worker.close();
    });
  });

  it("takes what workers leave in an empty Redis for no store", async () => {
    const client = other.connect();
    await client.set("{empty}:dataset", "1-x");
    await client.hset("{empty}:ledger", "mark", 5);
    await client.set("{empty}:schema", schemaVersion);
    await client.hset("{empty}:jobs:digests:meta", "version", "x");
    expect(await isEmptyStore(client, "empty")).toBe(true);
    await client.hset("{empty}:records", "1", "c1");
    expect(await isEmptyStore(client, "empty")).toBe(false);
  });
});
