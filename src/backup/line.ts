// The contract of a backup: JSON Lines, a header first and a trailer last; no line names the prefix.
import { createHash, type Hash } from "node:crypto";
import { z } from "zod";

/** The version of this format; the layout of the keys has its own, see subscribers/migrations.ts. */
export const formatVersion = 1;

export const headerSchema = z.strictObject({
  format: z.literal("mujaz-backup"),
  version: z.int().min(1),
  /** When it was begun. */
  made: z.iso.datetime(),
  /** The layout's version. */
  schema: z.int().min(1),
  /** The id of the data set, "" for none. */
  dataset: z.string(),
  ledger: z.record(z.string(), z.string()),
  /** Expected, for the progress; the trailer has what is there. */
  expected: z.strictObject({ readers: z.int(), keys: z.int() }),
});
export type Header = z.infer<typeof headerSchema>;

/** A reader with everything that must fit together: read in one step. */
export const readerSchema = z.strictObject({
  reader: z.int().min(1),
  record: z.string().min(1),
  /** Score in the index of who is due; absent for who is not. */
  due: z.string().exactOptional(),
  /** The slot that was being served. */
  pend: z.string().exactOptional(),
});
export type ReaderLine = z.infer<typeof readerSchema>;

const pair = z.tuple([z.string(), z.string()]);

/** A key, or a piece of one: pieces of a key follow one another. `until` (epoch ms) is in its last piece. */
export const keySchema = z.union([
  z.strictObject({ key: z.string().min(1), string: z.string(), until: z.int().exactOptional() }),
  // A string that is no text, as base64.
  z.strictObject({ key: z.string().min(1), bytes: z.base64(), until: z.int().exactOptional() }),
  z.strictObject({ key: z.string().min(1), hash: z.array(pair), until: z.int().exactOptional() }),
  z.strictObject({ key: z.string().min(1), set: z.array(z.string()), until: z.int().exactOptional() }),
  z.strictObject({ key: z.string().min(1), zset: z.array(pair), until: z.int().exactOptional() }),
  z.strictObject({ key: z.string().min(1), list: z.array(z.string()), until: z.int().exactOptional() }),
]);
export type KeyLine = z.infer<typeof keySchema>;

export const trailerSchema = z.strictObject({
  end: z.literal(true),
  /** Lines between header and trailer. */
  lines: z.int().min(0),
  readers: z.int().min(0),
  /** SHA-256 of every line before this one, each with its line feed; base64url. */
  digest: z.string(),
});
export type Trailer = z.infer<typeof trailerSchema>;

export type BodyLine = ReaderLine | KeyLine;

/** A text that is no line of a backup; `message` says why. */
export class NotALine extends Error {
  override name = "NotALine";
}

/** One line between header and trailer. Throws NotALine. */
export function parseBody(text: string): BodyLine {
  const value = parseJson(text);
  const isReader = typeof value === "object" && value !== null && "reader" in value;
  return isReader ? checked(readerSchema, value) : checked(keySchema, value);
}

export const parseHeader = (text: string): Header => checked(headerSchema, parseJson(text));

/** Undefined for a line that is no trailer. */
export function parseTrailer(text: string): Trailer | undefined {
  return text.startsWith('{"end":') ? checked(trailerSchema, parseJson(text)) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NotALine("it is not JSON", { cause });
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new NotALine(`${issue?.path.join(".") || "line"}: ${issue?.message ?? "wrong"}`);
}

/** The sum of lines as they go by. */
export interface LineSum {
  add(line: string): void;
  digest(): string;
}

export function createLineSum(): LineSum {
  const hash: Hash = createHash("sha256");
  return {
    add: (line) => void hash.update(line).update("\n"),
    digest: () => hash.copy().digest("base64url"),
  };
}
