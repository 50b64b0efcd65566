// Lays a digest out as a picture: its name and day, headlines with their outlets, who made it. Pure; drawn elsewhere.
import { asParagraph, type Broken, breakEvenly, breakLines } from "./breakLines.ts";

/**
 * Pixels. 4:5 is the tallest that feeds of pictures show whole, and Telegram scales photos down to 1280 a side:
 * drawn at that size, letters stay as sharp as they were drawn.
 */
export const cardSize = { width: 1024, height: 1280 } as const;

/** A typeface in its two weights. Widths are in parts of the font size. */
export interface Face {
  has(codePoint: number): boolean;
  width(text: string, weight: Weight): number;
}

export type Weight = 400 | 700;
export type Direction = "rtl" | "ltr";

export interface CardStory {
  readonly title: string;
  /** Direction of the title's language. */
  readonly direction: Direction;
  /** «صحيفة المرفأ ومصدر آخر» (the outlet and one more source); may be empty. */
  readonly outlet: string;
  /** «١» (1), as in the digest's text; absent where the story is the only one. */
  readonly ordinal?: string;
}

export interface CardContent {
  /** Side on which lines begin. */
  readonly direction: Direction;
  readonly name: string;
  readonly day: string;
  /** In the order of the digest. */
  readonly stories: readonly CardStory[];
  /** «و3 أخبار أخرى» (and three more stories). */
  readonly others: (count: number) => string;
  /** «@mujaz_bot», or empty. */
  readonly address: string;
}

export interface CardLine {
  readonly text: string;
  readonly direction: Direction;
  /** Distance of the line's beginning from the card's side, and of its baseline from the top, pixels. */
  readonly inset: number;
  readonly y: number;
  /** Where true the line ends at the other side instead of beginning at this one. */
  readonly isOpposite?: true;
  readonly size: number;
  readonly weight: Weight;
  readonly ink: "text" | "quiet" | "accent";
}

export interface Card {
  readonly direction: Direction;
  readonly lines: readonly CardLine[];
  /** Stories whose titles are on the card, whole or their beginning with «…». */
  readonly shown: number;
  /** Stories that the card only counts. */
  readonly others: number;
}

/** Room at the sides; lines lie between. */
export const margin = 72;
/** Baselines and bounds from the top. */
const at = { name: 138, day: 206, rule: 240, body: 262, end: 1168, footer: 1226 } as const;
/** From the largest that fills a card to the smallest that a phone shows legibly (34 of 1024 is 12 of 360 points). */
const titleSizes = [92, 82, 72, 64, 58, 52, 47, 43, 40, 37, 34] as const;
const outletSize = 27;
const mostStories = 10;
/** A title goes on over so many lines before it ends with «…». */
const mostLines = 4;
/** Lines end a little before the margin: measured widths are right to 1 % or so. */
const slack = 0.985;

/** Rules of the card beside its lines: where the line under the head and the one over the foot are. */
export const cardRules = { head: at.rule, foot: at.end + 12 } as const;

interface Block {
  readonly story: CardStory;
  readonly title: Broken;
  readonly outlet: string;
  readonly height: number;
}

/** Undefined where no title can be drawn: letters that the face lacks, or no story at all. */
export function layoutCard(content: CardContent, face: Face): Card | undefined {
  const drawable = content.stories.filter(({ title }) => isDrawable(title, face)).slice(0, mostStories);
  const hasOrdinals = content.stories.length > 1;
  const blocksAt = (size: number): readonly Block[] =>
    drawable
      .map((story) => toBlock(story, size, hasOrdinals, face))
      .filter(({ title }) => title.lines.length > 0);
  const total = content.stories.length;
  for (const size of titleSizes) {
    const blocks = blocksAt(size);
    const room = roomFor(total - blocks.length);
    const isWhole = blocks.length === drawable.length && blocks.every(({ title }) => !title.isCut);
    if (isWhole && blocks.length > 0 && heightOf(blocks, size) <= room)
      return place(content, blocks, size, face);
  }
  const size = titleSizes[titleSizes.length - 1] ?? 34;
  const blocks = [...blocksAt(size)];
  while (blocks.length > 1 && heightOf(blocks, size) > roomFor(total - blocks.length)) blocks.pop();
  return blocks.length === 0 ? undefined : place(content, blocks, size, face);
}

/** Height for the stories; a line that counts the others needs some of it. */
const othersHeight = 72;
const roomFor = (others: number): number => at.end - at.body - (others > 0 ? othersHeight : 0);

const leading = (size: number): number => Math.round(size * 1.5);
const gapAfter = (size: number): number => Math.round(size * 0.55);
const outletLeading = 50;

