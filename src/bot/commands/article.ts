// /article N and /aN: one article, its summary first; each length of it by a button, and the full text in pages.
import { clip, html } from "../../digest/digest.ts";
import { command as commandText, inDigits } from "../../digest/wording.ts";
import { toLatinDigits } from "../../text/digits.ts";
import type { Action, Command } from "../command.ts";
import { type ArticleNeeds, articleView, fullTextView, lengthCodes } from "../stories/article-view.ts";

export type { ArticleNeeds } from "../stories/article-view.ts";

/** "3", "#3", «رقم 3» (number 3), and "a3" as it stands in the lists. */
const numberShape = /^(?:#|رقم\s+|\/?a)?(\d+)$/;

/** No article's number is longer. */
const mostDigits = 12;

export function createArticle(needs: ArticleNeeds): Command {
  const { messages, shelf } = needs;
  return {
    name: "article",
    isListed: true,
    async run(request) {
      const { voice, argument } = request;
      const latest = commandText("latest");
      const last = await shelf.maxNumber();
      if (last === 0) return [{ html: messages.say(voice, "article-usage-empty") }];
      const asked = numberShape.exec(toLatinDigits(argument))?.[1];
      if (asked === undefined) {
        // As code it is copied by a tap; as a command it would be sent without its number.
        const example = html(`<code>/article ${last}</code>`);
        return [{ html: messages.say(voice, "article-usage", { example, latest }) }];
      }
      const article = asked.length > mostDigits ? undefined : await shelf.byNumber(Number(asked));
      if (article === undefined) {
        const first = await shelf.minNumber();
        const values = {
          number: inDigits(voice, clip(asked, 20)),
          first: inDigits(voice, String(first)),
          last: inDigits(voice, String(last)),
          latest,
        };
        return [{ html: messages.say(voice, "article-missing", values) }];
      }
      await needs.countReading("opened", article.topics);
      return [await articleView(needs, request, article)];
    },
  };
}

/** `art:42` goes back to the summary, `art:42:l` shows the long one: in place. */
export function createArticleAction(needs: ArticleNeeds): Action {
  const { messages, shelf } = needs;
  return {
    name: "art",
    async run(request) {
      const [, number, code] = /^(\d{1,12})(?::([sml]))?$/.exec(request.argument) ?? [];
      if (number === undefined) return { toast: messages.plain(request.voice, "stale-button") };
      const article = await shelf.byNumber(Number(number));
      if (article === undefined) return { toast: messages.plain(request.voice, "article-gone") };
      const length = lengthCodes.find(([, each]) => each === code)?.[0];
      return { edit: await articleView(needs, request, article, length) };
    },
  };
}

/** The button «النص الكامل» (full text): `full:42` and `full:42:2` show a page of it, in place. */
export function createFullText(needs: ArticleNeeds): Action {
  const { messages, shelf } = needs;
  return {
    name: "full",
    async run(request) {
      const [, number, page = "1"] = /^(\d{1,12})(?::(\d{1,4}))?$/.exec(request.argument) ?? [];
      if (number === undefined) return { toast: messages.plain(request.voice, "stale-button") };
      const article = await shelf.byNumber(Number(number));
      if (article === undefined) return { toast: messages.plain(request.voice, "article-gone") };
      const view = fullTextView(needs, request, article, Number(page));
      if (view === undefined) return { toast: messages.plain(request.voice, "stale-button") };
      return { edit: view };
    },
  };
}
