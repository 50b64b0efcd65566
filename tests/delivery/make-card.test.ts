// Who gets a card, and that nothing that fails while it is made reaches the digest.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CardMode, createMakeCard } from "../../src/delivery/card.ts";
import { createDrawCard, type DrawCard } from "../../src/delivery/cardPicture.ts";
import type { CardContent } from "../../src/digest/card.ts";
import { captionLimit } from "../../src/digest/cardContent.ts";
import { createMessages } from "../../src/messages/messages.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import type { Subscriber } from "../../src/subscribers/subscriber.ts";
import { visibleLength } from "../../src/text/html.ts";
import { now, tell } from "../digest/story.ts";
import { root } from "../root.ts";

const text = (code: string): string => readFileSync(join(root, "config", "messages", `${code}.ftl`), "utf8");
const messages = createMessages({ ar: text("ar"), en: text("en") }, "ar");

function reader(settings: object): Subscriber {
  const line = parseLine(JSON.stringify({ chat: 1001, ...settings }), { zone: "Africa/Cairo", now });
  if (!line.ok) throw new Error(line.message);
  return line.subscriber;
}

interface Made {
  readonly drawn: CardContent[];
  readonly reports: string[];
  make(settings: object, titles?: readonly string[]): Promise<string | undefined>;
}

function making(mode: CardMode, fails = false, name = "mujaz_bot"): Made {
  const [drawn, reports]: [CardContent[], string[]] = [[], []];
  const draw: DrawCard = async (content) => {
    if (fails) throw new Error("no renderer for this platform");
    drawn.push(content);
    return new Uint8Array([1]);
  };
  const report = (event: string): void => void reports.push(event);
  const make = createMakeCard({ mode, messages, draw, username: async () => name, report });
  return {
    drawn,
    reports,
    async make(settings, titles = ["خبر أول", "خبر ثان"]) {
      const stories = titles.map((title, index) => tell({ number: index + 1, title }));
      return (await make({ stories }, reader(settings), now))?.caption;
    },
  };
}

describe("a card", () => {
  it.each<[CardMode, object, boolean]>([
    ["off", { kind: "channel" }, false],
    ["channels", { kind: "channel" }, true],
    ["channels", { kind: "group" }, false],
    ["channels", { kind: "channel", previews: false }, false],
    ["all", {}, true],
    ["all", { previews: false }, false],
  ])("with digest.card %s is for %j: %s", async (mode, settings, isMade) => {
    expect((await making(mode).make(settings)) !== undefined).toBe(isMade);
  });

  it("is not made of a digest without stories", async () => {
    expect(await making("all").make({}, [])).toBeUndefined();
  });

  it("that cannot be drawn is told to the operator and to nobody else", async () => {
    const { make, reports } = making("all", true);
    expect(await make({})).toBeUndefined();
    expect(reports).toEqual(["card.not-drawn"]);
  });

  it("has the day in the reader's calendars and digits, the outlets, and the bot's name", async () => {
    const made = making("all");
    await made.make({ digits: "arabic", calendar: "both" });
    expect(made.drawn[0]).toMatchObject({
      direction: "rtl",
      day: "الثلاثاء ٢٤ نوفمبر ٢٠٢٦ الموافق ١٤ جمادى الآخرة ١٤٤٨ هـ",
      stories: [{ ordinal: "١", outlet: expect.stringContaining("صحيفة المرفأ") }, { ordinal: "٢" }],
      address: "@mujaz_bot",
    });
    const plain = made.drawn[0]?.others;
    const bare = (count: number) => plain?.(count).replace(/[\u2066-\u2069]/g, "");
    expect([1, 2, 3, 11, 100].map(bare)).toEqual([
      "وخبر آخر",
      "وخبران آخران",
      "و٣ أخبار أخرى",
      "و١١ خبراً آخر",
      "و١٠٠ خبر آخر",
    ]);
  });

  it("has a caption with every headline, within Telegram's limit however long they are", async () => {
    const titles = Array.from({ length: 20 }, (_, index) => `خبر ${index} ${"طويل جداً ".repeat(40)}`);
    for (const locale of ["ar", "en"]) {
      const caption = (await making("all").make({ locale, digits: "latin" }, titles)) ?? "";
      expect(visibleLength(caption)).toBeLessThanOrEqual(captionLimit);
      for (let index = 0; index < 20; index += 1) expect(caption).toContain(`${index + 1}. خبر ${index} `);
    }
  });
});

describe("the renderer", () => {
  const content: CardContent = {
    direction: "rtl",
    name: "موجز",
    day: "الثلاثاء 24 نوفمبر 2026",
    stories: [{ title: "محطة تحلية جديدة تخدم 120 ألف نسمة", direction: "rtl", outlet: "صحيفة المرفأ" }],
    others: String,
    address: "@mujaz_bot",
  };

  it("draws the same bytes for the same card each time, and other bytes for another", async () => {
    const [one, two] = [await createDrawCard()(content), await createDrawCard()(content)];
    expect(one?.length).toBeGreaterThan(20_000);
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
    const other = await createDrawCard()({ ...content, day: "الأربعاء 25 نوفمبر 2026" });
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(false);
  });

  it("draws once what many ask for at the same time", async () => {
    const draw = createDrawCard();
    const [one, two] = await Promise.all([draw(content), draw(content)]);
    expect(one).toBe(two);
  });

  it("draws no card of headlines in letters that its typeface lacks", async () => {
    const stories = [{ title: "新闻标题", direction: "ltr", outlet: "" } as const];
    expect(await createDrawCard()({ ...content, stories })).toBeUndefined();
  });
});
