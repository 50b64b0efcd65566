// Small pieces that panels are put together from.
import { cityOf } from "../../digest/cities.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./view.ts";

/** Figures side by side, each under its name. */
export function figuresOf(figures: readonly (readonly [name: Html, value: Html | string])[]): Html {
  return html`<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Columns that a phone shows side by side. */
const narrow = 3;

/**
 * A table with a caption for who cannot see what it stands under; the first column names its rows. Where it has more columns
 * than a phone shows, each row is a list there, every value under its head: the roles say that it is a table still.
 */
export function tableOf(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html {
  const kind = heads.length > narrow ? "stacks" : "";
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table role="table" class="${kind}"><caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([first = "", ...others]) =>
      html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${others.map((value, index) => html`<td class="number" role="cell" data-head="${heads[index + 1]}">${value}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** The city that stands for a zone, or the zone's own name. */
export function zoneName(view: View, zone: string): string {
  const city = cityOf(zone);
  return city === undefined ? zone.replaceAll("_", " ") : view.plain(`city-${city}`);
}
