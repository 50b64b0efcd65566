// mujaz doctor on the webhook, by what Telegram answers to getWebhookInfo: each fault by itself, with its mend; status 1 where no start mends it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../e2e/server.ts";
import { hasRedisServer } from "../e2e/tools.ts";
import { type DoctorStand, type Finding, openDoctorStand } from "./doctorStand.ts";

const url = "https://bot.example.org/hooks/marked-path";
const ours = { WEBHOOK_URL: url, WEBHOOK_SECRET: "marked-secret" };

describe.skipIf(!hasRedisServer)("mujaz doctor", () => {
  let stand: DoctorStand;
  beforeAll(async () => {
    stand = await openDoctorStand();
  });
  afterAll(() => stand.close());
  afterEach(async () => {
    stand.answer("getWebhookInfo", undefined);
    stand.answer("getMe", undefined);
    await webhookAt("", true);
  });

  /** Tells Telegram so, as another program would. */
  async function webhookAt(to: string, drop = false): Promise<void> {
    const call = `setWebhook?url=${encodeURIComponent(to)}&drop_pending_updates=${drop}`;
    expect((await fetch(`${stand.apiRoot}/bot${stand.token}/${call}`)).status).toBe(200);
  }

  /** The only thing that is wrong; it stands in the lines for people with its mend, and names neither path nor secret. */
  async function only(kind: "fault" | "warning", env: Record<string, string>): Promise<Finding> {
    const { status, wrong, all } = await stand.doctor(env);
    const lines = await stand.lines(env);
    expect(wrong).toHaveLength(1);
    const [found] = wrong;
    if (found === undefined) throw new Error("nothing found");
    expect([found.status, status]).toEqual([kind, kind === "fault" ? 1 : 0]);
    const mark = kind === "fault" ? "FAULT" : "warn ";
    expect(lines).toContain(`${mark} ${found.check.padEnd(9)} ${found.detail}\n      mend: ${found.mend}\n`);
    expect(JSON.stringify(all) + lines).not.toMatch(/marked-/);
    return found;
  }

  it("finds nothing wrong with long polling, nor with a webhook that is ours", async () => {
    const polling = await stand.doctor();
    expect([polling.status, polling.wrong]).toEqual([0, []]);
    expect(polling.all).toContainEqual({
      check: "webhook",
      status: "ok",
      detail: "long polling; 0 updates wait at Telegram",
    });
    await webhookAt(url);
    const { status, wrong, all } = await stand.doctor(ours);
    expect([status, wrong]).toEqual([0, []]);
    expect(all.find(({ check }) => check === "webhook")?.detail).toBe(
      "webhook at bot.example.org; 0 updates wait at Telegram",
    );
  });

  it.each([
    [
      "another's, where we poll",
      "https://other.example.net/marked-path",
      {},
      /to other\.example\.net/,
      /^End the program/,
    ],
    [
      "another's, where ours should be",
      "https://other.example.net/marked-path",
      ours,
      /to other\.example\.net, not/,
      /another program uses this token/,
    ],
    [
      "ours at another path",
      `${url}-of-yesterday`,
      ours,
      /to bot\.example\.org, not to WEBHOOK_URL/,
      /mujaz start web/,
    ],
    ["none where ours should be", "", ours, /nowhere, not to WEBHOOK_URL/, /mujaz start web/],
  ])(
    "warns of a webhook that is %s: the start mends it, and a release must go on",
    async (_what, to, env, detail, mend) => {
      await webhookAt(to);
      expect(await only("warning", env)).toMatchObject({
        check: "webhook",
        detail: expect.stringMatching(detail),
        mend: expect.stringMatching(mend),
      });
    },
  );

  it.each([
    ["Connection refused", "fault", /Look at the proxy/],
    [
      "SSL error {error:0A000086:SSL routines::certificate verify failed}",
      "fault",
      /a certificate that the world trusts/,
    ],
    ["Wrong response from the webhook: 401 Unauthorized", "warning", /which sets WEBHOOK_SECRET anew/],
    ["Wrong response from the webhook: 404 Not Found", "fault", /path of WEBHOOK_URL/],
    ["Wrong response from the webhook: 503 Service Unavailable", "warning", /Redis may be away or full/],
  ] as const)(
    "names Telegram's last failure to reach it (%s), and what mends that one",
    async (why, kind, mend) => {
      await webhookAt(url);
      const tenMinutesAgo = Math.floor(Date.now() / 1000) - 600;
      stand.answer("getWebhookInfo", { last_error_date: tenMinutesAgo, last_error_message: why });
      const found = await only(kind, ours);
      expect(found.check).toBe("webhook");
      expect(found.detail).toBe(
        `Telegram could not deliver to WEBHOOK_URL 10 minutes ago: ${why}; 0 updates wait at Telegram`,
      );
      expect(found.mend).toMatch(mend);
    },
  );

  it("has forgotten a failure that is over", async () => {
    await webhookAt(url);
    const yesterday = Math.floor(Date.now() / 1000) - 86_400;
    stand.answer("getWebhookInfo", { last_error_date: yesterday, last_error_message: "Connection refused" });
    expect((await stand.doctor(ours)).wrong).toEqual([]);
  });

  it.each([
    ["by polling", {}, "", /^Start `mujaz start web`$/],
    ["by webhook", ours, url, /behind the proxy/],
  ])("warns that updates pile up at Telegram, %s", async (_how, env, to, mend) => {
    await webhookAt(to);
    for (let count = 0; count <= 1_000; count += 1) stand.telegram.say(1, "/help");
    expect(await only("warning", env)).toMatchObject({
      check: "webhook",
      detail: "1001 updates wait at Telegram",
      mend: expect.stringMatching(mend),
    });
  });

  it.each([
    [{ WEBHOOK_URL: url }, /WEBHOOK_URL is set without WEBHOOK_SECRET/, /set WEBHOOK_SECRET too/],
    [{ WEBHOOK_SECRET: "marked-secret" }, /WEBHOOK_SECRET is set without WEBHOOK_URL/, /set WEBHOOK_URL too/],
    [{ ...ours, WEBHOOK_SECRET: "marked-secret, with spaces" }, /WEBHOOK_SECRET must be/, /openssl rand/],
  ])("finds a half or wrong webhook in the environment: %#", async (env, detail, mend) => {
    const fault = await only("fault", env as Record<string, string>);
    expect(fault).toMatchObject({
      check: "config",
      detail: expect.stringMatching(detail),
      mend: expect.stringMatching(mend),
    });
  });

  it("blames a Telegram that is out of reach once, and no part of ours", async () => {
    const fault = await only("fault", { TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}` });
    expect(fault).toMatchObject({ check: "token", mend: expect.stringMatching(/^Let this machine reach/) });
  });

  it("says which question it was that Telegram did not answer", async () => {
    stand.answer("getWebhookInfo", { ok: false, error_code: 500, description: "Internal Server Error" });
    const fault = await only("fault", {});
    expect(fault).toMatchObject({
      check: "webhook",
      detail: expect.stringMatching(/^getWebhookInfo failed: 500: Internal Server Error/),
      mend: expect.stringMatching(/^Let this machine reach/),
    });
  });
});
