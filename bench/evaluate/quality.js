// What can be said of a summary without a human one beside it: leaning sentences, repetition, the title said again.
import { isDangling } from "../../dist/summary/dangling.js";
import { stems } from "../../dist/text/stem.js";
import { mean } from "../rouge.js";

/** A sentence that takes this share of its stems from the title says nothing else. */
const repeatsFrom = 0.7;

/** Shares are 0 or 1 for one summary; `titleAgain` is undefined for an article without a title. */
export function qualityOf(sentences, { text, title, sentences: written }) {
  const overlaps = pairwise(sentences.map((sentence) => new Set(stems(sentence.text))));
  return {
    opensDangling: sentences.length > 0 && isDangling(sentences[0].text) ? 1 : 0,
    leansAlone: sentences.some((_, at) => leansAlone(sentences, at, { text, written })) ? 1 : 0,
    overlap: mean(overlaps),
    highestOverlap: Math.max(0, ...overlaps),
    titleAgain: title === undefined ? undefined : sentences.some((one) => repeats(one.text, title)) ? 1 : 0,
  };
}

/** True for a dangling sentence without the one before it in the text; what stands beside the prose does not count. */
function leansAlone(chosen, at, { text, written }) {
  if (!isDangling(chosen[at].text)) return false;
  if (at === 0) return true;
  const [from, to] = [chosen[at - 1].end, chosen[at].start];
  return written.some(({ start, end }) =>
    /[\p{L}\p{N}]/u.test(text.slice(Math.max(start, from), Math.min(end, to))),
  );
}

/** Dice of each pair of sets. */
function pairwise(sets) {
  return sets.flatMap((one, at) => sets.slice(at + 1).map((other) => dice(one, other)));
}

function dice(one, other) {
  if (one.size + other.size === 0) return 0;
  return (2 * [...one].filter((each) => other.has(each)).length) / (one.size + other.size);
}

export function repeats(sentence, title) {
  const said = new Set(stems(sentence));
  const known = new Set(stems(title));
  return said.size > 0 && [...said].filter((each) => known.has(each)).length / said.size >= repeatsFrom;
}
