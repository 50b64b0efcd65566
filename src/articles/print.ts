// STUB until the stories branch is merged.
import { type Fingerprint, toFingerprint } from "./cluster.ts";

export type Print = Fingerprint;

export function toPrint(article: {
  title: string;
  text: string;
  published: string;
  language: string;
}): Print {
  return toFingerprint({ ...article, storyId: "" });
}

export function encodePrint(print: Print): string {
  return JSON.stringify([print.published, [...print.weights], [...print.title], [...print.figures]]);
}

export function decodePrint(text: string): Print | undefined {
  const [published, weights, title, figures] = JSON.parse(text);
  return {
    storyId: "",
    published,
    weights: new Map(weights),
    title: new Set(title),
    figures: new Set(figures),
  };
}
