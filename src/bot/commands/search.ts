// /search words: the articles that hold them, five a page, each with the sentence that answers.
import type { Search, SearchAnswer } from "../../articles/search-follower.ts";
import { inReadingOrder } from "../../delivery/keyboard.ts";
import type { Button } from "../../delivery/outcome.ts";
import { clip, html } from "../../digest/digest.ts";
import { type FoundLook, renderFound } from "../../digest/found.ts";
import { command as commandText, dayWords, sided, voiceOf } from "../../digest/wording.ts";
import type { Messages } from "../../messages/messages.ts";
import { escapeHtml } from "../../text/html.ts";
import { joinFacts } from "../../text/joint.ts";
import { type AskedSearch, readAskedSearch } from "../askedSearch.ts";
import type { Action, Command, Reply, Request } from "../command.ts";
import type { Searches } from "../searches.ts";
import type { Topics } from "../shelf.ts";

export interface SearchNeeds {
  readonly messages: Messages;
  readonly topics: Topics;
  readonly search: Pick<Search, "search">;
  readonly searches: Searches;
}

/** Hits of one page: what a phone shows without much scrolling, and what surely fits a message. */
const perPage = 5;

/** Units of a search that are kept for its buttons, and of it that are said again. */
const mostUnits = 500;
const mostSaid = 60;

export function createSearchCommand(needs: SearchNeeds): Command {
  return {
    name: "search",
    isListed: true,
    run: async (request) => [await page(needs, request, request.argument.slice(0, mostUnits), 0)],
  };
}

/** `search:1f…:5` turns to the page that begins with the sixth hit. */
export function createSearchAction(needs: SearchNeeds): Action {
  return {
    name: "search",
    async run(request) {
      const [, id, offset] = /^([0-9a-f]+):(\d{1,6})$/.exec(request.argument) ?? [];
      const asked = id === undefined ? undefined : await needs.searches.find(request.reader.number, id);
      if (asked === undefined) return { toast: needs.messages.plain(request.voice, "stale-button") };
      return { edit: await page(needs, request, asked, Number(offset)) };
    },
  };
}

async function page(needs: SearchNeeds, request: Request, text: string, offset: number): Promise<Reply> {
  const { messages, topics, search } = needs;
  const { voice, now } = request;
  const { zone } = request.reader.subscriber;
  const asked = readAskedSearch(text, { zone, now });
  if (asked.unread !== undefined) {
    const date = clip(asked.unread, mostSaid);
    return { html: messages.say(voice, "search-date-unread", { date, example: code(dateExample(request)) }) };
  }
  const { topic, words } = await readTags(asked, topics);
  if (words === "") return usage(needs, request);
  const { from, to } = asked;
  const wish = {
    limit: perPage,
    offset,
    now,
    ...(topic !== undefined && { topic }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  const answer = await search.search(words, wish);
  // What stood on a later page may be gone since.
  if (answer.hits.length === 0 && offset > 0) return page(needs, request, text, 0);
  return {
    html: render(needs, request, { words, topic, ...(from && { from }), ...(to && { to }) }, answer, offset),
    keyboard: await turns(needs, request, text, answer.total, offset),
  };
}

/** A tag that is a topic is a filter; another is looked for like a word. */
async function readTags({ words, tags }: AskedSearch, topics: Topics) {
  let topic: string | undefined;
  const others: string[] = [];
  for (const tag of tags) {
    const found = topic === undefined ? await topics.find(tag) : undefined;
    if (found === undefined) others.push(tag);
    else topic = found;
  }
  return { topic, words: [words, ...others].filter((each) => each !== "").join(" ") };
}

interface Filters {
  readonly words: string;
  readonly topic: string | undefined;
  readonly from?: Date;
  readonly to?: Date;
}

function render(
  { messages, topics }: SearchNeeds,
  { reader, voice }: Request,
  { words, topic, from, to }: Filters,
  { total, hits, isPartial, isNear }: SearchAnswer,
  offset: number,
): string {
  const { zone } = reader.subscriber;
  const day = (at: Date): string => dayWords(voice, at, { zone, calendar: "gregorian" });
  // The message has quotation marks of its own.
  const said = { words: clip(words.replace(/[«»"“”]/g, ""), mostSaid) };
  const title =
    total === 0
      ? messages.say(voice, "search-none", said)
      : `<b>${messages.say(voice, "search-count", { count: total, ...said })}</b>`;
  const filters = [
    topic === undefined
      ? ""
      : messages.say(voice, "search-topic", { topic: topics.name(voice.locale, topic) }),
    from === undefined ? "" : messages.say(voice, "search-since", { day: day(from) }),
    // The day before the first one that is too late.
    to === undefined ? "" : messages.say(voice, "search-until", { day: day(new Date(to.getTime() - 1)) }),
    total <= perPage
      ? ""
      : messages.say(voice, "digest-part", { part: offset / perPage + 1, parts: Math.ceil(total / perPage) }),
  ];
  const near = isNear ? messages.say(voice, "search-near") : "";
  const head = [title, near, joinFacts(voice.locale, filters)]
    .filter((each) => each !== "")
    .map((line) => sided(voice, line));
  const look: FoundLook = { voice: voiceOf(reader.subscriber), zone };
  return [
    head.join("\n"),
    ...hits.map((hit) => renderFound(hit, look)),
    ...(isPartial ? [sided(voice, messages.say(voice, "search-partial"))] : []),
  ].join("\n\n");
}

/** «السابق» (previous) and «التالي» (next): each on the side that the reader turns pages to. */
async function turns(
  { messages, searches }: SearchNeeds,
  { reader, voice }: Request,
  text: string,
  total: number,
  offset: number,
): Promise<readonly (readonly Button[])[]> {
  if (total <= perPage) return [];
  const id = await searches.keep(reader.number, text);
  const turn = (name: string, to: number): Button[] =>
    to < 0 || to >= total
      ? []
      : [{ text: messages.plain(voice, `button-${name}`), data: `search:${id}:${to}` }];
  const row = [...turn("previous", offset - perPage), ...turn("next", offset + perPage)];
  return [inReadingOrder(voice, row)];
}

function usage({ messages }: SearchNeeds, request: Request): Reply {
  const { voice } = request;
  const isArabic = voice.locale === "ar";
  const start = startOf(request);
  const values = {
    example: code(`${start} ${isArabic ? "الطاقة الشمسية" : "solar energy"}`),
    narrowed: code(`${start} ${isArabic ? "الطاقة #الاقتصاد" : "energy #economy"}`),
    dated: code(dateExample(request)),
    quoted: code(`${start} ${isArabic ? "«الطاقة الشمسية»" : '"solar energy"'}`),
    latest: commandText("latest"),
  };
  return { html: messages.say(voice, "search-usage", values) };
}

function dateExample(request: Request): string {
  const day = request.now.toISOString().slice(0, 8).concat("01");
  return `${startOf(request)} ${request.voice.locale === "ar" ? `الطاقة منذ:${day}` : `energy since:${day}`}`;
}

/** In a private chat the word alone is understood; a line of one direction is easier to copy. */
function startOf({ reader, voice }: Request): string {
  return voice.locale === "ar" && reader.subscriber.kind === "private" ? "بحث" : commandText("search");
}

/** As code it is copied by a tap. */
const code = (text: string) => html(`<code>${escapeHtml(text)}</code>`);
