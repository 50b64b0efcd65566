// Noise: marks of a piece that is no whole statement, though nothing proves it to be page furniture.
import { isItem } from "../../text/lines.ts";
import type { ScoreSentences } from "../feature.ts";

/** 1 for a sentence without such a mark; each mark takes its part. */
const parts = {
  question: 0.4,
  noStop: 0.3,
  unbalanced: 0.4,
  quotationOnly: 0.3,
  announces: 0.7,
  latin: 0.5,
  figures: 0.4,
  item: 0.6,
} as const;

export const byNoise: ScoreSentences = ({ sentences, language }) =>
  sentences.map(({ text }) =>
    Math.max(0, 1 - marksOf(text, language).reduce((sum, mark) => sum + parts[mark], 0)),
  );

function marksOf(text: string, language: string): readonly (keyof typeof parts)[] {
  const marks: (keyof typeof parts)[] = [];
  if (/[؟?][\s"'”»)]*$/.test(text)) marks.push("question");
  else if (/:\s*$/.test(text)) marks.push("announces");
  else if (!/[.!…۔][\s"'”»)\]]*$/.test(text)) marks.push("noStop");
  if (isItem(text)) marks.push("item");
  if (!isBalanced(text)) marks.push("unbalanced");
  if (/^["“«][^"“”«»]*["”»][.!]?$/.test(text)) marks.push("quotationOnly");
  // Names in Latin letters are common; a sentence of them in an Arabic text, or of capitals in an English one, is not.
  const strange = language === "en" ? /[A-Z]/g : /[A-Za-z]/g;
  if (count(text, strange) > text.length * 0.4) marks.push("latin");
  if (count(text, /[0-9٠-٩]/g) > text.length / 4) marks.push("figures");
  return marks;
}

function isBalanced(text: string): boolean {
  return (
    !/[«»()"“”„]/.test(text) ||
    (count(text, /«/g) === count(text, /»/g) &&
      count(text, /\(/g) === count(text, /\)/g) &&
      count(text, /["“”„]/g) % 2 === 0)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
