// What doctor makes of Telegram's word about the webhook.
import { describe, expect, it } from "vitest";
import { readWebhook } from "../../src/cli/checkWebhook.ts";

const now = new Date("2026-11-27T12:00:00Z");
const at = (iso: string): number => Date.parse(iso) / 1000;
const url = "https://bot.example.org/secret-path";
const failure = { last_error_message: "Connection refused" };

describe("doctor's look at the webhook", () => {
  it.each([
    ["long polling without one", { url: "" }, undefined, "ok", "long polling; 0 updates wait"],
    [
      "a webhook that is ours",
      { url, pending_update_count: 3 },
      url,
      "ok",
      "bot.example.org; 3 updates wait",
    ],
    ["a webhook where we poll", { url }, undefined, "warning", "to bot.example.org, and this bot polls"],
    ["none where there should be one", { url: "" }, url, "warning", "nowhere, not to WEBHOOK_URL"],
    ["another's", { url: "https://other.example.net/x" }, url, "warning", "to other.example.net, not to"],
    [
      "a failure of ten minutes ago",
      { url, last_error_date: at("2026-11-27T11:50:00Z"), ...failure },
      url,
      "fault",
      "10 minutes ago: Connection refused",
    ],
    [
      "a failure of yesterday",
      { url, last_error_date: at("2026-11-26T11:50:00Z"), ...failure },
      url,
      "ok",
      "bot",
    ],
    ["too many that wait", { url, pending_update_count: 5_000 }, url, "warning", "5000 updates wait"],
  ] as const)("%s: %#", (_what, state, own, status, detail) => {
    const found = readWebhook(state, own, now);
    expect(found).toMatchObject({ status, detail: expect.stringContaining(detail) });
    expect(found.mend === undefined).toBe(status === "ok");
    expect(JSON.stringify(found)).not.toContain("secret-path");
  });
});
