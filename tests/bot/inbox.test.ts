// The inbox: one chat's updates in their order, different chats side by side.
import type { Update } from "telegraf/types";
import { describe, expect, it } from "vitest";
import { createInbox, lineOf } from "../../src/bot/inbox.ts";

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

describe("the line of an update", () => {
  const chat = { id: -7, type: "supergroup" };
  const from = { id: 5 };
  it.each([
    ["message", { chat, from }, "-7"],
    ["edited_message", { chat, from }, "-7"],
    ["channel_post", { chat }, "-7"],
    ["edited_channel_post", { chat }, "-7"],
    ["callback_query", { from, message: { chat } }, "-7"],
    ["callback_query", { from, inline_message_id: "x" }, "5"],
    ["inline_query", { from, query: "" }, "5"],
    ["chosen_inline_result", { from, result_id: "1" }, "5"],
    ["my_chat_member", { chat, from }, "-7"],
    ["chat_member", { chat, from }, "-7"],
    ["chat_join_request", { chat, from }, "-7"],
    ["message_reaction", { chat, user: from }, "-7"],
    ["message_reaction_count", { chat }, "-7"],
    ["poll_answer", { user: from }, "5"],
    ["poll_answer", { voter_chat: chat }, "-7"],
    ["pre_checkout_query", { from }, "5"],
    ["not_invented_yet", { chat, from }, "-7"],
    ["poll", { id: "77" }, "update 1"],
    ["nothing_known", null, "update 1"],
  ])("of the kind %s %j is %s", (kind, content, line) => {
    expect(lineOf({ update_id: 1, [kind]: content } as unknown as Update)).toBe(line);
  });
});
