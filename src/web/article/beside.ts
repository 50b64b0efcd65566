// What stands below an article: the same story in other outlets, and stories near it.
import type { Article, Story } from "../../articles/article.ts";
import { escapeHtml } from "../../text/html.ts";
import { jointOf } from "../../text/joint.ts";
import type { Speech } from "../speech.ts";

export interface Beside {
  /** Other visible articles of its story. */
  readonly others: readonly Article[];
  readonly related: readonly Story[];
}

/** Empty where there is nothing. */
export function renderBeside(story: Story, { others, related }: Beside, { say, voice }: Speech): string {
  const told =
    others.length === 0
      ? []
      : [
          `<h2>${say("article-others")}</h2>`,
          listOf(others.map((article) => linkTo(article, voice.locale))),
          `<p><a href="../s/${story.number}">${say("page-compare")}</a></p>`,
        ];
  const near =
    related.length === 0
      ? []
      : [`<h2>${say("article-related")}</h2>`, listOf(related.map(({ lead }) => linkTo(lead, voice.locale)))];
  const parts = [...told, ...near];
  return parts.length === 0 ? "" : `<aside class="beside">\n${parts.join("\n")}\n</aside>`;
}

const listOf = (items: readonly string[]): string =>
  `<ul class="plain">\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;

function linkTo({ number, title, language, source }: Article, locale: string): string {
  const origin =
    source === "" ? "" : ` <span class="quiet">${jointOf(locale)} <bdi>${escapeHtml(source)}</bdi></span>`;
  return `<a href="../a/${number}" lang="${escapeHtml(language)}"><bdi>${escapeHtml(title)}</bdi></a>${origin}`;
}
