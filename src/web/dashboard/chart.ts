// Puts a chart on a page: the script draws it, and a table tells the same without a script.
import type { Chart } from "./chartFigures.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./view.ts";

/** The chart's place and its table, which is closed until somebody opens it. Without figures: the words `otherwise`. */
export function figure(view: View, chart: Chart, otherwise?: Html): Html {
  if (chart.labels.length === 0 && otherwise !== undefined) return otherwise;
  const { id, title } = chart;
  return html`<figure class="chart" id="chart-${id}">
<div class="canvas" data-chart="${JSON.stringify(chart)}" data-kind="${chart.kind}"><canvas role="img" aria-label="${title}"></canvas></div>
<details id="table-${id}"><summary>${view.say("dash-chart-table")} <span class="unseen">${title}</span></summary>${tableOf(view, chart)}</details>
</figure>`;
}

function tableOf(view: View, { title, along, labels, series }: Chart): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">${along}</th>${series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${labels.map(
    (label, row) =>
      html`<tr><th scope="row">${label}</th>${series.map(({ values }) => html`<td class="number">${told(view, values[row])}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

const told = (view: View, value: number | null | undefined): string =>
  value === null || value === undefined ? "—" : view.number(value);
