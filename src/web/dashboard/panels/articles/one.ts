// One article to edit: its summary as readers get it, its sentences to tick, a text by hand; and the question before it is hidden.
import type { Article } from "../../../../articles/article.ts";
import { mostSummaryUnits } from "../../../../articles/editing.ts";
import { jointOf } from "../../../../text/joint.ts";
import { splitSentences } from "../../../../text/sentences.ts";
import { formStart } from "../../actions.ts";
import { type Html, html, nothing } from "../../html.ts";
import type { View } from "../../view.ts";
import { hiddenField, instant, linkTo, own, question } from "../pieces.ts";
import { headOf, quickActions, self } from "./row.ts";

/** Sentences of the summary that most readers see: those of the standard length. */
const usual = 3;

/** Sentences that can be ticked; a longer article is cut. */
const mostSentences = 120;

export function renderOne(view: View, article: Article): Html {
  const toList = question(view, { article: undefined, step: undefined });
  const back = html`<p><a href="${linkTo(self, toList)}">${view.say("desk-articles-back")}</a></p>`;
  if (view.query.get("step") === "hide" && article.hidden !== true)
    return html`${back}${askToHide(view, article)}`;
  const { number, language, summary } = article;
  const here = question(view, { step: undefined });
  const shown =
    summary.editor ??
    inOrder(article)
      .map(({ text }) => text)
      .join(" ");
  return html`${back}<h3>${own(article.title)}</h3>
${headOf(view, article)}
${handHtml(view, article)}
<p><a href="/a/${number}">${view.say("desk-article-read")}</a></p>
${quickActions(view, article, here)}
<h3>${view.say(summary.editor === undefined ? "desk-summary-chosen" : "desk-summary-written")}</h3>
<blockquote lang="${language}" dir="auto">${shown}</blockquote>
${summary.editor === undefined ? nothing : html`${formStart(self, "plain", here)}${hiddenField("number", number)}<button class="plain">${view.say("button-edit-plain")}</button></form>`}
${sentencesForm(view, article, here)}
${wordsForm(view, article, here)}`;
}

/** Who edited it last, and when. */
function handHtml(view: View, { edited }: Article): Html {
  if (edited === undefined) return nothing;
  const words =
    edited.by === "dashboard"
      ? view.say("desk-edited-here")
      : view.say("desk-edited-by", { operator: edited.by });
  return html`<p class="soft">${words} ${jointOf(view.locale)} ${instant(view, new Date(edited.at))}</p>`;
}

function askToHide(view: View, article: Article): Html {
  const here = question(view, { step: undefined, article: undefined });
  const away = question(view, { step: undefined });
  return html`<h3>${own(article.title)}</h3>${headOf(view, article)}
<p>${view.say("desk-hide-sure")}</p>
<div class="actions">${formStart(self, "hide", here)}${hiddenField("number", article.number)}<button class="danger">${view.say("desk-hide-yes")}</button></form>
<a class="button" href="${linkTo(self, away)}">${view.say("desk-hide-no")}</a></div>`;
}

const inOrder = ({ summary }: Article) =>
  summary.sentences.slice(0, usual).toSorted((a, b) => a.start - b.start);

function sentencesForm(view: View, article: Article, back: URLSearchParams): Html {
  const { number, text, language, contentHash, summary } = article;
  const sentences = splitSentences(text);
  const starts = new Set(inOrder(article).map(({ start }) => start));
  // Of a summary by hand those are ticked that it is made of.
  const isTicked = ({ start, text: words }: { start: number; text: string }): boolean =>
    summary.editor === undefined ? starts.has(start) : summary.editor.includes(words);
  const boxes = sentences.slice(0, mostSentences).map((sentence) => {
    const { start, text: words } = sentence;
    return html`<li><label><input type="checkbox" name="s" value="${start}"${isTicked(sentence) ? html` checked` : nothing}> <span lang="${language}" dir="auto">${words}</span></label></li>`;
  });
  return html`<details><summary>${view.say("desk-sentences-choose")}</summary>
${formStart(self, "sentences", back)}${hiddenField("number", number)}${hiddenField("hash", contentHash)}
<fieldset><legend>${view.say("desk-sentences-legend")}</legend><ul class="ticks">${boxes}</ul></fieldset>
<button>${view.say("desk-sentences-save")}</button></form></details>`;
}

function wordsForm(view: View, { number, language, summary }: Article, back: URLSearchParams): Html {
  return html`<details><summary>${view.say("button-edit-words")}</summary>
${formStart(self, "words", back)}${hiddenField("number", number)}
<p><label for="article-words">${view.say("desk-words-label", { most: view.number(mostSummaryUnits) })}</label></p>
<textarea id="article-words" name="words" rows="5" maxlength="${mostSummaryUnits}" required lang="${language}" dir="auto">${summary.editor ?? ""}</textarea>
<p><button>${view.say("desk-words-save")}</button></p></form></details>`;
}
