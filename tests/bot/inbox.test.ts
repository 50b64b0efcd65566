// The inbox: one chat's updates in their order, different chats side by side.
import type { Update } from "telegraf/types";
import { describe, expect, it } from "vitest";
import { createInbox } from "../../src/bot/inbox.ts";

const update = (id: number, chat: number): Update =>
  ({
    update_id: id,
    message: { message_id: id, date: 0, chat: { id: chat, type: "private" } },
  }) as unknown as Update;

/** A handler whose updates end only when the test lets them. */
function held(): { handle: (update: Update) => Promise<void>; begun: number[]; end: (id: number) => void } {
  const ends = new Map<number, () => void>();
  const begun: number[] = [];
  return {
    begun,
    end: (id) => ends.get(id)?.(),
    handle: ({ update_id }) => {
      begun.push(update_id);
      return new Promise((resolve) => ends.set(update_id, resolve));
    },
  };
}

describe("the inbox", () => {
  it("begins an update of a chat when the one before has ended", async () => {
    const { handle, begun, end } = held();
    const inbox = createInbox(handle);
    const [first, second] = [inbox(update(1, 7)), inbox(update(2, 7))];
    await Promise.resolve();
    expect(begun).toEqual([1]);
    end(1);
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([1, 2]);
    end(2);
    await second;
  });

  it("does not let one chat wait for another", async () => {
    const { handle, begun } = held();
    const inbox = createInbox(handle);
    void inbox(update(1, 7));
    void inbox(update(2, 8));
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([1, 2]);
  });

  it("goes on after a handler that failed", async () => {
    const seen: number[] = [];
    const inbox = createInbox(async ({ update_id }) => {
      seen.push(update_id);
      if (update_id === 1) throw new Error("broken");
    });
    await expect(inbox(update(1, 7))).rejects.toThrow("broken");
    await inbox(update(2, 7));
    expect(seen).toEqual([1, 2]);
  });
});
