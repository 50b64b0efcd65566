// Inline mode: `@bot words` anywhere in Telegram finds articles to share, `@bot` alone the latest, `@bot a42` one of them.
import type { Article, Story } from "../articles/article.ts";
import type { Search } from "../articles/search-follower.ts";
import { renderArticle } from "../digest/article.ts";
import { clip, type Look } from "../digest/digest.ts";
import { dayWords, ownSided, voiceOf } from "../digest/wording.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import { toLatinDigits } from "../text/digits.ts";
import { joinFacts } from "../text/joint.ts";
import type { Shelf, Topics } from "./shelf.ts";

export interface InlineNeeds {
  readonly messages: Messages;
  readonly search: Pick<Search, "search">;
  readonly shelf: Pick<Shelf, "latest" | "byNumber" | "storyOf">;
  readonly topics: Pick<Topics, "name">;
  readonly sentences: Look["sentences"];
  readonly hijriShift?: Look["hijriShift"];
  readonly publicUrl: string | undefined;
  /** The operator's zone: who asks inline need not be a reader. */
  readonly zone: string;
  /** The operator's language, where the person's own is not among ours. */
  readonly locale: string;
}

export interface InlineAsked {
  readonly query: string;
  readonly offset: string;
  readonly languageCode?: string;
}

export interface InlineAnswer {
  readonly results: readonly object[];
  /** Empty on the last page. */
  readonly nextOffset: string;
}

/** Cards of one page: more are fetched as the person scrolls. */
const perPage = 15;
/** The latest end here: who wants more searches. */
const mostLatest = 60;
const most = { title: 120, description: 160 } as const;

/** Any query and any offset get an answer; one that means nothing gets none. */
export function createInline(needs: InlineNeeds): (asked: InlineAsked, now: Date) => Promise<InlineAnswer> {
  const { messages, search, shelf } = needs;

  async function find(
    query: string,
    offset: number,
    now: Date,
  ): Promise<{ articles: readonly Article[]; total: number }> {
    const number = /^\/?a_?(\d{1,12})$/i.exec(query)?.[1];
    if (number !== undefined) {
      const article = await shelf.byNumber(Number(number));
      return article === undefined || article.hidden
        ? { articles: [], total: 0 }
        : { articles: [article], total: 1 };
    }
    if (query === "") {
      const stories = await shelf.latest({ limit: Math.min(offset + perPage + 1, mostLatest) });
      return {
        articles: stories.slice(offset, offset + perPage).map(({ lead }) => lead),
        total: stories.length,
      };
    }
    const { hits, total } = await search.search(query, { limit: perPage, offset, now });
    return { articles: hits.map(({ article }) => article), total };
  }

  return async ({ query, offset: given, languageCode }, now) => {
    const locale = messages.nearest(languageCode, needs.locale);
    const voice = voiceOf({ locale, zone: needs.zone, digits: "auto" });
    const offset = /^\d{1,6}$/.test(given) ? Number(given) : 0;
    const { articles, total } = await find(toLatinDigits(query).trim(), offset, now);
    const results = await Promise.all(
      articles.map(async (article) => toCard(needs, voice, article, await shelf.storyOf(article), now)),
    );
    const next = offset + perPage;
    return { results, nextOffset: articles.length > 0 && next < total ? String(next) : "" };
  };
}

/** InlineQueryResultArticle: title and first sentence to choose by, the article's own view to send. */
function toCard(needs: InlineNeeds, voice: Voice, article: Article, story: Story, now: Date): object {
  const { messages, topics, zone, hijriShift, sentences, publicUrl } = needs;
  const look: Look = {
    voice,
    zone,
    calendar: "gregorian",
    hijriShift,
    length: "short",
    now,
    sentences,
    topicName: (topic) => topics.name(voice.locale, topic),
  };
  const first = article.summary.editor ?? article.summary.sentences[0]?.text ?? "";
  const day = dayWords(voice, new Date(article.published), { zone, calendar: "gregorian" });
  const page = publicUrl === undefined ? undefined : `${publicUrl}/a/${article.number}`;
  const buttons = [
    ...(page === undefined ? [] : [{ text: messages.plain(voice, "button-page"), url: page }]),
    ...(article.url !== undefined && /^https?:\/\//i.test(article.url)
      ? [{ text: messages.plain(voice, "button-source"), url: article.url }]
      : []),
  ];
  return {
    type: "article",
    id: `a${article.number}`,
    title: clip(ownSided(article.title, article.language), most.title),
    description: clip(joinFacts(voice.locale, [article.source, day, first]), most.description),
    input_message_content: {
      message_text: renderArticle(messages, article, story, look),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    ...(buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: [buttons] } }),
  };
}
