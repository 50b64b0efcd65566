// mujaz backup [FILE|-]: everything that matters as versioned JSON Lines.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ShelfChanged, takeBackup } from "../backup/take.ts";
import { openUpdatesKey } from "../bot/accepted.ts";
import { botOf, type House } from "../processes/house.ts";
import { schemaVersion } from "../subscribers/migrations.ts";
import { sizeOf, withSpool, writeBackup } from "./backupFile.ts";
import { standardProgress } from "./progress.ts";
import { type Desk, Fault, type Subcommand } from "./subcommand.ts";

/** So often the backup begins anew because articles came in while they were read: seconds each time. */
const tries = 5;

export const backup: Subcommand = (program, desk) => {
  program
    .command("backup")
    .description(
      "write readers, articles, feeds and all that belongs to them as JSON Lines; the bot may be running",
    )
    .argument("[file]", "where to write, packed where it ends in .gz; standard output when absent or -", "-")
    .action(async (file: string) => {
      const house = await desk.house({ command: "backup" });
      if (file === "-") {
        await withSpool(async (spooled) => {
          await take(desk, house, spooled);
          await pipeline(createReadStream(spooled), desk.stdout, { end: false });
        });
        return;
      }
      await take(desk, house, file);
    });
};

async function take(desk: Desk, { main, config }: House, file: string): Promise<void> {
  const progress = standardProgress("readers and keys");
  const begunMs = performance.now();
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    const needs = { redis: main, prefix: config.env.redisPrefix, schema: schemaVersion, now: new Date() };
    yield* takeBackup({
      ...needs,
      onProgress(done, total) {
        count = done;
        progress.update(done, total);
      },
    });
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeBackup(file, lines());
      break;
    } catch (error) {
      if (!(error instanceof ShelfChanged)) throw error;
      if (attempt === tries) {
        throw new Fault(
          `The backup was not taken: articles came in during each of ${tries} tries.\n  mend: stop the clock for the moment (\`mujaz start clock\`), or try again when less comes in`,
        );
      }
    } finally {
      progress.end();
    }
  }
  const seconds = (performance.now() - begunMs) / 1000;
  desk.warn(
    `Backup taken: ${count} readers and keys, ${await sizeOf(file)} bytes, in ${seconds.toFixed(1)} s`,
  );
  const open = await main.hlen(openUpdatesKey(config.env.redisPrefix, botOf(config.env)));
  if (open > 0) {
    desk.warn(
      `Not in it: what readers wrote and was not answered yet (${open}). For a move let \`mujaz start web\` answer first, then take the backup anew`,
    );
  }
}
