// Recorded samples in the notation of Prometheus' own rule tests: 'name{label="value"}' and '1x5 0+10x20 _x3'.

/** One sample a minute from the minute 0 on; null where none was taken. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly (number | null)[];
}

export const nameLabel = "__name__";

/** Reads a series: `values` as "a", "axN" (a, and N times more), "a+bxN" (rising by b), "_xN" (none). */
export function readSeries(series: string, values: string): Series {
  const [, name = "", inside = ""] = /^(\w+)(?:\{(.*)\})?$/.exec(series) ?? [];
  const labels: Record<string, string> = { [nameLabel]: name };
  for (const [, label = "", value = ""] of inside.matchAll(/(\w+)="([^"]*)"/g)) labels[label] = value;
  const samples = values
    .trim()
    .split(/\s+/)
    .flatMap((word): (number | null)[] => {
      const [, start = "", step = "0", times = "0"] =
        /^(_|-?[\d.]+(?:e\d+)?)(?:([+-][\d.]+))?(?:x(\d+))?$/.exec(word) ?? [];
      if (start === "") throw new Error(`"${word}" is no value of a series`);
      const count = Number(times);
      if (start === "_") return Array.from({ length: Math.max(1, count) }, () => null);
      return Array.from({ length: count + 1 }, (_, at) => Number(start) + at * Number(step));
    });
  return { labels, samples };
}

/** What a scrape's text holds, each series standing still for so many minutes. */
export function readScrape(text: string, minutes: number): Series[] {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const at = line.lastIndexOf(" ");
    return readSeries(line.slice(0, at), `${line.slice(at + 1)}x${minutes}`);
  });
}
