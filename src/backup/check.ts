// Reads a backup to its end before anything is written: a cut or changed file is noticed here.
import {
  createLineSum,
  formatVersion,
  type Header,
  NotALine,
  parseBody,
  parseHeader,
  parseTrailer,
  type Trailer,
} from "./line.ts";

export interface BackupFault {
  /** 1-based; 0 where no line is to blame. */
  readonly line: number;
  readonly message: string;
  readonly mend: string;
}

export type Checked =
  | { readonly ok: true; readonly header: Header; readonly trailer: Trailer }
  | { readonly ok: false; readonly fault: BackupFault };

const otherCopy = "take another copy of the backup; nothing was changed";

/** `schema` is the newest layout that this version knows. The first fault ends it. */
export async function checkBackup(lines: AsyncIterable<string>, schema: number): Promise<Checked> {
  const sum = createLineSum();
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  let [number, readers] = [0, 0];
  const bad = (message: string, mend: string, line = number): Checked => ({
    ok: false,
    fault: { line, message, mend },
  });
  for await (const text of lines) {
    number += 1;
    if (trailer !== undefined) return bad("there is more behind the last line", otherCopy);
    try {
      if (header === undefined) {
        header = parseHeader(text);
        const newer = "update Mujaz, then restore";
        if (header.version > formatVersion)
          return bad(`the backup has the newer format ${header.version}`, newer);
        if (header.schema > schema)
          return bad(`the backup is of a newer Mujaz (layout ${header.schema})`, newer);
        sum.add(text);
        continue;
      }
      trailer = parseTrailer(text);
      if (trailer !== undefined) continue;
      if ("reader" in parseBody(text)) readers += 1;
      sum.add(text);
    } catch (error) {
      if (!(error instanceof NotALine)) throw error;
      return header === undefined
        ? bad(
            `it is no backup of Mujaz (${error.message})`,
            "name a file of `mujaz backup`; readers alone come in with `mujaz subscribers import`",
          )
        : bad(`the line is damaged (${error.message})`, otherCopy);
    }
  }
  if (header === undefined) return bad("it is empty", "name a file of `mujaz backup`", 0);
  if (trailer === undefined) return bad("the file is cut: its last line is missing", otherCopy);
  const isWhole = trailer.lines === number - 2 && trailer.readers === readers;
  if (!isWhole) return bad(`lines are missing: ${number - 2} of ${trailer.lines} are there`, otherCopy);
  if (trailer.digest !== sum.digest())
    return bad("something in it was changed: the sum is another", otherCopy, 0);
  return { ok: true, header, trailer };
}
