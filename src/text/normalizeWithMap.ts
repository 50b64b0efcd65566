// The comparable form of a text that remembers where each part of it stood in the text.
import { blank, compose, expands, foldings, isMark, mendHalves, removed, uncommon } from "./foldings.ts";
import { ligatures } from "./letterForms.ts";

/** UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Normalized {
  /** What `normalize` gives. */
  readonly text: string;
  /** Where a range of `text` stood in the original: with the marks behind its last letter, without what was cut off. */
  toOriginal(start: number, end: number): Range;
  /** What became of a range of the original: the least range of `text` that holds every letter it touches. */
  toNormalized(start: number, end: number): Range;
}

/** Units, and where in the original each began and ended. Neither row ever falls. */
interface Traced {
  readonly units: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * `normalize` with the way back. Offsets outside a text are taken as its nearest end; an empty range gives an empty one.
 * Call a place in the normalised text a joint when the unit before it and the unit behind it come from parts of the
 * original that do not overlap («ﻻ» becomes two letters: between them is no joint). Between two joints the original's
 * slice normalises to the normalised text's slice, but for a blank at its ends, and `toNormalized` undoes `toOriginal`.
 */
export function normalizeWithMap(original: string): Normalized {
  const folded = fold({ units: unitsOf(original), ...countedFrom(original.length) });
  const { units, starts, ends } = folded.units.some((unit) => foldings[unit] === uncommon)
    ? fold(composeTraced(folded))
    : folded;
  const length = units.length;
  return {
    text: textOf(units),
    toOriginal(start, end) {
      const [from, to] = [within(start, length), within(end, length)];
      if (from < to) return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
      const at = from < length ? (starts[from] ?? 0) : (ends[length - 1] ?? 0);
      return { start: at, end: at };
    },
    toNormalized(start, end) {
      const [from, to] = [within(start, original.length), within(end, original.length)];
      const first = countWhile(ends, (each) => each <= from);
      return {
        start: first,
        end:
          from < to
            ? Math.max(
                first,
                countWhile(starts, (each) => each < to),
              )
            : first,
      };
    },
  };
}

/** `fold` of normalize.ts over units that know where they are from. */
function fold({ units, starts, ends }: Traced): Traced {
  const kept: Traced = { units: [], starts: [], ends: [] };
  const keep = (unit: number, at: number): void => {
    const last = kept.units.at(-1) ?? blank;
    if (unit !== blank || last !== blank) push(kept, unit, starts[at] ?? 0, ends[at] ?? 0);
    else reach(kept, ends[at] ?? 0);
  };
  units.forEach((source, at) => {
    const unit = foldings[source] ?? removed;
    if (unit === expands) {
      const sign = String.fromCharCode(source);
      for (const each of unitsOf(ligatures.get(sign) ?? sign)) keep(each, at);
    } else if (unit !== removed) keep(unit === uncommon ? source : unit, at);
    else if (isMark(source) && kept.units.at(-1) !== blank) reach(kept, ends[at] ?? 0);
  });
  if (kept.units.at(-1) === blank) for (const row of Object.values(kept)) row.pop();
  return kept;
}

/**
 * What joins the character before it: marks, vowels and last consonants of Korean syllables, vowels of Kirat Rai, the
 * half-width forms of these, and what has no shape. Unicode's forms never change across any other border.
 */
const joining =
  "[\\p{M}\\p{Default_Ignorable_Code_Point}\\u1160-\\u11FF\\uD7B0-\\uD7FF\\u3131-\\u318E\\uFF9E-\\uFFDC\\u{16D63}\\u{16D67}-\\u{16D6A}]";
const cluster = new RegExp(`[^]${joining}*`, "gu");

/** Every cluster by itself: whatever a cluster becomes is from the whole of it. */
function composeTraced({ units, starts, ends }: Traced): Traced {
  const composed: Traced = { units: [], starts: [], ends: [] };
  for (const { 0: found, index } of mendHalves(textOf(units)).matchAll(cluster)) {
    const [start, end] = [starts[index] ?? 0, ends[index + found.length - 1] ?? 0];
    for (const unit of unitsOf(compose(found))) push(composed, unit, start, end);
  }
  return composed;
}

function push({ units, starts, ends }: Traced, unit: number, start: number, end: number): void {
  units.push(unit);
  starts.push(start);
  ends.push(end);
}

/** Draws the end of the last unit out to `end`. */
function reach({ ends }: Traced, end: number): void {
  if (ends.length > 0) ends[ends.length - 1] = end;
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function textOf(units: readonly number[]): string {
  return units.map((unit) => String.fromCharCode(unit)).join("");
}

function countedFrom(length: number): { starts: number[]; ends: number[] } {
  const starts = Array.from({ length }, (_, at) => at);
  return { starts, ends: starts.map((at) => at + 1) };
}

function within(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

/** How many of the first entries satisfy a condition that, once false, stays so. */
function countWhile(row: readonly number[], isTrue: (each: number) => boolean): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(row[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
