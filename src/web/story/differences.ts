// Figures of one thing that outlets tell differently, each in the sentence that says it.
import type { Difference, Mention } from "../../articles/compare/differing-figures.ts";
import { escapeHtml } from "../../text/html.ts";
import type { Speech } from "../speech.ts";

/** More than this is no difference any more but another story. */
const most = 6;

export function renderDifferences(differences: readonly Difference[], { say }: Speech): string {
  if (differences.length === 0) return `<p>${say("story-no-differences")}</p>`;
  return differences
    .slice(0, most)
    .map((mentions) => `<div class="difference"><dl>\n${mentions.map(renderMention).join("\n")}\n</dl></div>`)
    .join("\n");
}

function renderMention({ telling, sentence, figure }: Mention): string {
  const { text } = sentence;
  const { number, source, title, language } = telling.article;
  const at = figure.start;
  const end = at + figure.phrase.length;
  const shown = `${escapeHtml(text.slice(0, at))}<b>${escapeHtml(text.slice(at, end))}</b>${escapeHtml(text.slice(end))}`;
  const direction = language === "ar" ? "rtl" : "ltr";
  const name = escapeHtml(source === "" ? title : source);
  return `<div><dt><a href="../a/${number}"><bdi>${name}</bdi></a></dt><dd lang="${escapeHtml(language)}" dir="${direction}">${shown}</dd></div>`;
}
