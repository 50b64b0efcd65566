// The log: what a line holds, and what never gets into one.
import { describe, expect, it } from "vitest";
import { redact } from "../../src/runtime/log.ts";
import { captureLog } from "./capture.ts";

const token = `123456789:${"AbC-_9".repeat(6)}`;

describe("redact", () => {
  it.each([
    ["a token", `x ${token} y`, "x bot<redacted> y"],
    [
      "a token in an address",
      `https://api.example.org/bot${token}/getMe`,
      "https://api.example.org/bot<redacted>/getMe",
    ],
    ["a token with an encoded colon", token.replace(":", "%3A"), "bot<redacted>"],
    ["a short token in an address", "POST /bot1:test/sendMessage", "POST /bot<redacted>/sendMessage"],
    ["a password in an address", "redis://me:hush@db:6379/0", "redis://<redacted>@db:6379/0"],
    ["two tokens", `${token},${token}`, "bot<redacted>,bot<redacted>"],
  ])("takes out %s", (_what, text, expected) => expect(redact(text)).toBe(expected));

  it.each([
    "at 10:30 on 2026-11-24",
    "src/bot/commands/start.ts:12",
    "http://127.0.0.1:3000/a/42",
    "غرفة 12: خالية",
  ])(
    "leaves «%s» alone", // The last: "room 12: empty"
    (text) => expect(redact(text)).toBe(text),
  );
});

describe("the log", () => {
  it("writes one event name, level, time and fields a line", () => {
    const { log, lines } = captureLog();
    log.child({ process: "clock" }).info("tick.claimed", { count: 3 });
    expect(lines()).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        process: "clock",
        count: 3,
        event: "tick.claimed",
      },
    ]);
  });

  it("keeps the name, message, code, stack and cause of an error, without the secrets in them", () => {
    const cause = Object.assign(new Error(`reset at /bot${token}/sendMessage`), {
      code: "ECONNRESET",
      request: { url: `/bot${token}`, text: "سر" }, // "a secret"
    });
    const { log, lines, text } = captureLog();
    log.error("send.failed", { err: new TypeError(`invalid json: ${token}`, { cause }) });
    expect(text()).not.toContain("AbC-_9");
    expect(text()).not.toContain("سر");
    expect(lines()[0]?.["err"]).toEqual({
      name: "TypeError",
      message: "invalid json: bot<redacted>",
      stack: expect.stringContaining("log.test.ts"),
      cause: {
        name: "Error",
        message: "reset at /bot<redacted>/sendMessage",
        code: "ECONNRESET",
        stack: expect.stringContaining("bot<redacted>"),
      },
    });
  });

  it("never writes words of readers or articles, nor secrets under their own names", () => {
    const { log, lines } = captureLog();
    log.info("seen", {
      text: "a",
      title: "b",
      first_name: "c",
      deep: [{ password: "d", chat: 7 }],
      botToken: "e",
    });
    expect(lines()[0]).toMatchObject({
      text: "<redacted>",
      title: "<redacted>",
      first_name: "<redacted>",
      deep: [{ password: "<redacted>", chat: 7 }],
      botToken: "<redacted>",
    });
  });

  it.each(["json", "pretty"] as const)(
    "writes out, as %s, what a terminal obeys and what turns a line around",
    (format) => {
      const { log, text } = captureLog(format);
      log.warn("feed.failed", { reason: "a\u001b[31mb\u009b31mc\u202egnp\u2028d" });
      expect(text()).toMatch(/a\\+u\{1b\}\[31mb\\+u\{9b\}31mc\\+u\{202e\}gnp\\+u\{2028\}d/);
      expect(text().trimEnd()).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    },
  );

  it("survives fields that refer to themselves", () => {
    const loop: { self?: unknown; n: bigint } = { n: 1n };
    loop.self = loop;
    const { log, lines } = captureLog();
    log.info("seen", { loop });
    expect(lines()[0]).toMatchObject({ loop: { n: "1", self: "<circular>" } });
  });

  it("writes for people too, with no secret either", () => {
    const { log, text } = captureLog("pretty");
    log.warn("send.failed", { err: new Error(`at /bot${token}/getMe`), chat: 7 });
    expect(text()).toContain("send.failed");
    expect(text()).toContain("bot<redacted>/getMe");
    expect(text()).not.toContain("AbC-_9");
  });
});
