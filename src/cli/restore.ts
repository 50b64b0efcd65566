// mujaz restore FILE|-: checks a backup to its end, then puts it in the place of the store in one step.
import { type BackupFault, checkBackup } from "../backup/check.ts";
import type { Header, Trailer } from "../backup/line.ts";
import { isEmptyStore, restoreBackup } from "../backup/restore.ts";
import { workersOf } from "../backup/workers.ts";
import { type House, migrate } from "../processes/house.ts";
import { schemaVersion } from "../subscribers/migrations.ts";
import { readBackup, sizeOf, spool, withSpool } from "./backupFile.ts";
import { standardProgress } from "./progress.ts";
import { type Desk, Fault, type Subcommand } from "./subcommand.ts";

interface Options {
  readonly replace?: boolean;
  readonly move?: boolean;
  readonly check?: boolean;
}

export const restore: Subcommand = (program, desk) => {
  program
    .command("restore")
    .description(
      "put a backup back; workers must be stopped. Nothing that was sent since the backup is sent again",
    )
    .argument("<file>", "a file of `mujaz backup`, or - for standard input")
    .option("--replace", "put it in the place of a store that is not empty")
    .option("--move", "nothing was sent since the backup was made: send late what came due since")
    .option("--check", "only read the file to its end and say what it holds")
    .action(async (file: string, options: Options) => {
      if (file !== "-") return restoreFile(desk, file, file, options);
      await withSpool(async (spooled) => {
        await spool(desk.stdin, spooled);
        await restoreFile(desk, spooled, "standard input", options);
      });
    });
};

async function restoreFile(desk: Desk, file: string, place: string, options: Options): Promise<void> {
  const { header, trailer } = await check(file, place);
  const what = `${trailer.readers} readers, ${trailer.lines - trailer.readers} other lines, made ${header.made}`;
  if (options.check === true) {
    desk.print(`The backup is whole: ${what}`);
    return;
  }
  const house = await desk.house({ command: "restore" });
  await checkPlace(house, options.replace === true);
  const begunMs = performance.now();
  await put(house, file, { header, trailer, isMove: options.move === true });
  const seconds = (performance.now() - begunMs) / 1000;
  desk.print(`Restored: ${what}`);
  desk.warn(`In ${seconds.toFixed(1)} s, ${Math.round(trailer.readers / seconds)} readers a second`);
  if (options.move !== true) {
    desk.print(
      "No slot up to now is sent any more, and broadcasts wait (/admin); the next slot of each reader comes.",
    );
  }
}

async function check(file: string, place: string): Promise<{ header: Header; trailer: Trailer }> {
  const [total, progress] = [await sizeOf(file).catch(() => 0), standardProgress("bytes checked")];
  const lines = readBackup(file, (bytes) => progress.update(bytes, total));
  const checked = await checkBackup(lines, schemaVersion).finally(progress.end);
  if (checked.ok) return checked;
  throw new Fault(describe(place, checked.fault));
}

function describe(place: string, { line, message, mend }: BackupFault): string {
  return `${place}${line > 0 ? `:${line}` : ""}: ${message}\n  mend: ${mend}`;
}

/** A worker that is at work would send from the old store while the new one comes. */
async function checkPlace({ main, config }: House, isReplacing: boolean): Promise<void> {
  const prefix = config.env.redisPrefix;
  const workers = await workersOf(main, prefix);
  if (workers > 0) {
    throw new Fault(
      `Workers are at work on this store (${workers} connections).\n  mend: stop \`mujaz start\` on every machine, then restore`,
    );
  }
  if (!isReplacing && !(await isEmptyStore(main, prefix))) {
    throw new Fault(
      `There is a store under the prefix "${prefix}" already.\n  mend: take a backup of it, then add --replace; or restore under another REDIS_PREFIX`,
    );
  }
}

async function put(
  { main, redis, log, config }: House,
  file: string,
  {
    header,
    trailer,
    isMove,
  }: { readonly header: Header; readonly trailer: Trailer; readonly isMove: boolean },
): Promise<void> {
  const progress = standardProgress("readers");
  await restoreBackup({
    redis: main,
    prefix: config.env.redisPrefix,
    header,
    lines: body(readBackup(file), trailer.lines),
    now: new Date(),
    isMove,
    onReaders: (readers) => progress.update(readers, trailer.readers),
  }).finally(progress.end);
  // A backup of an earlier layout.
  await migrate(redis, config.env.redisPrefix, log);
}

/** The lines between the first and the last. */
async function* body(lines: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number > count + 1) return;
    if (number > 1) yield line;
  }
}
