// Articles and feeds at their worst, through the command line and under a running clock: named, counted, survived.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type BadFeeds, startBadFeeds } from "./bad-feeds.ts";
import { writeBadFiles } from "./bad-files.ts";
import { mujaz, root, startMujaz, tempDir } from "./server.ts";
import { hasRedisServer } from "./tools.ts";

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The most memory that it held; 0 where the system does not tell. */
  readonly peakMb: number;
}

let dir: Awaited<ReturnType<typeof tempDir>>;
let feeds: BadFeeds;
let env: Record<string, string>;
let first: Run;
let second: Run;

async function ingest(): Promise<Run> {
  const { PATH, HOME, LANG } = process.env;
  const child = spawn(process.execPath, [mujaz, "ingest"], {
    cwd: tmpdir(),
    env: { PATH, HOME, LANG, LOG_FORMAT: "json", ...env },
  });
  let [stdout, stderr] = ["", ""];
  const peak = watchPeak(child);
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, stdout, stderr, peakMb: peak() };
}

/** Linux tells the highest that a process ever held, for as long as it lives. */
function watchPeak({ pid }: ChildProcess): () => number {
  const file = `/proc/${pid}/status`;
  let kilobytes = 0;
  const timer = setInterval(() => {
    if (!existsSync(file)) return;
    kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? kilobytes);
  }, 20);
  return () => {
    clearInterval(timer);
    return kilobytes / 1024;
  };
}

/** The report of one source: its line and those indented below. */
function reportOf(run: Run, source: string): string {
  const lines = run.stdout.split("\n");
  const at = lines.findIndex((line) => line.startsWith(source) || line.includes(`/${source}: `));
  const end = lines.findIndex((line, index) => index > at && !line.startsWith("  "));
  return lines.slice(at, end < 0 ? undefined : end).join("\n");
}

beforeAll(async () => {
  dir = await tempDir();
  feeds = await startBadFeeds();
  const [config, content] = [join(dir.path, "config"), join(dir.path, "content")];
  await cp(join(root, "config"), config, { recursive: true });
  await writeFile(join(config, "sources.yaml"), JSON.stringify(feeds.sources)); // JSON is YAML.
  await writeBadFiles(content);
  env = { DATA_DIR: join(dir.path, "data"), CONFIG_DIR: config, CONTENT_DIR: content };
  first = await ingest();
  second = await ingest();
}, 300_000);
afterAll(async () => {
  await feeds.web.close();
  await dir.dispose();
});

