// mujaz subscribers export|import [FILE|-]: JSON Lines, one subscriber a line.

import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { exportLines, importLines } from "../subscribers/transfer.ts";
import { standardProgress } from "./progress.ts";
import { Fault, type Subcommand } from "./subcommand.ts";

export const subscribers: Subcommand = (program, desk) => {
  const group = program.command("subscribers").description("export or import subscribers as JSON Lines");
  group
    .command("export")
    .argument("[file]", "where to write; standard output when absent or -", "-")
    .action(async (file: string) => {
      const house = await desk.house({ command: "subscribers export" });
      const target = file === "-" ? process.stdout : createWriteStream(file);
      let count = 0;
      for await (const line of exportLines(house.subscribers)) {
        if (!target.write(`${line}\n`)) await once(target, "drain");
        count += 1;
      }
      if (target !== process.stdout) {
        target.end();
        await once(target, "finish");
      }
      desk.warn(`${count} exported`);
    });
  group
    .command("import")
    .argument("[file]", "what to read; standard input when absent or -", "-")
    .action(async (file: string) => {
      const house = await desk.house({ command: "subscribers import" });
      const { zone } = house.config.bot;
      const input = file === "-" ? process.stdin : createReadStream(file);
      const opened = file === "-" ? Promise.resolve() : once(input, "open");
      await opened.catch((cause: Error) => {
        throw new Fault(`${file} cannot be read: ${cause.message}`);
      });
      const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      const bytes = file === "-" ? 0 : (await stat(file)).size;
      const progress = standardProgress("subscribers");
      let saved = 0;
      const now = new Date();
      const { imported, bad } = await importLines(lines, {
        defaults: { zone, now },
        save: async (subscriber) => {
          await house.agenda.upsert(subscriber, now);
          saved += 1;
          progress.update("bytesRead" in input ? input.bytesRead : 0, bytes, saved);
        },
        onBad: ({ line, message, mend }) =>
          desk.warn(`${file === "-" ? "standard input" : file}:${line}: ${message}\n  mend: ${mend}`),
      });
      progress.end();
      desk.print(`${imported} imported, ${bad} refused`);
      if (bad > 0) desk.fail();
    });
};
