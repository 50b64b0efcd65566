// Which of a reader's words can matter to a digest at all: those that no story mentions do not make it another one.
import type { Told } from "../digest/choose.ts";
import { toldStems } from "../digest/telling.ts";
import { phraseStems } from "../text/phrases.ts";

/** Sets of stems kept, one for each past of readers in a wave; and phrases whose stems are known. */
const mostPasts = 200;
const mostPhrases = 50_000;

export interface Mentions {
  /**
   * The stems of all words of the stories: `past` names them, `load` gives them, once for all readers who ask for the same.
   * No promise where they are known: thousands ask in a second.
   */
  stemsIn(
    past: string,
    load: () => Promise<readonly Told[]>,
  ): ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** The phrases that may be found in one of the stories, in their order: each of their words stands in some story. */
  among(phrases: readonly string[], stems: ReadonlySet<string>): readonly string[];
  /** Lets go of every past: the store has changed, and none of them is asked for again. */
  letGo(): void;
}

export function createMentions(): Mentions {
  const pasts = new Map<string, ReadonlySet<string> | Promise<ReadonlySet<string>>>();
  const known = new Map<string, readonly string[]>();

  function stemsIn(past: string, load: () => Promise<readonly Told[]>): ReturnType<Mentions["stemsIn"]> {
    const found = pasts.get(past);
    if (found !== undefined) return found;
    const made = load().then((stories) => new Set(stories.flatMap(({ lead }) => toldStems(lead).flat())));
    pasts.set(past, made);
    // What was let go of meanwhile is not put back; what failed is loaded anew for the next who asks.
    const replace = (stems?: ReadonlySet<string>): void => {
      if (pasts.get(past) !== made) return;
      if (stems === undefined) pasts.delete(past);
      else pasts.set(past, stems);
    };
    made.then(replace, () => replace());
    const oldest = pasts.size > mostPasts ? pasts.keys().next().value : undefined;
    if (oldest !== undefined) pasts.delete(oldest);
    return made;
  }

  function stemsOf(phrase: string): readonly string[] {
    const found = known.get(phrase) ?? phraseStems(phrase);
    if (known.size >= mostPhrases) known.clear();
    known.set(phrase, found);
    return found;
  }

  return {
    stemsIn,
    among(phrases, stems) {
      if (phrases.length === 0) return phrases;
      return phrases.filter((phrase) => {
        const words = stemsOf(phrase);
        return words.length > 0 && words.every((word) => stems.has(word));
      });
    },
    letGo: () => pasts.clear(),
  };
}
