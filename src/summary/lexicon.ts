// What is known of a word by itself, looked up once for all who ask.
import { byWord } from "../text/byWord.ts";
import { stemsOf } from "../text/stem.ts";
import { type CueClass, cuesOf } from "./cues.ts";
import { type PageSigns, pageSignsOf } from "./pageSigns.ts";

export interface Entry {
  /** Empty for a stop word. */
  readonly stem: string;
  readonly cues: ReadonlySet<CueClass>;
  readonly page: PageSigns;
}

/** The entry of a normalised word. */
export const entryOf = byWord(
  (word): Entry => ({ stem: stemsOf([word])[0] ?? "", cues: cuesOf(word), page: pageSignsOf(word) }),
);
