// Counts what the sources brought.
import type { FeedReport } from "../articles/feed-reader.ts";
import type { IngestReport } from "../articles/ingest.ts";
import type { Meter } from "../runtime/meter.ts";
import type { Polled } from "../sources/poll.ts";

type Counting = Pick<Meter, "count">;

/** `source` is the id of a feed, or "content" for the folder. */
export function countDocuments(meter: Counting, source: string, report: IngestReport): void {
  const { new: added, updated, unchanged, removed, hidden } = report;
  const found = { new: added, updated, unchanged, removed, hidden };
  const named = { duplicate: report.duplicate.length, rejected: report.rejected.length };
  for (const [outcome, count] of Object.entries({ ...found, ...named })) {
    if (count > 0) meter.count("mujaz_documents_total", { source, outcome }, count);
  }
}

/** How the reading of a feed went, and what it brought. */
export function countPoll(meter: Counting, source: string, polled: Polled<FeedReport>): void {
  meter.count("mujaz_source_polls_total", { source, outcome: polled.kind });
  if (polled.kind === "read") countDocuments(meter, source, polled.reading.report);
}
