// The command line, as other programs call it: shapes, offsets, exit statuses.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tempDir } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { root } from "../root.ts";
import { runHere } from "./desk.ts";

let dir: Awaited<ReturnType<typeof tempDir>>;
let env: Record<string, string>;
beforeAll(async () => {
  dir = await tempDir();
  env = { DATA_DIR: join(dir.path, "data") };
});
afterAll(() => dir.dispose());

const content = (name: string): string => join(root, "content", name);
const scrape = content("health/2026-11-21-hearing-screening-villages.txt");

interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly why: readonly string[];
}

describe("mujaz summarize", () => {
  it("--json gives an array with the cleaned title and text, and offsets into that text", async () => {
    const { stdout, status } = await runHere(["summarize", "--json", "--sentences", "2", scrape]);
    expect(status).toBe(0);
    const [one] = JSON.parse(stdout) as [
      { id: string; title: string; text: string; sentences: Sentence[]; summary: string; ms: number },
    ];
    expect(one.title).toBe("قافلة طبية تعيد السمع إلى 900 طفل في قرى الصعيد");
    expect(one.text).not.toMatch(/حجم الخط|اقرأ أيضاً|تابعونا|www\./);
    expect(one.sentences).toHaveLength(2);
    for (const { text, start, end, why } of one.sentences) {
      expect(one.text.slice(start, end)).toBe(text);
      expect(why.length).toBeGreaterThan(0);
    }
    expect(one.summary).toBe(one.sentences.map(({ text }) => text).join(" "));
    expect(typeof one.ms).toBe("number");
  });

  it("--jsonl answers line by line in order, offsets into the text as given, a line's own budget first", async () => {
    const raw = readFileSync(scrape, "utf8");
    const lines = [
      { id: "a", title: "x", text: raw, sentences: 1 },
      { id: 2, text: raw },
      { id: "c", text: "" },
    ];
    const input = [...lines.map((line) => JSON.stringify(line)), "not json", '{"id":"d"}', ""].join("\n");
    const { stdout, stderr, status } = await runHere(["summarize", "--jsonl", "--words", "50"], { input });
    const out = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: unknown; sentences: Sentence[]; summary: string });
    expect(out.map(({ id }) => id)).toEqual(["a", 2, "c"]);
    expect(out.map(({ sentences }) => sentences.length)).toEqual([1, expect.any(Number), 0]);
    for (const { text, start, end } of out.flatMap(({ sentences }) => sentences))
      expect(raw.slice(start, end)).toBe(text);
    expect(out[1]?.summary.split(/\s+/).length).toBeLessThanOrEqual(50);
    expect(out.map(({ summary }) => summary).join(" ")).not.toMatch(/حجم الخط|اقرأ أيضاً|تابعونا|كتب:|www\./);
    expect(stderr).toMatch(/standard input:4: .*JSON/);
    expect(stderr).toMatch(/standard input:5: .*text/);
    expect(status).toBe(1);
  });

  it("prints titles and sentences for people, reads standard input, and names a file that is not there", async () => {
    const people = await runHere(["summarize", "--sentences", "1", "-"], {
      input: readFileSync(scrape, "utf8"),
    });
    expect(people.stdout.split("\n").filter((line) => line !== "")).toHaveLength(2);
    const missing = await runHere(["summarize", "nowhere.txt", scrape]);
    expect(missing.stderr).toContain("nowhere.txt");
    expect(missing.stdout).toContain("قافلة طبية");
    expect(missing.status).toBe(1);
  });

  it("goes on behind a bad line, a missing file and a folder", async () => {
    const text = "جملة كاملة هنا\u2028وسطر منها."; // U+2028 ends no line of JSON
    const input = [{ text, words: 5, sentences: 1 }, { text: "" }, { text }]
      .map((line) => JSON.stringify(line))
      .join("\n");
    const { stdout, stderr, status } = await runHere(["summarize", "--jsonl", "nowhere.jsonl", "src", "-"], {
      input: `\uFEFF${input}`,
    });
    const out = stdout.trim().split("\n");
    expect(out.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([2, 3]);
    expect(stderr).toContain("nowhere.jsonl: cannot be read");
    expect(stderr).toContain("src: cannot be read");
    expect(stderr).toMatch(/standard input:1: .*give one of/);
    expect(status).toBe(1);
  });

  it("marks the shortest sentence as over budget where none fits", async () => {
    const input = JSON.stringify({ id: 1, text: "هذه جملة لها من الكلمات أكثر مما يسمح به هذا الحد الضيق." });
    const { stdout } = await runHere(["summarize", "--jsonl", "--words", "3"], { input });
    expect(JSON.parse(stdout)).toMatchObject({ overBudget: true, sentences: [{ start: 0 }] });
  });
});

