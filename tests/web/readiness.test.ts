// What /readyz makes of what is known, part by part, and who may read /metrics.
import { describe, expect, it } from "vitest";
import { admit } from "../../src/web/metricsPage.ts";
import { type Facts, judge } from "../../src/web/readiness.ts";

const well: Facts = {
  redis: true,
  telegram: { ageSeconds: 3, isRefused: false },
  tickAgeSeconds: 12,
  queues: [
    { queue: "digests", oldestSeconds: 170.4 },
    { queue: "alerts", oldestSeconds: 0 },
  ],
};

describe("a house", () => {
  it("is ready when each part is", () => {
    expect(judge(well)).toEqual({
      isReady: true,
      checks: {
        redis: { ok: true },
        telegram: { ok: true, ageSeconds: 3 },
        clock: { ok: true, ageSeconds: 12 },
        queue: { ok: true, ageSeconds: 170 },
      },
    });
  });

  it.each<[string, Partial<Facts>, readonly string[], RegExp]>([
    ["Redis does not answer", { redis: false }, ["redis", "clock", "queue"], /does not answer/],
    [
      "Telegram never answered",
      { telegram: { ageSeconds: null, isRefused: false } },
      ["telegram"],
      /not answered yet/,
    ],
    [
      "Telegram has not answered for 91 s",
      { telegram: { ageSeconds: 91, why: "ECONNREFUSED", isRefused: false } },
      ["telegram"],
      /ECONNREFUSED/,
    ],
    [
      "Telegram refuses the token",
      { telegram: { ageSeconds: 1, why: "401 Unauthorized", isRefused: true } },
      ["telegram"],
      /401/,
    ],
    ["no clock ever ticked", { tickAgeSeconds: null }, ["clock"], /no clock/],
    ["no clock ticked for 91 s", { tickAgeSeconds: 91 }, ["clock"], /90 s/],
    [
      "a job has waited for 601 s",
      { queues: [{ queue: "alerts", oldestSeconds: 601 }] },
      ["queue"],
      /alerts/,
    ],
  ])("is not when %s, and says which part and why", (_what, change, parts, why) => {
    const { isReady, checks } = judge({ ...well, ...change });
    expect(isReady).toBe(false);
    const wrong = Object.entries(checks).filter(([, { ok }]) => !ok);
    expect(wrong.map(([name]) => name)).toEqual(parts);
    expect(wrong[0]?.[1].why).toMatch(why);
  });

  it.each<[string, Partial<Facts>]>([
    ["one question to Telegram failed", { telegram: { ageSeconds: 90, why: "ETIMEDOUT", isRefused: false } }],
    ["the tick is 90 s old", { tickAgeSeconds: 90 }],
    ["a job has waited for 600 s", { queues: [{ queue: "digests", oldestSeconds: 600 }] }],
  ])("is still ready when %s", (_what, change) => expect(judge({ ...well, ...change }).isReady).toBe(true));
});

describe("/metrics", () => {
  const here = { address: "127.0.0.1", headers: { host: "127.0.0.1:3000" } };
  it.each<[string, Parameters<typeof admit>[0], string | undefined, string]>([
    ["this machine, where there is no token", here, undefined, "in"],
    ["this machine by IPv6", { address: "::1", headers: { host: "[::1]:3000" } }, undefined, "in"],
    [
      "this machine as IPv4 in IPv6",
      { address: "::ffff:127.0.0.1", headers: { host: "localhost" } },
      undefined,
      "in",
    ],
    ["another machine", { address: "10.0.0.7", headers: { host: "10.0.0.1:3000" } }, undefined, "local"],
    [
      "a proxy here, for somebody",
      { ...here, headers: { ...here.headers, "x-forwarded-for": "1.2.3.4" } },
      undefined,
      "local",
    ],
    [
      "a browser here, led by a name",
      { ...here, headers: { host: "rebound.example:3000" } },
      undefined,
      "local",
    ],
    ["nobody that is known", { address: undefined, headers: {} }, undefined, "local"],
    ["this machine without the token", here, "hush-hush", "token"],
    [
      "a wrong token",
      { ...here, headers: { ...here.headers, authorization: "Bearer hush" } },
      "hush-hush",
      "token",
    ],
    [
      "an empty token",
      { ...here, headers: { ...here.headers, authorization: "Bearer " } },
      "hush-hush",
      "token",
    ],
    [
      "another machine with the token",
      { address: "10.0.0.7", headers: { authorization: "Bearer hush-hush" } },
      "hush-hush",
      "in",
    ],
  ])("answers %s", (_who, asker, token, admission) => expect(admit(asker, token)).toBe(admission));
});
