// /article N and /aN: one article, its summary first, the full text by a button.

import type { Button } from "../../delivery/outcome.ts";
import { renderArticle, renderFullText } from "../../digest/article.ts";
import type { Look } from "../../digest/digest.ts";
import { command as commandText } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Action, Command } from "../command.ts";
import { lookOf } from "../look.ts";
import type { Shelf, Topics } from "../shelf.ts";

export interface ArticleNeeds {
  readonly messages: Messages;
  readonly shelf: Pick<Shelf, "byNumber" | "storyOf" | "maxNumber" | "minNumber">;
  readonly topics: Topics;
  readonly sentences: Look["sentences"];
  /** Base address of the article pages, undefined where there is none to open. */
  readonly publicUrl: string | undefined;
}

export function createArticle(needs: ArticleNeeds): Command {
  const { messages, shelf, topics, sentences } = needs;
  return {
    name: "article",
    isListed: true,
    async run({ reader, voice, argument, now }) {
      const latest = commandText("latest");
      const last = await shelf.maxNumber();
      if (last === 0) return [{ html: messages.say(voice, "article-usage-empty") }];
      const asked = toLatinDigits(argument);
      if (!/^\d{1,12}$/.test(asked)) {
        const example = `/article ${last}`;
        return [{ html: messages.say(voice, "article-usage", { example, latest }) }];
      }
      const article = await shelf.byNumber(Number(asked));
      if (article === undefined) {
        const values = { number: asked, first: String(await shelf.minNumber()), last: String(last), latest };
        return [{ html: messages.say(voice, "article-missing", values) }];
      }
      const look = lookOf(reader.subscriber, now, topics, sentences);
      const html = renderArticle(messages, article, await shelf.storyOf(article), look);
      const buttons: Button[] = [
        { text: messages.plain(voice, "button-full"), data: `full:${article.number}` },
        ...(needs.publicUrl === undefined
          ? []
          : [{ text: messages.plain(voice, "button-page"), url: `${needs.publicUrl}/a/${article.number}` }]),
        ...(article.url === undefined || !/^https?:\/\//i.test(article.url)
          ? []
          : [{ text: messages.plain(voice, "button-source"), url: article.url }]),
      ];
      return [{ html, keyboard: [buttons] }];
    },
  };
}

/** The button «النص الكامل» (full text): sends the text in pages that each fit a message. */
export function createFullText({ messages, shelf, topics, sentences }: ArticleNeeds): Action {
  return {
    name: "full",
    async run({ reader, voice, argument, now }) {
      const article = /^\d{1,12}$/.test(argument) ? await shelf.byNumber(Number(argument)) : undefined;
      if (article === undefined) return { toast: messages.plain(voice, "stale-button") };
      const look = lookOf(reader.subscriber, now, topics, sentences);
      return { replies: renderFullText(messages, article, look).map((html) => ({ html })) };
    },
  };
}
