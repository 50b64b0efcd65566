// Draws the card of a composed digest for the readers who get one. Whatever fails here costs the card alone.
import { cardCaption, cardContent } from "../digest/cardContent.ts";
import { voiceOf } from "../digest/wording.ts";
import type { Messages } from "../messages/messages.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { HijriShift } from "../text/dates.ts";
import type { DrawCard } from "./cardPicture.ts";
import type { Composition } from "./compose.ts";
import type { DrawnCard } from "./withCard.ts";

export const cardModes = ["off", "channels", "all"] as const;
export type CardMode = (typeof cardModes)[number];

export interface CardNeeds {
  readonly mode: CardMode;
  readonly messages: Messages;
  readonly hijriShift?: HijriShift | undefined;
  readonly draw: DrawCard;
  /** The bot's, without "@"; "" where it is not known. */
  readonly username: () => Promise<string>;
  readonly report: (event: string, fields: Record<string, unknown>) => void;
}

/** Never rejects. Undefined: no card is wanted, there are no stories, or it cannot be drawn. `at` dates the digest. */
export type MakeCard = (
  digest: Pick<Composition, "stories">,
  reader: Subscriber,
  at: Date,
) => Promise<DrawnCard | undefined>;

export function createMakeCard({ mode, messages, hijriShift, draw, username, report }: CardNeeds): MakeCard {
  const isWanted = ({ kind, previews }: Subscriber): boolean =>
    // Who does not want pictures has said so in the settings.
    previews && (mode === "all" || (mode === "channels" && kind === "channel"));

  return async ({ stories }, reader, at) => {
    if (stories.length === 0 || !isWanted(reader)) return undefined;
    const { zone, calendar } = reader;
    const look = { voice: voiceOf(reader), zone, calendar, hijriShift, now: at };
    try {
      const bytes = await draw(cardContent(messages, stories, look, await username()));
      if (bytes === undefined) return undefined;
      return { photo: { name: "mujaz.png", bytes }, caption: cardCaption(messages, stories, look) };
    } catch (err) {
      report("card.not-drawn", { err });
      return undefined;
    }
  };
}
