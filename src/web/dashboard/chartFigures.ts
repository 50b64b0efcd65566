// What a chart tells: figures and words, as the server gives them and the page's script draws them.

export interface Chart {
  /** Lower-case letters and hyphens, one of its kind on a page. */
  readonly id: string;
  readonly kind: "bars" | "stacked" | "lines" | "sideways";
  /** What it shows, in the viewer's language: read aloud, and the caption of the table. */
  readonly title: string;
  /** Heading of the table's first column, e.g. «الساعة» (hour). */
  readonly along: string;
  /** Names along the axis, first to last; in Arabic time runs from the right. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

export interface Series {
  readonly name: string;
  /** As many as there are labels; null where nothing is known. */
  readonly values: readonly (number | null)[];
}
