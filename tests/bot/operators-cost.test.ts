// What /admin and /broadcast say of the longest wait and of the cost in Stars: in both languages, as `mujaz doctor` reckons it.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Finding } from "../../src/cli/finding.ts";
import { runOn } from "../cli/desk.ts";
import { root } from "../root.ts";
import { openTalk, type Talk } from "./talk.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The operator is a reader too, so that the language is known: one more than `readers`, all due in one minute. */
async function openDesk(locale: string, { isPaid = true } = {}): Promise<Talk> {
  const config = await mkdtemp(join(tmpdir(), "mujaz-paid-"));
  open.push(() => rm(config, { recursive: true }));
  await cp(join(root, "config"), config, { recursive: true });
  const path = join(config, "mujaz.yaml");
  const written = await readFile(path, "utf8");
  await writeFile(path, written.replace("paidBroadcast: false", `paidBroadcast: ${isPaid}`));
  // Nothing here is of articles, and under a configuration of its own each house would take the sample content in anew.
  const content = join(config, "content");
  await mkdir(content);
  const dirs = { CONFIG_DIR: config, CONTENT_DIR: content };
  const talk = await openTalk(1, { ADMIN_IDS: "1001", SEND_RATE: "30", ...dirs });
  open.push(talk.close);
  await add(talk, 1, locale);
  return talk;
}

async function add({ test }: Talk, count: number, locale = "ar"): Promise<void> {
  const length = await test.house.subscribers.count();
  const chats = Array.from({ length: count }, (_, index) => 1001 + length + index);
  const digits = locale === "ar" ? "arabic" : "latin";
  const settings = { locale, digits, zone: "UTC", times: ["05:00"] };
  await Promise.all(chats.map((chat) => test.addReader(chat, settings)));
}

/** A finding of `mujaz doctor`. */
async function doctor({ test }: Talk, check: string): Promise<string> {
  const { stdout } = await runOn(test.house, "doctor", "--json");
  return (JSON.parse(stdout) as Finding[]).find((finding) => finding.check === check)?.detail ?? "";
}

const latin = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - "٠".charCodeAt(0)));

async function line(talk: Talk, start: string): Promise<string | undefined> {
  await talk.ask("/admin");
  return talk
    .said()
    .split("\n")
    .find((each) => each.startsWith(start));
}

const toAll = { ar: "كل القرّاء", en: "All readers" };

/** The second line of the question before a broadcast goes out. */
async function costLine(talk: Talk, locale: "ar" | "en"): Promise<string | undefined> {
  await talk.ask("/broadcast");
  await talk.ask("صيانة قصيرة الليلة"); // A short maintenance tonight.
  await talk.press(toAll[locale]);
  return talk.said().split("\n")[1];
}

const words = {
  ar: { stars: "كلفة ملخصات اليوم القادم بالنجوم: ", wait: "أطول انتظار متوقع خلال يوم، بالدقائق: " },
  en: {
    stars: "Digests of the next day cost, in Stars: ",
    wait: "Longest wait expected within a day, in minutes: ",
  },
} as const;

describe("the cost in Stars", () => {
  it.each([
    [
      "ar",
      [
        [1, 1, "كلفة الإرسال نجمة واحدة من رصيد البوت."],
        [11, 2, "كلفة الإرسال نجمتان من رصيد البوت."],
        [30, 3, "كلفة الإرسال ٣ نجوم من رصيد البوت."],
        [110, 11, "كلفة الإرسال ١١ نجمة من رصيد البوت."],
        [1_030, 100, "كلفة الإرسال ١٠٠ نجمة من رصيد البوت."],
      ],
    ],
    [
      "en",
      [
        [1, 1, "Sending costs one Star of the bot's balance."],
        [11, 2, "Sending costs 2 Stars of the bot's balance."],
        [110, 11, "Sending costs 11 Stars of the bot's balance."],
      ],
    ],
  ] as const)(
    "is said in %s for each number, by /broadcast and /admin as by doctor",
    async (locale, rows) => {
      const talk = await openDesk(locale);
      let readers = 1;
      for (const [count, stars, said] of rows) {
        await add(talk, count - readers);
        readers = count;
        expect(await costLine(talk, locale)).toBe(said);
        expect(latin((await line(talk, words[locale].stars)) ?? "")).toBe(`${words[locale].stars}${stars}`);
        expect(await doctor(talk, "paid")).toContain(
          `${stars} Stars for the next 24 h, ${stars} for the fullest slot`,
        );
      }
    },
  );

  it.each(["ar", "en"] as const)("is not mentioned in %s where sending is free", async (locale) => {
    const talk = await openDesk(locale, { isPaid: false });
    await add(talk, 40);
    expect(await costLine(talk, locale)).toBeUndefined();
    expect(await line(talk, words[locale].stars)).toBeUndefined();
    expect(await doctor(talk, "paid")).toContain("sending is free");
  });
});

describe("the longest wait", () => {
  it.each([
    ["ar", false, 100_000, 57],
    ["en", false, 100_000, 57],
    ["ar", true, 100_000, 2],
    ["en", false, 1_000, 1],
  ] as const)(
    "in %s, paid for: %s, for %i readers of one minute is the %i minutes of doctor",
    async (locale, isPaid, count, minutes) => {
      const talk = await openDesk(locale, { isPaid });
      const slot = await talk.test.house.main.zscore("{mujaz}:due", "1");
      const members = Array.from({ length: count }, (_, index) => [slot ?? "", `${index + 2}`]);
      for (let at = 0; at < count; at += 10_000)
        await talk.test.house.main.zadd("{mujaz}:due", ...members.slice(at, at + 10_000).flat());
      const said = latin((await line(talk, words[locale].wait)) ?? "");
      expect(said).toBe(`${words[locale].wait}${minutes}`);
      const wait = /waits (\d+) (min|s) at/.exec(await doctor(talk, "load")) ?? [];
      expect(Math.round(Number(wait[1]) / (wait[2] === "s" ? 60 : 1))).toBe(minutes);
    },
  );
});
