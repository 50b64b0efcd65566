// Why a story comes or does not: each reason in words, in both languages.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Told } from "../../src/digest/choose.ts";
import type { Look } from "../../src/digest/digest.ts";
import { renderWhy, type WhyReader } from "../../src/digest/why.ts";
import { createMessages } from "../../src/messages/messages.ts";
import { parseHtml } from "../../src/playground/parseHtml.ts";
import { now, tell } from "./story.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../config/messages");
const read = (code: string): string => readFileSync(join(folder, `${code}.ftl`), "utf8");
const messages = createMessages({ ar: read("ar"), en: read("en") }, "ar");
const look: Look = {
  voice: { locale: "ar", digits: "latin" },
  zone: "Africa/Cairo",
  calendar: "gregorian",
  length: "standard",
  now,
  sentences: { short: 1, standard: 3, long: 5 },
  topicName: (topic) => ({ economy: "الاقتصاد", health: "الصحة" })[topic] ?? topic,
};
const anyone: WhyReader = {
  topics: [],
  mutedTopics: [],
  follow: [],
  block: [],
  cursor: 10,
  carry: [],
  followStories: [],
  last: [],
};
const story: Told = {
  ...tell({ number: 12, title: "نهائي كرة القدم في المدينة", sources: ["أ", "ب", "ج"] }),
  freshNumber: 12,
};
const said = (reader: Partial<WhyReader>, told: Told = story, voice = look.voice): string =>
  parseHtml(renderWhy(messages, told, { ...anyone, ...reader }, { ...look, voice })).text.replace(
    /[\u200E\u200F\u2066-\u2069]/g,
    "",
  );

describe("why", () => {
  it("says the verdict first, then the reasons, then what weighs", () => {
    expect(said({})).toBe(
      [
        "هذا الخبر مرشح لملخصك القادم.",
        "",
        "تصلك كل المواضيع، وموضوعه: الاقتصاد.",
        "نقلته 3 مصادر.",
        "نُشر: قبل ساعتين.",
        "",
        "ما يرجّحه بين غيره، الأقوى أولاً:",
        "حداثته: أثر كبير",
        "عدد المصادر: أثر كبير",
      ].join("\n"),
    );
  });

  it.each<[string, Partial<WhyReader>, string]>([
    ["a blocked word", { block: ["السباحة", "كُرة قدم"] }, "حجبت «كُرة قدم»، وهي مذكورة فيه."],
    ["a muted topic", { mutedTopics: ["economy"] }, "كتمت موضوع الاقتصاد."],
    ["a topic that was not chosen", { topics: ["health"] }, "ليس من المواضيع التي اخترتها."],
    ["a chosen topic", { topics: ["economy"] }, "اخترت موضوعه: الاقتصاد."],
    ["a followed word", { follow: ["كرة القدم"] }, "تتابع «كرة القدم»، وهي مذكورة فيه."],
    ["a followed story", { followStories: ["s12"] }, "تتابع هذا الخبر، فيصلك جديده."],
    ["a story of before", { cursor: 12 }, "سبق أن مرّ هذا الخبر على ملخصاتك"],
    ["a story of the last digest", { cursor: 12, last: [12] }, "كان هذا الخبر في ملخصك الأخير."],
    ["a carried story", { cursor: 12, carry: [12] }, "لم يتسع له ملخصك الأخير، فهو بين ما ينتظر."],
  ])("names %s", (_what, reader, expected) => expect(said(reader)).toContain(expected));

  it("says of what does not come that it does not, and by which word in English", () => {
    const english = said({ block: ["كرة القدم"] }, story, { locale: "en", digits: "latin" });
    expect(english).toMatch(
      /^This story does not come to you\.\n\nYou block “كرة القدم”, and it mentions it\./,
    );
  });

  it("knows archive pieces and pins", () => {
    const { freshNumber: _, ...old } = story;
    expect(said({}, old)).toMatch(/^هذا خبر من الأرشيف/);
    const pinned = { ...story, lead: { ...story.lead, pinned: true } };
    expect(said({}, pinned)).toContain("تثبيت المحرر: أثر حاسم");
  });
});
