// mujaz subscribers import [FILE|-]: JSON Lines into the store; one that was broken off goes on where it was.
import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { placelessAnchors } from "../schedule/anchors.ts";
import { createBookmark, createSum, type Mark, type Sum } from "../subscribers/bookmark.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { importLines } from "../subscribers/transfer.ts";
import { wishKey } from "../subscribers/wish.ts";
import { lineTooLong, readLines, tooLong } from "./lines.ts";
import { standardProgress } from "./progress.ts";
import type { Desk } from "./subcommand.ts";

/** Lines between two bookmarks: what is done twice after a kill. */
const markEvery = 2_000;

export function addImport(group: Command, desk: Desk): void {
  group
    .command("import")
    .argument("[file]", "what to read; standard input when absent or -", "-")
    .option("--anew", "begin at the first line, also where an import of this file was broken off")
    .action((file: string, options: { readonly anew?: boolean }) =>
      importFile(desk, file, options.anew ?? false),
    );
}

async function importFile(desk: Desk, file: string, isAnew: boolean): Promise<void> {
  const house = await desk.house({ command: "subscribers import" });
  const place = file === "-" ? "standard input" : file;
  const { main, config } = house;
  // What came by a pipe cannot be read from its beginning to be compared.
  const first = file === "-" ? undefined : await firstLine(desk, file);
  const bookmark =
    first === undefined ? undefined : createBookmark(main, config.env.redisPrefix, String(first));
  const mark = isAnew ? undefined : await passedBefore(desk, file, await bookmark?.read());
  if (mark !== undefined) {
    const earlier = mark.bad > 0 ? ` (${mark.bad} refused)` : "";
    desk.warn(
      `${place}: goes on after line ${mark.lines}${earlier}, where an import broke off; --anew begins at the first`,
    );
  }
  const bytes =
    file === "-"
      ? 0
      : await stat(file).then(
          ({ size }) => size,
          () => 0,
        ); // Reading it will say so.
  const progress = standardProgress("subscribers");
  let [saved, read, bad] = [0, 0, 0];
  const sum = createSum();
  const lines = readLines(file, desk.stdin, (soFar) => {
    read = soFar;
  });
  const now = new Date();
  const begunMs = performance.now();
  const passed = mark?.lines ?? 0;
  let marked = passed;
  const counted = await importLines(
    behind(lines, passed, sum, (number) => {
      desk.warn(`${place}:${number}: ${lineTooLong}`);
      desk.fail();
    }),
    {
      defaults: { zone: config.bot.zone, now },
      passed,
      async save(subscriber) {
        await house.agenda.upsert(subscriber, now);
        saved += 1;
        progress.update(read, bytes, saved);
      },
      onBad({ line, message, mend }) {
        bad += 1;
        desk.warn(`${place}:${line}: ${message}\n  mend: ${mend}`);
      },
      doubt: prayerDoubt,
      onDoubt: ({ line, message, mend }) => desk.warn(`${place}:${line}: ${message}\n  mend: ${mend}`),
      async onWritten(line) {
        if (line - marked < markEvery) return;
        marked = line;
        await bookmark?.write({ lines: line, digest: sum.digest(), bad: (mark?.bad ?? 0) + bad });
      },
    },
  );
  progress.end();
  await bookmark?.remove();
  const seconds = (performance.now() - begunMs) / 1000;
  desk.print(`${counted.imported} imported, ${counted.bad} refused`);
  if (seconds >= 1) desk.warn(`${Math.round(counted.imported / seconds)} subscribers a second`);
  if (counted.bad > 0) desk.fail();
}

/** A time by a prayer where no city is known is kept and never due: the import says so, and the reader's settings do. */
function prayerDoubt(subscriber: Subscriber): { message: string; mend: string } | undefined {
  const [first, ...others] = placelessAnchors(subscriber);
  if (first === undefined) return undefined;
  const what = [first, ...others].map(wishKey).join(", ");
  return {
    message: `imported, but ${what} will never be due: no times of prayer are known in ${subscriber.zone}`,
    mend: "name the zone of a city near by, or a time of day",
  };
}

async function firstLine(desk: Desk, file: string): Promise<string | undefined> {
  for await (const line of readLines(file, desk.stdin)) return line === tooLong ? undefined : line;
  return undefined;
}

/** The mark, where the file still begins with the lines it was set behind. */
async function passedBefore(desk: Desk, file: string, mark: Mark | undefined): Promise<Mark | undefined> {
  if (mark === undefined) return undefined;
  const sum = createSum();
  let number = 0;
  for await (const line of readLines(file, desk.stdin)) {
    sum.add(line === tooLong ? "" : line);
    number += 1;
    if (number === mark.lines) break;
  }
  return number === mark.lines && sum.digest() === mark.digest ? mark : undefined;
}

/** Sums all lines up and gives those behind the passed ones; a blank line for one that is too long keeps the numbers. */
async function* behind(
  lines: AsyncIterable<string | typeof tooLong>,
  passed: number,
  sum: Sum,
  onTooLong: (number: number) => void,
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const given = line === tooLong ? "" : line;
    sum.add(given);
    if (number <= passed) continue;
    if (line === tooLong) onTooLong(number);
    yield given;
  }
}
