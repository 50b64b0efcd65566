// Which updates wait for each other: those of one chat, or of one person outside of chats.
import type { Update } from "telegraf/types";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../src/bot/line.ts";

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
