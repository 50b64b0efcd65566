// A story's page in HTML: first the figures that contradict each other, then each outlet with what it alone has.
import type { Article, Story } from "../../articles/article.ts";
import type { Comparison, OwnWords } from "../../articles/compare/compare.ts";
import { escapeHtml } from "../../text/html.ts";
import { shortSummary } from "../article/renderArticle.ts";
import { momentOf } from "../day.ts";
import { joined } from "../joined.ts";
import type { PageLook } from "../needs.ts";
import type { PageParts } from "../page.ts";
import { renderSocial } from "../social.ts";
import { createSpeech, type Speech } from "../speech.ts";
import { renderDifferences } from "./differences.ts";

export interface StoryParts {
  readonly story: Story;
  /** Oldest first. */
  readonly articles: readonly Article[];
  readonly comparison: Comparison;
}

/** What is shown of what one outlet alone has. */
const most = { sentences: 4, figures: 8, names: 8 } as const;

export function renderStoryPage({ story, articles, comparison }: StoryParts, needs: PageLook): PageParts {
  const { messages, zone, sentences } = needs;
  const { lead } = story;
  const locale = messages.nearest(lead.language, "en");
  const speech = createSpeech(messages, locale, zone);
  const { say } = speech;
  const isCompared = new Set(articles.map(({ source }) => source)).size > 1;
  const columns = articles.map((article) => {
    const own = comparison.own.find((each) => each.article.number === article.number);
    return renderTelling(article, isCompared ? own : undefined, speech, needs);
  });
  const body = [
    `<h1>${escapeHtml(lead.title)}</h1>`,
    `<p class="origin">${say("story-tellings", { count: Math.max(1, story.sources.length) })}</p>`,
    isCompared ? `<p class="note">${say("story-method")}</p>` : `<p class="note">${say("story-alone")}</p>`,
    isCompared ? `<h2>${say("story-differences")}</h2>` : "",
    isCompared ? renderDifferences(comparison.differences, speech) : "",
    `<h2>${say(isCompared ? "story-side-by-side" : "story-telling")}</h2>`,
    `<div class="tellings">\n${columns.join("\n")}\n</div>`,
  ];
  const path = `/s/${story.number}`;
  return {
    speech,
    title: lead.title,
    layout: "wide",
    head: renderSocial({
      title: lead.title,
      description: shortSummary(lead, sentences.short),
      type: "article",
      locale,
      path,
      base: needs.publicUrl,
      siteName: messages.plain(speech.voice, "page-brand"),
      published: lead.published,
    }),
    address: needs.publicUrl === undefined ? undefined : needs.publicUrl + path,
    body: body.filter((piece) => piece !== "").join("\n"),
  };
}

/** `own` is undefined where there is nothing to compare with. */
function renderTelling(article: Article, own: OwnWords | undefined, speech: Speech, needs: PageLook): string {
  const { say } = speech;
  const { number, source, title, published, language } = article;
  const direction = language === "ar" ? "rtl" : "ltr";
  const inside = `lang="${escapeHtml(language)}" dir="${direction}"`;
  const origin = [
    source === "" ? "" : `<b><bdi>${escapeHtml(source)}</bdi></b>`,
    `<time datetime="${escapeHtml(published)}">${escapeHtml(momentOf(published, speech, needs))}</time>`,
  ];
  return [
    '<section class="telling">',
    `<p class="origin">${joined(speech.voice.locale, origin)}</p>`,
    `<h3 ${inside}><a href="../a/${number}">${escapeHtml(title)}</a></h3>`,
    `<p ${inside}>${escapeHtml(shortSummary(article, needs.sentences.short))}</p>`,
    own === undefined ? "" : renderOwn(own, inside, say),
    "</section>",
  ]
    .filter((piece) => piece !== "")
    .join("\n");
}

function renderOwn({ sentences, figures, names }: OwnWords, inside: string, say: Speech["say"]): string {
  const list = (id: string, items: readonly string[], look: string): string[] =>
    items.length === 0
      ? []
      : [
          `<h4>${say(id)}</h4>`,
          `<ul${look} ${inside}>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("\n")}</ul>`,
        ];
  const shown = sentences.slice(0, most.sentences).map(({ text }) => text);
  const left = sentences.length - shown.length;
  const parts = [
    ...list("story-own-figures", figures.slice(0, most.figures), ' class="chips"'),
    ...list("story-own-names", names.slice(0, most.names), ' class="chips"'),
    ...list("story-own-sentences", shown, ""),
    ...(left > 0 ? [`<p class="quiet">${say("story-own-more", { count: left })}</p>`] : []),
  ];
  return parts.length === 0 ? `<p class="quiet">${say("story-own-none")}</p>` : parts.join("\n");
}
