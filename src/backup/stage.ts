// Writes the lines of a backup beside the store, under keys of its own: the store is not touched.
import type { Redis } from "ioredis";
import { fromRecord, letterOf } from "../subscribers/fields.ts";
import { buckets } from "../subscribers/records.ts";
import { chatField } from "../subscribers/store.ts";
import { type KeyLine, parseBody, type ReaderLine } from "./line.ts";

/** What the names of keys begin with while a restore is under way, behind the prefix. */
export const staging = "restoring:";

/** Commands that go to Redis at once: enough to fill the way, few enough to hold in memory. */
const batch = 1_000;

export interface Staged {
  readonly readers: number;
  /** The highest number of a reader. */
  readonly highest: number;
}

/** `lines` are those between header and trailer; they were checked. `base` begins every staged key. */
export async function stageLines(
  redis: Pick<Redis, "pipeline">,
  base: string,
  lines: AsyncIterable<string>,
  onReaders: (readers: number) => void,
): Promise<Staged> {
  let [readers, highest] = [0, 0];
  let writing = redis.pipeline();
  async function flush(): Promise<void> {
    const done = writing;
    writing = redis.pipeline();
    for (const [error] of (await done.exec()) ?? []) if (error !== null) throw error;
    onReaders(readers);
  }
  for await (const text of lines) {
    const line = parseBody(text);
    if ("reader" in line) {
      readers += 1;
      highest = Math.max(highest, line.reader);
      writeReader(writing, base, line);
    } else writeKey(writing, base, line);
    if (writing.length >= batch) await flush();
  }
  await flush();
  return { readers, highest };
}

type Pipeline = ReturnType<Redis["pipeline"]>;

/** The way from the chat to the reader is made from the record. */
function writeReader(pipeline: Pipeline, base: string, { reader, record, due, pend }: ReaderLine): void {
  const fields = fromRecord(record);
  const chat = Number(fields[letterOf("chat")]);
  const thread = fields[letterOf("thread")];
  pipeline.hset(`${base}records`, reader, record);
  if (Number.isSafeInteger(chat)) {
    const field = chatField(chat, thread === undefined ? null : Number(thread));
    pipeline.hset(`${base}chats:${Math.abs(chat) % buckets}`, field, reader);
  }
  if (due !== undefined) pipeline.zadd(`${base}due`, due, String(reader));
  if (pend !== undefined) pipeline.hset(`${base}pend`, reader, pend);
}

function writeKey(pipeline: Pipeline, base: string, line: KeyLine): void {
  const key = `${base}${line.key}`;
  if ("string" in line) pipeline.set(key, line.string);
  else if ("bytes" in line) pipeline.set(key, Buffer.from(line.bytes, "base64"));
  else if ("hash" in line) pipeline.hset(key, ...line.hash.flat());
  else if ("set" in line) pipeline.sadd(key, ...line.set);
  else if ("zset" in line) pipeline.zadd(key, ...line.zset.flatMap(([member, score]) => [score, member]));
  else pipeline.rpush(key, ...line.list);
  if (line.until !== undefined) pipeline.pexpireat(key, line.until);
}
