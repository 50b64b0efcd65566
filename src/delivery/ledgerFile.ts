// The ledger's lines on this machine's disk: what Redis may forget when an older copy of it is restored.
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What was known at the latest; 0 where nothing was. */
export interface Known {
  /** The newest slot that was begun to be sent, epoch seconds. */
  readonly mark: number;
  /** When Redis last had our sign of life, epoch seconds. */
  readonly beat: number;
  /** The newest article number that a digest could tell. */
  readonly article: number;
}

export const nothingKnown: Known = { mark: 0, beat: 0, article: 0 };

export interface LedgerFile {
  /** Tells the data folder apart from those of other machines; made at the first call. */
  id(): Promise<string>;
  /** By the id of the data set in Redis; "" for what was written before there were such ids. */
  read(): Promise<ReadonlyMap<string, Known>>;
  /** On the disk (fsync) when it resolves. Several processes may append at once. */
  append(set: string, known: Known, now: Date): Promise<void>;
}

/** Days whose files stay: each begins with all that was known then. */
const keptFiles = 2;

/** Lies in `ledger/` of the data folder: one file a day (UTC), a line an entry. */
export function createLedgerFile(dataDir: string, prefix: string): LedgerFile {
  const dir = join(dataDir, "ledger");
  const name = encodeURIComponent(prefix);
  const isOurs = (file: string): boolean =>
    file.startsWith(`${name}-`) && /-\d{4}-\d\d-\d\d\.log$/.test(file);
  let sweptFor = "";

  async function files(): Promise<string[]> {
    const all = await readdir(dir).catch(orNone);
    return all.filter(isOurs).sort();
  }

  return {
    async id() {
      const path = join(dir, "id");
      await mkdir(dir, { recursive: true, mode: 0o700 });
      // Of two processes at their first start one makes it.
      await writeFile(path, randomUUID(), { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
        if (!hasCode(error, "EEXIST")) throw error;
      });
      return (await readFile(path, "utf8")).trim();
    },
    async read() {
      const texts = await Promise.all((await files()).map((file) => readFile(join(dir, file), "utf8")));
      return readLines(texts.join("\n"));
    },
    async append(set, { mark, beat, article }, now) {
      const file = `${name}-${now.toISOString().slice(0, 10)}.log`;
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const handle = await open(join(dir, file), "a", 0o600);
      try {
        // A line that a crash cut short ends here.
        await handle.write(`\n${set === "" ? "" : `${set} `}${mark} ${beat} ${article}\n`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      if (sweptFor === file) return;
      sweptFor = file;
      const old = (await files()).slice(0, -keptFiles);
      await Promise.all(old.map((each) => rm(join(dir, each), { force: true })));
    },
  };
}

/** The highest of each for every data set; a line that is cut short, or anything else, is passed over. */
export function readLines(text: string): Map<string, Known> {
  const entries = new Map<string, Known>();
  for (const [, set = "", ...values] of text.matchAll(
    /^(?:(\d{1,15}-[\w-]{1,50}) )?(\d{1,15}) (\d{1,15}) (\d{1,15})$/gm,
  )) {
    const [mark = 0, beat = 0, article = 0] = values.map(Number);
    entries.set(set, greater(entries.get(set) ?? nothingKnown, { mark, beat, article }));
  }
  return entries;
}

export function greater(one: Known, other: Known): Known {
  return {
    mark: Math.max(one.mark, other.mark),
    beat: Math.max(one.beat, other.beat),
    article: Math.max(one.article, other.article),
  };
}

function orNone(error: unknown): string[] {
  if (hasCode(error, "ENOENT")) return [];
  throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
