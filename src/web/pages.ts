// The reading pages: articles and stories, with what they share.
import type { FastifyInstance } from "fastify";
import { registerArticlePage } from "./article/articlePage.ts";
import type { PagesNeeds } from "./needs.ts";
import { registerShell } from "./page.ts";
import { registerStoryPage } from "./story/storyPage.ts";

export function registerPages(app: FastifyInstance, needs: PagesNeeds): void {
  const render = registerShell(app);
  registerArticlePage(app, needs, render);
  registerStoryPage(app, needs, render);
}
