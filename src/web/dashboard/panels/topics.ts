// Topics: what readers opened and saved in the last weeks, and which topics they have chosen.
import { dayNames } from "../../../schedule/series.ts";
import type { KnownReader } from "../../../subscribers/store.ts";
import { figure } from "../chart.ts";
import type { FigureNeeds } from "../figureNeeds.ts";
import { mostOften } from "../hours.ts";
import { html, nothing } from "../html.ts";
import type { Panel } from "../panel.ts";

/** Two weeks: long enough to even out weekdays. */
const shownDays = 14;
const mostTopics = 12;

type Needs = Pick<FigureNeeds, "readings" | "census" | "topicName">;

export function createTopics({ readings, census, topicName }: Needs): Panel {
  return {
    id: "topics",
    page: "figures",
    title: "dash-topics",
    async render(view) {
      const days = dayNames(view.zone, view.now, shownDays);
      const [opened, saved, drawn] = await Promise.all([
        readings.over("opened", days),
        readings.over("saved", days),
        census(),
      ]);
      const read = [...new Set([...opened.keys(), ...saved.keys()])]
        .toSorted((a, b) => sum(opened, saved, b) - sum(opened, saved, a))
        .slice(0, mostTopics);
      const active = drawn.readers.filter(({ subscriber }) => subscriber.status === "active");
      const chosen = mostOften(active.flatMap(chosenBy), mostTopics);
      const scale = drawn.readers.length === 0 ? 1 : drawn.known / drawn.readers.length;
      const named = (id: string): string => topicName(view.locale, id);
      const none = html`<p class="hint">${view.say("dash-none-yet")}</p>`;
      const all = active.filter((reader) => chosenBy(reader).length === 0).length;
      return html`<h3>${view.say("dash-read")}</h3>
${figure(
  view,
  {
    id: "read",
    kind: "sideways",
    title: view.plain("dash-read-chart"),
    along: view.plain("dash-topic"),
    labels: read.map(named),
    series: [
      { name: view.plain("dash-opened"), values: read.map((id) => opened.get(id) ?? 0) },
      { name: view.plain("dash-saved"), values: read.map((id) => saved.get(id) ?? 0) },
    ],
  },
  none,
)}
<h3>${view.say("dash-chosen")}</h3>
<p>${view.say("dash-chosen-all", { n: Math.round(all * scale) })}</p>
${figure(
  view,
  {
    id: "chosen",
    kind: "sideways",
    title: view.plain("dash-chosen"),
    along: view.plain("dash-topic"),
    labels: chosen.map(([id]) => named(id)),
    series: [
      { name: view.plain("dash-readers"), values: chosen.map(([, count]) => Math.round(count * scale)) },
    ],
  },
  none,
)}
${drawn.isWhole ? nothing : html`<p class="hint">${view.say("dash-drawn", { drawn: drawn.readers.length })}</p>`}`;
    },
  };
}

const chosenBy = ({ subscriber }: KnownReader): readonly string[] => subscriber.topics;

const sum = (opened: ReadonlyMap<string, number>, saved: ReadonlyMap<string, number>, id: string): number =>
  (opened.get(id) ?? 0) + (saved.get(id) ?? 0);
