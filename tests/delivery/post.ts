// A test house with its post: the queue, a worker that comes and goes, and the slots that readers are due at.
import type { CardMode } from "../../src/delivery/card.ts";
import { createQueue, type DeliveryQueue } from "../../src/delivery/queue.ts";
import type { DeliveryWorker } from "../../src/delivery/worker.ts";
import { startWorker } from "../../src/processes/worker.ts";
import { slotOf } from "../../src/schedule/rotation.ts";
import { openTestHouse, type TestHouse } from "../house.ts";

export interface Post {
  readonly test: TestHouse;
  readonly queue: DeliveryQueue;
  /** Starts the worker where none is at work. */
  work(now?: () => Date): void;
  /** Closes the worker, if there is one; what it did not finish stays in the queue. */
  rest(): Promise<void>;
  /** Digests that workers have composed: each then waits for its turn to send. */
  composed(): number;
  /** The reader's next slot, epoch seconds: the one that a tick at that instant claims. */
  dueAt(member: number): Promise<number>;
  close(): Promise<void>;
}

/** `sendRate` in messages a second, 0 for no limit; `attempts` are those of a job; `card` says who gets one. */
export async function openPost({
  sendRate,
  attempts,
  card = "off",
}: {
  readonly sendRate: number;
  readonly attempts: number;
  readonly card?: CardMode;
}): Promise<Post> {
  const test = await openTestHouse({ SEND_RATE: String(sendRate) });
  const { config, redis, main } = test.house;
  const queue = createQueue(redis.connect("queue"), { prefix: config.env.redisPrefix, attempts });
  let worker: DeliveryWorker | undefined;
  let composed = 0;
  const compose: typeof test.house.compose = async (...asked) => {
    const made = await test.house.compose(...asked);
    composed += 1;
    return made;
  };
  const rest = async (): Promise<void> => {
    const resting = worker;
    worker = undefined;
    await resting?.close();
  };
  return {
    test,
    queue,
    work(now = () => new Date()) {
      worker ??= startWorker({ ...test.house, config: { ...config, digest: { card } }, compose }, { now });
    },
    rest,
    composed: () => composed,
    async dueAt(member) {
      return slotOf((await main.zscore("{mujaz}:due", String(member))) ?? 0);
    },
    async close() {
      await rest();
      await queue.close();
      await test.close();
    },
  };
}
