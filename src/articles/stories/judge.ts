// Decides from a likeness whether two articles tell one event; conservative, for two stories of one event are a smaller evil
// than one story of two.
import type { Likeness } from "./likeness.ts";

export type Kind = "near-duplicate" | "same-event";

export interface Verdict {
  readonly kind: Kind;
  /** 0 to 1, to choose among several; .5 at the threshold. */
  readonly likeness: number;
}

/** Found by logistic regression on the development set of bench/stories and the events of tests/fixtures/stories, and rounded. */
const weights = {
  words: 10,
  rare: 0.9,
  quotes: 1.5,
  figures: 4,
  persons: 2.4,
  conflicts: -1,
  lone: -0.9,
  strangers: -4,
  others: -0.5,
  sameDay: 1.2,
  otherDay: -2,
  samePlace: 0.3,
  elsewhere: -2,
};

/**
 * What speaks against weighs more, the more the words are the same: the same words with other figures are the next report
 * of a series, other words with other figures are another reporter.
 */
const inTemplates = { conflicts: -3.5, lone: -3.5, strangers: -1.5, others: -2, elsewhere: -1, otherDay: -1 };
/** Cosines from which, and up to which, two texts look like one template filled twice. */
const template = { from: 0.25, to: 0.65 };

/** No more than so much of each tells; a long text has many names. */
const caps = {
  rare: 7,
  quotes: 2,
  figures: 3,
  conflicts: 2,
  lone: 3,
  persons: 2,
  strangers: 2,
  others: 2,
  elsewhere: 2,
};

/** The least sum that joins: no two events of the development set are above it. */
const threshold = 9.5;

/** The first article of a story may be so much less like a follow-up than the member that it follows. */
const slack = 3;

/** What no likeness of words makes good: names, quotes, persons and figures in common, as if each were a name. */
const leastSpecific = 1.2;

/** Nor what figures and a name in common make good: a gold price and a strike are two things. */
const leastWords = 0.12;

/** So much of the text word by word is an agency's copy. */
const copied = 0.4;

export function judge(found: Likeness): Verdict | undefined {
  const score = scoreOf(found);
  if (score < threshold || !isOneMatter(found)) return undefined;
  return {
    kind: found.copy >= copied ? "near-duplicate" : "same-event",
    likeness: 1 / (1 + Math.exp((threshold - score) / 4)),
  };
}

/** Whether the first article of a story may be about what another member joins it to. */
export function isKin(found: Likeness): boolean {
  return scoreOf(found) >= threshold - slack;
}

function isOneMatter({ words, names, quotes, figures, persons }: Likeness): boolean {
  return words >= leastWords && names + quotes + figures + persons >= leastSpecific;
}

function scoreOf(found: Likeness): number {
  const sameness = Math.min(1, Math.max(0, (found.words - template.from) / (template.to - template.from)));
  const of = (name: keyof typeof caps): number => {
    const against = name in inTemplates ? inTemplates[name as keyof typeof inTemplates] * sameness : 0;
    return Math.min(found[name], caps[name]) * (weights[name] + against);
  };
  return (
    weights.words * found.words +
    of("rare") +
    of("quotes") +
    of("figures") +
    of("persons") +
    of("conflicts") +
    of("lone") +
    of("strangers") +
    of("others") +
    either(found.sameDay, weights.sameDay, weights.otherDay + inTemplates.otherDay * sameness) +
    of("elsewhere") +
    (found.samePlace === true ? weights.samePlace : 0)
  );
}

function either(told: boolean | undefined, same: number, other: number): number {
  if (told === undefined) return 0;
  return told ? same : other;
}
