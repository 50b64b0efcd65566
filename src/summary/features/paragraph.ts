// Paragraph: a newsroom puts the statement of a paragraph first, and what explains it behind.
import type { ScoreSentences } from "../feature.ts";

/** 1 for a sentence that begins a paragraph, 0 for one inside. A text of one sentence a line has only beginnings. */
export const byParagraph: ScoreSentences = ({ sentences }) =>
  sentences.map(({ beginsParagraph }) => (beginsParagraph ? 1 : 0));
