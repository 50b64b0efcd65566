// The two views of an article: its summary with what can be done with it, and its full text page by page.
import type { Article, Story } from "../../articles/article.ts";
import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button } from "../../delivery/outcome.ts";
import {
  besideCounts,
  lengthsOf,
  renderArticle,
  renderFullText,
  type SummaryLength,
  summaryLength,
} from "../../digest/article.ts";
import { clip, type Look } from "../../digest/digest.ts";
import { relatedStories } from "../../digest/related.ts";
import type { Reply, Request } from "../command.ts";
import { lookOf } from "../look.ts";
import { choice } from "../settings/screen.ts";
import type { Shelf } from "../shelf.ts";
import { followButton, saveButton } from "./options.ts";
import type { StoryNeeds } from "./told.ts";

export interface ArticleNeeds extends StoryNeeds {
  readonly shelf: Pick<Shelf, "byNumber" | "byNumbers" | "storyOf" | "latest" | "maxNumber" | "minNumber">;
  readonly sentences: Look["sentences"];
  readonly hijriShift?: Look["hijriShift"];
  /** Who the bot is, and whether it may be asked inline, which sharing is best done through. */
  readonly me: () => { readonly username: string; readonly isInline: boolean };
}

/** The codes of the lengths in callback data. */
export const lengthCodes: readonly (readonly [SummaryLength, string])[] = [
  ["short", "s"],
  ["standard", "m"],
  ["long", "l"],
];

/** Stories of the same topic that are looked through for related ones. */
const lookedThrough = 60;

/** `length`: the one chosen by button; the reader's own when absent. */
export async function articleView(
  needs: ArticleNeeds,
  request: Request,
  article: Article,
  length?: SummaryLength,
): Promise<Reply> {
  const { messages, shelf, topics } = needs;
  const { reader, now } = request;
  const own = lookOf(reader.subscriber, now, topics, needs);
  const look = length === undefined ? own : { ...own, length };
  const story = await shelf.storyOf(article);
  const html = renderArticle(messages, article, story, look, await besideOf(shelf, article, story));
  const isPictured = reader.subscriber.previews && article.image !== undefined;
  return {
    html,
    keyboard: buttonsOf(needs, request, article, story, summaryLength(look)),
    ...(isPictured && article.image !== undefined && { preview: article.image }),
  };
}

async function besideOf(shelf: ArticleNeeds["shelf"], article: Article, story: Story) {
  const members = story.members.filter((number) => number !== article.number);
  const others = (await shelf.byNumbers(members)).filter(({ hidden }) => !hidden);
  const topic = article.topics[0];
  const near = await shelf.latest({ limit: lookedThrough, ...(topic !== undefined && { topic }) });
  return { others, related: relatedStories(article, near, besideCounts.related) };
}

function buttonsOf(
  needs: ArticleNeeds,
  { reader, voice }: Request,
  article: Article,
  story: Story,
  shown: SummaryLength,
): readonly (readonly Button[])[] {
  const { messages, publicUrl } = needs;
  const { number } = article;
  const { subscriber } = reader;
  const text = (id: string): string => messages.plain(voice, id);
  const lengths = lengthsOf(article, needs.sentences);
  // Of lengths with as many sentences one stands for all.
  const count = Math.min(needs.sentences[shown], article.summary.sentences.length);
  const rows: Button[][] = [
    lengths.map((each) => {
      const code = lengthCodes.find(([length]) => length === each.length)?.[1] ?? "m";
      return choice(text(`length-${each.length}`), each.count === count, `art:${number}:${code}`);
    }),
    [{ text: text("button-full"), data: `full:${number}` }, saveButton(messages, voice, subscriber, number)],
    [
      followButton(messages, voice, subscriber, story.id, number),
      shareButton(needs, text("button-share"), article),
    ],
    [
      ...(publicUrl === undefined ? [] : [{ text: text("button-page"), url: `${publicUrl}/a/${number}` }]),
      ...(isWebAddress(article.url) ? [{ text: text("button-source"), url: article.url }] : []),
    ],
    publicUrl === undefined || story.sources.length < 2
      ? []
      : [{ text: text("button-compare"), url: `${publicUrl}/s/${story.number}` }],
  ];
  return rows.filter((row) => row.length > 0).map((row) => inReadingOrder(voice, row));
}

/** Into any chat as a card where the bot may be asked inline; else by Telegram's own page for sharing. */
function shareButton({ me, publicUrl }: ArticleNeeds, text: string, article: Article): Button {
  const { username, isInline } = me();
  const name = `a_${article.number}`;
  if (isInline) return { text, share: name };
  const address = isWebAddress(article.url)
    ? article.url
    : publicUrl === undefined
      ? `https://t.me/${username}?start=${name}`
      : `${publicUrl}/a/${article.number}`;
  const query = new URLSearchParams({ url: address, text: clip(article.title, 200) });
  // Telegram takes a "+" for itself, not for a blank.
  return { text, url: `https://t.me/share/url?${String(query).replaceAll("+", "%20")}` };
}

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

/** Page `page` of the full text, from 1; undefined for one that is not there. */
export function fullTextView(
  { messages, topics, ...fixed }: ArticleNeeds,
  { reader, voice, now }: Request,
  article: Article,
  page: number,
): Reply | undefined {
  const look = lookOf(reader.subscriber, now, topics, fixed);
  const pages = renderFullText(messages, article, look);
  const html = pages[page - 1];
  if (html === undefined) return undefined;
  const turn = (name: string, to: number): Button[] =>
    to < 1 || to > pages.length
      ? []
      : [{ text: messages.plain(voice, `button-${name}`), data: `full:${article.number}:${to}` }];
  const turns = [...turn("previous", page - 1), ...turn("next", page + 1)];
  const back = { text: messages.plain(voice, "button-summary"), data: `art:${article.number}` };
  return {
    html,
    keyboard: [...(turns.length === 0 ? [] : [inReadingOrder(voice, turns)]), [back]],
  };
}
