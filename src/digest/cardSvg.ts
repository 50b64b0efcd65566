// Writes a card as SVG: ink on paper, one text element a line.
import { escapeHtml } from "../text/html.ts";
import { inDirection } from "./breakLines.ts";
import { type Card, type CardLine, cardRules, cardSize, margin } from "./card.ts";

/** On this paper the quiet ink has a contrast of 7.0 to 1, the accent 7.2, the text 15.6 (4.5 is asked for: WCAG 1.4.3). */
export const inks = {
  paper: "#fbfaf6",
  text: "#16212c",
  quiet: "#4b5866",
  accent: "#0b5f54",
  rule: "#d8d4c8",
} as const;

/** `family` is the typeface's name as its files have it. */
export function cardSvg(card: Card, family: string): string {
  const { width, height } = cardSize;
  const rule = (y: number): string =>
    `<rect x="${margin}" y="${y}" width="${width - 2 * margin}" height="2" fill="${inks.rule}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${escapeHtml(family)}">`,
    `<rect width="${width}" height="${height}" fill="${inks.paper}"/>`,
    `<rect width="${width}" height="16" fill="${inks.accent}"/>`,
    rule(cardRules.head),
    rule(cardRules.foot),
    ...card.lines.map((line) => textOf(line, card.direction)),
    "</svg>",
  ].join("\n");
}

/** Anchors are those of a left-to-right line: the renderer knows no other, whatever `direction` says. */
export function textOf(line: CardLine, side: Card["direction"]): string {
  const { text, direction, inset, y, size, weight, ink, isOpposite = false } = line;
  const isRight = (side === "rtl") !== isOpposite;
  const [x, anchor] = isRight ? [cardSize.width - inset, "end"] : [inset, "start"];
  const style = `font-size="${size}" font-weight="${weight}" fill="${inks[ink]}" text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" ${style}>${escapeHtml(inDirection(text, direction))}</text>`;
}
