// Finds the story that an article belongs to among those of the last days, at a cost that does not grow with their number.
import type { Print } from "./print.ts";
import { decodePrint, encodePrint } from "./print-code.ts";
import { createCandidates } from "./stories/candidates.ts";
import { resemblance } from "./stories/copy.ts";
import { isKin, judge, type Kind } from "./stories/judge.ts";
import { compareWith, type Likeness } from "./stories/likeness.ts";

export interface Match {
  readonly storyId: string;
  /** The member that is most like the article. */
  readonly number: number;
  readonly kind: Kind;
  /** 0 to 1. */
  readonly likeness: number;
}

export interface StoryIndex {
  /** A number that is there already is replaced. */
  add(number: number, storyId: string, source: string, print: Print): void;
  remove(number: number): void;
  /** The story that tells the same event; undefined when none does. The article itself must not be there. */
  find(print: Print): Match | undefined;
  /** An article of the same source with nearly the same text and no other figures: an edited republication. */
  twin(print: Print, source: string): { readonly number: number; readonly likeness: number } | undefined;
  has(number: number): boolean;
  /** Forgets what was published before; gives how many articles that were. */
  evictBefore(ms: number): number;
  readonly size: number;
  /** What the last `find` or `twin` cost: keys looked up, list entries read, prints compared. */
  readonly lastCost: { readonly keys: number; readonly entries: number; readonly compared: number };
}

const hourMs = 3_600_000;

/** An article joins a member published at most so long before or after it … */
export const windowMs = 72 * hourMs;
/** … in a story whose first article is at most so far away: chains of follow-ups end. */
export const longestMs = 7 * 24 * hourMs;

/** Of a story the first article and so many of the newest are asked whether they know the event. */
const asked = 8;
/** So many stories are asked, the likeliest first. */
const stories = 3;

/**
 * Two texts of one source are one article that was edited, if so much of them is the same and neither has a figure or a person
 * that the other has not in its place. One word changed in thirty takes a tenth of the runs of three words.
 */
const twinResemblance = 0.65;
/** A figure of two digits, replaced, is more than this. */
const twinLone = 0.5;

interface Entry {
  readonly storyId: string;
  readonly source: string;
  readonly published: number;
  /** Kept encoded: a fifth of the memory. */
  readonly code: string;
}

export function createStoryIndex(): StoryIndex {
  const entries = new Map<number, Entry>();
  const members = new Map<string, number[]>();
  const byDay = new Map<number, Set<number>>();
  const candidates = createCandidates((number) => entries.get(number)?.storyId);
  const cost = { keys: 0, entries: 0, compared: 0 };

  const dayOf = (published: number): number => Math.floor(published / (24 * hourMs));

  type Compare = (other: Print) => Likeness;

  function likeness(compare: Compare, number: number): Likeness | undefined {
    const entry = entries.get(number);
    const other = entry === undefined ? undefined : decodePrint(entry.code);
    if (other === undefined) return undefined;
    cost.compared += 1;
    return compare(other);
  }

  function remove(number: number): void {
    const entry = entries.get(number);
    if (entry === undefined) return;
    const print = decodePrint(entry.code);
    if (print !== undefined) candidates.remove(number, print);
    entries.delete(number);
    drop(members, entry.storyId, number);
    const day = dayOf(entry.published);
    byDay.get(day)?.delete(number);
    if (byDay.get(day)?.size === 0) byDay.delete(day);
  }

  function nearby(print: Print): readonly number[] {
    Object.assign(cost, { compared: 0 });
    const found = candidates.of(print);
    Object.assign(cost, found.cost);
    return found.numbers.filter((number) => {
      const entry = entries.get(number);
      return entry !== undefined && Math.abs(entry.published - print.published) <= windowMs;
    });
  }

  /**
   * Half of the members asked tell the event, or the first article is at least about it: no chain of cousins leads from one
   * event to another.
   */
  function isKnownTo(
    storyId: string,
    print: Print,
    compare: Compare,
    likenesses: ReadonlyMap<number, Likeness>,
  ): boolean {
    const all = members.get(storyId) ?? [];
    const [first = -1] = all;
    const lead = entries.get(first);
    if (lead === undefined || Math.abs(lead.published - print.published) > longestMs) return false;
    const likenessOf = (number: number): Likeness | undefined =>
      likenesses.get(number) ?? likeness(compare, number);
    const known = likenessOf(first);
    if (known !== undefined && isKin(known)) return true;
    const others = all.slice(-asked);
    const telling = others.filter((number) => {
      const found = likenessOf(number);
      return found !== undefined && judge(found) !== undefined;
    });
    return telling.length * 2 >= others.length;
  }

  return {
    add(number, storyId, source, print) {
      remove(number);
      entries.set(number, { storyId, source, published: print.published, code: encodePrint(print) });
      const known = members.get(storyId);
      if (known === undefined) members.set(storyId, [number]);
      else known.push(number);
      const day = dayOf(print.published);
      const same = byDay.get(day);
      if (same === undefined) byDay.set(day, new Set([number]));
      else same.add(number);
      candidates.add(number, print);
    },
    remove,
    find(print) {
      const compare = compareWith(print, candidates.rarity);
      const likenesses = new Map<number, Likeness>();
      const best = new Map<string, Match>();
      for (const number of nearby(print)) {
        const found = likeness(compare, number);
        if (found === undefined) continue;
        likenesses.set(number, found);
        const verdict = judge(found);
        const storyId = entries.get(number)?.storyId;
        if (verdict === undefined || storyId === undefined) continue;
        if (verdict.likeness > (best.get(storyId)?.likeness ?? 0))
          best.set(storyId, { storyId, number, ...verdict });
      }
      const likeliest = [...best.values()].sort((a, b) => b.likeness - a.likeness || a.number - b.number);
      return likeliest
        .slice(0, stories)
        .find(({ storyId }) => isKnownTo(storyId, print, compare, likenesses));
    },
    twin(print, source) {
      const compare = compareWith(print, candidates.rarity);
      let best: { number: number; likeness: number } | undefined;
      for (const number of nearby(print)) {
        const entry = entries.get(number);
        if (entry?.source !== source) continue;
        const other = decodePrint(entry.code);
        if (other === undefined || resemblance(print.copy, other.copy) < twinResemblance) continue;
        cost.compared += 1;
        const { copy, conflicts, lone, strangers, sameDay, samePlace } = compare(other);
        if (conflicts > 0 || lone > twinLone || strangers > 0 || sameDay === false || samePlace === false)
          continue;
        if (copy > (best?.likeness ?? 0)) best = { number, likeness: copy };
      }
      return best;
    },
    has: (number) => entries.has(number),
    evictBefore(ms) {
      const before = entries.size;
      for (const [day, numbers] of byDay) {
        if (day > dayOf(ms)) continue;
        for (const number of numbers) if ((entries.get(number)?.published ?? ms) < ms) remove(number);
      }
      return before - entries.size;
    },
    get size() {
      return entries.size;
    },
    get lastCost() {
      return { ...cost };
    },
  };
}

function drop(members: Map<string, number[]>, storyId: string, number: number): void {
  const known = members.get(storyId) ?? [];
  const at = known.indexOf(number);
  if (at >= 0) known.splice(at, 1);
  if (known.length === 0) members.delete(storyId);
}
