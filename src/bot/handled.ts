// Remembers which updates were handled: Telegram sends one again when its confirmation was lost.
import type { Redis } from "ioredis";
import { endsUnlessLost } from "../runtime/lost.ts";

export interface Handled {
  has(updateId: number): Promise<boolean>;
  /** Where Redis goes meanwhile it is noted when Redis is back, and nobody waits for it. */
  add(updateId: number): Promise<void>;
}

/** Far more than what can be unconfirmed at once (a batch of 100, or the webhook calls of some minutes). */
const kept = 10_000;

/** `bot` tells the bots apart that have lived on one Redis: each has updates of its own. */
export function createHandled(
  redis: Redis,
  prefix: string,
  bot: () => number | undefined,
  now: () => Date,
): Handled {
  const key = (): string => `{${prefix}}:handled:${bot() ?? 0}`;
  return {
    async has(updateId) {
      return (await redis.zscore(key(), String(updateId))) !== null;
    },
    async add(updateId) {
      // By time, not by id: after a quiet week Telegram begins anew at any number.
      const note = redis.multi().zadd(key(), now().getTime(), String(updateId));
      const noted = note.zremrangebyrank(key(), 0, -kept - 1).exec();
      await endsUnlessLost(redis, noted);
    },
  };
}

/** How those who wait for Redis see it. */
export interface StoreWatch {
  /** True while Redis does not answer: then nobody can be served, but told so. */
  readonly isAway: () => boolean;
  /** True when the work has ended, false as soon as Redis is away: the work may go on then. */
  readonly unlessAway: (work: Promise<unknown>) => Promise<boolean>;
}

/**
 * Handles an update unless that was done before. Where Redis cannot say, answering twice is better than not at all; and
 * where it goes away meanwhile its client would wait for it, and the chat's next update with it.
 */
export async function handleOnce(
  handled: Handled,
  updateId: number,
  { isAway, unlessAway }: StoreWatch,
  handle: () => Promise<void>,
): Promise<void> {
  let isRepeated = false;
  if (!isAway()) {
    const asked = handled.has(updateId).then(
      (has) => {
        isRepeated = has;
      },
      () => undefined,
    );
    await unlessAway(asked);
  }
  if (isRepeated) return;
  await handle();
  if (!isAway()) await handled.add(updateId);
}
