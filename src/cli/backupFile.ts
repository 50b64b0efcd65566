// The file of a backup: written beside and put in its place when it is whole; read as lines, packed by gzip or not.
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { cannotRead } from "./inputs.ts";
import { readLines, tooLong } from "./lines.ts";
import { Fault } from "./subcommand.ts";

/** For the owner alone: a backup holds who reads what. */
const mode = 0o600;

/** Writes the lines, packed where the name ends in .gz. What had the name before stays until the new one is whole on the disk. */
export async function writeBackup(file: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.partial`;
  const target = createWriteStream(partial, { mode });
  await once(target, "open").catch((cause: Error) => {
    throw new Fault(
      `${file}: cannot be written: ${cause.message}\n  mend: name a file in a folder that exists and that this user may write to`,
    );
  });
  try {
    if (file.endsWith(".gz")) await pipeline(ended(lines), createGzip(), target);
    else await pipeline(ended(lines), target);
    const handle = await open(partial, "r");
    await handle.sync().finally(() => handle.close());
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  // Some lines at once: each write has its price.
  let some = "";
  for await (const line of lines) {
    some += `${line}\n`;
    if (some.length < 65_536) continue;
    yield some;
    some = "";
  }
  yield some;
}

/**
 * The lines of a file, packed or not. One that is cut within its packing just ends: the last line is missing then. A line that
 * is too long is none of ours and comes as "". `onBytes` hears how many bytes of the file were read.
 */
export async function* readBackup(
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const isPacked = await beginsPacked(file);
  const raw = createReadStream(file);
  async function* counted(): AsyncGenerator<Uint8Array> {
    let read = 0;
    for await (const chunk of raw as AsyncIterable<Uint8Array>) {
      read += chunk.length;
      onBytes(read);
      yield chunk;
    }
  }
  async function* unpacked(): AsyncGenerator<Uint8Array> {
    const unpacking = createGunzip();
    const feeding = pipeline(counted(), unpacking).catch(() => undefined);
    try {
      yield* unpacking;
    } catch (cause) {
      if (!isOfPacking(cause)) throw cause;
    } finally {
      raw.destroy();
      await feeding;
    }
  }
  const bytes = isPacked ? unpacked() : counted();
  for await (const line of readLines("-", bytes)) yield line === tooLong ? "" : line;
}

const isOfPacking = (cause: unknown): boolean =>
  cause instanceof Error && /^Z_/.test(String((cause as NodeJS.ErrnoException).code));

async function beginsPacked(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw cannotRead(file, cause);
  }
}

export async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size;
}

/** Lends a file that is removed afterwards: what came by a pipe is read twice, and what goes into one is whole first. */
export async function withSpool<T>(work: (file: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), "mujaz-backup-"));
  try {
    return await work(join(dir, "spool"));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Copies what comes by a pipe into a file. */
export async function spool(stdin: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  await pipeline(stdin, createWriteStream(file, { mode }));
}
