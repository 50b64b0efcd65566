// Says again to Redis what it may have lost: the ends of slots that it had taken a moment before it was killed.
import type { Redis } from "ioredis";

/**
 * An append-only file may lack what Redis has answered already: with `appendfsync everysec` it puts the write off for up to
 * two seconds while the disk is slow (Redis, "Redis persistence": how durable is the append only file). A second to be sure.
 */
const rememberedMs = 3_000;

/**
 * Asks as `ask` does, and what was answered with 1 (it is done) once more, in the same order, when the connection has come
 * back; what was not lost must not mind. Any other answer changed nothing that could be lost: it is not asked again.
 */
export function sayAgain<Question>(
  redis: Pick<Redis, "on">,
  ask: (questions: readonly Question[]) => Promise<readonly number[]>,
): (questions: readonly Question[]) => Promise<readonly number[]> {
  const said: { readonly atMs: number; readonly questions: readonly Question[] }[] = [];

  async function repeat(): Promise<void> {
    for (const { questions } of [...said]) {
      if (questions.length > 0) await ask(questions);
    }
  }
  // Redis has gone once more where it fails, and comes back once more.
  redis.on("ready", () => void repeat().catch(() => undefined));

  return async (questions) => {
    const answers = await ask(questions);
    const atMs = performance.now();
    said.push({ atMs, questions: questions.filter((_, index) => answers[index] === 1) });
    while (atMs - (said[0]?.atMs ?? atMs) > rememberedMs) said.shift();
    return answers;
  };
}
