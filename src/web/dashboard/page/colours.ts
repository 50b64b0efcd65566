// The charts' colours, from the style sheet: each theme has its own.

export interface Colours {
  readonly text: string;
  readonly line: string;
  readonly ground: string;
  /** At least six; neighbours differ in brightness, not only in hue. */
  readonly series: readonly string[];
}

/** Lines differ by their dashes, too. */
export const dashes: readonly (readonly number[])[] = [[], [6, 4], [2, 3]];

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: of("--soft"),
    line: of("--line"),
    ground: of("--panel"),
    series: [1, 2, 3, 4, 5, 6].map((index) => of(`--series-${index}`)),
  };
}
