// Deliveries: who is due in the hours to come and in which zones, how long full minutes take, and what paying would cost.
import { starsFor } from "../../../delivery/paid.ts";
import { type Wave, wavesOf } from "../../../schedule/forecast.ts";
import { localDate, toInstant } from "../../../schedule/localTime.ts";
import { dayOf, sentOf } from "../../../schedule/series.ts";
import { figure } from "../chart.ts";
import type { DatedCensus, FigureNeeds, Rates } from "../figureNeeds.ts";
import { type Drawn, type Hour, hoursOf, mostOften } from "../hours.ts";
import { type Html, html, nothing } from "../html.ts";
import type { Panel } from "../panel.ts";
import { figuresOf, tableOf, zoneName } from "../parts.ts";
import type { View } from "../view.ts";

type Needs = Pick<FigureNeeds, "forecast" | "census" | "series" | "rates">;

/** Zones that have a colour of their own. */
const mostZones = 4;
/** Minutes that are told one by one. */
const mostWaves = 8;
/** Who waits less needs no row. */
const leastSeconds = 60;

export function createDeliveries({ forecast, census, series, rates }: Needs): Panel {
  return {
    id: "deliveries",
    page: "figures",
    title: "dash-deliveries",
    async render(view) {
      const [coming, drawn, sentBefore, totals] = await Promise.all([
        forecast(),
        census(),
        series.hours(view.now),
        series.totals(),
      ]);
      const readers = drawnOf(drawn);
      const zones = mostOften(
        readers.map(({ zone }) => zone),
        mostZones,
      ).map(([zone]) => zone);
      const now = Math.floor(view.now.getTime() / 1000);
      const midnight = toInstant(view.zone, localDate(view.zone, now * 1000), 0, 0) / 1000;
      const from = Math.floor(midnight / 3_600) * 3_600;
      const sent = sentOf(totals);
      const facts = { from, now, forecast: coming, sentBefore, sent, drawn: readers, zones };
      const hours = hoursOf(facts);
      const due = hours.reduce((sum, hour) => sum + hour.due, 0);
      const told = hours.reduce((sum, hour) => sum + (hour.sent ?? 0), 0);
      return html`${figuresOf([
        [view.say("dash-sent-today"), view.number(told)],
        [view.say("dash-due-day"), view.number(due)],
      ])}
${due + told === 0 ? html`<p>${view.say("dash-nobody-due")}</p>` : chartOf(view, hours, zones)}
${drawn.isWhole ? nothing : html`<p class="hint">${view.say("dash-drawn", { drawn: drawn.readers.length })}</p>`}
${wavesHtml(view, wavesOf(coming, rates.perSecond), rates)}`;
    },
  };
}

const drawnOf = ({ readers, slots }: DatedCensus): readonly Drawn[] =>
  readers.flatMap(({ subscriber }, index) => {
    const slot = slots[index];
    return slot === null || slot === undefined ? [] : [{ zone: subscriber.zone, slot }];
  });

function chartOf(view: View, hours: readonly Hour[], zones: readonly string[]): Html {
  const named = [...zones.map((zone) => zoneName(view, zone)), view.plain("dash-other-zones")];
  const series = named.map((name, index) => ({
    name,
    values: hours.map(({ byZone }) => byZone[index] ?? 0),
  }));
  return figure(view, {
    id: "hours",
    kind: "stacked",
    title: view.plain("dash-hours-chart"),
    along: view.plain("dash-hour"),
    labels: hours.map(({ at }) => hourName(view, at)),
    series: [
      { name: view.plain("dash-sent"), values: hours.map(({ sent }) => sent) },
      // The last series is for others: left out where there are none.
      ...series.filter(({ values }, index) => index < zones.length || values.some((value) => value > 0)),
    ],
  });
}

/** «غداً 4:00 ص» (tomorrow, 4:00 a.m.) once midnight has passed: an hour may be told twice. */
function hourName(view: View, at: number): string {
  const date = new Date(at * 1000);
  const time = view.time(date);
  const isToday = dayOf(view.zone, date) === dayOf(view.zone, view.now);
  return isToday ? time : view.plain("dash-tomorrow", { time });
}

function wavesHtml(view: View, waves: readonly Wave[], rates: Rates): Html {
  const { perSecond, paidPerSecond, isPaid } = rates;
  if (perSecond === 0) return html`<p>${view.say("dash-no-limit")}</p>`;
  const full = waves
    .filter(({ seconds }) => seconds >= leastSeconds)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, mostWaves)
    .toSorted((a, b) => a.minute - b.minute);
  const rate = view.number(perSecond, 1);
  if (full.length === 0) return html`<p>${view.say("dash-no-wait", { rate })}</p>`;
  const longest = Math.max(...full.map(({ seconds }) => seconds));
  const hint = isPaid ? "dash-paid-on" : "dash-paid-off";
  const rows = full.map(({ minute, count, seconds }) => [
    html`<bdi>${view.time(new Date(minute * 1000))}</bdi>`,
    view.number(count),
    view.duration(seconds),
    view.duration(count / paidPerSecond),
    view.say("dash-stars", { n: starsFor(count, paidPerSecond) }),
  ]);
  return html`<h3>${view.say("dash-spans")}</h3>
<p>${view.say("dash-span", { span: view.duration(longest), rate })}</p>
${tableOf(
  view.plain("dash-spans"),
  ["dash-slot", "dash-readers", "dash-span-now", "dash-span-paid", "dash-cost"].map((id) => view.plain(id)),
  rows,
)}
<p class="hint">${view.say(hint, { rate: view.number(paidPerSecond, 0) })}</p>`;
}
