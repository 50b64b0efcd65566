// The card's layout, judged by what the renderer itself measures: every line within the margins, no word cut, no story lost.
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCardFace, renderOptions } from "../../src/delivery/cardPicture.ts";
import { breakEvenly, breakLines, inDirection } from "../../src/digest/breakLines.ts";
import { type CardContent, cardRules, cardSize, type Face, margin } from "../../src/digest/card.ts";
import { inks, textOf } from "../../src/digest/cardSvg.ts";
import { layoutCard } from "../../src/digest/layoutCard.ts";

let face: Face;
beforeAll(async () => {
  face = await loadCardFace();
});

const words = [
  "الأولاد", // the children: lam-alef inside a word
  "لا",
  "للآلات", // for the machines
  "مُحَمَّدٌ", // Muhammad, with marks
  "كـــتاب", // book, stretched
  "«الميناء»:", // "the port":
  "والمستشفيات", // and the hospitals
  "بنسبة",
  "12.5%",
  "١٢٫٥٪",
  "iPhone",
  "15",
  "(Apple",
  "Inc.)",
  "–",
  "😀",
  "فسيكفيكهم",
  "https://example.org/a-very-long-address-that-no-line-of-a-card-can-hold/index.html",
];
const title = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 })
  .map((some) => some.join(" "));
const content = (titles: readonly string[], direction: "rtl" | "ltr"): CardContent => ({
  direction,
  name: "موجز",
  day: "الثلاثاء 24 نوفمبر 2026 الموافق 14 جمادى الآخرة 1448 هـ",
  stories: titles.map((one, index) => ({
    title: one,
    direction: "rtl",
    outlet: "\u2068صحيفة المرفأ\u2069 و\u20683\u2069 مصادر أخرى",
    ...(titles.length > 1 && { ordinal: String(index + 1) }),
  })),
  others: (count) => `و${count} أخبار أخرى`,
  address: "@mujaz_bot",
});

/** What the renderer says of one line by itself. */
function boxOf(line: Parameters<typeof textOf>[0], side: "rtl" | "ltr") {
  const { width, height } = cardSize;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Naskh Arabic">${textOf(line, side)}</svg>`;
  return new Resvg(svg, renderOptions()).getBBox();
}

const bare = (text: string): string => text.replace(/[\u061c\u2066-\u2069]/g, "").replaceAll("\u00a0", " ");

describe("a card", () => {
  it("keeps every line between its margins, as the renderer measures it, and every story on it or counted", () => {
    const cards = fc.tuple(fc.array(title, { minLength: 1, maxLength: 12 }), fc.constantFrom("rtl", "ltr"));
    const law = fc.property(cards, ([titles, direction]) => {
      const card = layoutCard(content(titles, direction as "rtl" | "ltr"), face);
      if (card === undefined) return;
      expect(card.shown + card.others).toBe(titles.length);
      expect(card.lines.some(({ text }) => text === `و${card.others} أخبار أخرى`)).toBe(card.others > 0);
      for (const line of card.lines) {
        const box = boxOf(line, card.direction);
        if (box === undefined) continue;
        // Curves of the first and last letter may reach a hair beyond their width.
        expect(box.x, line.text).toBeGreaterThanOrEqual(margin - 4);
        expect(box.x + box.width, line.text).toBeLessThanOrEqual(cardSize.width - margin + 4);
        expect(line.y).toBeLessThan(cardSize.height - 40);
      }
      const titleLines = card.lines.filter(({ ink, weight }) => ink === "text" && weight === 700);
      expect(Math.max(...titleLines.map(({ y }) => y))).toBeLessThan(cardRules.foot);
      for (const { text } of titleLines) {
        for (const word of bare(text).replace(/…$/, "").split(" ")) {
          expect(
            words.some((whole) => whole === word || whole.replace(/[:–]$/, "") === word),
            word,
          ).toBe(true);
        }
      }
    });
    fc.assert(law, { numRuns: 25 });
  });

  it("shows usual headlines whole and in order, one to five of them", () => {
    const usual = "مجلس المدينة يقر خطة النقل العام ويبدأ تنفيذها مطلع العام المقبل";
    for (let count = 1; count <= 5; count += 1) {
      const titles = Array.from({ length: count }, (_, index) => `${usual} ${index}`);
      const card = layoutCard(content(titles, "rtl"), face);
      expect(card).toMatchObject({ shown: count, others: 0 });
      const shown = card?.lines.filter(({ ink }) => ink === "text").map(({ text }) => bare(text));
      expect(shown?.join(" ")).toBe(titles.join(" "));
    }
  });

  it("has lines as wide as the renderer draws them, joined letters, lam-alef and marks included", () => {
    for (const word of words.filter((one) => one !== "😀")) {
      const line = {
        text: word,
        direction: "rtl",
        inset: margin,
        y: 600,
        size: 20,
        weight: 700,
        ink: "text",
      } as const;
      const drawn = boxOf(line, "rtl")?.width ?? 0;
      // The box has no room at the sides that the letters' own widths have.
      expect(face.width(word, 700) * 20 - drawn, word).toBeGreaterThan(-1);
      expect(face.width(word, 700) * 20 - drawn, word).toBeLessThan(6);
    }
  });

  it("has inks that can be read on its paper (WCAG: 4.5 to 1)", () => {
    const light = (hex: string): number =>
      [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
        const value = Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16) / 255;
        return sum + share * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      }, 0);
    for (const ink of ["text", "quiet", "accent"] as const) {
      expect((light(inks.paper) + 0.05) / (light(inks[ink]) + 0.05), ink).toBeGreaterThan(4.5);
    }
  });
});

describe("a line", () => {
  const widthOf = (text: string): number => [...text].length;

  it.each([
    ["breaks between words", "واحد اثنان ثلاثة", 10, 3, ["واحد اثنان", "ثلاثة"]],
    ["ends with «…» before a word that no line holds", "قبل addressaddressaddress بعد", 10, 3, ["قبل…"]],
    ["ends with «…» where the lines are used up", "واحد اثنان ثلاثة أربعة", 10, 1, ["واحد…"]],
    ["is none where the first word does not fit", "addressaddress بعد", 10, 3, []],
    [
      "keeps words that a hard space holds",
      "هاتف iPhone\u00a015 جديد",
      10,
      3,
      ["هاتف", "iPhone\u00a015", "جديد"],
    ],
  ])("%s", (_rule, text, width, lines, expected) => {
    expect(breakLines(text, { widthOf, width, lines }).lines).toEqual(expected);
  });

  it("leaves no word alone where the line above has words to give", () => {
    const { lines } = breakEvenly("one two three four five", { widthOf, width: 20, lines: 4 });
    expect(lines).toEqual(["one two three", "four five"]);
  });

  it("has an isolate of its own, and none of its own isolates left open", () => {
    expect(inDirection("\u2068صحيفة", "rtl")).toBe("\u2067\u2068صحيفة\u2069\u2069");
  });
});
