// The articles, newest first, with search: pinned, hidden and back, their summaries chosen anew or written by hand.
import { html } from "../html.ts";
import type { Panel } from "../panel.ts";
import { type ActNeeds, createActs } from "./articles/acts.ts";
import { type ListNeeds, renderList } from "./articles/list.ts";
import { renderOne } from "./articles/one.ts";
import { readNumber } from "./articles/readNumber.ts";

export type ArticlesNeeds = ListNeeds & ActNeeds;

/** The page's question: `q` words or a number, `show`, `before` a page; `article` one of them, `step` what is asked of it. */
export function createArticlesPanel(needs: ArticlesNeeds): Panel {
  return {
    id: "articles",
    page: "desk",
    title: "desk-articles-title",
    // New articles would move the buttons under somebody's hand.
    isLive: false,
    actions: createActs(needs),
    async render(view) {
      const asked = view.query.get("article");
      if (asked === null) return renderList(needs, view);
      const article = await needs.shelf.byNumber(readNumber(asked) ?? 0);
      if (article === undefined)
        return html`<p class="bad">${view.say("edit-missing", { number: asked.slice(0, 20) })}</p>`;
      return renderOne(view, article);
    },
  };
}
