// The sentences of a text that a summariser may choose from: what stands beside the prose of a report is none.
import { splitSentences } from "../dist/text/sentences.js";

const beside = new Set(["heading", "dateline", "caption"]);

/** In order, with offsets into the text. */
export function writtenSentences(text) {
  return splitSentences(text).filter(({ kind }) => !beside.has(kind));
}
