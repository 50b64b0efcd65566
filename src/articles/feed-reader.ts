// Reads the bytes of one feed into the store.
import type { FeedReading, ReadFeed } from "../sources/poll.ts";
import type { Web } from "../sources/web.ts";
import type { Desk } from "./desk.ts";
import type { FeedFault } from "./feed.ts";
import { fromEntry } from "./feed-incoming.ts";
import { nameEntries } from "./feed-names.ts";
import type { DocumentFault } from "./format.ts";
import type { Incoming } from "./incoming.ts";
import type { Intake } from "./intake.ts";
import type { IngestReport } from "./tally.ts";

/** What came of a feed: besides what the poller asks, the report for people. */
export type FeedReport = FeedReading &
  ({ readonly ok: true; readonly report: IngestReport } | { readonly ok: false });

export interface FeedReaderNeeds {
  readonly intake: Intake;
  readonly web: Pick<Web, "get">;
  readonly desk: Pick<Desk, "readFeed" | "readPage">;
  readonly reading: string;
  readonly now: () => Date;
}

/** Entries prepared together: a kill loses the pages of so many at most. */
const batch = 10;

const hourMs = 3_600_000;

/**
 * Older entries are never sent unasked: at the first reading of a source what is older than a day (all it holds is new to us, and
 * little of it to readers), later what is older than two days, as long as a digest looks back after an outage.
 */
const freshHours = { first: 24, later: 48 } as const;

/** Throws what the store throws, and when the signal ends it; what a feed holds is never thrown. */
export function createFeedReader(outer: FeedReaderNeeds): ReadFeed<FeedReport> {
  const { intake, desk, now } = outer;
  const pageFailures = new Map<string, number>();

  return async (source, { bytes, url, contentType }, { isFirst, signal }) => {
    const result = await desk.readFeed(bytes, { url, contentType }, signal);
    if (!result.ok) {
      const [fault] = result.faults;
      return {
        ok: false,
        reason: fault?.message ?? "it is no feed",
        mend: fault?.mend ?? "correct the address",
      };
    }
    const { feed } = result;
    const { named, faults } = nameEntries(feed, source);
    const [lost, notes] = splitFaults([...feed.faults, ...faults], source.url);
    let isComplete = true;
    const needs = {
      ...outer,
      pageFailures,
      waiting: new Set<string>(),
      onNote: (fault: DocumentFault) => void notes.push(fault),
      onPage(fault: DocumentFault, isLast: boolean) {
        notes.push(fault);
        isComplete &&= isLast;
      },
    };
    const hours = isFirst ? freshHours.first : freshHours.later;
    async function* items(): AsyncGenerator<Incoming> {
      for (const one of named) {
        signal.throwIfAborted();
        yield fromEntry(one, source, needs, signal);
      }
    }
    const report = await intake(items(), {
      source: source.id,
      isMirror: false,
      archiveBefore: new Date(now().getTime() - hours * hourMs),
      isUndatedArchive: isFirst,
      present: new Set(named.flatMap(({ id, aliases }) => [id, ...aliases])),
      batch,
      signal,
    });
    return {
      ok: true,
      brought: report.new,
      isComplete,
      report: {
        ...report,
        rejected: [...lost, ...report.rejected],
        notes: [...notes, ...report.notes],
      },
      ...(feed.ttlMinutes !== undefined && { ttlMinutes: feed.ttlMinutes }),
    };
  };
}

/** What cost a whole entry, and the rest. */
function splitFaults(faults: readonly FeedFault[], file: string): [DocumentFault[], DocumentFault[]] {
  const toPlain = ({ line, message, mend }: FeedFault): DocumentFault => ({ file, line, message, mend });
  const isLost = ({ isEntryLost }: FeedFault): boolean => isEntryLost === true;
  return [faults.filter(isLost).map(toPlain), faults.filter((fault) => !isLost(fault)).map(toPlain)];
}
