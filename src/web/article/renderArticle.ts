// An article's page in HTML.
import type { Article, Story } from "../../articles/article.ts";
import { lengthsOf, type SummaryLength } from "../../digest/article.ts";
import { escapeHtml } from "../../text/html.ts";
import { dayOf } from "../day.ts";
import { joined } from "../joined.ts";
import type { PageLook } from "../needs.ts";
import type { PageParts } from "../page.ts";
import { renderSocial } from "../social.ts";
import { createSpeech, type Speech } from "../speech.ts";
import { type Beside, renderBeside } from "./beside.ts";
import { renderFullText } from "./fullText.ts";
import { readingMinutes } from "./readingTime.ts";
import { type ShownSentence, shownSentences } from "./shownSummary.ts";

export interface ArticleParts extends Beside {
  readonly article: Article;
  readonly story: Story;
}

export function renderArticlePage(parts: ArticleParts, length: SummaryLength, needs: PageLook): PageParts {
  const { article, story } = parts;
  const { messages, zone, sentences } = needs;
  const locale = messages.nearest(article.language, "en");
  const speech = createSpeech(messages, locale, zone);
  const shown = shownSentences(article, sentences[length]);
  const body = [
    "<article>",
    `<h1>${escapeHtml(article.title)}</h1>`,
    renderOrigin(article, speech, needs),
    article.hidden ? `<p class="note">${speech.say("page-hidden")}</p>` : "",
    renderSummary(article, shown, length, speech, needs),
    `<section class="text" id="text" aria-labelledby="text-title"><h2 id="text-title">${speech.say("article-full")}</h2>`,
    renderFullText(article.text, shown),
    `<p class="up"><a href="#main">${speech.say("page-up")}</a></p>`,
    "</section>",
    "</article>",
    renderBeside(story, parts, speech),
  ];
  const path = `/a/${article.number}`;
  return {
    speech,
    title: article.title,
    head: renderSocial({
      title: article.title,
      description: shortSummary(article, sentences.short),
      type: "article",
      locale,
      path,
      base: needs.publicUrl,
      siteName: messages.plain(speech.voice, "page-brand"),
      published: article.published,
      image: article.image,
      ...(article.hidden && { isUnlisted: true }),
    }),
    address: needs.publicUrl === undefined ? undefined : needs.publicUrl + path,
    body: body.filter((piece) => piece !== "").join("\n"),
  };
}

/** The editor's own words, else the chosen sentences. */
export function shortSummary(article: Article, count: number): string {
  return (
    article.summary.editor ??
    shownSentences(article, count)
      .map(({ text }) => text)
      .join(" ")
  );
}

/** Source, day in both calendars, reading time, link to the source. */
function renderOrigin(article: Article, speech: Speech, needs: PageLook): string {
  const { source, published, text, language } = article;
  const minutes = readingMinutes(text, language);
  const day = `<time datetime="${escapeHtml(published)}">${escapeHtml(dayOf(published, speech, needs))}</time>`;
  const pieces = [
    source === "" ? "" : `<bdi>${escapeHtml(source)}</bdi>`,
    day,
    speech.say("page-reading", { count: minutes }),
    sourceLink(article, speech),
  ];
  return `<p class="origin">${joined(speech.voice.locale, pieces)}</p>`;
}

/** Empty for what is no address of the web. */
function sourceLink({ url }: Article, { say }: Speech): string {
  return url !== undefined && /^https?:\/\//i.test(url)
    ? `<a class="source" href="${escapeHtml(url)}" rel="noopener noreferrer">${say("button-source")}</a>`
    : "";
}

function renderSummary(
  article: Article,
  shown: readonly ShownSentence[],
  length: SummaryLength,
  { say, voice }: Speech,
  { sentences }: PageLook,
): string {
  const { editor } = article.summary;
  if (editor === undefined && shown.length === 0) return "";
  const items = shown.map(
    ({ text, anchor }) => `<li><a href="#${anchor}">${escapeHtml(text.replace(/\s+/g, " "))}</a></li>`,
  );
  const digits = voice.digits === "arabic" && voice.locale === "ar" ? ' class="indic"' : "";
  const chosen = items.length === 0 ? "" : `<ol${digits}>\n${items.join("\n")}\n</ol>`;
  const links = lengthsOf(article, sentences).map((each) => {
    // Of lengths with as many sentences one stands for all.
    const isCurrent = each.count === Math.min(sentences[length], article.summary.sentences.length);
    return `<a href="?length=${each.length}"${isCurrent ? ' aria-current="true"' : ""}>${say(`length-${each.length}`)}</a>`;
  });
  const lengths =
    links.length === 0
      ? ""
      : `<nav class="lengths" aria-label="${say("page-lengths")}">${links.join("\n")}</nav>`;
  const own =
    editor === undefined
      ? ""
      : `<p class="editor">${escapeHtml(editor)}</p>${chosen === "" ? "" : `<h3>${say("page-chosen")}</h3>`}`;
  const heading = say(editor === undefined ? "button-summary" : "page-editor");
  return `<section class="summary" aria-labelledby="summary-title">
<h2 id="summary-title">${heading}</h2>
${[lengths, own, chosen].filter((piece) => piece !== "").join("\n")}
</section>`;
}
