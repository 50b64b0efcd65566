// Remembers what was found of a word: a text says the same words again and again.

/** So many words are remembered, then all is forgotten: the bound keeps a hostile text from filling memory. */
const mostWords = 100_000;

/** The function with a memory. `find` must be pure. */
export function byWord<Found>(find: (word: string) => Found): (word: string) => Found {
  const known = new Map<string, Found>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const learnt = find(word);
    if (known.size >= mostWords) known.clear();
    known.set(word, learnt);
    return learnt;
  };
}
