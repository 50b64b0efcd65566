// Keeps articles and stories in Redis: numbers are given once, changes are atomic, reads are cached per version.
import type { ArticleRedis, ArticleStore, Known, PutResult } from "./article-store.ts";
import { articleKeys } from "./keys.ts";
import { toPutFields } from "./put-fields.ts";
import { createReader } from "./reader.ts";
import { toList, toStoryId } from "./record.ts";
import {
  expireScript,
  forgetLinesScript,
  forgetScript,
  holdScript,
  removeScript,
} from "./removal-scripts.ts";
import { hideScript, holdsScript, knownScript, passedMs, putScript } from "./scripts.ts";

export type { ArticleRedis, ArticleStore, PutOptions, PutResult, StoredPrint } from "./article-store.ts";

/** Ids a script hides at once, so that no script holds Redis for long. */
const hideBatch = 500;

/** Articles that one script takes away. */
const expireBatch = 100;

/** Names of expired articles are remembered this long: longer than any feed shows an entry. */
const rememberedMs = 400 * 86_400_000;

export function createArticleStore(redis: ArticleRedis, prefix: string): ArticleStore {
  const keys = articleKeys(prefix);
  const version = async (): Promise<number> => Number((await redis.get(keys.version)) ?? 0);
  const reader = createReader(redis, keys, version);
  const run = (script: string, ...args: string[]): Promise<unknown> =>
    redis.eval(script, 1, keys.base, ...args);

  return {
    version,
    ...reader,

    async put(draft, options) {
      const fields = Object.entries(toPutFields(draft, options)).flat();
      const [outcome, number] = (await run(putScript, ...fields)) as [PutResult["outcome"], number];
      return { outcome, number };
    },

    async holds(id, contentHash, raw) {
      return (await run(holdsScript, id, contentHash, raw)) === 1;
    },

    async namesOf(number) {
      return toList((await redis.hget(keys.article(number), "ids")) ?? undefined);
    },

    async known(source, documents) {
      const found: Known[] = [];
      for (let start = 0; start < documents.length; start += hideBatch) {
        const part = documents.slice(start, start + hideBatch);
        const pairs = part.flatMap(({ names, raw }) => [names.join("\n"), raw]);
        found.push(...((await run(knownScript, source, ...pairs)) as string[]).map(toKnown));
      }
      return found;
    },

    async pass(source, id, raw) {
      await redis.set(keys.passed(source, id), `${raw} 0`, "PX", passedMs);
    },

    async prints(numbers) {
      if (numbers.length === 0) return [];
      const pipeline = redis.pipeline();
      for (const number of numbers) pipeline.hmget(keys.article(number), "story", "source", "print");
      const answers = (await pipeline.exec()) ?? [];
      return answers.flatMap(([error, fields], index) => {
        if (error !== null) throw error;
        const [story, source, print] = fields as (string | null)[];
        const number = numbers[index] ?? 0;
        return story && source && print ? [{ number, storyId: toStoryId(story), source, print }] : [];
      });
    },

    async numbersAfter(after, limit) {
      const found = await redis.zrange(keys.numbers, `(${after}`, "+inf", "BYSCORE", "LIMIT", 0, limit);
      return found.map(Number);
    },

    async linesOf(source) {
      return (await redis.lrange(keys.lines(source), 0, -1)).map((lines) => lines.split(" "));
    },

    async forgetLines(source) {
      await run(forgetLinesScript, source);
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

    async hold(number) {
      await run(holdScript, String(number), "1");
    },

    async release(number) {
      await run(holdScript, String(number), "-1");
    },

    async expire(fetchedBefore, now) {
      const [before, at] = [String(fetchedBefore.getTime()), String(now.getTime())];
      await run(forgetScript, String(now.getTime() - rememberedMs));
      let count = 0;
      for (let passed = 0; ; ) {
        const answer = await run(expireScript, before, at, String(expireBatch), String(passed));
        const [gone = 0, held = 0] = answer as number[];
        if (gone + held === 0) return count;
        count += gone;
        passed += held;
      }
    },
  };
}

function toKnown(answer: string): Known {
  if (/^\d+$/.test(answer)) return { kind: "duplicate", of: Number(answer) };
  return { kind: answer as "new" | "same" | "passed" | "gone" };
}
