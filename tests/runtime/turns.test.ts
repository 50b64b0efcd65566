// Works begin as the event loop has time for them: what comes in goes before them, and none waits for ever.
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createTurns } from "../../src/runtime/turns.ts";

const never = Number.MAX_SAFE_INTEGER;

/** Makes so many turns of the event loop take `ms` each. */
async function busy(turns: number, ms: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await nextTurn();
    const until = performance.now() + ms;
    while (performance.now() < until);
  }
}

function ask(turn: () => Promise<void>, count: number): number[] {
  const begun: number[] = [];
  for (let work = 1; work <= count; work += 1) void turn().then(() => begun.push(work));
  return begun;
}

describe("works that wait for their turn", () => {
  it("begin a few in a turn, in their order", async () => {
    const begun = ask(createTurns({ perTurn: 2, calmMs: never, leastEveryMs: never }), 5);
    const seen: number[] = [];
    for (let turn = 0; turn < 8 && begun.length < 5; turn += 1) {
      await nextTurn();
      seen.push(begun.length);
    }
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(seen.every((count, index) => count - (seen[index - 1] ?? 0) <= 2)).toBe(true);
  });

  it("wait while the loop is busy, and go on when it is quick again", async () => {
    const working = busy(6, 30);
    await nextTurn();
    const begun = ask(createTurns({ perTurn: 5, calmMs: 10, leastEveryMs: never }), 3);
    await working;
    expect(begun).toEqual([]);
    await expect.poll(() => begun).toEqual([1, 2, 3]);
  });

  it("begin one by one in a loop that is always busy", async () => {
    const begun = ask(createTurns({ perTurn: 5, calmMs: 10, leastEveryMs: 0 }), 3);
    await busy(3, 30);
    expect(begun.length).toBeGreaterThanOrEqual(1);
    await busy(6, 30);
    expect(begun).toEqual([1, 2, 3]);
  });

  it("begin apart from each other while they are told to", async () => {
    const turn = createTurns({ perTurn: 1, calmMs: never, leastEveryMs: never, apartMs: () => 20 });
    const begun: number[] = [];
    await Promise.all([1, 2, 3].map(() => turn().then(() => begun.push(performance.now()))));
    for (const [index, atMs] of begun.entries())
      if (index > 0) expect(atMs - (begun[index - 1] ?? 0)).toBeGreaterThan(18);
  });
});
