// mujaz subscribers export|import [FILE|-]: JSON Lines, one subscriber a line.

import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { placelessAnchors } from "../schedule/anchors.ts";
import type { Subscriber } from "../subscribers/subscriber.ts";
import { exportLines, importLines } from "../subscribers/transfer.ts";
import { wishKey } from "../subscribers/wish.ts";
import { lineTooLong, readLines, tooLong } from "./lines.ts";
import { standardProgress } from "./progress.ts";
import { Fault, type Subcommand } from "./subcommand.ts";

export const subscribers: Subcommand = (program, desk) => {
  const group = program.command("subscribers").description("export or import subscribers as JSON Lines");
  group
    .command("export")
    .argument("[file]", "where to write; standard output when absent or -", "-")
    .action(async (file: string) => {
      const house = await desk.house({ command: "subscribers export" });
      let count = 0;
      async function* lines(): AsyncGenerator<string> {
        for await (const line of exportLines(house.subscribers)) {
          count += 1;
          yield `${line}\n`;
        }
      }
      if (file === "-") await pipeline(lines, desk.stdout, { end: false });
      else await pipeline(lines, await openForWriting(file));
      desk.warn(`${count} exported`);
    });
  group
    .command("import")
    .argument("[file]", "what to read; standard input when absent or -", "-")
    .action(async (file: string) => {
      const house = await desk.house({ command: "subscribers import" });
      const { zone } = house.config.bot;
      // Not known for standard input, nor for a file that is not there: reading it will say so.
      const bytes =
        file === "-"
          ? 0
          : await stat(file).then(
              ({ size }) => size,
              () => 0,
            );
      const progress = standardProgress("subscribers");
      let [saved, read] = [0, 0];
      const lines = readLines(file, desk.stdin, (soFar) => {
        read = soFar;
      });
      const place = file === "-" ? "standard input" : file;
      const reportTooLong = (number: number): void => {
        desk.warn(`${place}:${number}: ${lineTooLong}`);
        desk.fail();
      };
      const now = new Date();
      const { imported, bad } = await importLines(replaceTooLong(lines, reportTooLong), {
        defaults: { zone, now },
        save: async (subscriber) => {
          await house.agenda.upsert(subscriber, now);
          saved += 1;
          progress.update(read, bytes, saved);
        },
        onBad: ({ line, message, mend }) => desk.warn(`${place}:${line}: ${message}\n  mend: ${mend}`),
        doubt: prayerDoubt,
        onDoubt: ({ line, message, mend }) => desk.warn(`${place}:${line}: ${message}\n  mend: ${mend}`),
      });
      progress.end();
      desk.print(`${imported} imported, ${bad} refused`);
      if (bad > 0) desk.fail();
    });
};

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

/** A blank line in place of one that is too long keeps the numbers of the lines behind it. */
async function* replaceTooLong(
  lines: AsyncIterable<string | typeof tooLong>,
  onTooLong: (number: number) => void,
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === tooLong) onTooLong(number);
    yield line === tooLong ? "" : line;
  }
}

async function openForWriting(file: string): Promise<WriteStream> {
  const target = createWriteStream(file);
  await once(target, "open").catch((cause: Error) => {
    throw new Fault(
      `${file}: cannot be written: ${cause.message}\n  mend: name a file in a folder that exists and that this user may write to`,
    );
  });
  return target;
}
