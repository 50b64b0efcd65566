// mujaz ingest [--once]: reads the sources now and says what became of each document.
import { readFolder } from "../sources/folder.ts";
import { standardProgress } from "./progress.ts";
import type { Subcommand } from "./subcommand.ts";

export const ingest: Subcommand = (program, desk) => {
  program
    .command("ingest")
    .description("read the sources now; print per source what was new, updated, duplicate, rejected and why")
    .option("--once", "read once and end (the only way so far)")
    .action(async () => {
      const house = await desk.house({ command: "ingest", ephemeralOk: true });
      const dir = house.config.env.contentDir;
      const progress = standardProgress("articles");
      const {
        new: added,
        updated,
        unchanged,
        duplicate,
        hidden,
        rejected,
      } = await house.ingest(readFolder(dir), {
        onProgress: progress.update,
      });
      progress.end();
      desk.print(
        `${dir}: ${added} new, ${updated} updated, ${unchanged} unchanged, ${duplicate.length} duplicate, ${hidden} hidden, ${rejected.length} rejected`,
      );
      for (const { file, line, message, mend } of rejected) {
        desk.print(`  ${file}${line > 0 ? `:${line}` : ""}: ${message}\n    mend: ${mend}`);
      }
      if (rejected.length > 0) desk.fail();
    });
};
