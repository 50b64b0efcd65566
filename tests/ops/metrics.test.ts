// docs/ops: every metric is documented in one place, named after Prometheus' conventions, and the dashboard shows only what is there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { knownLabels, knownMetrics, ourMetrics, ownMetrics } from "./known.ts";
import { labelsIn, metricsIn, syntaxFaults } from "./promql.ts";

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Cells of the table rows that begin with a metric's name. */
const rows = read("docs/ops/metrics.md")
  .split("\n")
  .filter((line) => /^\| `\w+` \|/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.replaceAll(/[`|]/g, "").trim()),
  )
  .filter(([name = ""]) => /^(mujaz|process|nodejs)_/.test(name));

describe("docs/ops/metrics.md", () => {
  it("has a row for each of our metrics, with its kind, its labels and what it means", () => {
    const written = rows.filter(([name = ""]) => name.startsWith("mujaz_"));
    const expected = Object.entries(ourMetrics).map(([name, { kind, labels, help }]) => [
      name,
      kind,
      labels.length === 0 ? "—" : labels.join(", "),
      help,
    ]);
    expect(written.toSorted()).toEqual(expected.toSorted());
  });

  it("has a row for each metric that prom-client collects by itself", () => {
    const written = rows.filter(([name = ""]) => !name.startsWith("mujaz_"));
    expect(ownMetrics.size).toBeGreaterThan(20);
    const missing = [...ownMetrics.keys()].filter((name) => !written.some(([first]) => first === name));
    expect(missing).toEqual([]);
  });
});

describe("our metrics", () => {
  const all = Object.entries(ourMetrics);
  it.each(all)("%s is named after Prometheus' conventions", (name, { kind, labels, buckets, help }) => {
    expect(name).toMatch(/^mujaz_[a-z]+(_[a-z]+)*$/);
    // Only counters end in _total; units are base units, in the plural.
    expect(name.endsWith("_total")).toBe(kind === "counter");
    expect(name).not.toMatch(/_(ms|milliseconds|minutes|kilobytes|mb|percent)(_|$)/);
    if (kind === "histogram") expect(name).toMatch(/_(seconds|bytes)$/);
    for (const label of labels) expect(label).toMatch(/^[a-z]+$/);
    expect(labels).not.toContain("le");
    expect([...(buckets ?? [])]).toEqual([...(buckets ?? [])].sort((a, b) => a - b));
    expect(help).toMatch(/\.$/);
  });

  it("have no label that holds a reader, a chat, an article or an address", () => {
    const bounded = [
      "type",
      "purpose",
      "outcome",
      "source",
      "level",
      "event",
      "queue",
      "state",
      "role",
      "process",
      "version",
      "node",
    ];
    expect([...new Set(all.flatMap(([, { labels }]) => labels))].toSorted()).toEqual(bounded.toSorted());
  });
});

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly targets?: readonly { readonly expr: string }[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
}

describe("docs/ops/grafana.json", () => {
  const { panels } = JSON.parse(read("docs/ops/grafana.json")) as { readonly panels: readonly Panel[] };
  const shown = panels.filter(({ type }) => type !== "row");

  it("asks in PromQL, for metrics and labels that exist, each panel with a unit and a sentence", () => {
    expect(shown.length).toBeGreaterThan(15);
    for (const { title, description, targets = [], fieldConfig } of shown) {
      expect([title, targets.length > 0]).toEqual([title, true]);
      expect([title, fieldConfig?.defaults.unit, description]).toEqual([
        title,
        expect.any(String),
        expect.any(String),
      ]);
      for (const { expr } of targets) {
        expect([title, syntaxFaults(expr)]).toEqual([title, []]);
        expect([title, metricsIn(expr).filter((name) => !knownMetrics.has(name))]).toEqual([title, []]);
        expect([title, labelsIn(expr).filter((name) => !knownLabels.has(name))]).toEqual([title, []]);
      }
    }
  });

  it("shows each of our metrics but what it says of itself", () => {
    const asked = new Set(
      shown.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr))),
    );
    const parts = (name: string): string[] => [name, `${name}_bucket`];
    const missing = Object.keys(ourMetrics).filter((name) => !parts(name).some((part) => asked.has(part)));
    // The build is no curve, nothing is claimed that does not end, and a limit is shown by its alert.
    expect(missing).toEqual([
      "mujaz_claimed_slots_total",
      "mujaz_build_info",
      "mujaz_redis_memory_max_bytes",
    ]);
  });

  it("has no two panels of one id or in one place", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)}:${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });
});
