// Renders one article: its summary first, then the full text in pages that each fit a message.
import type { Article, Story } from "../articles/article.ts";
import type { Messages } from "../messages/messages.ts";
import { isolate } from "../text/direction.ts";
import { escapeHtml } from "../text/html.ts";
import { joinFacts } from "../text/joint.ts";
import { clip, firstSentences, type Look, messageLimit, renderOrigin } from "./digest.ts";
import { command, dayWords, ownSided, sided } from "./wording.ts";

/** Room that is kept in each page of the full text for the title and the heading. */
const headRoom = 800;

/** Bounds on the pieces of the first view, in UTF-16 units: together they fit a message whatever the sources sent. */
const most = { title: 600, summary: 2200, other: 60, related: 110 } as const;

/** What stands below the summary: other articles of the story, and stories that are near it. */
export interface Beside {
  readonly others: readonly Article[];
  readonly related: readonly Story[];
}

/** Other outlets and related stories that are named at the most. */
export const besideCounts = { others: 4, related: 3 } as const;

/** Title, origin, day and the summary's sentences, each a paragraph of its own. One message of HTML. */
export function renderArticle(
  messages: Messages,
  article: Article,
  story: Story,
  look: Look,
  beside: Beside = { others: [], related: [] },
): string {
  const { voice } = look;
  const day = dayWords(voice, new Date(article.published), look);
  const shown = { ...story, lead: article, number: article.number };
  const summary =
    article.summary.editor ??
    firstSentences(article.summary.sentences, sentencesOf(article, look))
      .map((sentence) => ownSided(sentence.text, article.language))
      .join("\n\n");
  return [
    `<b>${escapeHtml(ownSided(clip(article.title, most.title), article.language))}</b>`,
    `${sided(voice, day)}\n${renderOrigin(messages, shown, look, true)}`,
    escapeHtml(clip(ownSided(summary, article.language), most.summary)),
    ...renderBeside(messages, look, beside),
  ].join("\n\n");
}

/** Lengths of the summary that differ for this article, and how many sentences each has; none where there is one only. */
export function lengthsOf(
  { summary }: Article,
  sentences: Look["sentences"],
): readonly { readonly length: SummaryLength; readonly count: number }[] {
  if (summary.editor !== undefined) return [];
  const all = summaryLengths.map((length) => ({
    length,
    count: Math.min(sentences[length], summary.sentences.length),
  }));
  const distinct = all.filter(({ count }, index) => count > (all[index - 1]?.count ?? 0));
  return distinct.length > 1 ? distinct : [];
}

export const summaryLengths = ["short", "standard", "long"] as const;
export type SummaryLength = (typeof summaryLengths)[number];

/** Who gets headlines alone in digests has asked for more by opening the article. */
export function summaryLength({ length }: Pick<Look, "length">): SummaryLength {
  return length === "headlines" ? "short" : length;
}

function sentencesOf({ summary }: Article, look: Look): number {
  return Math.min(look.sentences[summaryLength(look)], summary.sentences.length);
}

function renderBeside(messages: Messages, { voice }: Look, { others, related }: Beside): string[] {
  const heading = (id: string): string => `<b>${sided(voice, escapeHtml(messages.plain(voice, id)))}</b>`;
  const line = (text: string, number: number): string =>
    sided(voice, joinFacts(voice.locale, [escapeHtml(isolate(text)), isolate(command(`a${number}`))]));
  const told = others
    .slice(0, besideCounts.others)
    .map(({ source, title, number }) => line(clip(source === "" ? title : source, most.other), number));
  const near = related
    .slice(0, besideCounts.related)
    .map(({ lead, number }) => line(clip(lead.title, most.related), number));
  return [
    ...(told.length === 0 ? [] : [[heading("article-others"), ...told].join("\n")]),
    ...(near.length === 0 ? [] : [[heading("article-related"), ...near].join("\n")]),
  ];
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
    const title = escapeHtml(ownSided(clip(article.title, most.title), article.language));
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
