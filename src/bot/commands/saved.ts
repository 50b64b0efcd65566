// /saved: the articles that a reader saved, the newest choice first, in pages; each can be taken off the list.
import type { Article } from "../../articles/article.ts";
import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button } from "../../delivery/outcome.ts";
import { clip, ordinalWords } from "../../digest/digest.ts";
import { command as commandText, dayWords, ownSided, sided } from "../../digest/wording.ts";
import { isolate } from "../../text/direction.ts";
import { escapeHtml } from "../../text/html.ts";
import { joinFacts } from "../../text/joint.ts";
import type { Action, Command, Reply, Request } from "../command.ts";
import type { Shelf } from "../shelf.ts";
import type { StoryNeeds } from "../stories/told.ts";

export interface SavedNeeds extends Omit<StoryNeeds, "shelf"> {
  readonly shelf: Pick<Shelf, "byNumbers">;
}

const perPage = 5;

/** Bounds in UTF-16 units. */
const most = { title: 200, source: 60 } as const;

export function createSaved(needs: SavedNeeds): Command {
  return {
    name: "saved",
    isListed: true,
    async run(request) {
      const { number, subscriber } = request.reader;
      const there = new Set((await needs.shelf.byNumbers(subscriber.saved)).map((article) => article.number));
      const saved = subscriber.saved.filter((each) => there.has(each));
      // What an editor removed since takes no place on the list.
      if (saved.length < subscriber.saved.length) await needs.change(number, { saved }, request.now);
      return [await page(needs, request, saved, 0)];
    },
  };
}

/** `saved:5` turns to the page that begins with the sixth. */
export function createSavedAction(needs: SavedNeeds): Action {
  return {
    name: "saved",
    async run(request) {
      if (!/^\d{1,4}$/.test(request.argument)) {
        return { toast: needs.messages.plain(request.voice, "stale-button") };
      }
      const { saved } = request.reader.subscriber;
      return { edit: await page(needs, request, saved, Number(request.argument)) };
    },
  };
}

/** `unsave:42:5` takes article 42 off, and stays on the page of the sixth. */
export function createUnsave(needs: SavedNeeds): Action {
  return {
    name: "unsave",
    audience: "admins",
    async run(request) {
      const { reader, voice, argument, now } = request;
      const [, number, offset] = /^(\d{1,12}):(\d{1,4})$/.exec(argument) ?? [];
      const { saved } = reader.subscriber;
      if (number === undefined || !saved.includes(Number(number))) {
        return { toast: needs.messages.plain(voice, "stale-button") };
      }
      const left = saved.filter((each) => each !== Number(number));
      await needs.change(reader.number, { saved: left }, now);
      const toast = needs.messages.plain(voice, "save-removed");
      return { edit: await page(needs, request, left, Number(offset)), toast };
    },
  };
}

async function page(
  { messages, shelf }: SavedNeeds,
  { reader, voice }: Request,
  saved: readonly number[],
  offset: number,
): Promise<Reply> {
  const articles = await shelf.byNumbers(saved.toReversed());
  if (articles.length === 0) {
    return { html: messages.say(voice, "saved-none", { latest: commandText("latest") }), keyboard: [] };
  }
  const start = offset < articles.length ? Math.floor(offset / perPage) * perPage : 0;
  const shown = articles.slice(start, start + perPage);
  const title = messages.say(voice, "saved-title", { count: articles.length });
  const pages = Math.ceil(articles.length / perPage);
  const part =
    pages === 1
      ? ""
      : ` (${messages.say(voice, "digest-part", { part: start / perPage + 1, parts: pages })})`;
  const line = (article: Article, index: number): string => {
    const headline = `${ordinalWords(voice, start + index)}. ${clip(article.title, most.title)}`;
    const day = dayWords(voice, new Date(article.published), {
      zone: reader.subscriber.zone,
      calendar: "gregorian",
    });
    const origin = [
      article.source === "" ? "" : escapeHtml(isolate(clip(article.source, most.source))),
      escapeHtml(day),
      isolate(commandText(`a${article.number}`)),
    ];
    return `<b>${escapeHtml(ownSided(headline, article.language))}</b>\n${sided(voice, joinFacts(voice.locale, origin))}`;
  };
  const turn = (name: string, to: number): Button[] =>
    to < 0 || to >= articles.length
      ? []
      : [{ text: messages.plain(voice, `button-${name}`), data: `saved:${to}` }];
  const removals = shown.map((article, index) => ({
    text: messages.plain(voice, "button-remove-saved", { ordinal: ordinalWords(voice, start + index) }),
    data: `unsave:${article.number}:${start}`,
  }));
  const rows = [
    removals.slice(0, 3),
    removals.slice(3),
    [...turn("previous", start - perPage), ...turn("next", start + perPage)],
    [{ text: messages.plain(voice, "button-close"), data: "shut:" }],
  ];
  return {
    html: [`<b>${sided(voice, title)}</b>${part}`, ...shown.map(line)].join("\n\n"),
    keyboard: rows.filter((row) => row.length > 0).map((row) => inReadingOrder(voice, row)),
  };
}
