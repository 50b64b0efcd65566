// The border to Telegram: each of its answers read as an outcome of ours.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Telegraf } from "telegraf";
import { describe, expect, it } from "vitest";
import { createOutbox, toOutcome, toPlain, whyFailed } from "../../src/delivery/telegram.ts";
import { startPlayground } from "../playground/server.ts";

const answer = (error_code: number, description: string, parameters?: object): object => ({
  response: { ok: false, error_code, description, ...(parameters && { parameters }) },
});

describe("an answer of Telegram", () => {
  it.each([
    [answer(429, "Too Many Requests: retry after 7", { retry_after: 7 }), { kind: "wait", seconds: 7 }],
    [answer(429, "Too Many Requests"), { kind: "wait", seconds: 1 }],
    [answer(403, "Forbidden: bot was blocked by the user"), { kind: "gone", why: "blocked" }],
    [answer(403, "Forbidden: user is deactivated"), { kind: "gone", why: "deactivated" }],
    [answer(403, "Forbidden: bot was kicked from the group chat"), { kind: "gone", why: "kicked" }],
    [answer(403, "Forbidden: bot is not a member of the channel chat"), { kind: "gone", why: "kicked" }],
    [answer(400, "Bad Request: chat not found"), { kind: "gone", why: "not-found" }],
    [answer(400, "Bad Request: message thread not found"), { kind: "gone", why: "thread-not-found" }],
    [
      answer(400, "Bad Request: not enough rights to send text messages to the chat"),
      { kind: "gone", why: "no-rights" },
    ],
    [
      answer(400, "Bad Request: need administrator rights in the channel chat"),
      { kind: "gone", why: "no-rights" },
    ],
    [answer(400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN"), { kind: "gone", why: "no-rights" }],
    [
      answer(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: -1002 }),
      { kind: "moved", chat: -1002 },
    ],
    [
      answer(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
      { kind: "refused", why: "entities", code: 400 },
    ],
    [answer(400, "Bad Request: message is too long"), { kind: "refused", why: "too-long", code: 400 }],
    [answer(400, "Bad Request: message text is empty"), { kind: "refused", why: "empty", code: 400 }],
    [answer(400, "Bad Request: something new"), { kind: "refused", why: "other", code: 400 }],
  ])("%o is %o", (error, outcome) => {
    expect(toOutcome(error)).toEqual(outcome);
  });

  it.each([
    [answer(502, "Bad Gateway")],
    [answer(500, "Internal Server Error")],
    [new Error("socket hang up")],
    ["x"],
  ])("%o may be tried again", (error) => {
    expect(toOutcome(error)).toEqual({ kind: "failed", cause: error });
  });
});

describe("a call that hangs", () => {
  it("is given up after its time: the client itself would wait for minutes", async () => {
    const server = await startPlayground();
    server.playground.fail({ method: "sendMessage", times: 1, kind: { type: "delay", ms: 3_000 } });
    const outbox = createOutbox(server.client().telegram, { timeoutMs: 100 });
    const letter = { chat: 1001, thread: null, html: "x" };
    expect(await outbox.send(letter)).toMatchObject({ kind: "failed" });
    expect(server.playground.transcript(1)).toEqual([]);
    expect(await outbox.send(letter)).toMatchObject({ kind: "sent" });
    await server.close();
  });
});

describe("a picture that Telegram refuses", () => {
  it.each(["send", "edit"] as const)("costs only itself: %s goes on without it", async (how) => {
    const server = await startPlayground();
    const outbox = createOutbox(server.client().telegram, { timeoutMs: 5_000 });
    const letter = { chat: 1001, thread: null, html: "النص", preview: "https://b.example/x.jpg" };
    const first = await outbox.send({ ...letter, html: "قبل" });
    const description = "Bad Request: WEBPAGE_MEDIA_EMPTY";
    const method = how === "send" ? "sendMessage" : "editMessageText";
    server.playground.fail({ method, times: 1, kind: { type: "error", code: 400, description } });
    const messageId = first.kind === "sent" ? first.messageId : 0;
    const outcome = how === "send" ? await outbox.send(letter) : await outbox.edit({ ...letter, messageId });
    expect(outcome).toMatchObject({ kind: "sent" });
    expect(server.playground.transcript(1).at(-1)?.text).toBe("النص");
    await server.close();
  });
});

describe("buttons under a message", () => {
  it("change without its text; the same ones again are no trouble, nor is a message that is gone", async () => {
    const server = await startPlayground();
    const outbox = createOutbox(server.client().telegram, { timeoutMs: 5_000 });
    const sent = await outbox.send({ chat: 1001, thread: null, html: "<b>النص</b>" });
    const at = { chat: 1001, messageId: sent.kind === "sent" ? sent.messageId : 0 };
    const keyboard = [[{ text: "زر", data: "x:1" }]];
    expect(await outbox.editKeyboard({ ...at, keyboard })).toMatchObject({ kind: "sent" });
    expect(server.playground.transcript(1).at(-1)).toMatchObject({
      text: "النص",
      keyboard: [[{ text: "زر", callback_data: "x:1" }]],
    });
    expect(await outbox.editKeyboard({ ...at, keyboard })).toEqual({ kind: "same" });
    expect(await outbox.editKeyboard({ ...at, messageId: 99, keyboard })).toEqual({ kind: "lost" });
    await server.close();
  });
});

describe("an answer that breaks off in the middle of its body", () => {
  it("is given up after its time as well, and is nobody's fault", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"ok":true,"result":{"message_id":');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outbox = createOutbox(new Telegraf("1:x", { telegram: { apiRoot } }).telegram, { timeoutMs: 200 });
    expect(await outbox.send({ chat: 1, thread: null, html: "x" })).toMatchObject({ kind: "failed" });
    server.closeAllConnections();
    server.close();
  });
});

describe("a failure on record", () => {
  it.each([
    [answer(502, "Bad Gateway"), "502 Bad Gateway"],
    [
      Object.assign(new Error("request to https://host/bot1:token failed"), { code: "ECONNRESET" }),
      "ECONNRESET",
    ],
    [new DOMException("The operation was aborted", "AbortError"), "AbortError"],
    ["https://host/bot1:token", "unknown"],
  ])("%o is %s: never the client's own words", (error, why) => expect(whyFailed(error)).toBe(why));
});

describe("plain text of a message", () => {
  it("has no tags left, and its references read", () => {
    expect(toPlain('<b>a &lt;b&gt; &amp;amp;</b> <a href="x">c</a>')).toBe("a <b> &amp; c");
  });
});
