// STUB until the stories branch is merged.
import { findStory } from "./cluster.ts";
import type { Print } from "./print.ts";

export interface Match {
  readonly storyId: string;
  readonly number: number;
  readonly kind: "near-duplicate" | "same-event";
  readonly likeness: number;
}

export interface StoryIndex {
  add(number: number, storyId: string, source: string, print: Print): void;
  remove(number: number): void;
  find(print: Print, source: string): Match | undefined;
  twin(print: Print, source: string): { number: number; likeness: number } | undefined;
  has(number: number): boolean;
}

export function createStoryIndex(): StoryIndex {
  const all = new Map<number, { storyId: string; print: Print }>();
  return {
    add: (number, storyId, _source, print) => void all.set(number, { storyId, print }),
    remove: (number) => void all.delete(number),
    has: (number) => all.has(number),
    twin: () => undefined,
    find(print) {
      const storyId = findStory(
        print,
        [...all.values()].map((one) => ({ ...one.print, storyId: one.storyId })),
      );
      return storyId === undefined ? undefined : { storyId, number: 0, kind: "same-event", likeness: 1 };
    },
  };
}
