// A send that fails without a reason of its own is tried again after pauses that grow, and not all alike; and a job whose
// workers die is never dropped for it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { startJobs } from "../../src/delivery/jobs.ts";
import { createQueue, firstBackoffMs, queueName, queuePrefix } from "../../src/delivery/queue.ts";
import { createTick } from "../../src/processes/clock.ts";
import { startRedisServer } from "../redis.ts";
import { root } from "../root.ts";
import { openPost } from "./post.ts";

it("pauses before the attempts of a send grow, half of each by chance, and the last failure ends them", async ({
  onTestFinished,
}) => {
  const post = await openPost({ sendRate: 0, attempts: 5 });
  onTestFinished(() => post.close());
  const { test, queue } = post;
  const chats = Array.from({ length: 12 }, (_, index) => 1001 + index);
  const triedMs = new Map<number, number[]>(chats.map((chat) => [chat, []]));
  test.playground.onCall(({ method, params }) => {
    if (/^sendmessage$/i.test(method)) triedMs.get(Number(params["chat_id"]))?.push(performance.now());
  });
  test.playground.fail({
    method: "sendMessage",
    kind: { type: "error", code: 502, description: "Bad Gateway" },
  });
  const members = await Promise.all(chats.map((chat) => test.addReader(chat, { cursor: 0 })));
  const slots = await Promise.all(members.map(post.dueAt));
  await createTick(test.house, queue)(Math.max(...slots));
  post.work();
  await expect.poll(() => queue.unfinished(), { timeout: 20_000 }).toBe(0);

  const pauses = [...triedMs.values()].map((tries) =>
    tries.slice(1).map((at, index) => at - (tries[index] ?? 0)),
  );
  expect(pauses.every(({ length }) => length === 4)).toBe(true);
  const whole = [1, 1, 2, 4].map((times) => times * firstBackoffMs);
  // Half of a pause at least; a queue's timer may be some ms early by another clock.
  for (const each of pauses)
    for (const [index, ms] of each.entries()) expect(ms).toBeGreaterThanOrEqual((whole[index] ?? 0) / 2 - 5);
  // Of twelve not all have the whole of the last.
  expect(Math.min(...pauses.map((each) => each[3] ?? 0))).toBeLessThan(whole[3] ?? 0);
});

it("a job is there still when worker after worker that took it was killed", async ({ onTestFinished }) => {
  const redis = await startRedisServer();
  onTestFinished(() => redis.close());
  const prefix = "stalled";
  const queue = createQueue(redis.connect(), { prefix, attempts: 1 });
  onTestFinished(() => queue.close());
  const lockMs = 300;
  await queue.add([{ member: 7, slot: 1_700_000_000 }]);
  // BullMQ's default gives a job up at its second death.
  for (let death = 1; death <= 3; death += 1) {
    const child = takeAndHang({ path: redis.connect().options.path ?? "", prefix, lockMs });
    onTestFinished(() => void child.kill("SIGKILL"));
    await untilTaken(child);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  const served: unknown[] = [];
  const worker = startJobs<object>({
    queueName,
    options: { connection: redis.connect(), prefix: queuePrefix(prefix), concurrency: 1 },
    lockMs,
    attempt: async ({ data }) => {
      served.push(data);
      return { kind: "done", outcome: "sent" };
    },
    giveUp: async () => undefined,
    report: () => undefined,
    failed: () => undefined,
  });
  onTestFinished(() => worker.close());
  await expect.poll(() => queue.unfinished(), { timeout: 10_000 }).toBe(0);
  expect(served).toEqual([{ member: 7, slot: 1_700_000_000 }]);
});

/** A worker in a process of its own that says when it has taken a job, and never ends it. */
function takeAndHang({
  path,
  prefix,
  lockMs,
}: {
  path: string;
  prefix: string;
  lockMs: number;
}): ChildProcess {
  const built = (name: string): string => JSON.stringify(pathToFileURL(join(root, "dist", name)).href);
  const script = `
    import { Redis } from "ioredis";
    import { startJobs } from ${built("delivery/jobs.js")};
    import { queueName, queuePrefix } from ${built("delivery/queue.js")};
    const connection = new Redis(${JSON.stringify(path)}, { maxRetriesPerRequest: null });
    startJobs({
      queueName,
      options: { connection, prefix: queuePrefix("${prefix}"), concurrency: 1 },
      lockMs: ${lockMs},
      attempt() { console.log("taken"); return new Promise(() => undefined); },
      giveUp: async () => undefined, report: () => undefined, failed: () => undefined,
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function untilTaken({ stdout }: ChildProcess): Promise<void> {
  for await (const text of stdout ?? []) if (String(text).includes("taken")) return;
  throw new Error("The worker ended before it took the job");
}
