// Renders panels side by side: one that fails, or that waits for a Redis that hangs, leaves the others as they are.
import type { Log } from "../../runtime/log.ts";
import { within } from "../../runtime/wait.ts";
import { type Html, html } from "./html.ts";
import { versionOf } from "./live.ts";
import type { Panel } from "./panel.ts";
import type { View } from "./view.ts";

export interface Rendered {
  readonly panel: Panel;
  readonly inner: Html;
  readonly version: string;
}

const patienceMs = 5_000;

/** Never rejects. */
export function renderPanels(
  panels: readonly Panel[],
  view: View,
  log: Pick<Log, "warn">,
): Promise<readonly Rendered[]> {
  return Promise.all(
    panels.map(async (panel) => {
      const rendered = await within(
        patienceMs,
        Promise.resolve().then(() => panel.render(view)),
      ).catch((err) => {
        log.warn("dashboard.panel-failed", { panel: panel.id, err });
        return undefined;
      });
      const inner = rendered ?? html`<p class="trouble">${view.say("dash-unreadable")}</p>`;
      return { panel, inner, version: versionOf(inner.html) };
    }),
  );
}
