// Tells what an article is about by the stems of its words.
import { stems } from "../text/stem.ts";

/** The part of a topic that detection needs; config's topics fit it. */
export interface TopicWords {
  readonly id: string;
  /** Words or short phrases that speak for the topic, with their weight. */
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

/** A word in the title says more than one in the body; in the body it counts at most so many times. */
const titleWeight = 3;
const bodyCap = 4;

/** Evidence below this is chance. Weights run from 1 to 3: it is one word of weight 3 in the title, or three of them in the body. */
const enough = 9;

/** Added to all evidence, so that little of it never gives a high confidence. */
const doubt = 9;

/** A second topic needs this share of the first one's evidence. */
const secondShare = 0.7;

/** The words are stemmed once. */
export function createTopicDetector(topics: readonly TopicWords[]): DetectTopics {
  const prepared = topics.map(({ id, words }) => ({
    id,
    words: Object.entries(words).map(([word, weight]) => ({ phrase: toPhrase(stems(word)), weight })),
  }));
  return (title, text) => {
    const [head, body] = [toPhrase(stems(title)), toPhrase(stems(text))];
    const scores = prepared
      .map(({ id, words }) => ({
        id,
        score: words.reduce((sum, word) => sum + evidence(word, head, body), 0),
      }))
      .sort((a, b) => b.score - a.score);
    const best = scores[0];
    if (best === undefined || best.score < enough) return { topics: [unknownTopic], confidence: 0 };
    const total = scores.reduce((sum, one) => sum + one.score, 0);
    const sure = scores.filter((one) => one.score >= Math.max(enough, best.score * secondShare));
    return { topics: sure.slice(0, 2).map((one) => one.id), confidence: best.score / (total + doubt) };
  };
}

function evidence(word: { phrase: string; weight: number }, head: string, body: string): number {
  if (word.phrase.trim() === "") return 0;
  return (
    word.weight * (titleWeight * countIn(head, word.phrase) + Math.min(bodyCap, countIn(body, word.phrase)))
  );
}

/** Each stem between spaces of its own, so that a search for whole stems is a search for text. */
function toPhrase(words: readonly string[]): string {
  return words.map((word) => ` ${word} `).join("");
}

function countIn(text: string, phrase: string): number {
  return text.split(phrase).length - 1;
}
