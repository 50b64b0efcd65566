// /s/7: one story as every outlet tells it, side by side, and what differs.
import type { FastifyInstance } from "fastify";
import type { Story } from "../../articles/article.ts";
import { type Comparison, compareTellings } from "../../articles/compare/compare.ts";
import { sendMissing } from "../missing.ts";
import type { PagesNeeds } from "../needs.ts";
import { type RenderPage, sendPage } from "../page.ts";
import { renderStoryPage } from "./renderStory.ts";

/** Tellings that are compared, the newest: the work grows with the square of them. */
const mostCompared = 12;

/** Compared once for each story as it is stored. */
const compared = new WeakMap<Story, Comparison>();

export function registerStoryPage(app: FastifyInstance, needs: PagesNeeds, render: RenderPage): void {
  app.get<{ Params: { number: string } }>("/s/:number", async (request, reply) => {
    const { shelf } = needs;
    const number = /^\d{1,12}$/.test(request.params.number) ? Number(request.params.number) : 0;
    const [story] = await shelf.stories([number]);
    if (story === undefined) {
      // The number of a later article leads to its story.
      const article = await shelf.byNumber(number);
      const its = article === undefined ? undefined : await shelf.storyOf(article);
      return its === undefined || its.number === number || its.lead.hidden
        ? sendMissing(request, reply, needs, render)
        : reply.redirect(`../s/${its.number}`, 302);
    }
    const members = story.members.slice(-mostCompared);
    const articles = (await shelf.byNumbers(members)).filter(({ hidden }) => !hidden);
    const comparison = compared.get(story) ?? compareTellings(articles);
    compared.set(story, comparison);
    return sendPage(reply, render(renderStoryPage({ story, articles, comparison }, needs)));
  });
}
