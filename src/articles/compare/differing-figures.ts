// Finds figures of one thing that outlets tell differently: the same unit, sentences with words in common, other values.
import type { Telling } from "./telling.ts";
import type { ToldFigure, ToldSentence } from "./told-sentence.ts";

/** One outlet's figure, in the sentence that says it. */
export interface Mention {
  readonly telling: Telling;
  readonly sentence: ToldSentence;
  readonly figure: ToldFigure;
}

/** Mentions of one thing, one an outlet, in the order of the tellings; at least two of them contradict each other. */
export type Difference = readonly Mention[];

/** Stems besides unit and figures that two sentences must share; what everything is measured in needs more to be one thing. */
const fewestShared = { counted: 2, measured: 3 } as const;

/** Shares, times, money and measures: «74 يوماً» (74 days) says nothing of what lasted. */
const measures: ReadonlySet<string> = new Set(
  "% يوم ساعه دقيقه ثانيه اسبوع شهر سنه عام عاما متر كيلومتر كلم كيلوغرام طن لتر هكتار درجه دولار جنيه ريال درهم دينار اوقيه ليره يورو مره".split(
    " ",
  ),
);

/** Values this near are one value rounded: 1.2 million and 1,204,000. */
const rounding = 0.005;

export function differingFigures(tellings: readonly Telling[]): readonly Difference[] {
  const mentions = tellings.flatMap((telling) =>
    telling.sentences.flatMap((sentence) =>
      sentence.figures
        .filter(({ unit, isSure }) => unit !== "" && isSure)
        .map((figure): Mention => ({ telling, sentence, figure })),
    ),
  );
  const taken = new Set<Mention>();
  const found: Difference[] = [];
  for (const one of mentions) {
    if (taken.has(one)) continue;
    const group: Mention[] = [one];
    for (const { outlet } of tellings) {
      if (group.some(({ telling }) => telling.outlet === outlet)) continue;
      const nearest = mentions
        .filter((other) => other.telling.outlet === outlet && !taken.has(other) && isOneThing(one, other))
        .toSorted((a, b) => sharedOf(one, b) - sharedOf(one, a))[0];
      if (nearest !== undefined) group.push(nearest);
    }
    if (!group.some((a) => group.some((b) => contradict(a, b)))) continue;
    for (const mention of group) taken.add(mention);
    found.push(group);
  }
  return found;
}

function isOneThing(one: Mention, other: Mention): boolean {
  const { unit } = one.figure;
  const least = measures.has(unit) ? fewestShared.measured : fewestShared.counted;
  return other.figure.unit === unit && sharedOf(one, other) >= least;
}

/** Stems of words that both sentences have, without the unit and without figures. */
function sharedOf(one: Mention, other: Mention): number {
  let shared = 0;
  for (const each of one.sentence.stems)
    if (each !== one.figure.unit && !/^\p{N}/u.test(each) && other.sentence.stems.has(each)) shared += 1;
  return shared;
}

/** Neither outlet has the other's value of this unit anywhere: who writes both means two things. */
function contradict(one: Mention, other: Mention): boolean {
  return (
    one.telling !== other.telling &&
    !hasValue(other.telling, one.figure) &&
    !hasValue(one.telling, other.figure)
  );
}

function hasValue({ sentences }: Telling, { unit, value }: ToldFigure): boolean {
  return sentences.some(({ figures }) =>
    figures.some((each) => each.unit === unit && isNear(each.value, value)),
  );
}

export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(one, other) * rounding;
}
