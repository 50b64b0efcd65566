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

const values = (text: string): Map<string, number> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );

/** What two scrapes a minute apart hold, going on like that for so many minutes: what rose rises, gauges take turns. */
export function readScrapes(first: string, second: string, minutes: number): Series[] {
  const gauges = new Set([...first.matchAll(/^# TYPE (\w+) gauge$/gm)].map(([, name]) => name));
  const before = values(first);
  return [...values(second)].map(([series, after]) => {
    // A counter's series that is new began at 0.
    const start = before.get(series) ?? 0;
    const { labels } = readSeries(series, "0");
    const name = labels[nameLabel] ?? "";
    const isLevel = gauges.has(name) && !name.endsWith("_timestamp_seconds");
    const at = (minute: number): number =>
      isLevel ? (minute % 2 === 0 ? start : after) : start + minute * (after - start);
    return { labels, samples: Array.from({ length: minutes + 1 }, (_, minute) => at(minute)) };
  });
}
