// The contract of a digest's card, a picture of its headlines: what stands on it, its measures, and its lines once laid out.

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
export const at = { name: 138, day: 206, rule: 240, body: 262, end: 1168, footer: 1226 } as const;
/** Rules of the card beside its lines: where the line under the head and the one over the foot are. */
export const cardRules = { head: at.rule, foot: at.end + 12 } as const;
