// Writes metrics as Prometheus reads them, with prom-client; what was counted in Redis becomes series here.
import { AggregatorRegistry, Registry } from "prom-client";
import { type Field, readField } from "./meter.ts";
import type { Metric, Sample } from "./metric.ts";
import { type Counted, counted } from "./metrics.ts";

export interface Exposed {
  readonly name: string;
  readonly metric: Metric;
  readonly samples: readonly Sample[];
}

export const expositionType: string = Registry.PROMETHEUS_CONTENT_TYPE;

/** The text of a scrape; `own` are the metrics that prom-client collects of this process by itself. */
export async function expose(metrics: readonly Exposed[], own?: Registry): Promise<string> {
  const plain = metrics.map(({ name, metric, samples }) => ({
    name,
    help: metric.help,
    type: metric.kind,
    aggregator: "sum",
    values: samples.map(({ labels, value, part }) => ({
      labels,
      value,
      ...(part !== undefined && { metricName: part }),
    })),
  }));
  const ours = AggregatorRegistry.aggregate([plain]);
  return own === undefined ? ours.metrics() : `${await ours.metrics()}\n${await own.metrics()}`;
}

/** Turns the fields of the hash in Redis into series. A metric without labels that counted nothing yet is 0, not absent. */
export function toExposed(counts: Readonly<Record<string, string>>): Exposed[] {
  const fields = new Map<Counted, (Field & { readonly value: number })[]>();
  for (const [written, value] of Object.entries(counts)) {
    const field = readField(written);
    if (field === undefined) continue;
    const known = fields.get(field.name) ?? [];
    known.push({ ...field, value: Number(value) });
    fields.set(field.name, known);
  }
  return (Object.entries(counted) as [Counted, Metric][]).map(([name, metric]) => {
    const found = fields.get(name) ?? [];
    const samples = metric.kind === "histogram" ? ofHistogram(name, metric, found) : ofCounter(metric, found);
    return { name, metric, samples };
  });
}

type Found = readonly (Field & { readonly value: number })[];

const labelled = ({ labels }: Metric, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(labels.map((label, index) => [label, values[index] ?? ""]));

function ofCounter(metric: Metric, found: Found): Sample[] {
  if (found.length === 0 && metric.labels.length === 0) return [{ labels: {}, value: 0 }];
  return found.map(({ values, value }) => ({ labels: labelled(metric, values), value }));
}

function ofHistogram(name: string, metric: Metric, found: Found): Sample[] {
  const bySeries = new Map<string, { values: readonly string[]; parts: Map<string, number> }>();
  if (metric.labels.length === 0) bySeries.set("[]", { values: [], parts: new Map() });
  for (const { values, part = "", value } of found) {
    const key = JSON.stringify(values);
    const one = bySeries.get(key) ?? { values, parts: new Map<string, number>() };
    one.parts.set(part, value);
    bySeries.set(key, one);
  }
  const bounds = [...(metric.buckets ?? []).map(String), "+Inf"];
  return [...bySeries.values()].flatMap(({ values, parts }) => {
    const labels = labelled(metric, values);
    let below = 0;
    const buckets = bounds.map((le) => {
      below += parts.get(le) ?? 0;
      return { labels: { ...labels, le }, value: below, part: `${name}_bucket` };
    });
    return [
      ...buckets,
      { labels, value: parts.get("sum") ?? 0, part: `${name}_sum` },
      { labels, value: below, part: `${name}_count` },
    ];
  });
}
