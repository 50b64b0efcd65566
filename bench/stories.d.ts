// Types of stories.js, for tests.

export interface ToldArticle {
  readonly id: number;
  /** "event-3", or "other-17" for a distractor. */
  readonly event: string;
  readonly kind: string;
  readonly form: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly language: string;
  readonly near?: string;
}

export interface StoriesOptions {
  readonly seed?: number;
  readonly bank?: "dev" | "held" | "held2" | "third";
  readonly events?: number;
  readonly distractors?: number;
  readonly days?: number;
  readonly order?: "time" | "shuffled";
}

export function makeStories(options?: StoriesOptions): readonly ToldArticle[];
export function printStories(): Promise<void>;
