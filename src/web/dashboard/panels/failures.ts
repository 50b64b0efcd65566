// The live log of failures: warnings and errors of all processes, by event, time and ids; no words of readers.
import type { Failure } from "../../../runtime/failure.ts";
import { type Html, html, nothing } from "../html.ts";
import type { Panel } from "../panel.ts";
import { tableOf } from "../parts.ts";
import type { View } from "../view.ts";
import { code, instant } from "./pieces.ts";

export interface FailuresNeeds {
  /** The newest first. */
  readonly failures: () => Promise<readonly Failure[]>;
}

/** Lines on the page. */
const mostLines = 100;

export function createFailuresPanel({ failures }: FailuresNeeds): Panel {
  return {
    id: "failures",
    page: "sources",
    title: "desk-failures-title",
    async render(view) {
      const all = await failures();
      const event = view.query.get("event") ?? "";
      const shown = event === "" ? all : all.filter((failure) => failure.event === event);
      if (all.length === 0) return html`<p class="good">${view.say("desk-failures-none")}</p>`;
      return html`${filter(view, all, event)}
${shown.length === 0 ? html`<p>${view.say("desk-failures-none-such")}</p>` : lines(view, shown)}`;
    },
  };
}

function filter(view: View, all: readonly Failure[], chosen: string): Html {
  const counts = new Map<string, number>();
  for (const { event } of all) counts.set(event, (counts.get(event) ?? 0) + 1);
  if (chosen !== "" && !counts.has(chosen)) counts.set(chosen, 0);
  const options = [...counts].toSorted(([, a], [, b]) => b - a);
  return html`<form method="get" class="row" action="#panel-failures">
<label for="failures-event">${view.say("desk-failures-event")}</label>
<select id="failures-event" name="event"><option value="">${view.plain("desk-failures-all", { count: all.length })}</option>
${options.map(([event, count]) => html`<option value="${event}"${event === chosen ? html` selected` : nothing}>${event} (${view.number(count)})</option>`)}</select>
<button>${view.say("desk-show")}</button></form>`;
}

function lines(view: View, shown: readonly Failure[]): Html {
  const headings = ["when", "event", "level", "ids"].map((name) => view.plain(`desk-failures-${name}`));
  const rows = shown
    .slice(0, mostLines)
    .map(({ at, event, level, by, ids }) => [
      instant(view, new Date(at)),
      code(event),
      html`<span class="${level === "error" ? "bad" : "soft"}">${view.say(`desk-level-${level}`)}</span>`,
      code(
        [...(by ? [by] : []), ...Object.entries(ids).map(([name, value]) => `${name}=${value}`)].join(" · "),
      ),
    ]);
  const more =
    shown.length > mostLines
      ? html`<p class="hint">${view.say("desk-failures-more", { count: shown.length - mostLines })}</p>`
      : nothing;
  return html`${tableOf(view.plain("desk-failures-title"), headings, rows)}${more}`;
}