describe("mujaz clean --json", () => {
  it("shows what was kept, and what was removed and why", async () => {
    const { stdout } = await runHere([
      "clean",
      scrape,
      content("science/2026-11-18-wahat-albahr-opens.txt"),
      "--json",
    ]);
    const [one, two] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(one).toMatchObject({ file: scrape, language: "ar", headings: ["المعلمة أول من يلاحظ"] });
    expect(one?.["paragraphs"]).toHaveLength(8);
    expect(one?.["removed"]).toContainEqual({ text: "حجم الخط", rule: "font-size" });
    expect(two?.["dateline"]).toBe("نواكشوط - وكالة ضفاف");
  });
});

describe("mujaz schedule", () => {
  it("prints every due instant, right over the DST change", async () => {
    const args = [
      "schedule",
      "--zone",
      "Africa/Cairo",
      "--times",
      "00:30,07:00",
      "--from",
      "2025-04-24",
      "--to",
      "2025-04-25",
    ];
    const expected = [
      "2025-04-23T22:30:00Z",
      "2025-04-24T05:00:00Z",
      "2025-04-24T22:00:00Z",
      "2025-04-25T04:00:00Z",
    ];
    expect((await runHere(args)).stdout.trim().split("\n")).toEqual(expected);
    expect(JSON.parse((await runHere([...args, "--json"])).stdout)).toEqual(expected);
    const days = await runHere([...args, "--days", "fri"]);
    expect(days.stdout.trim().split("\n")).toEqual(expected.slice(2));
  });

  it("takes times by the prayers beside them, at the zone's main city or at one that is named", async () => {
    const day = ["--from", "2025-11-24", "--to", "2025-11-24"];
    const print = async (...args: string[]): Promise<string[]> =>
      (await runHere(["schedule", ...args, ...day])).stdout.trim().split("\n");
    // The Survey Authority printed 4:57 and 4:55 p.m. for Cairo.
    expect(await print("--zone", "Africa/Cairo", "--times", "fajr+15,maghrib-10,7:00")).toEqual([
      "2025-11-24T03:12:00Z",
      "2025-11-24T05:00:00Z",
      "2025-11-24T14:46:00Z",
    ]);
    const [riyadh = "", jeddah = "", arabic] = await Promise.all(
      [[], ["--city", "jeddah"], ["--city", "جدة"]].map(async (city) => {
        const [first] = await print("--zone", "Asia/Riyadh", "--times", "Fajr", ...city);
        return first;
      }),
    );
    expect((Date.parse(jeddah) - Date.parse(riyadh)) / 60_000).toBeGreaterThan(20);
    expect(arabic).toBe(jeddah);
  });

  it.each([
    ["--from", "2025-02-30"],
    ["--times", "25:00"],
    ["--times", "noon+5"],
    ["--times", "fajr+721"],
    ["--city", "Atlantis"],
    ["--days", "friday"],
  ])("refuses %s %s with status 2", async (option, value) => {
    const base = {
      "--zone": "Asia/Riyadh",
      "--times": "07:00",
      "--from": "2025-04-24",
      "--to": "2025-04-25",
    };
    const args = Object.entries({ ...base, [option]: value }).flat();
    const { status, stderr } = await runHere(["schedule", ...args]);
    expect(stderr).toContain(value);
    expect(status).toBe(2);
  });
});

describe("mujaz preview", () => {
  it("shows a new reader's digest, of the chosen topics, in three formats", async () => {
    const preview = (...args: string[]) => runHere(["preview", ...args], { env });
    const text = await preview("--topics", "health");
    expect(text.stdout).toMatch(/^.?موجز /);
    expect(text.stdout.match(/\/a\d+/g)).toHaveLength(3);
    expect((await preview("--format", "html", "--locale", "en")).stdout).toMatch(/^<b>.?Digest for/);
    const json = JSON.parse((await preview("--format", "json")).stdout) as {
      parts: string[];
      stories: object[];
    };
    expect(json.stories).toHaveLength(5);
    expect((await preview("--topics", "nosuch")).status).toBe(2);
  });
});

