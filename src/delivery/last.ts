// Remembers by their numbers which stories a reader was told: in the last digest, to show them again; by alert, not to.
import type { Redis } from "ioredis";
import { numbers } from "../subscribers/codes.ts";
import { fromRecord, marks } from "../subscribers/fields.ts";
import { recordLua, subscriberKeys } from "../subscribers/records.ts";
import { defineScript } from "../subscribers/script.ts";

export interface LastDigests {
  remember(reader: number, stories: readonly { readonly number: number }[]): Promise<void>;
  /** Best first; none where there was no digest in the last two days. */
  last(reader: number): Promise<readonly number[]>;
  /** When the last digest was told, to the second; undefined where none is on record. */
  toldAt(reader: number): Promise<Date | undefined>;
  forget(reader: number): Promise<void>;
  noteAlert(reader: number, story: { readonly number: number }): Promise<void>;
  /** What alerts told in the last two days: no digest tells it once more. */
  alerted(reader: number): Promise<readonly number[]>;
}

const seconds = 48 * 3_600;

/** What a digest told, as it lies in the reader's record: the instant in seconds, then the stories. "" for nothing. */
export function toTold(stories: readonly { readonly number: number }[], now: Date): string {
  const at = Math.floor(now.getTime() / 1000);
  return stories.length === 0
    ? ""
    : `${at.toString(36)}:${numbers.write(stories.map(({ number }) => number))}`;
}

function fromTold(told: string, now: Date): readonly number[] {
  const [at = "", stories = ""] = told.split(":");
  const isOver = now.getTime() / 1000 - Number.parseInt(at, 36) > seconds;
  return isOver ? [] : (numbers.read(stories) as readonly number[]);
}

/** KEYS: three that are not used, records. ARGV: number, what was told, "" to forget it. */
const tellScript = `${recordLua}
local record = read(ARGV[1])
if not record then return 0 end
record.${marks.told} = ARGV[2]
if ARGV[2] == "" then record.${marks.told} = nil end
keep(ARGV[1], record)
return 1
`;

/**
 * KEYS: the reader's alerts, records. ARGV: number, story, how many are kept, for how many seconds. A reader who was
 * forgotten while the alert was on its way is not written down again.
 */
const alertScript = `
if redis.call("HEXISTS", KEYS[2], ARGV[1]) == 0 then return 0 end
redis.call("LPUSH", KEYS[1], ARGV[2])
redis.call("LTRIM", KEYS[1], 0, ARGV[3] - 1)
redis.call("EXPIRE", KEYS[1], ARGV[4])
return 1
`;

/** Alerts of two days, and some to spare. */
const mostAlerted = 20;

export function createLastDigests(
  redis: Redis,
  prefix: string,
  now: () => Date = () => new Date(),
): LastDigests {
  const { records } = subscriberKeys(prefix);
  const run = defineScript(redis, "delivery_tell", { keys: 4, lua: tellScript });
  const note = defineScript(redis, "delivery_noteAlert", { keys: 2, lua: alertScript });
  const tell = (reader: number, told: string) => run(records, records, records, records, reader, told);
  const alertKey = (reader: number): string => `{${prefix}}:last:${reader}:alerts`;
  const toldOf = async (reader: number): Promise<string | undefined> =>
    fromRecord(await redis.hget(records, String(reader)))[marks.told];
  return {
    async toldAt(reader) {
      const [at = ""] = (await toldOf(reader))?.split(":") ?? [];
      return at === "" ? undefined : new Date(Number.parseInt(at, 36) * 1000);
    },
    async noteAlert(reader, { number }) {
      await note(alertKey(reader), records, reader, number, mostAlerted, seconds);
    },
    async forget(reader) {
      // The first is of versions that kept what a digest told beside the record.
      await redis.del(`{${prefix}}:last:${reader}`, alertKey(reader));
      await tell(reader, "");
    },
    async alerted(reader) {
      return (await redis.lrange(alertKey(reader), 0, -1)).map(Number);
    },
    async remember(reader, stories) {
      if (stories.length > 0) await tell(reader, toTold(stories, now()));
    },
    async last(reader) {
      const told = await toldOf(reader);
      return told === undefined ? [] : fromTold(told, now());
    },
  };
}
