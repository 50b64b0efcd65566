// What an editor decides of a stored article: it outlives every new reading of the same file or feed entry.
import type { ArticleRedis } from "./article-store.ts";
import { articleKeys } from "./keys.ts";
import { prelude } from "./prelude.ts";

/** What is absent stays as it is. */
export interface Edit {
  readonly pinned?: boolean;
  readonly hidden?: boolean;
  /** The editor's own summary in place of the chosen sentences; "" takes one away, also one of the file. */
  readonly summary?: string;
}

/** Longer than any summary that a digest shows, in UTF-16 units. */
export const mostSummaryUnits = 1_000;

/** A summary as an editor wrote it, on one line; undefined for nothing, and for one that is too long. */
export function toSummary(written: string): string | undefined {
  const words = written.replace(/\s+/g, " ").trim();
  return words === "" || words.length > mostSummaryUnits ? undefined : words;
}

/** Whose hand it is: an operator's id in Telegram, or "dashboard", which knows nobody by name. */
export interface Hand {
  readonly by: string;
  readonly at: Date;
}

export interface Editing {
  /** False for a number without an article. The last hand is remembered. */
  edit(number: number, edit: Edit, hand: Hand): Promise<boolean>;
}

/**
 * ARGV: number, then fields and values. They lie beside what the source says and are never touched by it. An article whose
 * file is missing stays out of the lists whatever the editor says.
 */
const editScript = `${prelude}
local number = ARGV[1]
local article = k('article:' .. number)
if redis.call('EXISTS', article) == 0 then return 0 end
for i = 2, #ARGV, 2 do redis.call('HSET', article, ARGV[i], ARGV[i + 1]) end
local old = redis.call('HMGET', article, 'hidden', 'veil', 'story')
if old[2] and old[1] ~= 'missing' then hide(number, old[2] == '1' and 'editor' or '') end
refresh(old[3])
changed(number, seen(number))
return 1
`;

export function createEditing(redis: Pick<ArticleRedis, "eval">, prefix: string): Editing {
  const { base } = articleKeys(prefix);
  return {
    async edit(number, { pinned, hidden, summary }, { by, at }) {
      const fields = [
        ...["editedBy", by, "editedAt", at.toISOString()],
        ...(pinned === undefined ? [] : ["pin", pinned ? "1" : "0"]),
        ...(hidden === undefined ? [] : ["veil", hidden ? "1" : "0"]),
        ...(summary === undefined ? [] : ["words", summary]),
      ];
      return (await redis.eval(editScript, 1, base, String(number), ...fields)) === 1;
    },
  };
}
