// mujaz ingest [--once]: reads the sources now and says what became of each document.
import type { DocumentFault } from "../articles/format.ts";
import type { IngestReport } from "../articles/tally.ts";
import type { FeedPolled } from "../processes/feeds.ts";
import type { House } from "../processes/house.ts";
import type { FeedSource } from "../sources/feedSource.ts";
import { readFolder } from "../sources/folder.ts";
import { standardProgress } from "./progress.ts";
import type { Desk, Subcommand } from "./subcommand.ts";

export const ingest: Subcommand = (program, desk) => {
  program
    .command("ingest")
    .description("read the sources now; print per source what was new, updated, duplicate, rejected and why")
    .option("--once", "read once and end (the only way so far)")
    .action(async () => {
      const house = await desk.house({ command: "ingest", ephemeralOk: true });
      const progress = standardProgress("articles");
      const dir = house.config.env.contentDir;
      const content = await house.ingest(readFolder(dir), { onProgress: progress.update });
      progress.end();
      printReport(dir, content, desk);
      await ingestFeeds(house, desk);
    });
};

/** Reads every feed that is on, whatever its time. */
async function ingestFeeds(house: House, desk: Desk): Promise<void> {
  const say = ({ name, url }: FeedSource, what: string): void => desk.print(`${name} (${url}): ${what}`);
  const { openFeeds } = await import("../processes/feeds.ts");
  const feeds = openFeeds(house, {
    report: ({ name, url }, polled) => printPolled(`${name} (${url})`, polled, desk),
    onBusy: (source) =>
      say(
        source,
        "another process is reading it now. One that was killed holds it for a minute: try again then",
      ),
    onBroken(source) {
      say(
        source,
        "not read: a fault of ours or of Redis, see the log\n    mend: run it again, and report it",
      );
      desk.fail();
    },
  });
  for (const source of await feeds.register.list()) {
    const { off } = await feeds.register.state(source.id);
    if (off !== undefined) say(source, `off (${off})\n    mend: mujaz sources on ${source.id}`);
  }
  await feeds.poller.poll(true);
  await feeds.close();
}

/** What came of one reading of a feed. */
export function printPolled(source: string, polled: FeedPolled, desk: Desk): void {
  switch (polled.kind) {
    case "read":
      printReport(source, polled.reading.report, desk);
      return;
    case "unchanged":
      desk.print(`${source}: unchanged since the last reading`);
      return;
    case "waits":
      desk.print(`${source}: the server asks to wait ${polled.seconds} s`);
      return;
    case "failed":
    case "off": {
      const off = polled.kind === "off" ? " It is switched off now." : "";
      desk.print(`${source}: not read: ${polled.reason}.${off}\n    mend: ${polled.mend}`);
      desk.fail();
    }
  }
}

function printReport(source: string, report: IngestReport, desk: Desk): void {
  const { new: added, updated, unchanged, duplicate, hidden, rejected, notes } = report;
  desk.print(
    `${source}: ${added} new, ${updated} updated, ${unchanged} unchanged, ${duplicate.length} duplicate, ${hidden} hidden, ${rejected.length} rejected`,
  );
  for (const fault of rejected) desk.print(toLines(fault));
  // A file or an entry: each is a fault that was named, and a script that runs the command should know.
  if (rejected.length > 0) desk.fail();
  for (const fault of notes) desk.print(toLines(fault));
}

function toLines({ file, line, message, mend }: DocumentFault): string {
  return `  ${file}${line > 0 ? `:${line}` : ""}: ${message}\n    mend: ${mend}`;
}
