// mujaz subscribers export|import [FILE|-]: JSON Lines, one subscriber a line.

import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { exportLines } from "../subscribers/transfer.ts";
import { Fault, type Subcommand } from "./subcommand.ts";
import { addImport } from "./subscribersImport.ts";

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
  addImport(group, desk);
};

async function openForWriting(file: string): Promise<WriteStream> {
  const target = createWriteStream(file);
  await once(target, "open").catch((cause: Error) => {
    throw new Fault(
      `${file}: cannot be written: ${cause.message}\n  mend: name a file in a folder that exists and that this user may write to`,
    );
  });
  return target;
}
