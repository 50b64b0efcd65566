// Counts what became of the documents of one source.
import type { PutResult } from "./article-store.ts";
import type { DocumentFault } from "./format.ts";

export interface IngestReport {
  readonly source: string;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Documents that another article already is, and that article's number. */
  readonly duplicate: readonly { readonly file: string; readonly of: number }[];
  /** Documents that an editor removed, or whose time is over, and that did not change since. */
  readonly removed: number;
  /** Articles whose document disappeared since the last time. */
  readonly hidden: number;
  readonly rejected: readonly DocumentFault[];
  /** What is wrong with documents that were taken in. */
  readonly notes: readonly DocumentFault[];
}

export interface Tally {
  reject(faults: readonly DocumentFault[]): void;
  note(faults: readonly DocumentFault[]): void;
  unchanged(): void;
  put(file: string, result: PutResult): void;
  /** Documents that came to an end in the store. */
  done(): number;
  report(hidden: number): IngestReport;
}

export function createTally(source: string): Tally {
  const rejected: DocumentFault[] = [];
  const notes: DocumentFault[] = [];
  const duplicate: { file: string; of: number }[] = [];
  const counts = { new: 0, updated: 0, unchanged: 0, removed: 0 };
  return {
    reject: (faults) => void rejected.push(...faults),
    note: (faults) => void notes.push(...faults),
    unchanged() {
      counts.unchanged += 1;
    },
    put(file, { outcome, number }) {
      if (outcome === "duplicate") duplicate.push({ file, of: number });
      else if (outcome === "expired") counts.removed += 1;
      else if (outcome !== "behind") counts[outcome] += 1;
    },
    done: () => counts.new + counts.updated + counts.unchanged + counts.removed + duplicate.length,
    report: (hidden) => ({
      source,
      ...counts,
      duplicate,
      hidden,
      rejected: rejected.toSorted(byFile),
      notes: notes.toSorted(byFile),
    }),
  };
}

function byFile(a: DocumentFault, b: DocumentFault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
