// The names that a rule, a dashboard or a document may use: every metric that a scrape gives, with its parts, and the labels.
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Metric } from "../../src/runtime/metric.ts";
import { counted, observed } from "../../src/runtime/metrics.ts";

export const ourMetrics: Readonly<Record<string, Metric>> = { ...counted, ...observed };

/** Those that prom-client collects of a process by itself. */
export const ownMetrics: ReadonlyMap<string, string> = (() => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return new Map(registry.getMetricsAsArray().map(({ name, help }) => [name, help]));
})();

const partsOf = (name: string, { kind }: Metric): string[] =>
  kind === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];

/** As expressions name them. */
export const knownMetrics: ReadonlySet<string> = new Set([
  ...Object.entries(ourMetrics).flatMap(([name, metric]) => partsOf(name, metric)),
  ...ownMetrics.keys(),
]);

/** Of metrics, and those that Prometheus itself adds. */
export const knownLabels: ReadonlySet<string> = new Set([
  ...Object.values(ourMetrics).flatMap(({ labels }) => labels),
  ...["le", "instance", "job", "pod"],
]);
