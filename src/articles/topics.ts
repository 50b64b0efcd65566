// Tells what an article is about by the stems of its words.
import { stems } from "../text/stem.ts";

/** The part of a topic that detection needs; config's topics fit it. */
export interface TopicWords {
  readonly id: string;
  /** Words or short phrases that speak for the topic, with their weight, 1 to 3. */
  readonly words: Readonly<Record<string, number>>;
}

export interface DetectedTopics {
  /** Topic ids, the surest first; `["general"]` when none is sure enough. */
  readonly topics: readonly string[];
  /** 0 to 1: the first topic's share of all evidence, smaller where there is little of it. */
  readonly confidence: number;
}

export type DetectTopics = (title: string, text: string) => DetectedTopics;

export const unknownTopic = "general";

/** A word in the title says more than one in the body; in the body it counts twice at most, or one word would decide. */
const titleWeight = 3;
const bodyCap = 2;

/** Evidence below this is chance: it is one word of weight 3 in the title, or two of them twice in the body. */
const enough = 9;

/**
 * One word of every so many must be another word of the topic: a long text meets any word by chance, and one word with
 * two meanings («أسهم» is "shares" and "he contributed") never decides.
 */
const stemsPerWord = 100;

/** Added to all evidence, so that little of it never gives a high confidence. */
const doubt = 9;

/** A second topic needs this share of the first one's evidence. */
const secondShare = 0.7;

/** The topics' words are stemmed once; two forms of one stem count as the heavier one. */
export function createTopicDetector(topics: readonly TopicWords[]): DetectTopics {
  const prepared = topics.map(({ id, words }) => ({ id, phrases: toPhrases(words) }));
  return (title, text) => {
    const [head, body] = [count(stems(title)), count(stems(text))];
    const scores = prepared
      .map(({ id, phrases }) => ({ id, ...weigh(phrases, head, body) }))
      .sort((a, b) => b.score - a.score);
    const sure = scores.filter(({ score, words }) => score >= enough && words >= body.length / stemsPerWord);
    const best = sure[0];
    if (best === undefined) return { topics: [unknownTopic], confidence: 0 };
    const total = scores.reduce((sum, one) => sum + one.score, 0);
    const chosen = sure.filter((one) => one.score >= best.score * secondShare).slice(0, 2);
    return { topics: chosen.map((one) => one.id), confidence: best.score / (total + doubt) };
  };
}

interface Counted {
  readonly length: number;
  readonly counts: ReadonlyMap<string, number>;
  /** Each stem between spaces of its own, so that a search for a phrase is a search for text. */
  readonly line: string;
}

function count(words: readonly string[]): Counted {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { length: words.length, counts, line: toLine(words) };
}

function toPhrases(words: Readonly<Record<string, number>>): Map<string, number> {
  const phrases = new Map<string, number>();
  for (const [word, weight] of Object.entries(words)) {
    const phrase = stems(word).join(" ");
    if (phrase !== "") phrases.set(phrase, Math.max(weight, phrases.get(phrase) ?? 0));
  }
  return phrases;
}

function weigh(phrases: ReadonlyMap<string, number>, head: Counted, body: Counted) {
  let score = 0;
  let words = 0;
  for (const [phrase, weight] of phrases) {
    const [above, below] = [countIn(head, phrase), countIn(body, phrase)];
    if (above + below === 0) continue;
    words++;
    score += weight * (titleWeight * Math.min(1, above) + Math.min(bodyCap, below));
  }
  return { score, words };
}

function countIn(text: Counted, phrase: string): number {
  if (!phrase.includes(" ")) return text.counts.get(phrase) ?? 0;
  return text.line.split(toLine(phrase.split(" "))).length - 1;
}

function toLine(words: readonly string[]): string {
  return words.map((word) => ` ${word} `).join("");
}
