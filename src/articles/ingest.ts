// Reads the content folder into the store.
import type { SourceItem } from "../sources/source.ts";
import { fromFolder } from "./incoming.ts";
import type { Intake } from "./intake.ts";
import type { IngestReport } from "./tally.ts";

export type { IngestReport } from "./tally.ts";

export type Ingest = (
  documents: AsyncIterable<SourceItem>,
  options?: { readonly onProgress?: (done: number, total: number) => void },
) => Promise<IngestReport>;

/** Documents prepared together: about 100 MB of text. */
const batch = 5000;

/** `reading` stands for the rules by which documents are read: under other rules all are read again. */
export function createIngest(intake: Intake, reading: string): Ingest {
  const source = "content";
  return (documents, { onProgress } = {}) =>
    intake(fromFolder(documents, source, reading), {
      source,
      isMirror: true,
      batch,
      ...(onProgress !== undefined && { onProgress }),
    });
}
