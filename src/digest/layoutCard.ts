// Lays a digest out as a card: the largest letters at which every headline fits, or the headlines that fit and a count of the others.
import { asParagraph, type Broken, breakEvenly, breakLines, type Measure } from "./breakLines.ts";
import {
  at,
  type Card,
  type CardContent,
  type CardLine,
  type CardStory,
  cardSize,
  type Face,
  margin,
  type Weight,
} from "./card.ts";
import { held, isDrawable, readable } from "./cardText.ts";

/** From the largest that fills a card to the smallest that a phone shows legibly (34 of 1024 is 12 of 360 points). */
const titleSizes = [92, 82, 72, 64, 58, 52, 47, 43, 40, 37, 34] as const;
const outletSize = 27;
const mostStories = 10;
/** A title goes on over so many lines before it ends with «…». */
const mostLines = 4;
/** Lines end a little before the margin: measured widths are right to 1 % or so. */
const slack = 0.985;

interface Block {
  readonly story: CardStory;
  readonly title: Broken;
  readonly outlet: string;
  readonly height: number;
}

/** Undefined where no title can be drawn: letters that the face lacks, or no story at all. */
export function layoutCard(content: CardContent, given: Face): Card | undefined {
  const face = remembering(given);
  const drawable = content.stories
    .filter(({ title }) => isDrawable(title, face))
    .slice(0, mostStories)
    .map((story) => ({
      ...story,
      title: held(readable(story.title, face)),
      outlet: readable(story.outlet, face),
    }));
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

const measuring =
  (face: Face, inset: number) =>
  (weight: Weight, size: number, lines: number): Measure => ({
    widthOf: (text) => face.width(text, weight) * size,
    width: (cardSize.width - 2 * margin - inset) * slack,
    lines,
  });

/** The same words are measured for each size that is tried: once is enough. */
function remembering(face: Face): Face {
  const known = new Map<string, number>();
  return {
    has: face.has,
    width(text, weight) {
      const key = `${weight}${text}`;
      const width = known.get(key) ?? face.width(text, weight);
      known.set(key, width);
      return width;
    },
  };
}

function toBlock(story: CardStory, size: number, hasOrdinals: boolean, face: Face): Block {
  const measure = measuring(face, ordinalInset(size, hasOrdinals));
  const title = breakLines(story.title, measure(700, size, mostLines));
  const outlet = breakLines(story.outlet, measure(400, outletSize, 1)).lines[0] ?? "";
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
  const inset = ordinalInset(size, content.stories.length > 1);
  const measure = measuring(face, inset)(700, size, mostLines);
  const lines: CardLine[] = headLines(content, face);
  // A little above the middle, where the eye takes the middle to be.
  let y = at.body + 0.4 * (spare - wider * (blocks.length - 1));
  for (const { story, title, outlet } of blocks) {
    const base = { direction: story.direction, size, weight: 700, ink: "text" } as const;
    if (story.ordinal !== undefined) {
      const ordinal = { ...base, direction, inset: margin, ink: "accent" } as const;
      lines.push({ ...ordinal, text: story.ordinal, y: Math.round(y + size * 1.1) });
    }
    for (const text of asParagraph(title.isCut ? title.lines : breakEvenly(story.title, measure).lines)) {
      lines.push({ ...base, text, inset: margin + inset, y: Math.round(y + size * 1.1) });
      y += leading(size);
    }
    if (outlet !== "") {
      const small = { size: outletSize, weight: 400, ink: "quiet" } as const;
      lines.push({
        ...small,
        text: outlet,
        direction,
        inset: margin + inset,
        y: Math.round(y + outletLeading * 0.68),
      });
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
