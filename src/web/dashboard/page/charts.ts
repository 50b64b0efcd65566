// Draws the charts of a panel, and changes them in place when their figures have changed.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Scale,
  Tooltip,
} from "chart.js";
import type { Chart as Told } from "../chartFigures.ts";
import { dashes, readColours } from "./colours.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

const drawn = new Map<HTMLCanvasElement, Chart>();

/** Charts whose place has gone. */
export function forgetCharts(): void {
  for (const [canvas, chart] of drawn) {
    if (canvas.isConnected) continue;
    chart.destroy();
    drawn.delete(canvas);
  }
}

export function drawCharts(within: HTMLElement): void {
  for (const place of within.querySelectorAll<HTMLElement>("[data-chart]")) {
    const canvas = place.querySelector("canvas");
    if (canvas !== null) draw(canvas, JSON.parse(place.dataset["chart"] ?? "{}"));
  }
}

function draw(canvas: HTMLCanvasElement, told: Told): void {
  const { data, options } = toConfig(told);
  const chart = drawn.get(canvas);
  if (chart === undefined) {
    drawn.set(canvas, new Chart(canvas, { type: told.kind === "lines" ? "line" : "bar", data, options }));
    return;
  }
  chart.data = data;
  chart.options = options;
  chart.update("none");
}

function toConfig(told: Told): Pick<Chart, "data" | "options"> {
  const { kind, labels, series } = told;
  const colours = readColours();
  const root = document.documentElement;
  const isRightToLeft = root.dir === "rtl";
  const isSideways = kind === "sideways";
  const numbers = new Intl.NumberFormat(root.dataset["numbers"] ?? root.lang, { maximumFractionDigits: 1 });
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  const tick = { color: colours.text, font };
  const afterFit = (axis: Scale): void => leaveRoom(axis, `${font.size}px ${font.family}`);
  const names = {
    reverse: isRightToLeft && !isSideways,
    stacked: kind === "stacked",
    grid: { display: false },
    ticks: { ...tick, maxRotation: 0, autoSkip: !isSideways, autoSkipPadding: 8 },
    afterFit,
    position: isSideways ? (isRightToLeft ? "right" : "left") : "bottom",
  } as const;
  const values = {
    beginAtZero: true,
    reverse: isRightToLeft && isSideways,
    stacked: kind === "stacked",
    grid: { color: colours.line },
    border: { display: false },
    position: isSideways ? "bottom" : isRightToLeft ? "right" : "left",
    ticks: {
      ...tick,
      precision: 0,
      maxTicksLimit: 6,
      callback: (value: number | string) => numbers.format(Number(value)),
    },
    afterFit,
  } as const;
  return {
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values: own }, index) => ({
        label: name,
        data: [...own],
        backgroundColor: colours.series[index % colours.series.length],
        borderColor: kind === "lines" ? colours.series[index % colours.series.length] : colours.ground,
        borderWidth: kind === "lines" ? 2 : 1,
        borderDash: kind === "lines" ? [...(dashes[index % dashes.length] ?? [])] : [],
        pointStyle: ["circle", "rect", "triangle"][index % 3],
        pointRadius: labels.length > 31 ? 0 : 3,
        maxBarThickness: 36,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isSideways ? "y" : "x",
      locale: root.lang,
      scales: isSideways ? { x: values, y: names } : { x: names, y: values },
      plugins: {
        legend: {
          display: series.length > 1,
          rtl: isRightToLeft,
          position: "bottom",
          labels: { color: colours.text, font, usePointStyle: kind === "lines" },
        },
        tooltip: {
          rtl: isRightToLeft,
          textDirection: root.dir,
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: ({ dataset, raw }) =>
              `${dataset.label}: ${raw === null ? "—" : numbers.format(Number(raw))}`,
          },
        },
      },
    },
  };
}

/**
 * Room beside an axis for the halves of its outermost names that stand out. The library reckons with a first name on the
 * left, and so cuts names off where an axis runs from the right.
 */
function leaveRoom(axis: Scale, font: string): void {
  if (!axis.isHorizontal()) return;
  const last = axis.ticks.length - 1;
  axis.ctx.save();
  axis.ctx.font = font;
  const outermost = [...new Set([0, last])].map((index) => ({
    at: axis.getPixelForTick(index),
    half: axis.ctx.measureText(String(axis.ticks[index]?.label ?? "")).width / 2 + 1,
  }));
  axis.ctx.restore();
  axis.paddingLeft = Math.max(axis.paddingLeft, ...outermost.map(({ at, half }) => half - (at - axis.left)));
  axis.paddingRight = Math.max(
    axis.paddingRight,
    ...outermost.map(({ at, half }) => half - (axis.right - at)),
  );
}