describe.skipIf(!hasRedisServer)("the store, from outside", () => {
  it("ingests, lists, shows and removes articles", async () => {
    const ingest = await runHere(["ingest", "--once"], { env });
    expect(ingest.status).toBe(0);
    const list = await runHere(["articles", "list", "--topic", "science", "--json"], { env });
    const [first] = JSON.parse(list.stdout) as { number: number; title: string }[];
    const number = String(first?.number);
    const show = await runHere(["articles", "show", number, "--json"], { env });
    expect(JSON.parse(show.stdout)).toMatchObject({
      number: first?.number,
      title: first?.title,
      topics: ["science"],
    });
    expect((await runHere(["articles", "show", "99999"], { env })).status).toBe(1);
    expect((await runHere(["articles", "remove", number], { env })).status).toBe(0);
    expect((await runHere(["articles", "show", number], { env })).status).toBe(1);
    const again = await runHere(["ingest"], { env });
    expect(again.stdout).toMatch(/ 0 new, 0 updated/);
  });

  it("imports and exports subscribers, names bad lines, and twice is the same as once", async () => {
    const file = join(dir.path, "in.jsonl");
    const good = {
      chat: 1001,
      zone: "Africa/Cairo",
      times: ["07:00", "18:30"],
      topics: ["economy"],
      quiet: { from: "23:00", to: "06:00" },
    };
    writeFileSync(
      file,
      `${JSON.stringify(good)}\n{"chat":"x"}\n{"chat":-1002,"thread":5,"kind":"group"}\n{"chat":3,"zone":"Mars"}\n`,
    );
    const first = await runHere(["subscribers", "import", file], { env });
    expect(first.stdout).toContain("2 imported, 2 refused");
    expect(first.stderr).toContain("in.jsonl:2: chat");
    expect(first.stderr).toContain("in.jsonl:4: zone");
    expect(first.status).toBe(1);
    const once = (await runHere(["subscribers", "export"], { env })).stdout;
    const lines = once
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(lines.find(({ chat }) => chat === 1001)).toMatchObject({
      ...good,
      status: "active",
      items: 5,
      cursor: 0,
      carry: [],
    });
    const target = join(dir.path, "out.jsonl");
    await runHere(["subscribers", "export", target], { env });
    const second = await runHere(["subscribers", "import", target], { env });
    expect(second.stdout).toContain("2 imported, 0 refused");
    expect((await runHere(["subscribers", "export"], { env })).stdout).toBe(once);
  });

  it("says how many are due without sending, and examines itself", async () => {
    const far = new Date(Date.now() + 48 * 3_600_000).toISOString();
    const dry = await runHere(["send-due", "--dry-run", "--at", far], { env });
    expect(dry.stdout).toMatch(/^2 due at /);
    const doctor = await runHere(["doctor", "--json"], { env });
    const findings = JSON.parse(doctor.stdout) as { check: string; status: string }[];
    expect(findings.filter(({ status }) => status === "fault")).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      "config",
      "content",
      "disk",
      "token",
      "webhook",
      "redis",
      "zones",
      "sources",
      "clock",
      "delivery",
      "load",
      "paid",
    ]);
    expect(doctor.status).toBe(0);
    const sick = await runHere(["doctor"], { env: { ...env, CONTENT_DIR: "/nowhere/at/all" } });
    expect(sick.stdout).toMatch(/FAULT content .*\n\s+mend: /);
    expect(sick.status).toBe(1);
  });

  it("imports times by the prayers to the letter, names bad ones, and says which will never be due", async () => {
    const file = join(dir.path, "prayers.jsonl");
    const good = {
      chat: 3001,
      zone: "Asia/Riyadh",
      times: ["07:00", { at: "fajr", offsetMinutes: 15 }],
      city: "Jeddah",
    };
    const bad = { chat: 3002, times: [{ at: "noon", offsetMinutes: 5 }] };
    const lost = { chat: 3003, zone: "America/Phoenix", times: [{ at: "isha", offsetMinutes: 0 }] };
    writeFileSync(file, [good, bad, lost].map((line) => JSON.stringify(line)).join("\n"));
    const { stdout, stderr } = await runHere(["subscribers", "import", file], { env });
    expect(stdout).toContain("2 imported, 1 refused");
    expect(stderr).toMatch(/prayers\.jsonl:2: times\.0: .*"at":"fajr"[\s\S]*mend: /);
    expect(stderr).toMatch(
      /prayers\.jsonl:3: imported, but isha\+0 will never be due: .*America\/Phoenix\n {2}mend: /,
    );
    const out = (await runHere(["subscribers", "export"], { env })).stdout.trim().split("\n");
    const lines = out.map((line) => JSON.parse(line) as { chat: number });
    expect(lines.find(({ chat }) => chat === 3001)).toMatchObject(good);
    expect(lines.find(({ chat }) => chat === 3003)).toMatchObject(lost);
  });
});

describe("the summary library", () => {
  it("is what the package exports", async () => {
    const code =
      'import { summarize } from "mujaz/summary"; console.log(summarize({ text: "جملة أولى كاملة هنا. جملة ثانية كاملة هنا." }, { sentences: 1 }).sentences[0].text)';
    const { execFileSync } = await import("node:child_process");
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: root,
      encoding: "utf8",
    });
    expect(out.trim()).toBe("جملة أولى كاملة هنا.");
  });
});
