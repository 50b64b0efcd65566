// /why N: why an article comes to this reader, or does not; as a command and as the button of a story.
import type { LastDigests } from "../../delivery/last.ts";
import type { Told } from "../../digest/choose.ts";
import { clip, html, type Look } from "../../digest/digest.ts";
import { renderWhy } from "../../digest/why.ts";
import { command as commandText, inDigits, ownSided, sided } from "../../digest/wording.ts";
import { toLatinDigits } from "../../text/digits.ts";
import { isolate } from "../../text/direction.ts";
import { escapeHtml } from "../../text/html.ts";
import type { Action, Command, Reply, Request } from "../command.ts";
import { lookOf } from "../look.ts";
import type { Shelf } from "../shelf.ts";
import { type StoryNeeds, shownAs } from "../stories/told.ts";

export interface WhyNeeds extends StoryNeeds {
  readonly shelf: StoryNeeds["shelf"] & Pick<Shelf, "maxNumber">;
  readonly lastDigests: Pick<LastDigests, "last">;
  readonly sentences: Look["sentences"];
  readonly hijriShift?: Look["hijriShift"];
}

const numberShape = /^(?:#|رقم\s+|\/?a)?(\d{1,12})$/;

export function createWhy(needs: WhyNeeds): Command {
  const { messages, shelf } = needs;
  return {
    name: "why",
    isListed: true,
    async run(request) {
      const { voice, argument } = request;
      const asked = numberShape.exec(toLatinDigits(argument))?.[1];
      const latest = commandText("latest");
      if (asked === undefined) {
        const example = html(`<code>/why ${(await shelf.maxNumber()) || 42}</code>`);
        return [{ html: messages.say(voice, "why-usage", { example, latest }) }];
      }
      const reply = await why(needs, request, asked);
      if (reply !== undefined) return [reply];
      const number = inDigits(voice, asked);
      return [{ html: messages.say(voice, "why-missing", { number, latest }) }];
    },
  };
}

/** `why:42` answers with a message of its own. */
export function createWhyAction(needs: WhyNeeds): Action {
  return {
    name: "why",
    async run(request) {
      const reply = await why(needs, request, request.argument);
      if (reply !== undefined) return { replies: [reply] };
      return { toast: needs.messages.plain(request.voice, "article-gone") };
    },
  };
}

async function why(needs: WhyNeeds, request: Request, number: string): Promise<Reply | undefined> {
  const { reader, voice, now } = request;
  const { subscriber } = reader;
  const shown = await shownAs(needs.shelf, number);
  if (shown === undefined) return undefined;
  const { article, story } = shown;
  const isFollowed = subscriber.followStories.includes(story.id);
  const isLater = isFollowed && article.number > (story.freshNumber ?? story.number);
  const isUpdate = isLater && article.number > subscriber.cursor;
  const told: Told = { ...story, lead: article, ...(isUpdate && { isUpdate: true as const }) };
  const last = await needs.lastDigests.last(reader.number);
  const look = lookOf(subscriber, now, needs.topics, needs);
  const title = escapeHtml(ownSided(clip(article.title, 300), article.language));
  const origin = sided(voice, isolate(commandText(`a${article.number}`)));
  return {
    html: [`${title}\n${origin}`, renderWhy(needs.messages, told, { ...subscriber, last }, look)].join(
      "\n\n",
    ),
  };
}
