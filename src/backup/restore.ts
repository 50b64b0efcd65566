// Puts a backup back: staged beside the store, made safe to send from, then put in its place in one step.
import type { Redis } from "ioredis";
import { defineScript } from "../subscribers/script.ts";
import type { Header } from "./line.ts";
import { type Staged, stageLines, staging } from "./stage.ts";
import { keysUnder, patternOf } from "./take.ts";

export interface RestoreNeeds {
  readonly redis: Redis;
  readonly prefix: string;
  readonly header: Header;
  /** Those between header and trailer, checked before. */
  readonly lines: AsyncIterable<string>;
  readonly now: Date;
  /**
   * Nothing was sent since the backup was made (a move to another machine): what came due since is sent late. Else no slot up
   * to now is sent, whoever has had it.
   */
  readonly isMove: boolean;
  readonly onReaders: (readers: number) => void;
}

/** Keys that stay where they are: the page's chats play Telegram, which no restore changes. */
const staying = ["playground"];

/** What does not make a store: a worker leaves it in an empty Redis by looking. */
const traces = new Set(["header", "no"]);

/** True where the prefix holds nothing that a backup would hold. */
export async function isEmptyStore(redis: Pick<Redis, "scan">, prefix: string): Promise<boolean> {
  for await (const { name, keeping } of keysUnder(redis, prefix)) {
    if (!traces.has(keeping) && !name.startsWith(staging)) return false;
  }
  return true;
}

/**
 * Killed before its end it leaves the store as it was, and staged keys that the next restore removes. Numbers of articles and
 * of readers are not given twice: they go on behind those of the store that was there.
 */
export async function restoreBackup(needs: RestoreNeeds): Promise<Staged> {
  const { redis, prefix, header, lines, onReaders } = needs;
  await clearStaged(redis, prefix);
  const base = `{${prefix}}:`;
  const staged = await stageLines(redis, `${base}${staging}`, lines, onReaders);
  await raise(redis, base, "reader:next", staged.highest);
  const sequence = await raise(redis, base, "articles:sequence", 0);
  await stageHeader(needs, sequence);
  if (!needs.isMove) await quieten(redis, `${base}${staging}`, sequence);
  await redis.set(`${base}${staging}schema`, header.schema);
  await switchOver(redis, base);
  return staged;
}

/** Removes what a restore left that was broken off; gives how many keys. */
export async function clearStaged(redis: Redis, prefix: string): Promise<number> {
  let [count, some] = [0, [] as string[]];
  for await (const { name } of keysUnder(redis, prefix)) {
    if (name.startsWith(staging)) some.push(`{${prefix}}:${name}`);
    if (some.length < 1_000) continue;
    count += await redis.unlink(...some);
    some = [];
  }
  return some.length === 0 ? count : count + (await redis.unlink(...some));
}

/** The greatest of what is staged, of what the store has, and of `least`. */
async function raise(redis: Redis, base: string, name: string, least: number): Promise<number> {
  const [old, fresh] = await redis.mget(`${base}${name}`, `${base}${staging}${name}`);
  const greatest = Math.max(Number(old ?? 0), Number(fresh ?? 0), least);
  if (greatest > 0) await redis.set(`${base}${staging}${name}`, greatest);
  return greatest;
}

/** The ledger with what the store knew of it; the workers' signs of life are those of the backup, so they see an older copy. */
async function stageHeader(
  { redis, prefix, header, now, isMove }: RestoreNeeds,
  sequence: number,
): Promise<void> {
  const base = `{${prefix}}:`;
  const old = await redis.hgetall(`${base}ledger`);
  const seconds = Math.floor(now.getTime() / 1000);
  const ours: Readonly<Record<string, number>> = isMove
    ? {}
    : { mark: seconds, article: sequence, at: seconds };
  const known = Object.fromEntries(
    ["mark", "article", "at"].flatMap((name) => {
      const greatest = Math.max(Number(old[name] ?? 0), Number(header.ledger[name] ?? 0), ours[name] ?? 0);
      return greatest > 0 ? [[name, String(greatest)]] : [];
    }),
  );
  const ledger = { ...header.ledger, ...known };
  if (Object.keys(ledger).length > 0) await redis.hset(`${base}${staging}ledger`, ledger);
  if (header.dataset !== "") await redis.set(`${base}${staging}dataset`, header.dataset);
}

/** Who was told by broadcast or alert since the backup is not known to it: broadcasts wait for an operator, old alerts do not come. */
async function quieten(redis: Redis, base: string, sequence: number): Promise<void> {
  for (const id of await redis.smembers(`${base}broadcast:active`)) {
    const key = `${base}broadcast:${id}`;
    if ((await redis.hget(key, "status")) === "running") await redis.hset(key, "status", "paused");
  }
  if ((await redis.exists(`${base}alerts:seen`)) === 1) await redis.set(`${base}alerts:seen`, sequence);
}

/**
 * KEYS: the beginning of every key. ARGV: pattern of all keys, the beginning of staged keys, keys that stay. Within one script
 * nobody sees half of it, and a Redis that dies in the middle has done all of it or nothing.
 */
const switchLua = `
local base, begin = KEYS[1], ARGV[2]
local stays = {}
for at = 3, #ARGV do stays[ARGV[at]] = true end
local old, staged, cursor = {}, {}, "0"
repeat
  local answer = redis.call("SCAN", cursor, "MATCH", ARGV[1], "COUNT", 10000)
  cursor = answer[1]
  for _, key in ipairs(answer[2]) do
    if string.sub(key, 1, #begin) == begin then staged[#staged + 1] = key
    elseif not stays[key] then old[#old + 1] = key end
  end
until cursor == "0"
for _, key in ipairs(old) do redis.call("UNLINK", key) end
for _, key in ipairs(staged) do
  if redis.call("EXISTS", key) == 1 then redis.call("RENAME", key, base .. string.sub(key, #begin + 1)) end
end
return #staged
`;

async function switchOver(redis: Redis, base: string): Promise<void> {
  const run = defineScript(redis, "backup_switch", { keys: 1, lua: switchLua });
  await run(base, patternOf(base), `${base}${staging}`, ...staying.map((name) => `${base}${name}`));
}
