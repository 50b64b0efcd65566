// Puts a chart on a page: the script draws it, and a table tells the same without a script.
import type { Chart } from "./chartFigures.ts";
import { type Html, html } from "./html.ts";
import { tableOf } from "./parts.ts";
import type { View } from "./view.ts";

/** The chart's place and its table, which is closed until somebody opens it. Without figures: the words `otherwise`. */
export function figure(view: View, chart: Chart, otherwise?: Html): Html {
  if (chart.labels.length === 0 && otherwise !== undefined) return otherwise;
  const { id, title } = chart;
  return html`<figure class="chart" id="chart-${id}">
<div class="canvas" data-chart="${JSON.stringify(chart)}" data-kind="${chart.kind}"><canvas role="img" aria-label="${title}"></canvas></div>
<details id="table-${id}"><summary>${view.say("dash-chart-table")} <span class="unseen">${title}</span></summary>${tableOfChart(view, chart)}</details>
</figure>`;
}

function tableOfChart(view: View, { title, along, labels, series }: Chart): Html {
  return tableOf(
    title,
    [along, ...series.map(({ name }) => name)],
    labels.map((label, row) => [label, ...series.map(({ values }) => told(view, values[row]))]),
  );
}

const told = (view: View, value: number | null | undefined): string =>
  value === null || value === undefined ? "—" : view.number(value);
