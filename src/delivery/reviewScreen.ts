// What an operator sees under a digest that is reviewed: its stories by number, and what can be done.
import type { Story } from "../articles/article.ts";
import { clip } from "../digest/digest.ts";
import { clockIn, inDigits, ownSided, sided, timeWords } from "../digest/wording.ts";
import type { Messages, Voice } from "../messages/messages.ts";
import { escapeHtml } from "../text/html.ts";
import { inReadingOrder } from "./keyboard.ts";
import type { Button, Keyboard } from "./outcome.ts";
import type { Review } from "./reviewBook.ts";

/** The name of its buttons: `rv:go.MEMBER.SLOT`. */
export const reviewAction = "rv";

const perRow = 5;

/** What a reviewed reader is called: the chat's title, or the reader's number where there is none. */
export function titleWords(
  messages: Messages,
  voice: Voice,
  member: number,
  title: string | undefined,
): string {
  return title ?? messages.plain(voice, "review-reader", { reader: inDigits(voice, String(member)) });
}

export function renderReview(
  messages: Messages,
  voice: Voice,
  review: Review,
  {
    stories,
    zone,
    title,
  }: { readonly stories: readonly Story[]; readonly zone: string; readonly title: string | undefined },
): { readonly html: string; readonly keyboard: Keyboard } {
  const { member, slot, until, dropped, state } = review;
  const to = (step: string, more = ""): string => `${reviewAction}:${step}.${member}.${slot}${more}`;
  const button = (name: string, step: string): Button => ({
    text: messages.plain(voice, `button-review-${name}`),
    data: to(step),
  });
  const lines = stories.map(({ number, lead }, index) => {
    const headline = escapeHtml(ownSided(clip(lead.title, 120), lead.language));
    const line = messages.say(voice, "review-line", { place: index + 1, headline: { html: headline } });
    return sided(voice, dropped.includes(number) ? `<s>${line}</s>` : line);
  });
  const choices = stories.map(({ number }, index) => {
    const isOut = dropped.includes(number);
    const name = isOut ? "button-review-keep" : "button-review-drop";
    return {
      text: messages.plain(voice, name, { place: index + 1 }),
      data: to(isOut ? "in" : "out", `.${number}`),
    };
  });
  const rows = Array.from({ length: Math.ceil(choices.length / perRow) }, (_, row) =>
    inReadingOrder(voice, choices.slice(row * perRow, (row + 1) * perRow)),
  );
  const time = timeWords(voice, clockIn(zone, new Date(until * 1000)));
  return {
    html: [
      `<b>${messages.say(voice, "review-title", { title: titleWords(messages, voice, member, title) })}</b>`,
      lines.join("\n"),
      messages.say(voice, `review-${state}`, { time }),
    ].join("\n\n"),
    keyboard:
      state === "waiting"
        ? [...rows, inReadingOrder(voice, [button("go", "go"), button("hold", "hold")])]
        : [],
  };
}
