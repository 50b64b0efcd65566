// Tells which sentences belong to what a text is about, by the stems they share with its paragraphs.

export interface Member {
  /** Stems without stop words, each once. */
  readonly distinctStems: readonly string[];
  /** Words of the line the sentence stands in. */
  readonly lineWords: number;
}

/** A line of so many words is a paragraph: hardly any caption, prompt or headline of another article is as long. */
export const paragraphWords = 20;

/** With fewer paragraphs' sentences the whole text is what the others are compared with. */
const leastCore = 3;

/**
 * For each sentence the share of its stems that paragraphs hold elsewhere, over the mean share of the paragraphs'
 * sentences: about 1 in an article; what a page put in between has hardly anything. 0 for a sentence without stems.
 */
export function findKinship(members: readonly Member[]): readonly number[] {
  const paragraphs = members.filter(({ lineWords }) => lineWords >= paragraphWords);
  const core = new Set(paragraphs.length >= leastCore ? paragraphs : members);
  const holders = new Map<string, number>();
  for (const { distinctStems } of core)
    for (const stem of distinctStems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const shares = members.map((member) => {
    const own = member.distinctStems;
    const itself = core.has(member) ? 1 : 0;
    let shared = 0;
    for (const stem of own) if ((holders.get(stem) ?? 0) > itself) shared += 1;
    return own.length === 0 ? 0 : shared / own.length;
  });
  let sum = 0;
  for (const [at, member] of members.entries()) if (core.has(member)) sum += shares[at] ?? 0;
  const mean = sum / Math.max(1, core.size);
  return shares.map((share) => (mean === 0 ? 1 : share / mean));
}
