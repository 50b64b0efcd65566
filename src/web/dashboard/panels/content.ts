// The content folder: what its last reading came to, and each file that was not taken in with line, message and mend.
import type { ContentReport } from "../../../articles/content-report.ts";
import type { DocumentFault } from "../../../articles/format.ts";
import { type Html, html, nothing } from "../html.ts";
import type { Panel } from "../panel.ts";
import type { View } from "../view.ts";
import { fileTroubleOf } from "./fileTrouble.ts";
import { code, english, instant } from "./pieces.ts";

export interface ContentNeeds {
  /** Of the last reading; undefined before the first. */
  readonly contentReport: () => Promise<ContentReport | undefined>;
}

/** Faults of each kind on the page. */
const mostShown = 50;

export function createContentPanel({ contentReport }: ContentNeeds): Panel {
  return {
    id: "content",
    page: "sources",
    title: "desk-content-title",
    async render(view) {
      const report = await contentReport();
      if (report === undefined) return html`<p>${view.say("desk-content-unread")}</p>`;
      const { at, counts, rejected, notes, ...rest } = report;
      const { new: added, updated, unchanged, duplicate } = rest;
      return html`<p>${view.say("desk-content-read")} ${instant(view, new Date(at))}<br>
${view.say("desk-content-counts", { added, updated, unchanged, duplicate })}</p>
${rejected.length === 0 ? html`<p class="good">${view.say("desk-content-well")}</p>` : html`<h3>${view.say("desk-content-rejected", { count: counts.rejected })}</h3>${faults(view, rejected)}`}
${notes.length === 0 ? nothing : html`<details><summary>${view.say("desk-content-notes", { count: counts.notes })}</summary>${faults(view, notes)}</details>`}`;
    },
  };
}

function faults(view: View, all: readonly DocumentFault[]): Html {
  return html`<ul class="rows">${all.slice(0, mostShown).map(({ file, line, message, mend }) => {
    const where = line > 0 ? view.say("desk-content-line", { line: view.number(line) }) : nothing;
    // Who reads English has the exact words at once.
    const said = view.locale === "en" ? nothing : html`${view.say(fileTroubleOf(message))}<br>`;
    return html`<li><p>${code(file)} ${where}<br>${said}${english(message)}<br>${view.say("desk-mend")} ${english(mend)}</p></li>`;
  })}</ul>
${all.length > mostShown ? html`<p class="hint">${view.say("desk-content-more", { count: all.length - mostShown })}</p>` : nothing}`;
}
