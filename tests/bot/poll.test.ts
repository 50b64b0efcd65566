// Long polling: confirms what was taken, survives failures, ends in order.
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

/** Resolves by `done`. */
function promised(): { readonly promise: Promise<void>; done(): void } {
  let done = (): void => {};
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}

describe("polling", () => {
  it("hands on every update once and asks for what follows", async () => {
    const { fetch, offsets } = telegram([5, 6]);
    const seen: number[] = [];
    const { promise, done } = promised();
    const take = async (updates: readonly Update[]): Promise<boolean> => {
      for (const { update_id } of updates) seen.push(update_id);
      if (seen.length === 2) done();
      return true;
    };
    const polling = startPolling({ fetch, take, onFailure: never });
    await promise;
    await polling.close();
    expect(seen).toEqual([5, 6]);
    expect(offsets.at(0)).toBe(0);
    expect(offsets.at(-1)).toBe(7);
  });

  it("waits at its end for what is being taken, and confirms it", async () => {
    const { fetch, offsets } = telegram([1]);
    const begun = promised();
    const finish = promised();
    const take = async (): Promise<boolean> => {
      begun.done();
      await finish.promise;
      return true;
    };
    const polling = startPolling({ fetch, take, onFailure: never });
    await begun.promise;
    const closed = polling.close();
    finish.done();
    await closed;
    expect(offsets.at(-1)).toBe(2);
  });

  it("confirms nothing that was not taken", async () => {
    const { fetch, offsets } = telegram([1]);
    const refused = promised();
    const take = async (): Promise<boolean> => {
      refused.done();
      return false;
    };
    const polling = startPolling({ fetch, take, onFailure: never });
    await refused.promise;
    await polling.close();
    expect(Math.max(...offsets)).toBe(0);
  });

  it("goes on after failures to fetch and to take, and tells how many there were in a row", async () => {
    const { fetch, offsets } = telegram([3]);
    const failures: number[] = [];
    let calls = 0;
    const { promise, done } = promised();
    const polling = startPolling({
      fetch: async (offset, seconds, signal) => {
        calls += 1;
        if (calls <= 2) throw new Error("502");
        return fetch(offset, seconds, signal);
      },
      take: async () => {
        if (calls === 3) throw new Error("OOM");
        done();
        return true;
      },
      onFailure: (_error, count) => {
        failures.push(count);
        return { waitMs: 0 };
      },
    });
    await promise;
    await polling.close();
    expect(failures).toEqual([1, 2, 3]);
    expect(offsets.slice(0, 2)).toEqual([0, 0]);
  });

  it("ends by itself at a final failure", async () => {
    const polling = startPolling({
      fetch: () => Promise.reject(new Error("401")),
      take: async () => true,
      onFailure: () => ({ stop: true }),
    });
    await polling.ended;
    await polling.close();
  });
});
