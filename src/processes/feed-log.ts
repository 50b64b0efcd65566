// Logs how the readings of the feeds went: each fault once for as long as it lasts.
import type { FeedReport } from "../articles/feed-reader.ts";
import type { Log } from "../runtime/log.ts";
import type { FeedSource } from "../sources/feedSource.ts";
import type { Polled } from "../sources/poll.ts";

/** Faults of the entries of one reading that are logged one by one. */
const mostTold = 20;

/** Logs readings. A fault that the reading before told already is not told again, for a feed shows its entries for weeks. */
export function createFeedLog(
  log: Pick<Log, "info" | "warn">,
): (source: Pick<FeedSource, "id" | "name">, polled: Polled<FeedReport>) => void {
  const told = new Map<string, ReadonlySet<string>>();
  return (source, polled) => {
    const common = { source: source.id, outlet: source.name };
    if (polled.kind === "failed" || polled.kind === "off") {
      log.warn(`source.${polled.kind}`, { ...common, reason: polled.reason, mend: polled.mend });
    }
    if (polled.kind === "waits") log.info("source.waits", { ...common, seconds: polled.seconds });
    if (polled.kind !== "read") return;
    const { new: added, updated, duplicate, rejected, notes } = polled.reading.report;
    const before = told.get(source.id);
    const all = [...rejected, ...notes];
    const fresh = all.filter(({ message }) => before?.has(message) !== true);
    told.set(source.id, new Set(all.map(({ message }) => message)));
    if (added + updated + fresh.length > 0) {
      const counts = { added, updated, duplicate: duplicate.length, rejected: rejected.length };
      log.info("source.read", { ...common, ...counts });
    }
    for (const fault of fresh.slice(0, mostTold)) log.warn("source.entry", { ...common, ...fault });
    if (fresh.length > mostTold) log.warn("source.entries", { ...common, more: fresh.length - mostTold });
  };
}
