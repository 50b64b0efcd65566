// Long polling: confirms what was handled, survives failures, ends in order.
import type { Update } from "telegraf/types";
import { describe, expect, it } from "vitest";
import { startPolling } from "../../src/bot/poll.ts";

const update = (id: number): Update => ({ update_id: id }) as unknown as Update;

/** A stand-in for getUpdates that serves from a list and hangs, as long polling does, when there is nothing. */
function telegram(updates: number[]): {
  fetch: (offset: number, seconds: number, signal: AbortSignal) => Promise<Update[]>;
  offsets: number[];
} {
  const offsets: number[] = [];
  return {
    offsets,
    async fetch(offset, seconds, signal) {
      offsets.push(offset);
      const left = updates.filter((id) => id >= offset);
      if (left.length > 0 || seconds === 0) return left.map(update);
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    },
  };
}

const never = (): { waitMs: number } => {
  throw new Error("not expected to fail");
};

describe("polling", () => {
  it("hands on every update once and asks for what follows", async () => {
    const { fetch, offsets } = telegram([5, 6]);
    const seen: number[] = [];
    let both: () => void = () => {};
    const handled = new Promise<void>((resolve) => {
      both = resolve;
    });
    const handle = async ({ update_id }: Update): Promise<void> => {
      seen.push(update_id);
      if (seen.length === 2) both();
    };
    const polling = startPolling({ fetch, handle, onFailure: never });
    await handled;
    await polling.close();
    expect(seen).toEqual([5, 6]);
    expect(offsets.at(0)).toBe(0);
    expect(offsets.at(-1)).toBe(7);
  });

  it("hands on the next update at once when what a handler waits for has gone", async () => {
    const { fetch } = telegram([]);
    const updates = [[1], [2]];
    const seen: number[] = [];
    let loseRedis: () => void = () => {};
    const lost = new Promise<void>((resolve) => {
      loseRedis = resolve;
    });
    const polling = startPolling({
      fetch: async (...asked) => updates.shift()?.map(update) ?? fetch(...asked),
      // The first waits for a Redis that has gone, the second says so.
      handle({ update_id }) {
        seen.push(update_id);
        return update_id === 1 ? new Promise(() => undefined) : Promise.resolve();
      },
      untilStuck: () => lost,
      onFailure: never,
    });
    await expect.poll(() => seen).toEqual([1]);
    loseRedis();
    await expect.poll(() => seen).toEqual([1, 2]);
    await polling.close();
  });

  it("waits at its end for handlers that still run, and confirms them", async () => {
    const { fetch, offsets } = telegram([1]);
    let finish: () => void = () => {};
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let isDone = false;
    const handle = (): Promise<void> =>
      new Promise((resolve) => {
        begun();
        finish = () => {
          isDone = true;
          resolve();
        };
      });
    const polling = startPolling({ fetch, handle, onFailure: never });
    await hasBegun;
    const closed = polling.close();
    finish();
    await closed;
    expect(isDone).toBe(true);
    expect(offsets.at(-1)).toBe(2);
  });

  it("goes on after failures, and tells how many there were in a row", async () => {
    const { fetch } = telegram([3]);
    const failures: number[] = [];
    let calls = 0;
    let arrived: () => void = () => {};
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const polling = startPolling({
      fetch: async (offset, seconds, signal) => {
        calls += 1;
        if (calls <= 2) throw new Error("502");
        return fetch(offset, seconds, signal);
      },
      handle: async () => arrived(),
      onFailure: (_error, count) => {
        failures.push(count);
        return { waitMs: 0 };
      },
    });
    await hasArrived;
    await polling.close();
    expect(failures).toEqual([1, 2]);
  });

  it("ends by itself at a final failure", async () => {
    const polling = startPolling({
      fetch: () => Promise.reject(new Error("401")),
      handle: async () => undefined,
      onFailure: () => ({ stop: true }),
    });
    await polling.ended;
    await polling.close();
  });
});
