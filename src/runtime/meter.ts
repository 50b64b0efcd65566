// Counts in the memory of one process, some hundred nanoseconds a count; what it has counted is taken away now and then.
import type { LabelsOf, Metric } from "./metric.ts";
import { type Counted, counted } from "./metrics.ts";

type NameOf<Kind extends Metric["kind"]> = {
  [Name in Counted]: (typeof counted)[Name]["kind"] extends Kind ? Name : never;
}[Counted];

export interface Meter {
  /** Adds to a counter. */
  count<Name extends NameOf<"counter">>(
    name: Name,
    labels: LabelsOf<(typeof counted)[Name]>,
    by?: number,
  ): void;
  /** Puts a value into a histogram, in the unit of its name. */
  observe<Name extends NameOf<"histogram">>(
    name: Name,
    labels: LabelsOf<(typeof counted)[Name]>,
    value: number,
  ): void;
  /** Takes away what was counted: field → increment, as `readField` reads it. */
  drain(): ReadonlyMap<string, number>;
  /** Gives back what could not be put anywhere. */
  restore(drained: ReadonlyMap<string, number>): void;
}

/** Series of one metric in one process; what comes after them is counted together, under "other". */
const mostSeries = 200;

/** Separates the parts of a field: not to be found in a label value, see `cleaned`. */
const between = "\t";

/** What no label says: all series beyond the most. */
export const otherLabel = "other";

interface Bucketed {
  readonly bounds: readonly number[];
  /** Not cumulative; one more than bounds. */
  counts: number[];
  sum: number;
}

export function createMeter(): Meter {
  let counts = new Map<string, number>();
  const histograms = new Map<string, Bucketed>();
  const series = new Map<string, Set<string>>();

  /** The series a count goes to. */
  function seriesOf(name: Counted, labels: Readonly<Record<string, string>>): string {
    const names: readonly string[] = counted[name].labels;
    if (names.length === 0) return name;
    let field: string = name;
    for (const label of names) field += between + (labels[label] ?? "");
    const known = series.get(name) ?? new Set();
    // Most counts are of a series that was counted before, under a clean name.
    if (known.has(field)) return field;
    const clean = [name, ...names.map((label) => cleaned(labels[label] ?? ""))].join(between);
    if (known.has(clean)) return clean;
    if (known.size >= mostSeries) return [name, ...names.map(() => otherLabel)].join(between);
    series.set(name, known.add(clean));
    return clean;
  }

  function bucketed(name: Counted, field: string): Bucketed {
    const known = histograms.get(field);
    if (known !== undefined) return known;
    const { buckets = [] } = counted[name] as Metric;
    const fresh = { bounds: buckets, counts: emptyOf(buckets), sum: 0 };
    histograms.set(field, fresh);
    return fresh;
  }

  return {
    count(name, labels, by = 1) {
      const field = seriesOf(name, labels);
      counts.set(field, (counts.get(field) ?? 0) + by);
    },
    observe(name, labels, value) {
      const into = bucketed(name, seriesOf(name, labels));
      let index = 0;
      while (index < into.bounds.length && value > (into.bounds[index] ?? 0)) index += 1;
      into.counts[index] = (into.counts[index] ?? 0) + 1;
      into.sum += value;
    },
    drain() {
      const drained = counts;
      counts = new Map();
      for (const [field, one] of histograms) {
        for (const [index, count] of one.counts.entries()) {
          if (count > 0) add(drained, `${field}${between}${one.bounds[index] ?? "+Inf"}`, count);
        }
        if (one.sum !== 0) add(drained, `${field}${between}sum`, one.sum);
        one.counts = emptyOf(one.bounds);
        one.sum = 0;
      }
      return drained;
    },
    restore(drained) {
      for (const [field, by] of drained) add(counts, field, by);
    },
  };
}

export interface Field {
  readonly name: Counted;
  readonly values: readonly string[];
  /** Of a histogram: the upper bound of the bucket, "+Inf", or "sum". */
  readonly part?: string;
}

/** Undefined for a field that the table does not know (any more). */
export function readField(field: string): Field | undefined {
  const [name = "", ...values] = field.split(between);
  if (!(name in counted)) return undefined;
  const { kind, labels } = counted[name as Counted];
  const part = kind === "histogram" ? values.pop() : undefined;
  if (values.length !== labels.length) return undefined;
  return { name: name as Counted, values, ...(part !== undefined && { part }) };
}

function add(map: Map<string, number>, field: string, by: number): void {
  map.set(field, (map.get(field) ?? 0) + by);
}

const emptyOf = (bounds: readonly number[]): number[] => new Array<number>(bounds.length + 1).fill(0);

/** A label value is a short word of ours or an operator's; a long or odd one is cut. */
function cleaned(value: string): string {
  return value.length <= 64 && !/\s/.test(value) ? value : value.slice(0, 64).replace(/\s+/g, "_");
}
