// The list of articles: a page of them, or what a search found.
import type { Article } from "../../../../articles/article.ts";
import { type Html, html, nothing } from "../../html.ts";
import type { View } from "../../view.ts";
import { linkTo, own, question } from "../pieces.ts";
import { readNumber } from "./readNumber.ts";
import { headOf, quickActions, self } from "./row.ts";

export interface ListNeeds {
  readonly shelf: {
    byNumber(number: number): Promise<Article | undefined>;
    list(wish: { readonly limit: number; readonly before?: number }): Promise<readonly Article[]>;
  };
  /** The best first; undefined while the index is not there. */
  readonly search: (
    words: string,
    limit: number,
    now: Date,
  ) => Promise<{ readonly articles: readonly Article[]; readonly isPartial: boolean }>;
}

const perPage = 12;

/** Articles that are looked through for pinned or hidden ones. */
const mostSeen = 2_000;
const piece = 200;

const filters = ["all", "pinned", "hidden"] as const;
type Filter = (typeof filters)[number];

interface Found {
  readonly articles: readonly Article[];
  /** The number behind which the next page begins. */
  readonly next?: number;
  readonly isPartial?: boolean;
}

export async function renderList(needs: ListNeeds, view: View): Promise<Html> {
  const words = (view.query.get("q") ?? "").trim().slice(0, 200);
  const filter = filters.find((name) => name === view.query.get("show")) ?? "all";
  const found = await find(needs, view, words, filter);
  const isSearch = words !== "";
  return html`${searchForm(view, words, filter)}
${found.isPartial ? html`<p class="hint">${view.say("desk-articles-partial")}</p>` : nothing}
${found.articles.length === 0 ? html`<p>${view.say(isSearch ? "desk-articles-not-found" : "desk-articles-none")}</p>` : html`<ul class="rows">${found.articles.map((article) => row(view, article))}</ul>`}
<p class="pages">${view.query.has("before") ? html`<a href="${linkTo(self, question(view, { before: undefined }))}">${view.say("desk-articles-newest")}</a> ` : nothing}${found.next === undefined ? nothing : html`<a href="${linkTo(self, question(view, { before: String(found.next) }))}">${view.say("desk-articles-older")}</a>`}</p>`;
}

async function find(needs: ListNeeds, view: View, words: string, filter: Filter): Promise<Found> {
  const { shelf, search } = needs;
  const number = words === "" ? undefined : readNumber(words);
  if (number !== undefined) {
    const article = await shelf.byNumber(number);
    return { articles: article === undefined ? [] : [article] };
  }
  if (words !== "") {
    const { articles, isPartial } = await search(words, perPage, view.now);
    return { articles: articles.filter((article) => isShown(article, filter)), isPartial };
  }
  return walk(shelf, filter, readNumber(view.query.get("before") ?? ""));
}

async function walk(shelf: ListNeeds["shelf"], filter: Filter, from: number | undefined): Promise<Found> {
  const articles: Article[] = [];
  let before = from;
  // One more than the page tells whether there is another.
  for (let seen = 0; seen < mostSeen && articles.length <= perPage; ) {
    const limit = filter === "all" ? perPage + 1 : piece;
    const some = await shelf.list({ limit, ...(before !== undefined && { before }) });
    articles.push(...some.filter((article) => isShown(article, filter)));
    seen += some.length;
    before = some.at(-1)?.number;
    if (some.length < limit) break;
  }
  const shown = articles.slice(0, perPage);
  const last = shown.at(-1);
  return { articles: shown, ...(articles.length > perPage && last && { next: last.number }) };
}

function isShown({ pinned, hidden }: Article, filter: Filter): boolean {
  return filter === "all" || (filter === "pinned" ? pinned === true : hidden === true);
}

function searchForm(view: View, words: string, filter: Filter): Html {
  return html`<form method="get" class="row" role="search" action="#panel-articles">
<span class="pair"><label for="articles-q">${view.say("desk-articles-search")}</label>
<input id="articles-q" name="q" type="search" value="${words}" maxlength="200" dir="auto"></span>
<span class="pair"><label for="articles-show">${view.say("desk-articles-show")}</label>
<select id="articles-show" name="show">${filters.map((name) => html`<option value="${name}"${name === filter ? html` selected` : nothing}>${view.plain(`desk-articles-show-${name}`)}</option>`)}</select></span>
<button>${view.say("desk-search")}</button></form>`;
}

function row(view: View, article: Article): Html {
  const to = question(view, { article: String(article.number), step: undefined });
  return html`<li><h3><a href="${linkTo(self, to)}">${own(article.title)}</a></h3>
${headOf(view, article)}${quickActions(view, article, view.query)}</li>`;
}
