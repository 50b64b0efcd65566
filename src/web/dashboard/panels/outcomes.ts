// How slots ended: today since midnight, since ever, and day by day.
import { figure } from "../chart.ts";
import { dailyOf, noonOf, since } from "../daily.ts";
import type { FigureNeeds } from "../figureNeeds.ts";
import { html } from "../html.ts";
import type { Panel } from "../panel.ts";
import { tableOf } from "../parts.ts";

/** Kinds of end in the order in which they are told; one that is not among them is told by its own name, last. */
const kinds = [
  "sent",
  "empty",
  "merged",
  "paused",
  "late",
  "gone",
  "dead",
  "dead-dropped",
  "held",
  "restored",
  "markup-refused",
] as const;

const shownDays = 30;

export function createOutcomes({ series }: Pick<FigureNeeds, "series">): Panel {
  return {
    id: "outcomes",
    page: "figures",
    title: "dash-outcomes",
    async render(view) {
      const [totals, days] = await Promise.all([series.totals(), series.days(view.now, shownDays)]);
      const today = since(days.at(-1)?.totals.outcomes ?? {}, totals.outcomes);
      const known = kinds.filter((kind) => kind === "sent" || kind in totals.outcomes);
      const others = Object.keys(totals.outcomes).filter((kind) => !kinds.some((each) => each === kind));
      const rows = [...known, ...others.toSorted()].map((kind) => [
        others.includes(kind) ? html`<bdi>${kind}</bdi>` : view.say(`dash-outcome-${kind}`),
        view.number(today[kind] ?? 0),
        view.number(totals.outcomes[kind] ?? 0),
      ]);
      const daily = dailyOf(days, totals);
      return html`${tableOf(
        view.plain("dash-outcomes"),
        ["dash-outcome", "dash-today", "dash-ever"].map((id) => view.plain(id)),
        rows,
      )}
${figure(
  view,
  {
    id: "outcomes",
    kind: "stacked",
    title: view.plain("dash-outcomes-chart"),
    along: view.plain("dash-day"),
    labels: daily.map(({ day }) => view.day(noonOf(day))),
    series: [
      { name: view.plain("dash-outcome-sent"), values: daily.map(({ sent }) => sent) },
      { name: view.plain("dash-unsent"), values: daily.map(({ unsent }) => unsent) },
    ],
  },
  html`<p class="hint">${view.say("dash-no-days")}</p>`,
)}`;
    },
  };
}
