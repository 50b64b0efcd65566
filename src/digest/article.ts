// Renders one article: its summary first, then the full text in pages that each fit a message.
import type { Article, Story } from "../articles/article.ts";
import type { Messages } from "../messages/messages.ts";
import { escapeHtml } from "../text/html.ts";
import { clip, firstSentences, type Look, messageLimit, renderOrigin } from "./digest.ts";
import { dayWords, ownSided, sided } from "./wording.ts";

/** Sentences of the summary in an article's own view. */
const summarySentences = 3;

/** Room that is kept in each page of the full text for the title and the heading. */
const headRoom = 800;

/** Title, origin, day and the summary's sentences, each a paragraph of its own. One message of HTML. */
export function renderArticle(messages: Messages, article: Article, story: Story, look: Look): string {
  const { voice } = look;
  const day = dayWords(voice, new Date(article.published), look);
  const shown = { ...story, lead: article, number: article.number };
  const summary =
    article.summary.editor ??
    firstSentences(article.summary.sentences, summarySentences)
      .map((sentence) => ownSided(sentence.text, article.language))
      .join("\n\n");
  return [
    `<b>${escapeHtml(ownSided(clip(article.title, 600), article.language))}</b>`,
    `${sided(voice, day)}\n${renderOrigin(messages, shown, look, true)}`,
    escapeHtml(clip(ownSided(summary, article.language), messageLimit - headRoom)),
  ].join("\n\n");
}

/** The full text in messages of HTML, in order, split between paragraphs (inside one only when it must be). */
export function renderFullText(messages: Messages, article: Article, look: Look): readonly string[] {
  const room = messageLimit - headRoom;
  const pages: string[][] = [[]];
  let used = 0;
  for (const piece of article.paragraphs.flatMap((paragraph) => pieces(paragraph, room))) {
    if (used > 0 && used + piece.length + 2 > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(ownSided(piece, article.language));
    used += piece.length + 2;
  }
  return pages.map((page, index) => {
    const heading = messages.say(look.voice, index === 0 ? "article-full" : "article-continued");
    const part =
      pages.length === 1
        ? ""
        : ` (${messages.say(look.voice, "digest-part", { part: index + 1, parts: pages.length })})`;
    const title = escapeHtml(ownSided(clip(article.title, 600), article.language));
    return `<b>${title}</b>\n<i>${sided(look.voice, heading)}${part}</i>\n\n${escapeHtml(page.join("\n\n"))}`;
  });
}

/** A paragraph cut at spaces into pieces of at most `units`; never inside a surrogate pair. */
function pieces(paragraph: string, units: number): string[] {
  const cut: string[] = [];
  let rest = paragraph;
  while (rest.length > units) {
    const space = rest.lastIndexOf(" ", units);
    let end = space > units / 2 ? space : units;
    if (/[\ud800-\udbff]/.test(rest.charAt(end - 1))) end -= 1;
    cut.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? cut : [...cut, rest];
}
