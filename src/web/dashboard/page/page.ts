// The dashboard's script: shows what changed as soon as the server tells, and draws the charts.
import { drawCharts, forgetCharts } from "./charts.ts";
import { morph } from "./morph.ts";

interface Shown {
  readonly id: string;
  readonly html: string;
  readonly version: string;
}

const panels = document.querySelector<HTMLElement>("[data-page]");
const sign = document.querySelector<HTMLElement>("#live");

/** What came for a panel while one of its fields had the focus. */
const waiting = new Map<string, Shown>();

function show({ id, html, version }: Shown): void {
  waiting.delete(id);
  const panel = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(id)}"]`);
  const inner = panel?.querySelector<HTMLElement>(".inner");
  if (panel === null || inner === null || inner === undefined) return;
  if (panel.dataset["version"] === version) return;
  // Whoever fills in a form is not disturbed, and sees what came meanwhile on leaving the field.
  if (inner.querySelector("form :is(input:not([type=hidden]), textarea, select):focus") !== null) {
    waiting.set(id, { id, html, version });
    return;
  }
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  morph(inner, fresh.content);
  panel.dataset["version"] = version;
  forgetCharts();
  drawCharts(inner);
}

function tell(state: "on" | "off"): void {
  if (sign === null || sign.dataset["state"] === state) return;
  sign.dataset["state"] = state;
  sign.textContent = sign.dataset[state] ?? "";
}

function listen(page: string): void {
  const query = new URLSearchParams(location.search);
  query.set("page", page);
  query.set("lang", document.documentElement.lang);
  const events = new EventSource(`/dashboard/events?${query}`);
  events.addEventListener("open", () => tell("on"));
  // The browser comes again by itself, unless the server refuses: then a new page asks for the token.
  events.addEventListener("error", () => tell("off"));
  events.addEventListener("panel", (event) => show(JSON.parse(event.data)));
}

document.documentElement.classList.add("drawn");
if (panels !== null) {
  // A picture is not set again in a face that comes after it.
  void document.fonts.ready.then(() => drawCharts(panels));
  // A page on which nothing changes by itself holds no connection.
  if (panels.querySelector('[data-live="yes"]') !== null) listen(panels.dataset["page"] ?? "");
  // The next field, perhaps of the same form, has the focus only after this one has lost it.
  panels.addEventListener("focusout", () => {
    setTimeout(() => {
      for (const shown of [...waiting.values()]) show(shown);
    });
  });
}
// Colours are the theme's.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  if (panels !== null) drawCharts(panels);
});
