// Small pieces that several panels show: an instant, foreign words, a hidden field, what follows the page's question.
import { type Html, html } from "../html.ts";
import type { View } from "../view.ts";

/** «27 نوفمبر، 7:00 ص» (27 November, 7:00 a.m.), in the operator's zone. */
export function instant(view: View, at: Date, zone?: string): Html {
  if (Number.isNaN(at.getTime())) return html`—`;
  const words = view.plain("desk-when", { day: view.day(at), time: view.time(at, zone) });
  return html`<time datetime="${at.toISOString()}">${words}</time>`;
}

/** A name, a title, an address: text of any direction, which must not turn what stands around it. */
export const own = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Words of the log and of the sources, which are English whoever reads them. */
export const english = (text: string): Html => html`<bdi lang="en" dir="ltr">${text}</bdi>`;

export const code = (text: string): Html => html`<code dir="ltr">${text}</code>`;

export const hiddenField = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** The page's question with some names changed; undefined takes one away. */
export function question(
  view: Pick<View, "query">,
  changes: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const query = new URLSearchParams(view.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return query;
}

/** The address of a panel under another question of its page. */
export const linkTo = (panel: { readonly id: string }, query: URLSearchParams): string =>
  `?${query.toString()}#panel-${panel.id}`;

/** A number in a list of names and values. */
export const figureOf = (name: Html, value: Html | string, kind = ""): Html =>
  html`<div><dt>${name}</dt><dd class="${kind}">${value}</dd></div>`;