function heightOf(blocks: readonly Block[], size: number): number {
  return blocks.reduce((sum, { height }) => sum + height, 0) + gapAfter(size) * (blocks.length - 1);
}

const ordinalInset = (size: number, hasOrdinals: boolean): number =>
  hasOrdinals ? Math.round(size * 1.5) : 0;

function toBlock(story: CardStory, size: number, hasOrdinals: boolean, face: Face): Block {
  const width = (cardSize.width - 2 * margin - ordinalInset(size, hasOrdinals)) * slack;
  const measure = (weight: Weight, fontSize: number, lines: number) => ({
    widthOf: (text: string) => face.width(text, weight) * fontSize,
    width,
    lines,
  });
  const title = breakEvenly(held(readable(story.title, face)), measure(700, size, mostLines));
  const outlet = breakLines(readable(story.outlet, face), measure(400, outletSize, 1)).lines[0] ?? "";
  return {
    story,
    title,
    outlet,
    height: title.lines.length * leading(size) + (outlet === "" ? 0 : outletLeading),
  };
}

function place(content: CardContent, blocks: readonly Block[], size: number, face: Face): Card {
  const { direction } = content;
  const others = content.stories.length - blocks.length;
  const spare = roomFor(others) - heightOf(blocks, size);
  // What is left over goes between the stories, so that the card looks filled and not torn apart.
  const wider = Math.min(spare / (blocks.length + 1), size);
  const inset = margin + ordinalInset(size, content.stories.length > 1);
  const lines: CardLine[] = headLines(content, face);
  // A little above the middle, where the eye takes the middle to be.
  let y = at.body + 0.4 * (spare - wider * (blocks.length - 1));
  for (const { story, title, outlet } of blocks) {
    const base = { direction: story.direction, size, weight: 700, ink: "text" } as const;
    if (story.ordinal !== undefined) {
      const ordinal = { ...base, direction, inset: margin, ink: "accent" } as const;
      lines.push({ ...ordinal, text: story.ordinal, y: Math.round(y + size * 1.1) });
    }
    for (const text of asParagraph(title.lines)) {
      lines.push({ ...base, text, inset, y: Math.round(y + size * 1.1) });
      y += leading(size);
    }
    if (outlet !== "") {
      const small = { size: outletSize, weight: 400, ink: "quiet" } as const;
      lines.push({ ...small, text: outlet, direction, inset, y: Math.round(y + outletLeading * 0.68) });
      y += outletLeading;
    }
    y += gapAfter(size) + wider;
  }
  if (others > 0) {
    const small = { size: 30, weight: 700, ink: "accent" } as const;
    lines.push({ ...small, text: content.others(others), direction, inset: margin, y: at.end - 32 });
  }
  return { direction, lines, shown: blocks.length, others };
}

function headLines({ direction, name, day, address }: CardContent, face: Face): CardLine[] {
  const width = (cardSize.width - 2 * margin) * slack;
  // A day in both calendars and the longest names of months still goes on one line.
  const daySize = Math.min(34, Math.floor(width / face.width(readable(day, face), 400)));
  const foot = { y: at.footer, size: 28, weight: 400, ink: "quiet", inset: margin } as const;
  return [
    { text: name, direction, inset: margin, y: at.name, size: 72, weight: 700, ink: "accent" },
    { text: day, direction, inset: margin, y: at.day, size: daySize, weight: 400, ink: "quiet" },
    { ...foot, text: name, direction },
    ...(address === "" ? [] : [{ ...foot, text: address, direction: "ltr", isOpposite: true } as const]),
  ];
}

/** Marks that shape what is around them and need no glyph: joiners, and marks of direction. */
const shaping = new Set(["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"]);

/** The text without what the face cannot draw (emoji, controls); what is left of a space on both sides is one. */
function readable(text: string, face: Face): string {
  const kept = [...text.normalize("NFC")].map((one) => {
    if (/^\s$/u.test(one)) return one === "\u00a0" || one === "\u202f" ? one : " ";
    if (shaping.has(one) || /^[\u2066-\u2069]$/.test(one)) return one;
    return face.has(one.codePointAt(0) ?? 0) && !/^\p{Cc}$/u.test(one) ? one : "";
  });
  return kept.join("").replace(/ +/g, " ").trim();
}

/** «iPhone 15» stays on one line. */
function held(title: string): string {
  return title.replace(/(?<=\p{Script=Latin}) (?=\p{Nd})/gu, "\u00a0");
}

/** A title with a letter that the face lacks would say something else: it is not drawn at all. */
function isDrawable(title: string, face: Face): boolean {
  const letters = title.normalize("NFC").match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => face.has(letter.codePointAt(0) ?? 0));
}
