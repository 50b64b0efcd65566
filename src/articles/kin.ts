// Lines as members of a text, to be asked how kin they are to it.
import { findKinship, type Member } from "../summary/kinship.ts";
import { normalizedWords, stem } from "../text/stem.ts";

/** Words of a line that counts as a paragraph of the text, and of one that is only asked about. */
const weight = { paragraph: 40, asked: 0 } as const;

/** With fewer lines a text is asked by halves: what it shares with itself is the measure. */
const leastLines = 3;

/** Kinship of each line to the text, see `findKinship`: about 1 for its own lines, 0 for strangers; 1 where the text is none. */
export function kinshipOf(asked: readonly string[], text: readonly string[]): readonly number[] {
  const members = [
    ...(text.length < leastLines ? text.flatMap(halves) : text).map((line) =>
      memberOf(line, weight.paragraph),
    ),
    ...asked.map((line) => memberOf(line, weight.asked)),
  ];
  return asked.length === 0 ? [] : findKinship(members).slice(-asked.length);
}

function halves(line: string): readonly string[] {
  const words = line.split(" ");
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle).join(" "), words.slice(middle).join(" ")];
}

function memberOf(text: string, lineWords: number): Member {
  const stems = normalizedWords(text)
    .filter((word) => word.length > 3)
    .map(stem);
  return { distinctStems: [...new Set(stems)], lineWords };
}
