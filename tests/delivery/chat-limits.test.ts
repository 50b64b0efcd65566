// One chat's limits through the real worker: parts of a digest, topics of one group, and a reply in between.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTick } from "../../src/processes/clock.ts";
import { openPost, type Post } from "./post.ts";

let post: Post;
let test: Post["test"];
let queue: Post["queue"];
beforeAll(async () => {
  post = await openPost({ sendRate: 500, attempts: 3 });
  ({ test, queue } = post);
  post.work();
});
afterAll(() => post.close());

describe("a digest of several parts", () => {
  it("brings them more than a second apart, and holds nobody else up", async () => {
    const arrivals: { chat: number; atMs: number }[] = [];
    test.playground.onCall(({ method, params }) => {
      if (method.toLowerCase() === "sendmessage")
        arrivals.push({ chat: Number(params["chat_id"]), atMs: performance.now() });
    });
    const long = await test.addReader(1001, { items: 20, length: "long" });
    const others = await Promise.all([2, 3, 4].map((user) => test.addReader(1000 + user, { items: 1 })));
    const slot = await post.dueAt(long);
    // The long one is first in the queue.
    await test.house.main.zadd("{mujaz}:due", slot, String(long));
    await createTick(test.house, queue)(slot);
    await expect.poll(() => queue.unfinished(), { timeout: 30_000 }).toBe(0);
    const parts = arrivals.filter(({ chat }) => chat === 1001).map(({ atMs }) => atMs);
    expect(parts.length).toBeGreaterThan(1);
    for (const [index, atMs] of parts.entries())
      if (index > 0) expect(atMs - (parts[index - 1] ?? 0)).toBeGreaterThan(1_000);
    const rest = arrivals.filter(({ chat }) => chat !== 1001).map(({ atMs }) => atMs);
    expect(rest).toHaveLength(others.length);
    expect(Math.max(...rest)).toBeLessThan(parts[1] ?? 0);
  });
});
