// The messages of one digest in their order, the card among them, and what of them the schedule notes as sent.
import { captionLimit } from "../digest/cardContent.ts";
import { visibleLength } from "../text/html.ts";
import type { Composition } from "./compose.ts";
import type { Letter, Outcome } from "./outcome.ts";

/** A digest's card, drawn. */
export interface DrawnCard {
  readonly photo: NonNullable<Letter["photo"]>;
  /** The headlines as HTML, where the digest itself is too long for a caption. */
  readonly caption: string;
}

export interface DigestMessage extends Pick<Letter, "html" | "keyboard" | "photo"> {
  /** The parts that are sent once it is. */
  readonly sent: number;
}

/**
 * What is noted once the card went before the first part, was refused, or was tried in vain: no part of the text, so that
 * none is left out where the next attempt has no card; and no second card.
 */
export const cardSent = 0.5;

/** The digest fits below its card: one message. Not with buttons: what they open replaces texts, and a caption is none. */
const isOne = ({ parts, keyboard }: Pick<Composition, "parts" | "keyboard">): boolean =>
  parts.length === 1 && keyboard.length === 0 && visibleLength(parts[0] ?? "") <= captionLimit;

/** The keyboard stands under the last message. */
export function messagesOf(
  digest: Pick<Composition, "parts" | "keyboard">,
  card?: DrawnCard,
): readonly DigestMessage[] {
  const { parts, keyboard } = digest;
  const texts = parts.map((html, index) => ({
    html,
    sent: index + 1,
    ...(index === parts.length - 1 && { keyboard }),
  }));
  if (card === undefined) return texts;
  const { photo, caption } = card;
  if (isOne(digest)) return texts.map((text) => ({ ...text, photo }));
  return [{ html: caption, photo, sent: cardSent }, ...texts];
}

/** What became of a card that did not reach its chat: "refused" by Telegram for what it is, or "failed" on the way. */
export function cardTrouble(outcome: { readonly kind: string } | Outcome): "refused" | "failed" | undefined {
  if (outcome.kind === "refused" || outcome.kind === "failed") return outcome.kind;
  // Groups may forbid pictures and take texts.
  return outcome.kind === "gone" && "why" in outcome && outcome.why === "no-rights" ? "refused" : undefined;
}
