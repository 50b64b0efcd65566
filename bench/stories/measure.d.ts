// Types of measure.js, for tests.
import type { Print } from "../../src/articles/print.ts";
import type { Match, StoryIndex } from "../../src/articles/story-index.ts";

export interface Measured {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Groupable {
  readonly id: number;
  readonly event: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly language: string;
}

export function bCubed(items: readonly { readonly story: string; readonly event: string }[]): Measured;
export function group<One extends Groupable>(
  articles: readonly One[],
  code: { readonly createStoryIndex: () => StoryIndex; readonly toPrint: (article: One) => Print },
): {
  readonly all: Measured;
  readonly told: Measured;
  readonly merges: readonly { readonly article: One; readonly other: One; readonly match: Match }[];
};
