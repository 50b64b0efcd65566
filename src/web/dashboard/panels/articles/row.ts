// What is shown of an article wherever it stands: where it is from, its marks, and what can be done with one press.
import type { Article } from "../../../../articles/article.ts";
import { jointOf } from "../../../../text/joint.ts";
import { formStart } from "../../actions.ts";
import { type Html, html } from "../../html.ts";
import type { View } from "../../view.ts";
import { code, hiddenField, instant, linkTo, own, question } from "../pieces.ts";

export const self = { id: "articles" } as const;

export function headOf(view: View, article: Article): Html {
  const { number, source, published, pinned, hidden, archive, summary } = article;
  const marks = [
    pinned === true && html` <span class="mark good">${view.say("desk-mark-pinned")}</span>`,
    hidden === true && html` <span class="mark bad">${view.say("desk-mark-hidden")}</span>`,
    archive === true && html` <span class="mark soft">${view.say("desk-mark-archive")}</span>`,
    summary.editor !== undefined && html` <span class="mark soft">${view.say("desk-mark-edited")}</span>`,
  ];
  const joint = ` ${jointOf(view.locale)} `;
  return html`<p class="soft">${code(`/a${number}`)}${joint}${source !== "" && html`${own(source)}${joint}`}${instant(view, new Date(published))}${marks}</p>`;
}

/** Hiding asks first, on a page of its own; the way back is one press. `back` is where the page goes on. */
export function quickActions(
  view: View,
  { number, title, pinned, hidden }: Article,
  back: URLSearchParams,
): Html {
  const label = (name: string): string => view.plain(`button-edit-${name}`);
  const one = (name: string): Html =>
    html`${formStart(self, name, back)}${hiddenField("number", number)}<button class="plain" aria-label="${`${label(name)}: ${title}`}">${label(name)}</button></form>`;
  const ask = question(view, { article: String(number), step: "hide" });
  const hide = html`<a class="button" href="${linkTo(self, ask)}" aria-label="${`${label("hide")}: ${title}`}">${label("hide")}</a>`;
  return html`<div class="actions">${one(pinned === true ? "unpin" : "pin")}${hidden === true ? one("unhide") : hide}</div>`;
}
