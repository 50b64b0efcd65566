// /article N and /aN: one article, its summary first, the full text by a button.

import type { Button } from "../../delivery/outcome.ts";
import { renderArticle, renderFullText } from "../../digest/article.ts";
import { clip, html, type Look } from "../../digest/digest.ts";
import { command as commandText, inDigits } from "../../digest/wording.ts";
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
  readonly hijriShift?: Look["hijriShift"];
  /** Base address of the article pages, undefined where there is none to open. */
  readonly publicUrl: string | undefined;
}

/** "3", "#3", «رقم 3» (number 3), and "a3" as it stands in the lists. */
const numberShape = /^(?:#|رقم\s+|\/?a)?(\d+)$/;

/** No article's number is longer. */
const mostDigits = 12;

export function createArticle(needs: ArticleNeeds): Command {
  const { messages, shelf, topics, sentences, hijriShift } = needs;
  return {
    name: "article",
    isListed: true,
    async run({ reader, voice, argument, now }) {
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
      const look = lookOf(reader.subscriber, now, topics, { sentences, hijriShift });
      const text = renderArticle(messages, article, await shelf.storyOf(article), look);
      const buttons: Button[] = [
        { text: messages.plain(voice, "button-full"), data: `full:${article.number}` },
        ...(needs.publicUrl === undefined
          ? []
          : [{ text: messages.plain(voice, "button-page"), url: `${needs.publicUrl}/a/${article.number}` }]),
        ...(article.url === undefined || !/^https?:\/\//i.test(article.url)
          ? []
          : [{ text: messages.plain(voice, "button-source"), url: article.url }]),
      ];
      return [{ html: text, keyboard: [buttons] }];
    },
  };
}

/** The button «النص الكامل» (full text): sends the text in pages that each fit a message. */
export function createFullText({ messages, shelf, topics, sentences, hijriShift }: ArticleNeeds): Action {
  return {
    name: "full",
    async run({ reader, voice, argument, now }) {
      if (!/^\d{1,12}$/.test(argument)) return { toast: messages.plain(voice, "stale-button") };
      const article = await shelf.byNumber(Number(argument));
      if (article === undefined) return { toast: messages.plain(voice, "article-gone") };
      const look = lookOf(reader.subscriber, now, topics, { sentences, hijriShift });
      return { replies: renderFullText(messages, article, look).map((html) => ({ html })) };
    },
  };
}
