// Reads the sentences of an article for a comparison with other tellings: stems, figures and names with their places.
import { normalize } from "../../text/normalize.ts";
import { findQuotations } from "../../text/quotations.ts";
import { splitSentences } from "../../text/sentences.ts";
import { stemsOf } from "../../text/stem.ts";
import { splitWords, type Word } from "../../text/words.ts";
import { findFigures } from "../stories/figures.ts";
import { findPersons, personKey } from "../stories/persons.ts";

/** UTF-16 offsets in the sentence, end exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export interface ToldFigure extends Place {
  readonly value: number;
  /** Stem of what is counted, "%" for a share, "" where the sentence does not say. */
  readonly unit: string;
  /** The figure with what it counts, as it is written: «12 هكتاراً» (12 hectares). */
  readonly phrase: string;
  /** What is counted stands right behind the figure: the phrase can be read by itself. */
  readonly isPlain: boolean;
  /** False where the words may mean another number: it contradicts nothing, and counts as known where another outlet has it. */
  readonly isSure: boolean;
}

export interface ToldName {
  /** Equal for one name, however it is inflected. */
  readonly key: string;
  readonly text: string;
}

export interface ToldSentence extends Place {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly figures: readonly ToldFigure[];
  readonly names: readonly ToldName[];
}

/** Sentences that are read of one article: a comparison's cost grows with the square of them. */
const mostSentences = 120;

/** Marks that part what is counted from the next words. */
const parting = /[.,،؛;:!؟?()[\]«»"“”…–—|/\n]/;

/** «ب44 راكبا» (with 44 passengers). */
const gluedToFigure = /^[وف]?[بلك]?(?=\p{N})/u;

/** What is counted stands at most so many words behind the figure, as `findFigures` reads it. */
const unitWords = 3;

/** Headings, datelines and captions are left out. */
export function toldSentences(text: string): readonly ToldSentence[] {
  return splitSentences(text)
    .filter(({ kind }) => kind === "sentence" || kind === "item")
    .slice(0, mostSentences)
    .map(({ text: sentence, start, end }) => {
      const runs = runsOf(sentence);
      return {
        text: sentence,
        start,
        end,
        stems: new Set(runs.flatMap(({ stems }) => stems).filter((each) => each !== "")),
        figures: runs.flatMap((run) => figuresIn(sentence, run)),
        names: [...runs.flatMap((run) => personsIn(sentence, run)), ...quotedIn(sentence), ...latinIn(runs)],
      };
    });
}

interface Run {
  readonly places: readonly Word[];
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

/** Words without a mark between them. */
function runsOf(sentence: string): readonly Run[] {
  const runs: Word[][] = [];
  let behind = -1;
  for (const word of splitWords(sentence)) {
    const isApart = behind < 0 || parting.test(sentence.slice(behind, word.start));
    if (isApart) runs.push([word]);
    else runs.at(-1)?.push(word);
    behind = word.end;
  }
  return runs.map((places) => {
    const words = places.map(({ text }) => normalize(text).replace(gluedToFigure, ""));
    return { places, words, stems: words.map((word) => stemsOf([word])[0] ?? "") };
  });
}

/** «مليارا و900 مليون» (a billion and 900 million): the part behind such a word is not the figure. */
const wholes = /^[وبلك]?(?:مليار|مليون|ال?الف)(?:ا|ين|ان)?$|^[وبلك]?(?:مليارات|ملايين|الاف|مئات)$/;

/** «خمس حاجة البلاد» (a fifth of the country's need) beside «خمس سنوات» (five years). */
const maybeFraction = /^(?:خمس|عشر)$/;

const tenOfMore = /^عشره?$/;

/** Readings of written numbers that are seldom figures: parts of larger ones, fractions, «الثماني عشرة» (the eighteen). */
function isDoubtful(words: readonly string[], at: number, width: number): boolean {
  const [before = "", word = "", next = ""] = [words[at - 1], words[at], words[at + width]];
  if (wholes.test(before)) return true;
  if (/^\d/.test(word)) return false;
  if (next.startsWith("ال") || (tenOfMore.test(word) && before.startsWith("ال"))) return true;
  return maybeFraction.test(word) && !next.endsWith("ات");
}

function figuresIn(sentence: string, { places, words, stems }: Run): readonly ToldFigure[] {
  return findFigures(words, stems).flatMap(({ value, unit, at, width }) => {
    const [first, last] = [places[at], places[at + width - 1]];
    if (first === undefined || last === undefined) return [];
    const start = first.start + (gluedToFigure.exec(first.text)?.[0].length ?? 0);
    const sign = /^\s?[%٪]/.exec(sentence.slice(last.end));
    const end = last.end + (sign?.[0].length ?? 0);
    const unitAt = sign === null ? unitPlace(stems, unit, at + width) : undefined;
    // A share's «المئة» begins with the article like a noun that the number does not count.
    const isSure = unit === "%" || !isDoubtful(words, at, width);
    const phrase = sentence.slice(start, unitAt === undefined ? end : (places[unitAt]?.end ?? end));
    const isPlain = sign !== null || unit === "%" || unitAt === at + width;
    return [{ value, unit: sign === null ? unit : "%", start, end, phrase, isPlain, isSure }];
  });
}

/** Where the word stands that names the unit: a share is said by the last of «في المئة» (in the hundred). */
function unitPlace(stems: readonly string[], unit: string, from: number): number | undefined {
  if (unit === "") return undefined;
  for (let at = from; at < Math.min(from + unitWords, stems.length); at += 1)
    if (stems[at] === unit || (unit === "%" && stems[at] !== "")) return at;
  return undefined;
}

function personsIn(sentence: string, { places, words, stems }: Run): readonly ToldName[] {
  return findPersons(words, stems).flatMap((named) => {
    // «عدنان يتوقع» (Adnan expects) looks like a name too: family names with an article or a particle are sure ones.
    if (named.family.length === 1 && !named.family[0]?.startsWith("ال")) return [];
    const [first, last] = [places[named.at], places[named.at + named.family.length]];
    if (first === undefined || last === undefined) return [];
    return [{ key: personKey(named), text: sentence.slice(first.start, last.end) }];
  });
}

/** The quoted words of a name are few; more are a speech. */
const mostQuoted = 4;

function quotedIn(sentence: string): readonly ToldName[] {
  return findQuotations(sentence).flatMap(({ open, close, kind }) => {
    const text = sentence.slice(open + 1, close).trim();
    const words = splitWords(text);
    if (kind !== "quote" || words.length === 0 || words.length > mostQuoted) return [];
    return [{ key: keyOf(words), text }];
  });
}

function latinIn(runs: readonly Run[]): readonly ToldName[] {
  return runs
    .flatMap(({ places }) => places)
    .filter(({ text }) => /^\p{Lu}\p{Script=Latin}{2,}$/u.test(text))
    .map((word) => ({ key: keyOf([word]), text: word.text }));
}

const keyOf = (words: readonly Word[]): string => words.map(({ text }) => normalize(text)).join(" ");
