// The contract of a metric: its name after Prometheus' conventions, its kind, its labels, and where it is counted.

export interface Metric {
  readonly kind: "counter" | "histogram" | "gauge";
  /** One sentence, shown to whoever scrapes it. */
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds of a histogram's buckets, rising; the last bucket, +Inf, is understood. */
  readonly buckets?: readonly number[];
}

/** One series of a metric at the moment of a scrape. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** A part of a histogram, e.g. "mujaz_send_duration_seconds_bucket"; the metric's own name when absent. */
  readonly part?: string;
}

/** Label values by name, for a metric of the table. */
export type LabelsOf<Row extends Metric> = Readonly<Record<Row["labels"][number], string>>;
