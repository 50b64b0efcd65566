// Small pieces that panels are put together from.
import { cityOf } from "../../digest/cities.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./view.ts";

/** Figures side by side, each under its name. */
export function figuresOf(figures: readonly (readonly [name: Html, value: Html | string])[]): Html {
  return html`<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A table with a caption for who cannot see what it stands under; the first column names its rows. */
export function tableOf(
  caption: string,
  heads: readonly (Html | string)[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption class="unseen">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = "", ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((value) => html`<td class="number">${value}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** The city that stands for a zone, or the zone's own name. */
export function zoneName(view: View, zone: string): string {
  const city = cityOf(zone);
  return city === undefined ? zone.replaceAll("_", " ") : view.plain(`city-${city}`);
}
