// Asks once, and answers with what is known until it is too old: for what takes Redis more than a moment.

/** One answer for all who ask within `ms` after a question began; a question that fails is asked again. */
export function keepFor<Answer>(ms: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: { readonly atMs: number; readonly answer: Promise<Answer> } | undefined;
  return () => {
    const atMs = performance.now();
    if (asked !== undefined && atMs - asked.atMs < ms) return asked.answer;
    const mine = { atMs, answer: ask() };
    asked = mine;
    mine.answer.catch(() => {
      if (asked === mine) asked = undefined;
    });
    return mine.answer;
  };
}
