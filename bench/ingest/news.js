// Makes up news without end: pseudo-words with Arabic letters by Zipf's law, in templates, some of it told by two outlets.
import { between, createRandom, pick, shuffle } from "../random.js";

export const outletCount = 40;
const days = 120;
const first = Date.UTC(2026, 6, 1);
const dayMs = 86_400_000;

/** Different words of the language; a word's chance falls with its rank. */
const wordCount = 30_000;
/** Words of its own that an event has, and the share of its text they make up. */
const eventWords = { count: 45, share: 0.45 };
/** An article is another outlet's text of one of the last so many, now and then. */
const echo = { share: 0.1, among: 60 };

const consonants = [..."بتثجحخدذرزسشصضطظعغفقكلمنهوي"];
/** Patterns of Arabic words; 1 2 3 are the letters of a root. */
const patterns = [
  "123",
  "1ا23",
  "م12و3",
  "12ي3",
  "ا12ا3",
  "ت12ي3",
  "م1ا23ة",
  "12ا3",
  "123ة",
  "ال123",
  "ال12ي3",
  "وال1ا23",
  "ي123ون",
  "استـ123".replace("ـ", ""),
];
const openings = ["أعلنت", "قالت", "أفادت", "كشفت", "أوضحت", "بدأت", "افتتحت", "ناقشت"]; // announced, said, reported …
const joints = ["في", "من", "على", "إلى", "عن", "مع", "بعد", "قبل", "خلال", "وفق"]; // in, from, on, to, about …

/** The same `seed` gives the same news. `at` must rise from 0. */
export function createNews(total, seed = 7) {
  const random = createRandom(seed);
  const words = makeWords(random);
  const zipf = createZipf(random, words.length);
  const recent = [];

  const word = () => words[zipf()];
  const rare = () => words[between(random, 300, words.length - 1)];
  const sentence = (own) => {
    const parts = [pick(random, openings)];
    const length = between(random, 10, 19);
    while (parts.length < length) {
      const chance = random();
      parts.push(
        chance < eventWords.share ? pick(random, own) : chance < 0.7 ? word() : pick(random, joints),
      );
    }
    if (random() < 0.4) parts.push(String(between(random, 11, 9_999)));
    return `${parts.join(" ")}.`;
  };
  const invent = () => {
    const own = Array.from({ length: eventWords.count }, rare);
    const sentences = Array.from({ length: between(random, 11, 15) }, () => sentence(own));
    const title = [pick(random, openings), ...Array.from({ length: 6 }, () => pick(random, own))].join(" ");
    return { title, sentences };
  };
  /** The same text with a sentence gone, one changed and another title. */
  const retell = ({ title, sentences }) => {
    const kept = sentences.toSpliced(between(random, 1, sentences.length - 1), 1);
    kept[between(random, 1, kept.length - 1)] = `${pick(random, openings)} ${rare()} ${rare()} ${word()}.`;
    return { title: shuffle(random, title.split(" ")).join(" "), sentences: kept };
  };

  return (at) => {
    const isEcho = recent.length === echo.among && random() < echo.share;
    const piece = isEcho ? retell(pick(random, recent)) : invent();
    if (!isEcho) recent.push(piece);
    if (recent.length > echo.among) recent.shift();
    return {
      ...piece,
      outlet: between(random, 0, outletCount - 1),
      published: new Date(first + Math.floor((at / total) * days * dayMs)).toISOString(),
      paragraphs: [0, 4, 8].map((from, index) =>
        piece.sentences.slice(from, index < 2 ? from + 4 : undefined).join(" "),
      ),
    };
  };
}

function makeWords(random) {
  const words = new Set();
  while (words.size < wordCount) {
    const root = [pick(random, consonants), pick(random, consonants), pick(random, consonants)];
    words.add(pick(random, patterns).replace(/[123]/g, (digit) => root[digit - 1]));
  }
  return [...words];
}

/** Gives ranks from 0, rank r as often as 1 / (r + 1). */
function createZipf(random, count) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
