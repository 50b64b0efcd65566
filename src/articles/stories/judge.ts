// Decides from a likeness whether two articles tell one event; conservative, for two stories of one event are a smaller evil
// than one story of two.
import type { Likeness } from "./likeness.ts";

export type Kind = "near-duplicate" | "same-event";

export interface Verdict {
  readonly kind: Kind;
  /** 0 to 1, to choose among several. */
  readonly likeness: number;
}

/** Found by logistic regression on the development set of bench/stories and rounded; those of `copy` and `title` are set by hand,
 * for templates overrate neither. */
export const weights = {
  copy: 2,
  words: 9,
  title: 0.5,
  names: 0.4,
  quotes: 0.5,
  figures: 2.8,
  conflicts: -2.4,
  lone: -2.6,
  persons: 1.6,
  strangers: -2.8,
  sameDay: 0.8,
  otherDay: -3,
  samePlace: 0.3,
  otherPlace: -3,
};

/** No more than so much of each tells; a long text has many names. */
export const caps = { names: 4, quotes: 2, figures: 3, conflicts: 2, lone: 3, persons: 2, strangers: 2 };

/** The least sum that joins. */
export const threshold = 6;

/** What no likeness of words makes good: names, quotes, persons and figures in common, as if each were a name. */
export const leastSpecific = 1.2;

/** Nor what figures and a name in common make good: a gold price and a strike are two things. */
export const leastWords = 0.12;

/** So much of the text word by word is an agency's copy. */
const copied = 0.4;

export function judge(found: Likeness): Verdict | undefined {
  const score = scoreOf(found);
  if (score < threshold || specificOf(found) < leastSpecific || found.words < leastWords) return undefined;
  return { kind: found.copy >= copied ? "near-duplicate" : "same-event", likeness: 1 - 1 / (1 + Math.exp(score - threshold)) };
}

export function specificOf({ names, quotes, figures, persons }: Likeness): number {
  return names + quotes + figures + persons;
}

export function scoreOf(found: Likeness): number {
  const most = (name: keyof typeof caps): number => weights[name] * Math.min(found[name], caps[name]);
  return (
    weights.copy * found.copy +
    weights.words * found.words +
    weights.title * found.title +
    most("names") +
    most("quotes") +
    most("figures") +
    most("conflicts") +
    most("lone") +
    most("persons") +
    most("strangers") +
    either(found.sameDay, weights.sameDay, weights.otherDay) +
    either(found.samePlace, weights.samePlace, weights.otherPlace)
  );
}

function either(told: boolean | undefined, same: number, other: number): number {
  if (told === undefined) return 0;
  return told ? same : other;
}
