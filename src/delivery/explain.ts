// Why each story is in a reader's next digest or is not: told of the same choice that the digest is rendered from.
import type { Article, Story } from "../articles/article.ts";
import { storyNumber } from "../articles/record.ts";
import { type Against, carryLimit, type Told, type Weighed, type WorthParts } from "../digest/choose.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import type { LeftOut } from "./candidates.ts";
import type { Composer, Composition } from "./compose.ts";
import type { ComposeAt } from "./shape.ts";

/**
 * "in": the place is that in the digest's choice, from 1. "carried": over the number of items, kept for the next digest; "over":
 * over that too. "told": the reader's digests have passed it. "archive": old already when its source was first read. "member":
 * another article tells its story. "beyond": behind the newest stories that a digest is chosen from.
 */
export type Fate =
  | { readonly kind: "in" | "carried" | "over"; readonly place: number }
  | Against
  | { readonly kind: LeftOut["why"] | "told" | "archive" | "beyond" }
  | { readonly kind: "member"; readonly of: number };

export interface Reasoned {
  /** The number that it is told under. */
  readonly number: number;
  readonly article: Article;
  /** Outlets that tell its story. */
  readonly outlets: number;
  readonly fate: Fate;
  /** What it is worth, by where it comes from; absent where it was not weighed. */
  readonly parts?: WorthParts;
  /** What it lost for stories of its topic before it. */
  readonly repeats: number;
  /** Followed words that it mentions. */
  readonly followed: readonly string[];
  readonly isUpdate: boolean;
  readonly wasCarried: boolean;
}

export interface Explained {
  readonly composition: Composition;
  /** Those in the digest first, best first, then those that wait, then the others, the newest first. */
  readonly reasons: readonly Reasoned[];
}

export type Explain = (
  reader: Subscriber,
  at: Omit<ComposeAt, "kind" | "fixed" | "numbers">,
) => Promise<Explained>;

interface ExplainShelf {
  list(wish: { readonly limit: number }): Promise<readonly Article[]>;
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
}

/** The newest articles that are looked at beside the candidates: what was told, hidden, or is in another's story. */
const mostBeside = 60;

export function createExplain(shelf: ExplainShelf, weigh: Composer["weigh"]): Explain {
  async function beside(reader: Subscriber, known: readonly Told[]): Promise<readonly Reasoned[]> {
    const ids = new Set(known.map(({ id }) => id));
    const numbers = new Set(known.map(({ lead }) => lead.number));
    const others = (await shelf.list({ limit: mostBeside })).filter(({ number }) => !numbers.has(number));
    return Promise.all(
      others.map(async (article) => {
        const [story] = await shelf.stories([storyNumber(article.storyId) ?? 0]);
        const fate = fateBeside(article, story, reader, ids);
        return { ...plainly(article, story?.sources.length ?? 0, fate), number: article.number };
      }),
    );
  }

  return async (reader, at) => {
    const { composition, weighed, left } = await weigh(reader, at);
    const known = [...weighed, ...left].map(({ story }) => story);
    const carry = new Set(reader.carry);
    const note = ({ number, isUpdate }: Told) => ({
      number,
      isUpdate: isUpdate === true,
      wasCarried: carry.has(number),
    });
    const judged = weighed.map((one): Reasoned => {
      const { story, verdict, repeats } = one;
      const { parts, followed } = verdict;
      const fate = fateOf(one, reader.items);
      return { ...plainly(story.lead, story.sources.length, fate), ...note(story), parts, repeats, followed };
    });
    // What is carried too long may be new by another way, and what two ways lead to is left out once.
    const weighedIds = new Set(weighed.map(({ story }) => story.id));
    const once = new Map(left.map((one) => [one.story.id, one]));
    const passed = [...once.values()].flatMap(({ story, why }): readonly Reasoned[] => {
      if (weighedIds.has(story.id)) return [];
      return [{ ...plainly(story.lead, story.sources.length, { kind: why }), ...note(story) }];
    });
    const ranked = judged.filter(({ fate }) => "place" in fate);
    const rest = [
      ...judged.filter(({ fate }) => !("place" in fate)),
      ...passed,
      ...(await beside(reader, known)),
    ];
    return { composition, reasons: [...ranked, ...rest.toSorted((a, b) => b.number - a.number)] };
  };
}

function plainly(article: Article, outlets: number, fate: Fate): Omit<Reasoned, "number"> {
  return { article, outlets, fate, repeats: 0, followed: [], isUpdate: false, wasCarried: false };
}

/** What became of a weighed story in a digest of so many. */
export function fateOf({ place, verdict }: Weighed, items: number): Fate {
  if (place === undefined) return verdict.against ?? { kind: "not-chosen" };
  return { kind: place <= items ? "in" : place <= items + carryLimit ? "carried" : "over", place };
}

function fateBeside(
  article: Article,
  story: Story | undefined,
  { cursor }: Subscriber,
  known: ReadonlySet<string>,
): Fate {
  if (article.hidden === true || story === undefined) return { kind: "hidden" };
  if (known.has(story.id) || story.lead.number !== article.number) {
    return { kind: "member", of: story.lead.number };
  }
  if (story.freshNumber === undefined && cursor > 0) return { kind: "archive" };
  return { kind: cursor > 0 && (story.freshNumber ?? 0) <= cursor ? "told" : "beyond" };
}
