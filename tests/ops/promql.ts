// As much of PromQL as our alert rules use, worked out over recorded samples: the grammar is Prometheus' own (lezer-promql).
//
// After https://prometheus.io/docs/prometheus/latest/querying/ and, for `rate` and `increase`, `extrapolatedRate` of Prometheus.
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { nameLabel, type Series } from "./series.ts";

type Labels = Readonly<Record<string, string>>;
interface Point {
  readonly labels: Labels;
  readonly value: number;
}
export type Vector = readonly Point[];
type Value = number | Vector;

/** An instant looks back this far for a sample. */
const lookbackMinutes = 5;

/** The syntax errors of an expression; none for a good one. */
export function syntaxFaults(expr: string): string[] {
  const faults: string[] = [];
  parser.parse(expr).iterate({
    enter({ type, from }) {
      if (type.isError) faults.push(`at ${from}: ${expr.slice(from, from + 20)}`);
    },
  });
  return faults;
}

/** Names of the metrics that an expression reads. */
export function metricsIn(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter({ name, from, to, node }) {
      if (name === "Identifier" && node.parent?.name === "VectorSelector") names.push(expr.slice(from, to));
    },
  });
  return names;
}

/** Labels that an expression selects by or groups by, with the metrics of the same selector where there is one. */
export function labelsIn(expr: string): string[] {
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter({ name, from, to }) {
      if (name === "LabelName") names.push(expr.slice(from, to));
    },
  });
  return names;
}

/** The value at a minute; `epoch` is the second of the minute 0. */
export function evaluate(expr: string, series: readonly Series[], minute: number, epoch = 0): Value {
  const faults = syntaxFaults(expr);
  if (faults.length > 0) throw new Error(`${expr}: ${faults.join("; ")}`);
  const root = parser.parse(expr).topNode.firstChild;
  if (root === null) throw new Error("an empty expression");
  return resultOf(root, { expr, series, minute, epoch });
}

interface At {
  readonly expr: string;
  readonly series: readonly Series[];
  readonly minute: number;
  readonly epoch: number;
}

const children = (node: SyntaxNode): SyntaxNode[] => {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) all.push(child);
  return all;
};
const textOf = (node: SyntaxNode | null | undefined, { expr }: At): string =>
  node ? expr.slice(node.from, node.to) : "";
const named = (node: SyntaxNode, name: string): SyntaxNode | undefined =>
  children(node).find((child) => child.name === name);

function resultOf(node: SyntaxNode, at: At): Value {
  switch (node.name) {
    case "NumberDurationLiteral":
      return Number(textOf(node, at));
    case "ParenExpr":
      return resultOf(children(node)[0] ?? node, at);
    case "VectorSelector":
      return selected(node, at).flatMap(({ labels, samples }) => {
        const recent = samples.slice(Math.max(0, at.minute - lookbackMinutes + 1), at.minute + 1);
        const value = recent.findLast((sample) => sample !== null);
        return value === undefined || value === null ? [] : [{ labels, value }];
      });
    case "FunctionCall":
      return callOf(node, at);
    case "AggregateExpr":
      return aggregateOf(node, at);
    case "BinaryExpr":
      return binaryOf(node, at);
    default:
      throw new Error(`${node.name} is not among what the rules use: ${textOf(node, at)}`);
  }
}

function selected(node: SyntaxNode, at: At): Series[] {
  const name = textOf(named(node, "Identifier"), at);
  const matchers = named(node, "LabelMatchers");
  const tests = (matchers === undefined ? [] : children(matchers)).map((matcher) => {
    const [label, operator, literal] = children(matcher).map((child) => textOf(child, at));
    return { label: label ?? "", operator, wanted: (literal ?? "").slice(1, -1) };
  });
  return at.series.filter(
    ({ labels }) =>
      labels[nameLabel] === name &&
      tests.every(({ label, operator, wanted }) => {
        const value = labels[label] ?? "";
        const fits = operator?.includes("~") ? new RegExp(`^(?:${wanted})$`).test(value) : value === wanted;
        return operator?.startsWith("!") ? !fits : fits;
      }),
  );
}

const unitMinutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** Increase over a range, counter resets taken into account; none with fewer than two samples. */
function increases(node: SyntaxNode, at: At): { points: Vector; minutes: number } {
  const selector = named(node, "VectorSelector");
  const [, count = "", unit = ""] = /^(\d+)([mhd])$/.exec(textOf(named(node, "DurationExpr"), at)) ?? [];
  const minutes = Number(count) * (unitMinutes[unit] ?? Number.NaN);
  const points = (selector === undefined ? [] : selected(selector, at)).flatMap(({ labels, samples }) => {
    const start = Math.max(0, at.minute - minutes + 1);
    const range = samples
      .slice(start, at.minute + 1)
      .flatMap((value, index) => (value === null ? [] : [{ value, index: start + index }]));
    const [first, last] = [range[0], range.at(-1)];
    if (first === undefined || last === undefined || range.length < 2) return [];
    const risen = range.slice(1).reduce((sum, { value }, index) => {
      const before = range[index]?.value ?? 0;
      return sum + (value < before ? value : value - before);
    }, 0);
    const sampled = last.index - first.index;
    const stretched = sampled + stretch(range, risen, { start: at.minute - minutes, end: at.minute });
    return [{ labels: without(labels, [nameLabel]), value: (risen * stretched) / sampled }];
  });
  return { points, minutes };
}

interface Stamped {
  readonly value: number;
  readonly index: number;
}

/**
 * Minutes by which what was sampled is stretched to the ends of the range: no further than half a pause between samples where
 * it begins or ends inside of the range, and at the start no further than the counter's zero.
 */
function stretch(
  range: readonly Stamped[],
  risen: number,
  ends: { readonly start: number; readonly end: number },
): number {
  const [first, last] = [range[0], range.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const sampled = last.index - first.index;
  const pause = sampled / (range.length - 1);
  const limited = (gap: number): number => (gap >= pause * 1.1 ? pause / 2 : gap);
  const toZero = risen > 0 ? (sampled * first.value) / risen : Number.POSITIVE_INFINITY;
  return Math.min(limited(first.index - ends.start), toZero) + limited(ends.end - last.index);
}

function callOf(node: SyntaxNode, at: At): Value {
  const name = textOf(named(node, "FunctionIdentifier"), at);
  const body = named(node, "FunctionCallBody");
  const [first, second] = body === undefined ? [] : children(body);
  if (name === "time") return at.epoch + at.minute * 60;
  if (first === undefined) throw new Error(`${name} of nothing`);
  switch (name) {
    case "rate": {
      const { points, minutes } = increases(first, at);
      return points.map(({ labels, value }) => ({ labels, value: value / (minutes * 60) }));
    }
    case "increase":
      return increases(first, at).points;
    case "absent":
      return vectorOf(first, at).length === 0 ? [{ labels: {}, value: 1 }] : [];
    case "histogram_quantile": {
      if (second === undefined) throw new Error("a quantile of nothing");
      return quantiles(Number(textOf(first, at)), vectorOf(second, at));
    }
    default:
      throw new Error(`${name} is not among the functions the rules use`);
  }
}

function vectorOf(node: SyntaxNode, at: At): Vector {
  const value = resultOf(node, at);
  if (typeof value === "number") throw new Error(`a number where a vector is needed: ${textOf(node, at)}`);
  return value;
}

/** Linear within a bucket, as Prometheus does; the bound of the last finite bucket for what lies above it. */
function quantiles(quantile: number, buckets: Vector): Vector {
  const groups = groupBy(buckets, (labels) => without(labels, ["le", nameLabel]));
  return groups.flatMap(({ labels, points }) => {
    const sorted = points
      .map((point) => ({
        bound: point.labels["le"] === "+Inf" ? Number.POSITIVE_INFINITY : Number(point.labels["le"]),
        count: point.value,
      }))
      .sort((a, b) => a.bound - b.bound);
    const total = sorted.at(-1)?.count ?? 0;
    if (total === 0) return [{ labels, value: Number.NaN }];
    const rank = quantile * total;
    const index = sorted.findIndex(({ count }) => count >= rank);
    const [below, here] = [sorted[index - 1] ?? { bound: 0, count: 0 }, sorted[index]];
    if (here === undefined || here.bound === Number.POSITIVE_INFINITY)
      return [{ labels, value: below.bound }];
    const share = (rank - below.count) / (here.count - below.count);
    return [{ labels, value: below.bound + (here.bound - below.bound) * share }];
  });
}

function aggregateOf(node: SyntaxNode, at: At): Vector {
  const body = named(node, "FunctionCallBody");
  const inner = body === undefined ? undefined : children(body)[0];
  if (inner === undefined) throw new Error("an aggregate of nothing");
  const modifier = named(node, "AggregateModifier");
  const listed = modifier === undefined ? undefined : named(modifier, "GroupingLabels");
  const names = listed === undefined ? [] : children(listed).map((child) => textOf(child, at));
  const isWithout = modifier !== undefined && named(modifier, "Without") !== undefined;
  const keep = (labels: Labels): Labels =>
    isWithout ? without(labels, [...names, nameLabel]) : only(labels, names);
  const operator = textOf(named(node, "AggregateOp"), at);
  return groupBy(vectorOf(inner, at), keep).map(({ labels, points }) => {
    const values = points.map(({ value }) => value);
    if (operator === "sum") return { labels, value: values.reduce((sum, value) => sum + value, 0) };
    if (operator === "max") return { labels, value: Math.max(...values) };
    throw new Error(`${operator} is not among the aggregates the rules use`);
  });
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
};
const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  Eql: (a, b) => a === b,
  Gtr: (a, b) => a > b,
  Lss: (a, b) => a < b,
  Gte: (a, b) => a >= b,
};

