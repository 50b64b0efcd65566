// Each alert rule of docs/ops, tried on samples: it fires when it should, no minute earlier, and is quiet where all is well.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { alertedEvents } from "../../src/processes/metering.ts";
import { observed } from "../../src/runtime/metrics.ts";
import { root } from "../root.ts";
import { knownLabels, knownMetrics } from "./known.ts";
import { evaluate, labelsIn, metricsIn, syntaxFaults, type Vector } from "./promql.ts";
import { readScrapes, readSeries, type Series } from "./series.ts";

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly mend: string };
}

interface Sampled {
  readonly epoch?: number;
  readonly bad: {
    readonly fires: number;
    readonly labels?: Readonly<Record<string, string>>;
    readonly series: Readonly<Record<string, string>>;
  };
  readonly good: { readonly series: Readonly<Record<string, string>> };
}

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const file = parse(read("docs/ops/alerts.yaml")) as {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
};
const rules = file.groups.flatMap((group) => group.rules);
const samples = parse(read("tests/ops/samples.yaml")) as Readonly<Record<string, Sampled>>;

const unit: Readonly<Record<string, number>> = { m: 1, h: 60 };
function minutesOf(duration = "0m"): number {
  const [, count = "", letter = ""] = /^(\d+)([mh])$/.exec(duration) ?? [];
  return Number(count) * (unit[letter] ?? Number.NaN);
}

/** The first minute at which the rule fires, and for what; its `for` has passed then without a break. */
function firstFire(
  rule: Rule,
  series: readonly Series[],
  epoch = 0,
): { minute: number; labels: object } | undefined {
  const length = Math.max(...series.map((one) => one.samples.length));
  const since = new Map<string, number>();
  for (let minute = 0; minute < length; minute += 1) {
    const active = (evaluate(rule.expr, series, minute, epoch) as Vector).map(({ labels }) => {
      const { __name__: _, ...rest } = labels;
      return JSON.stringify(rest);
    });
    for (const key of [...since.keys()]) if (!active.includes(key)) since.delete(key);
    for (const key of active) {
      if (!since.has(key)) since.set(key, minute);
      if (minute - (since.get(key) ?? minute) >= minutesOf(rule.for))
        return { minute, labels: JSON.parse(key) };
    }
  }
  return undefined;
}

const toSeries = (written: Readonly<Record<string, string>>): Series[] =>
  Object.entries(written).map(([name, values]) => readSeries(name, values));

describe("the alert rules", () => {
  it("each have samples, and there are no samples without a rule", () => {
    expect(Object.keys(samples).sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });

  it.each(rules)("$alert is PromQL, names metrics and labels that exist, and says what to do", (rule) => {
    expect(syntaxFaults(rule.expr)).toEqual([]);
    expect(metricsIn(rule.expr).filter((name) => !knownMetrics.has(name))).toEqual([]);
    expect(metricsIn(rule.expr).length).toBeGreaterThan(0);
    expect(labelsIn(rule.expr).filter((name) => !knownLabels.has(name))).toEqual([]);
    expect(minutesOf(rule.for)).not.toBeNaN();
    expect(["critical", "warning", "info"]).toContain(rule.labels.severity);
    expect([rule.annotations.summary, rule.annotations.mend].map((text) => text.length > 10)).toEqual([
      true,
      true,
    ]);
  });

  it.each(rules)("$alert fires on its bad samples, at its minute and for what is wrong", (rule) => {
    const { bad, epoch } = samples[rule.alert] ?? {};
    const fired = firstFire(rule, toSeries(bad?.series ?? {}), epoch);
    expect(fired).toEqual({ minute: bad?.fires, labels: bad?.labels ?? {} });
  });

  it.each(rules)("$alert is quiet on its good samples", (rule) => {
    const { good, epoch } = samples[rule.alert] ?? {};
    expect(firstFire(rule, toSeries(good?.series ?? {}), epoch)).toBeUndefined();
  });

  it("are all quiet on what a house at work answered to two scrapes, going on like that for an hour", () => {
    // Of a soak: SOAK_MINUTES=8 SOAK_SCRAPES=tests/ops npm run bench -- soak
    const series = readScrapes(read("tests/ops/healthy-0.txt"), read("tests/ops/healthy-1.txt"), 60);
    const grown = new Set(
      series.flatMap(({ labels, samples: [first, second] }) =>
        first !== second ? [labels["__name__"]] : [],
      ),
    );
    for (const name of ["updates_total", "sends_total", "slots_total", "documents_total"])
      expect(grown).toContain(`mujaz_${name}`);
    const there = new Set(series.map(({ labels }) => labels["__name__"]));
    expect([...Object.keys(observed), "mujaz_source_polls_total"].filter((name) => !there.has(name))).toEqual(
      [],
    );
    const tick = series.find(
      ({ labels }) => labels["__name__"] === "mujaz_clock_last_tick_timestamp_seconds",
    );
    expect(rules.filter((rule) => firstFire(rule, series, tick?.samples[0] ?? 0) !== undefined)).toEqual([]);
  });
});

describe("events that rules count", () => {
  it("are counted from 0 on: the first of them would be no increase", () => {
    const named = rules.flatMap(({ expr }) =>
      [...expr.matchAll(/event="([^"]+)"/g)].map(([, event]) => event),
    );
    expect(named.length).toBeGreaterThan(0);
    const seeded: readonly string[] = alertedEvents.map(([, event]) => event);
    expect(named.filter((event) => event === undefined || !seeded.includes(event))).toEqual([]);
  });
});

describe("our PromQL", () => {
  const series = [
    readSeries('c{i="a"}', "0+60x5 10+60x4"), // A process that was restarted.
    readSeries('c{i="b"}', "7x9"),
    readSeries('h_bucket{le="1"}', "0+5x9"),
    readSeries('h_bucket{le="2"}', "0+10x9"),
    readSeries('h_bucket{le="+Inf"}', "0+10x9"),
  ];
  const value = (expr: string): unknown => {
    const found = evaluate(expr, series, 10);
    return typeof found === "number" ? found : found.map((point) => point.value);
  };
  it.each<[string, unknown]>([
    ["c", [250, 7]],
    ['c{i!="a"}', [7]],
    ['c{i=~"a|z"}', [250]],
    ["sum(c)", [257]],
    ["max by (i) (c)", [250, 7]],
    ["max without (i) (c)", [250]],
    ['rate(c{i="b"}[5m])', [0]],
    // 240, 300, then 10 after the restart, 70, 130, 190, 250: 180 between the four samples of four minutes, and a minute more.
    ['increase(c{i="a"}[4m])', [240]],
    ['increase(c{i="a"}[6m])', [300]],
    ['sum(c) / sum(c{i="b"}) > 36', [257 / 7]],
    ["c > 100", [250]],
    ['c unless c{i="b"}', [250]],
    ["c and c > 100", [250]],
    ["absent(nothing)", [1]],
    ["absent(c)", []],
    ["time() - 500", 100],
    ["histogram_quantile(0.75, h_bucket)", [1.5]],
  ])("works out %s as Prometheus does", (expr, expected) => expect(value(expr)).toEqual(expected));
});
