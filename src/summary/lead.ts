// Finds where the news begins: most reports open with it, a feature first sets a scene.
import type { RankedSentence } from "./feature.ts";
import { cueOf } from "./features/cue.ts";

/** Behind this share of a text no news begins. */
const latest = 0.6;
/** A first sentence with more cues than this is news itself. */
const mostCue = 0.3;
/** A statement of news names its deed and its actor within so many words from its beginning. */
const within = 4;

/** Index of the sentence with which the news begins; 0 unless the first is no news and a later one clearly is. */
export function findLead(sentences: readonly RankedSentence[]): number {
  const own = sentences.filter(({ origin }) => origin === "article");
  const [first] = own;
  if (first === undefined) return 0;
  if (cueOf(first) > mostCue) return first.index;
  const candidates = own.slice(1, Math.ceil(own.length * latest));
  return candidates.find((one) => announces(one) && one.opening !== "leans")?.index ?? first.index;
}

/** «وقررت وزارة البيئة» (and the ministry of environment decided), «وأظهرت دراسة» (and a study showed). */
function announces({ entries }: RankedSentence): boolean {
  const opening = entries.slice(0, within).map(({ cues }) => cues);
  return (
    opening.slice(0, 2).some((cues) => cues.has("decisions") || cues.has("findings")) &&
    opening.some((cues) => cues.has("actors") || cues.has("studies"))
  );
}
