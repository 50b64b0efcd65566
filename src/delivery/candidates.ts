// Which stories a reader's next digest is chosen from, and which are left out before anything of them is weighed.
import type { Article, Story } from "../articles/article.ts";
import { storyNumber } from "../articles/record.ts";
import type { Told } from "../digest/choose.ts";
import { reachesBackTo } from "../schedule/gap.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { isRetold } from "./ledger.ts";
import type { ComposeAt } from "./shape.ts";
import { asToldBy, updatesFor } from "./updates.ts";

/**
 * Why a story that is new to the reader was not weighed. "later": it came after the digest was begun; "old": the store saw it
 * before the digest reaches back to; "stale": it was carried too long; "restored": told before Redis went back to a copy;
 * "alerted": an alert has told it.
 */
export interface LeftOut {
  readonly story: Told;
  readonly why: "later" | "old" | "stale" | "restored" | "alerted";
}

interface CandidateShelf {
  newStoriesSince(cursor: number): Promise<readonly Story[]>;
  stories(numbers: readonly number[]): Promise<readonly Story[]>;
  byNumbers(numbers: readonly number[]): Promise<readonly Article[]>;
}

export interface Candidates {
  of(
    reader: Subscriber,
    now: Date,
    upTo: number,
    at: ComposeAt,
  ): Promise<{
    readonly fresh: readonly Told[];
    readonly carried: readonly Told[];
    readonly left: readonly LeftOut[];
  }>;
  /** Stories by the numbers they were told under: an update of a followed story is told under its article's. */
  byNumber(reader: Subscriber, numbers: readonly number[]): Promise<readonly Told[]>;
}

/** `carryHours`: as long a story that did not fit waits for a place. */
export function createCandidates(shelf: CandidateShelf, carryHours: number): Candidates {
  async function byNumber(reader: Subscriber, numbers: readonly number[]): Promise<readonly Told[]> {
    const stories = await shelf.stories(numbers);
    const known = new Set(stories.map(({ number }) => number));
    const others = await shelf.byNumbers(numbers.filter((number) => !known.has(number)));
    const shown = others.filter(({ hidden }) => !hidden);
    const later = await Promise.all(shown.map((article) => toTold(reader, article)));
    const told = new Map([...stories, ...later.flat()].map((story) => [story.number, story]));
    return numbers.flatMap((number) => told.get(number) ?? []);
  }

  async function toTold({ followStories }: Subscriber, article: Article): Promise<readonly Told[]> {
    const [story] = await shelf.stories([storyNumber(article.storyId) ?? 0]);
    if (story === undefined) return [];
    const isUpdate = followStories.includes(story.id);
    return [{ ...asToldBy(story, article), ...(isUpdate && { isUpdate: true as const }) }];
  }

  return {
    byNumber,
    async of(reader, now, upTo, at) {
      const all = await shelf.newStoriesSince(reader.cursor);
      const updates = await updatesFor(shelf, reader, upTo);
      const oldest = now.getTime() - carryHours * 3_600_000;
      const untimely = createUntimely(reader, now, at, carryHours);
      const isLater = (story: Told): boolean =>
        story.isUpdate !== true && (story.freshNumber ?? story.number) > upTo;
      const fresh = sift([...all, ...updates], (story) => (isLater(story) ? "later" : untimely(story)));
      const carried = sift(await byNumber(reader, reader.carry), ({ firstSeen }) =>
        Date.parse(firstSeen) >= oldest ? undefined : "stale",
      );
      return { fresh: fresh.taken, carried: carried.taken, left: [...fresh.left, ...carried.left] };
    },
  };
}

/** Why a story that is new to the reader is not told any more: after a long gap, or once more after a restore. */
function createUntimely(
  reader: Subscriber,
  now: Date,
  { restored, slot }: ComposeAt,
  carryHours: number,
): (story: Told) => LeftOut["why"] | undefined {
  const at = slot ?? Math.floor(now.getTime() / 1000);
  // A first digest takes the newest, whatever their age.
  const oldest = reader.cursor === 0 ? 0 : reachesBackTo(reader, now.getTime(), at, carryHours);
  return ({ firstSeen, lead }) => {
    if (restored !== undefined && isRetold(restored, firstSeen, lead.published)) return "restored";
    return Date.parse(firstSeen) >= oldest ? undefined : "old";
  };
}

function sift(
  stories: readonly Told[],
  whyNot: (story: Told) => LeftOut["why"] | undefined,
): { readonly taken: readonly Told[]; readonly left: readonly LeftOut[] } {
  const taken: Told[] = [];
  const left: LeftOut[] = [];
  for (const story of stories) {
    const why = whyNot(story);
    if (why === undefined) taken.push(story);
    else left.push({ story, why });
  }
  return { taken, left };
}
