// Decides from a likeness whether two articles tell one event; conservative, for two stories of one event are a smaller evil
// than one story of two.
import type { Likeness } from "./likeness.ts";

export type Kind = "near-duplicate" | "same-event";

export interface Verdict {
  readonly kind: Kind;
  /** 0 to 1, to choose among several. */
  readonly likeness: number;
}

/** Found on the development set of bench/stories, and rounded. */
export const weights = {
  copy: 1.6,
  words: 2.6,
  title: 0.8,
  names: 0.32,
  quotes: 0.35,
  figures: 0.45,
  conflicts: -0.55,
  sameDay: 0.25,
  otherDay: -1,
  samePlace: 0.15,
  otherPlace: -0.9,
};

/** No more than so much of each tells; a long text has many names. */
export const caps = { names: 5, quotes: 3, figures: 4, conflicts: 3 };

/** The least sum that joins. */
export const threshold = 2.6;

/** What no likeness of words makes good: names, quotes and figures in common, as if each were a name. */
export const leastSpecific = 1.6;

/** So much of the text word by word is an agency's copy. */
const copied = 0.4;

export function judge(found: Likeness): Verdict | undefined {
  const score = scoreOf(found);
  if (score < threshold || specificOf(found) < leastSpecific) return undefined;
  return { kind: found.copy >= copied ? "near-duplicate" : "same-event", likeness: 1 - 1 / (1 + Math.exp(score - threshold)) };
}

export function specificOf({ names, quotes, figures }: Likeness): number {
  return names + quotes + figures;
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
    either(found.sameDay, weights.sameDay, weights.otherDay) +
    either(found.samePlace, weights.samePlace, weights.otherPlace)
  );
}

function either(told: boolean | undefined, same: number, other: number): number {
  if (told === undefined) return 0;
  return told ? same : other;
}
