// What of a digest stands on its card, and the same headlines as text below it for those who do not see pictures.
import type { Messages, Voice } from "../messages/messages.ts";
import { escapeHtml, visibleLength } from "../text/html.ts";
import type { CardContent } from "./card.ts";
import type { Told } from "./choose.ts";
import { clip, inShownOrder, type Look, ordinalWords } from "./digest.ts";
import { dayWords, ownSided, sided } from "./wording.ts";

/** Telegram's limit on a caption, in UTF-16 units after entity parsing. */
export const captionLimit = 1024;

/** A headline on a card; the longest need several lines, and none more than these units. */
const mostTitle = 600;

export type CardLook = Pick<Look, "voice" | "zone" | "calendar" | "hijriShift" | "now">;

/** `username` is the bot's, without "@"; "" where it is not known. */
export function cardContent(
  messages: Messages,
  stories: readonly Told[],
  { voice, now, ...place }: CardLook,
  username: string,
): CardContent {
  return {
    direction: voice.locale === "ar" ? "rtl" : "ltr",
    name: messages.plain(voice, "card-name"),
    day: dayWords(voice, now, place),
    stories: inShownOrder(stories).map(({ lead, sources }, index) => ({
      title: clip(lead.title, mostTitle),
      direction: lead.language === "ar" ? "rtl" : "ltr",
      outlet: outletOf(messages, voice, lead.source, sources),
      ...(stories.length > 1 && { ordinal: ordinalWords(voice, index) }),
    })),
    others: (count) => messages.plain(voice, "card-others", { count }),
    address: username === "" ? "" : `@${username}`,
  };
}

function outletOf(messages: Messages, voice: Voice, source: string, sources: readonly string[]): string {
  const others = sources.filter((other) => other !== source).length;
  return source === "" ? "" : messages.plain(voice, "story-source", { source, others });
}

/**
 * The caption of a card that goes before its digest, as HTML of at most 1024 units: the day, every headline in the
 * digest's order, and that the rest follows. Long headlines end with «…», more of each the more of them there are.
 */
export function cardCaption(messages: Messages, stories: readonly Told[], look: CardLook): string {
  const { voice, now, ...place } = look;
  const title = messages.say(voice, "digest-title", { day: dayWords(voice, now, place) });
  const head = `<b>${sided(voice, title)}</b>`;
  const foot = sided(voice, messages.say(voice, "card-next"));
  const inOrder = inShownOrder(stories);
  const room = captionLimit - visibleLength(head) - visibleLength(foot) - 4;
  // An ordinal, a mark of direction, «…» and the end of the line.
  const each = Math.floor(room / inOrder.length) - 8;
  const headlines = inOrder.map(({ lead }, index) => {
    const ordinal = inOrder.length > 1 ? `${ordinalWords(voice, index)}. ` : "";
    return escapeHtml(ownSided(ordinal + clip(lead.title, each), lead.language));
  });
  return [head, headlines.join("\n"), foot].join("\n\n");
}