describe("mujaz ingest", () => {
  it("ends with status 1, for there is something to mend, and without a stack trace", () => {
    expect([first.status, second.status]).toEqual([1, 1]);
    expect(first.stdout + first.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(first.stderr).not.toContain('"level":"error"');
  });

  it("takes in the good files beside the bad ones", () => {
    expect(reportOf(first, "content")).toContain(
      "4 new, 0 updated, 0 unchanged, 0 duplicate, 0 hidden, 8 rejected",
    );
    expect(reportOf(second, "content")).toContain(
      "0 new, 0 updated, 4 unchanged, 0 duplicate, 0 hidden, 8 rejected",
    );
  });

  it.each([
    ["huge.txt", /huge\.txt:1: it is too large: 314572800 bytes, at most 5242880 are read\n {4}mend: split/],
    ["photo.txt", /photo\.txt:1: it is binary, not text\n {4}mend: /],
    ["utf16-unmarked.txt", /utf16-unmarked\.txt:1: it is binary, not text\n {4}mend: /],
    ["empty.txt", /empty\.txt:1: the document is empty\n {4}mend: /],
    ["title-only.txt", /title-only\.txt:1: there is a title but no text\n {4}mend: /],
    ["year-0.md", /year-0\.md:3: .*0000-01-01" is not a date\n {4}mend: .*Gregorian/],
    ["hijri.md", /hijri\.md:3: .*1447-05-03" is not a date\n {4}mend: .*Gregorian/],
    ["unreadable.md", /unreadable\.md:3: .*غدا" is not a date\n {4}mend: /],
  ])("names %s with line and mend, and says the same the next time", (_file, expected) => {
    expect(reportOf(first, "content")).toMatch(expected);
    expect(reportOf(second, "content")).toMatch(expected);
  });

  it("takes an article from the future in on the day it came, and says so", () => {
    expect(reportOf(first, "content")).toMatch(
      /future\.md:1: its date lies in the future: 2099-01-01\S+; the day of its arrival is taken\n {4}mend: /,
    );
  });

  it.each([
    ["empty.xml", /not read: the answer is empty \(200\)\.\n {4}mend: /],
    ["million.xml", /not read: it is too large: more than 5242880 bytes\.\n {4}mend: /],
    ["paper.pdf", /not read: it is a PDF, not text\.\n {4}mend: /],
    ["picture.png", /not read: it is an image, not text\.\n {4}mend: /],
    ["page.html", /not read: it is an HTML page, not a feed\.\n {4}mend: /],
    [
      "inside.xml",
      /not read: .*redirects: 10\.1\.2\.3 is an address of a private network.*\n {4}mend: .*allowHosts/,
    ],
  ])("says of %s why it is not read and what to do, each time", (feed, expected) => {
    expect(reportOf(first, feed)).toMatch(expected);
    expect(reportOf(second, feed)).toMatch(expected);
  });

  it.each([
    ["good.xml", 1, []],
    ["no-items.xml", 0, []],
    ["no-text.xml", 1, [/ {2}\S+: entry "عنوان وحيد": there is a title but no text\n {4}mend: /]],
    [
      "dates.xml",
      4,
      [
        /dates\.xml:3: entry .*"Sat, 01 Jan 0000 00:00:00 GMT" is not a date/,
        /dates\.xml:4: entry .*"1447-05-03T08:00:00Z" is not a date/,
        /entry "ري البساتين في اللوز": its date lies in the future: 2099-01-01/,
        /dates\.xml:6: entry .*"قبل قليل" is not a date/,
      ],
    ],
    ["long-title.xml", 2, [/entry "خبر .*…": its title has 2399999 characters; the first 300 are kept/]],
    ["links.xml", 3, [/links\.xml:3: entry .*"javascript:alert\(1\)" is not the address of a page/]],
    ["one-guid.xml", 2, [/2 articles have the id "7"\n {4}mend: /]],
    ["twice.xml", 1, [/1 entry stands there again\n {4}mend: /]],
    [
      "many.xml",
      1,
      [
        /499 rejected/,
        /entry "0": there is a title but no text/,
        /99500 entries after the first 500 left out/,
      ],
    ],
  ])("reads of %s what is good, and names the rest", (feed, good, expected) => {
    const report = reportOf(first, feed);
    expect(report).toContain(`: ${good} new, 0 updated, 0 unchanged`);
    for (const one of expected) expect(report).toMatch(one);
    expect(reportOf(second, feed)).toContain(`: 0 new, 0 updated, ${good} unchanged`);
  });

  it.runIf(existsSync("/proc/self/status"))("never holds more than 400 MB", () => {
    console.log(`peak memory: ${Math.round(first.peakMb)} and ${Math.round(second.peakMb)} MB`);
    expect(first.peakMb).toBeGreaterThan(20);
    expect(first.peakMb).toBeLessThan(400);
    expect(second.peakMb).toBeLessThan(400);
  });
});

describe.skipIf(!hasRedisServer)("mujaz start clock", () => {
  it("stays up over all of it, and logs each fault once", async () => {
    const clock = await startMujaz({ ...env, DATA_DIR: join(dir.path, "clock-data") }, ["clock"]);
    onTestFinished(() => void clock.stop());
    const count = (text: string): number => clock.output().split(text).length - 1;
    expect(count("huge.txt:1: it is too large")).toBe(1);
    // All are read at the start; the one with the most to say is among the last.
    await expect.poll(() => count('"event":"source.entries"'), { timeout: 120_000 }).toBe(1);
    await expect.poll(() => count('"event":"source.failed"'), { timeout: 120_000 }).toBe(6);
    await expect.poll(() => count("2 articles have the id"), { timeout: 120_000 }).toBe(1);
    expect(count("it is a PDF, not text")).toBe(1);
    const named = clock.output().match(/entry \\"[^"]*\\": there is a title but no text/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named).size).toBe(named.length);
    expect(count('"outlet":"many.xml"')).toBeLessThan(30);
    expect(await clock.stop()).toBe(0);
  }, 200_000);
});
