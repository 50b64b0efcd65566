// /a/42: one article in its own language and direction: its summary, whose sentences lead to their places in the full text.
import type { FastifyInstance } from "fastify";
import type { Article, Story } from "../../articles/article.ts";
import { relatedStories } from "../../digest/related.ts";
import { sendMissing } from "../missing.ts";
import type { PagesNeeds } from "../needs.ts";
import { type RenderPage, sendPage } from "../page.ts";
import { renderArticlePage } from "./renderArticle.ts";
import { lengthAsked } from "./shownSummary.ts";

/** Stories of the same topic that are looked through for related ones, and how many are named. */
const related = { lookedThrough: 60, named: 4 } as const;

/** What it needs is looked up with every page: the configuration may be read again meanwhile. */
export function registerArticlePage(app: FastifyInstance, needs: PagesNeeds, render: RenderPage): void {
  app.get<{ Params: { number: string }; Querystring: { length?: unknown } }>(
    "/a/:number",
    async (request, reply) => {
      const { shelf } = needs;
      const { number } = request.params;
      const article = /^\d{1,12}$/.test(number) ? await shelf.byNumber(Number(number)) : undefined;
      if (article === undefined) return sendMissing(request, reply, needs, render);
      const story = await shelf.storyOf(article);
      const page = renderArticlePage(
        { article, story, ...(await besideOf(shelf, article, story)) },
        lengthAsked(request.query.length),
        needs,
      );
      return sendPage(reply, render(page));
    },
  );
}

async function besideOf(shelf: PagesNeeds["shelf"], article: Article, story: Story) {
  const members = story.members.filter((member) => member !== article.number);
  const others = (await shelf.byNumbers(members)).filter(({ hidden }) => !hidden);
  const topic = article.topics[0];
  const near = await shelf.latest({
    limit: related.lookedThrough,
    ...(topic !== undefined && { topic }),
  });
  return { others, related: relatedStories(article, near, related.named) };
}
