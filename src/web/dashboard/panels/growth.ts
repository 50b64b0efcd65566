// Subscribers: how many there are, who came and left on each day, what brought them and why they left.
import { figure } from "../chart.ts";
import { dailyOf, noonOf } from "../daily.ts";
import type { FigureNeeds } from "../figureNeeds.ts";
import { type Html, html } from "../html.ts";
import type { Panel } from "../panel.ts";
import { figuresOf, tableOf } from "../parts.ts";
import type { View } from "../view.ts";

const shownDays = 30;
const mostRefs = 10;

type Counts = Readonly<Record<string, number>>;

export function createGrowth({
  series,
  refs,
  leaving,
}: Pick<FigureNeeds, "series" | "refs" | "leaving">): Panel {
  return {
    id: "growth",
    page: "figures",
    title: "dash-growth",
    async render(view) {
      const [totals, days, starts, reasons] = await Promise.all([
        series.totals(),
        series.days(view.now, shownDays),
        refs(),
        leaving(),
      ]);
      const daily = dailyOf(days, totals);
      const today = daily.at(-1);
      const labels = daily.map(({ day }) => view.day(noonOf(day)));
      const along = view.plain("dash-day");
      const none = html`<p class="hint">${view.say("dash-no-days")}</p>`;
      return html`${figuresOf([
        [view.say("dash-scheduled"), view.number(totals.scheduled)],
        [view.say("dash-known"), view.number(totals.known)],
        [view.say("dash-joined-today"), view.number(today?.joined ?? 0)],
        [view.say("dash-left-today"), view.number((today?.left ?? 0) + (today?.gone ?? 0))],
      ])}
${figure(
  view,
  {
    id: "scheduled",
    kind: "lines",
    title: view.plain("dash-scheduled-chart"),
    along,
    labels,
    series: [{ name: view.plain("dash-scheduled"), values: daily.map(({ scheduled }) => scheduled) }],
  },
  none,
)}
${figure(
  view,
  {
    id: "growth",
    kind: "bars",
    title: view.plain("dash-growth-chart"),
    along,
    labels,
    series: [
      { name: view.plain("dash-joined"), values: daily.map(({ joined }) => joined) },
      { name: view.plain("dash-left"), values: daily.map(({ left }) => left) },
      { name: view.plain("dash-gone"), values: daily.map(({ gone }) => gone) },
    ],
  },
  html``,
)}
${countsHtml(view, "dash-refs", "dash-ref", starts, (name) => html`<bdi>${name}</bdi>`)}
${countsHtml(view, "dash-leaving", "dash-reason", reasons, (name) => reasonOf(view, name))}`;
    },
  };
}

/** As the buttons call them; one of an older version by its own name. */
const knownReasons = ["too-many", "not-my-topics", "quality", "other"];

const reasonOf = (view: View, name: string): Html =>
  knownReasons.includes(name) ? view.say(`leave-${name}`) : html`<bdi>${name}</bdi>`;

function countsHtml(
  view: View,
  title: string,
  head: string,
  counts: Counts,
  nameOf: (name: string) => Html,
): Html {
  const first = Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostRefs);
  if (first.length === 0)
    return html`<h3>${view.say(title)}</h3><p class="hint">${view.say("dash-none-yet")}</p>`;
  return html`<h3>${view.say(title)}</h3>${tableOf(
    view.plain(title),
    [view.plain(head), view.plain("dash-times")],
    first.map(([name, count]) => [nameOf(name), view.number(count)]),
  )}`;
}
