// A made-up archive: Arabic words from roots and patterns, as common and as rare as words are (Zipf), put into articles.
import { stem } from "../../dist/text/stem.js";
import { between, pick } from "../random.js";

export const now = new Date("2026-11-26T06:00:00Z");
export const bodyWords = 250;

export const alphabet = [..."بتثجحخدذرزسشصضطعغفقكلمنهيء"];
/** Patterns of Arabic words; the digits stand for the letters of a root. */
const patterns = [
  "123",
  "1ا23",
  "م123",
  "12ي3",
  "م12و3",
  "ت1ا23",
  "ا1ت2ا3",
  "است123",
  "12ا3",
  "م1ا2ي3",
  "1و23",
  "ت12ي3",
  "انف123",
];

/** Words whose stems all differ, in an order of chance. */
export function makeWords(random, count) {
  const words = new Map();
  while (words.size < count) {
    const root = Array.from({ length: random() < 0.25 ? 4 : 3 }, () => pick(random, alphabet));
    const pattern = pick(random, patterns);
    const word =
      [...pattern].map((sign) => (/\d/.test(sign) ? root[Number(sign) - 1] : sign)).join("") +
      (root[3] ?? "");
    const found = stem(word);
    if (!words.has(found)) words.set(found, word);
  }
  return [...words.values()];
}

/** The nth word comes up in proportion to 1/(n + 20): the commonest stems stand in about a third of all articles. */
export function createDraw(random, words) {
  const shift = 20;
  const span = Math.log((words.length + shift) / shift);
  return () => words[Math.min(words.length - 1, Math.floor(shift * Math.exp(random() * span) - shift))];
}

const small = ["في", "من", "على", "إلى", "أن", "عن", "التي", "الذي", "وقد", "هذا", "كما", "بعد"];
const topics = ["economy", "science", "sport", "health", "culture", "technology", "environment", "education"];

/** A quarter of the words are stop words, half of the others have «ال» or «و» in front. */
export function makeArticle(random, draw, number) {
  const word = () => {
    const chance = random();
    if (chance < 0.25) return pick(random, small);
    const drawn = draw();
    if (chance < 0.5) return `ال${drawn}`;
    return chance < 0.62 ? `وال${drawn}` : drawn;
  };
  const sentence = () => `${Array.from({ length: between(random, 15, 35) }, word).join(" ")}.`;
  const sentences = Array.from({ length: Math.round(bodyWords / 25) }, sentence);
  const chosen = sentences.slice(0, 5).map((text) => ({ text, start: 0, end: text.length, score: 1 }));
  return {
    number,
    title: Array.from({ length: 9 }, draw).join(" "),
    text: sentences.join(" "),
    source: `وكالة ${number % 50}`,
    summary: { sentences: chosen },
    published: new Date(now.getTime() - number * 60_000).toISOString(),
    topics: [topics[number % topics.length]],
  };
}

/** An article as the store takes it. */
export function toDraft({ number: _, ...article }, number) {
  return {
    ...article,
    id: `a${number}`,
    origin: `a/${number}.md`,
    language: "ar",
    contentHash: `hash ${number}`,
    paragraphs: [article.text],
  };
}