function binaryOf(node: SyntaxNode, at: At): Value {
  const [leftNode, operator, rightNode] = children(node);
  if (leftNode === undefined || operator === undefined || rightNode === undefined)
    throw new Error("half an operation");
  const [left, right] = [resultOf(leftNode, at), resultOf(rightNode, at)];
  if (operator.name === "And" || operator.name === "Unless") {
    if (typeof left === "number" || typeof right === "number") throw new Error("a set operation on a number");
    const others = new Set(right.map(({ labels }) => keyOf(without(labels, [nameLabel]))));
    return left.filter(
      ({ labels }) => others.has(keyOf(without(labels, [nameLabel]))) === (operator.name === "And"),
    );
  }
  const pairs = pair(left, right);
  const calculate = arithmetic[operator.name];
  if (calculate !== undefined) {
    if (typeof left === "number" && typeof right === "number") return calculate(left, right);
    return pairs.map(({ labels, a, b }) => ({
      labels: without(labels, [nameLabel]),
      value: calculate(a, b),
    }));
  }
  const compare = comparisons[operator.name];
  if (compare === undefined) throw new Error(`${operator.name} is not among the operators the rules use`);
  return pairs.flatMap(({ labels, a, b }) => (compare(a, b) ? [{ labels, value: a }] : []));
}

function pair(left: Value, right: Value): readonly { labels: Labels; a: number; b: number }[] {
  if (typeof left === "number") {
    return typeof right === "number" ? [] : right.map(({ labels, value }) => ({ labels, a: left, b: value }));
  }
  if (typeof right === "number") return left.map(({ labels, value }) => ({ labels, a: value, b: right }));
  const others = new Map(right.map(({ labels, value }) => [keyOf(without(labels, [nameLabel])), value]));
  return left.flatMap(({ labels, value }) => {
    const other = others.get(keyOf(without(labels, [nameLabel])));
    return other === undefined ? [] : [{ labels, a: value, b: other }];
  });
}

function groupBy(vector: Vector, keep: (labels: Labels) => Labels): { labels: Labels; points: Point[] }[] {
  const groups = new Map<string, { labels: Labels; points: Point[] }>();
  for (const point of vector) {
    const labels = keep(point.labels);
    const group = groups.get(keyOf(labels)) ?? { labels, points: [] };
    group.points.push(point);
    groups.set(keyOf(labels), group);
  }
  return [...groups.values()];
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());
const without = (labels: Labels, names: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));
const only = (labels: Labels, names: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name)));
