// What the last reading of the content folder came to, kept for the dashboard: which files were not taken in, and why.
import type { Redis } from "ioredis";
import type { DocumentFault } from "./format.ts";
import type { IngestReport } from "./tally.ts";

export interface ContentReport {
  /** ISO 8601 instant of the reading. */
  readonly at: string;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly hidden: number;
  /** How many there are of each; the first of them below. */
  readonly counts: { readonly rejected: number; readonly notes: number };
  readonly rejected: readonly DocumentFault[];
  /** What is wrong with files that were taken in. */
  readonly notes: readonly DocumentFault[];
}

export interface ContentReports {
  keep(report: IngestReport, now: Date): Promise<void>;
  /** Undefined where no clock has read the folder yet. */
  last(): Promise<ContentReport | undefined>;
}

/** Faults of each kind that are kept: a folder of broken files must not fill Redis. */
const mostFaults = 200;

export function createContentReports(redis: Pick<Redis, "get" | "set">, prefix: string): ContentReports {
  const key = `{${prefix}}:content:report`;
  return {
    async keep({ new: added, updated, unchanged, duplicate, hidden, rejected, notes }, now) {
      const report: ContentReport = {
        at: now.toISOString(),
        new: added,
        updated,
        unchanged,
        duplicate: duplicate.length,
        hidden,
        counts: { rejected: rejected.length, notes: notes.length },
        rejected: rejected.slice(0, mostFaults),
        notes: notes.slice(0, mostFaults),
      };
      await redis.set(key, JSON.stringify(report));
    },
    async last() {
      const json = await redis.get(key);
      return json === null ? undefined : (JSON.parse(json) as ContentReport);
    },
  };
}
