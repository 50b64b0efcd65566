// Which of a reader's words can matter to a digest at all: those that no story mentions do not make it another one.
import type { Told } from "../digest/choose.ts";
import { toldStems } from "../digest/telling.ts";
import { phraseStems } from "../text/phrases.ts";

/** Lists of stories kept, one for each past of readers in a wave; and phrases whose stems are known. */
const mostPasts = 200;
const mostPhrases = 50_000;

/** The stories of one past, by the numbers of their leads, and which leads say a stem. */
export interface Mentioned {
  readonly leads: ReadonlySet<number>;
  readonly sayings: ReadonlyMap<string, readonly number[]>;
}

export interface Mentions {
  /**
   * What the stories say: `past` names them, `load` gives them, once for all readers who ask for the same. No promise where
   * it is known: thousands ask in a second.
   */
  of(past: string, load: () => Promise<readonly Told[]>): Mentioned | Promise<Mentioned>;
  /** The phrases that may be found in one of the stories, in their order: each of their words stands in some story. */
  among(phrases: readonly string[], mentioned: Mentioned): readonly string[];
  /** Lets go of every past: the store has changed, and none of them is asked for again. */
  letGo(): void;
}

/** What the leads of one store say, each read once, whichever pasts it is in. */
interface Index {
  readonly sayings: Map<string, number[]>;
  readonly read: Set<number>;
}

export function createMentions(): Mentions {
  const pasts = new Map<string, Mentioned | Promise<Mentioned>>();
  const known = new Map<string, readonly string[]>();
  const emptyIndex = (): Index => ({ sayings: new Map(), read: new Set() });
  let index = emptyIndex();

  function read({ sayings, read }: Index, { lead }: Told): void {
    if (read.has(lead.number)) return;
    read.add(lead.number);
    for (const stem of new Set(toldStems(lead).flat())) {
      const leads = sayings.get(stem);
      if (leads === undefined) sayings.set(stem, [lead.number]);
      else leads.push(lead.number);
    }
  }

  function of(past: string, load: () => Promise<readonly Told[]>): ReturnType<Mentions["of"]> {
    const found = pasts.get(past);
    if (found !== undefined) return found;
    // The store's of now: what another store has said meanwhile does not mix with it.
    const mine = index;
    const made = load().then((stories): Mentioned => {
      for (const story of stories) read(mine, story);
      return { leads: new Set(stories.map(({ lead }) => lead.number)), sayings: mine.sayings };
    });
    pasts.set(past, made);
    // What was let go of meanwhile is not put back; what failed is loaded anew for the next who asks.
    const replace = (mentioned?: Mentioned): void => {
      if (pasts.get(past) !== made) return;
      if (mentioned === undefined) pasts.delete(past);
      else pasts.set(past, mentioned);
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
    of,
    among(phrases, { leads, sayings }) {
      if (phrases.length === 0) return phrases;
      const isSaid = (word: string): boolean => sayings.get(word)?.some((lead) => leads.has(lead)) ?? false;
      return phrases.filter((phrase) => {
        const words = stemsOf(phrase);
        return words.length > 0 && words.every(isSaid);
      });
    },
    letGo() {
      pasts.clear();
      index = emptyIndex();
    },
  };
}
