// Keeps articles and stories in Redis: numbers are given once, changes are atomic, reads are cached per version.
import type { ArticleRedis, ArticleStore, PutResult } from "./article-store.ts";
import { articleKeys } from "./keys.ts";
import { createReader } from "./reader.ts";
import { storyNumber, toJson } from "./record.ts";
import { hideScript, holdsScript, putScript, removeScript } from "./scripts.ts";

export type { ArticleRedis, ArticleStore, PutOptions, PutResult } from "./article-store.ts";

/** Ids a script hides at once, so that no script holds Redis for long. */
const hideBatch = 500;

export function createArticleStore(redis: ArticleRedis, prefix: string): ArticleStore {
  const keys = articleKeys(prefix);
  const version = async (): Promise<number> => Number((await redis.get(keys.version)) ?? 0);
  const reader = createReader(redis, keys, version);
  const run = (script: string, ...args: string[]): Promise<unknown> =>
    redis.eval(script, 1, keys.base, ...args);

  return {
    version,
    ...reader,

    async put(draft, { source, fetched, bodyHash, storyId, isDateGuessed }) {
      const [outcome, number] = (await run(
        putScript,
        draft.id,
        draft.contentHash,
        bodyHash,
        toJson(draft),
        draft.published,
        String(Date.parse(draft.published)),
        isDateGuessed ? "1" : "",
        fetched.toISOString(),
        String((storyId === undefined ? undefined : storyNumber(storyId)) ?? ""),
        draft.hidden ? "editor" : "",
        draft.topics.join("\n"),
        source,
      )) as [PutResult["outcome"], number];
      return { outcome, number };
    },

    async holds(id, contentHash) {
      return (await run(holdsScript, id, contentHash)) === 1;
    },

    async publishedWithin(from, to, limit) {
      const [high, low] = [to.getTime(), from.getTime()];
      return (await redis.zrange(keys.published, high, low, "BYSCORE", "REV", "LIMIT", 0, limit)).map(Number);
    },

    async count() {
      const [all, hidden] = await Promise.all([redis.zcard(keys.numbers), redis.scard(keys.hidden)]);
      return all - hidden;
    },

    async maxNumber() {
      return Number((await redis.get(keys.sequence)) ?? 0);
    },

    async minNumber() {
      return Number((await redis.zrange(keys.numbers, 0, 0))[0] ?? 0);
    },

    async hideMissing(seen, source) {
      const missing = (await redis.smembers(keys.source(source))).filter((id) => !seen.has(id)).sort();
      let count = 0;
      for (let start = 0; start < missing.length; start += hideBatch) {
        count += Number(await run(hideScript, ...missing.slice(start, start + hideBatch)));
      }
      return count;
    },

    async remove(number) {
      return (await run(removeScript, String(number))) === 1;
    },
  };
}
