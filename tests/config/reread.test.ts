// config/ read once more: what differs is named key by key, and one wrong file leaves all of them as they were.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { rereadConfig } from "../../src/config/reread.ts";
import { configOf, makeFolder } from "./sandbox.ts";

const files = {
  "config/mujaz.yaml": "bot: {}\n",
  "config/topics.yaml": "topics:\n  - id: economy\n    names: { ar: الاقتصاد }\n    words: { تضخم: 3 }\n", // "economy", "inflation"
  "config/sources.yaml": "feeds: []\n",
  "config/boilerplate.yaml": "rules: []\n",
  "config/messages/ar.ftl": "hello = أهلاً\n", // "welcome"
  "config/messages/en.ftl": "hello = Hello\n",
};

/** A process that has started on these files; `write` changes one, `reread` reads again. */
function running(more: Readonly<Record<string, string>> = {}) {
  const cwd = makeFolder({ ...files, ...more });
  const input = { env: {}, cwd, isTerminal: false };
  const config = configOf(loadConfig(input));
  return {
    config,
    cwd,
    write: (name: string, text: string) => writeFileSync(join(cwd, name), text),
    reread: () => rereadConfig(config, input),
  };
}

/** Each key of mujaz.yaml with a value that is not its default. */
const others: Readonly<Record<string, unknown>> = {
  "bot.locale": "en",
  "bot.zone": "Asia/Amman",
  "bot.hijriShift": 1,
  "bot.dropPendingUpdates": true,
  "defaults.times": ["18:30"],
  "defaults.items": 7,
  "defaults.length": "short",
  "summary.sentences.short": 2,
  "summary.sentences.standard": 4,
  "summary.sentences.long": 6,
  "articles.retentionDays": 61,
  "digest.card": "channels",
  "privacy.eraseAfterDays": 91,
  "access.allow": [1001],
  "access.deny": [1002],
  "access.maxSubscribers": 9,
  "access.maxFeedsPerOperator": 9,
  "delivery.leaseSeconds": 31,
  "delivery.queuedLeaseSeconds": 601,
  "delivery.highWater": 5001,
  "delivery.claimLimit": 1001,
  "delivery.graceHours": 13,
  "delivery.quietToleranceMinutes": 61,
  "delivery.carryHours": 49,
  "delivery.attempts": 6,
  "delivery.sendTimeoutSeconds": 16,
  "delivery.reviewMinutes": 31,
  "delivery.rateMargin": 3,
  "delivery.spreadMinutes": 1,
  "delivery.paidBroadcast": true,
  "delivery.paidRate": 999,
};

function leaves(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === "" ? name : `${path}.${name}`),
  );
}

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce((inner, name) => (inner as Record<string, unknown>)[name], value);

describe("a running process that reads config/ again", () => {
  it("has every key of mujaz.yaml in the table below", () => {
    const { env: _, topics: _2, sources: _3, boilerplate: _4, messages: _5, ...settings } = running().config;
    expect(leaves(settings).sort()).toEqual(Object.keys(others).sort());
  });

  it.each(Object.entries(others))("takes over %s = %j, and names it", (key, value) => {
    const { config, write, reread } = running(
      // A topic needs a name in the language of the bot.
      key === "bot.locale"
        ? { "config/topics.yaml": files["config/topics.yaml"].replace("ar:", "en: Economy, ar:") }
        : {},
    );
    expect(at(config, key)).not.toEqual(value);
    const yaml = key.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    write("config/mujaz.yaml", JSON.stringify(yaml));
    const read = reread();
    expect(read).toMatchObject({ ok: true, changed: [key], needRestart: [], warnings: [] });
    expect(read.ok && at(read.config, key)).toEqual(value);
    expect(at(config, key)).not.toEqual(value);
  });

  it.each([
    ["topics", "config/topics.yaml", "topics: [{ id: health, names: { ar: الصحة }, words: {} }]\n"], // "health"
    ["sources", "config/sources.yaml", "pauseSeconds: 2\n"],
    [
      "boilerplate",
      "config/boilerplate.yaml",
      "rules: [{ id: ad, where: anywhere, drops: line, pattern: '^إعلان$', example: إعلان }]\n", // "advertisement"
    ],
    ["messages/ar.ftl", "config/messages/ar.ftl", "hello = مرحباً\n"], // "hello"
    ["messages/fr.ftl", "config/messages/fr.ftl", "hello = Bonjour\n"],
  ])("takes over %s", (what, name, text) => {
    const { write, reread } = running();
    write(name, text);
    expect(reread()).toMatchObject({ ok: true, changed: [what] });
  });

  it("tells of no change where there is none, and of a pattern that differs by a letter", () => {
    const rule = (pattern: string) =>
      `rules: [{ id: ad, where: anywhere, drops: line, pattern: '${pattern}', example: إعلان }]\n`;
    const { write, reread } = running({ "config/boilerplate.yaml": rule("^إعلان$") });
    expect(reread()).toMatchObject({ ok: true, changed: [] });
    write("config/boilerplate.yaml", rule("^إعلانً?$"));
    expect(reread()).toMatchObject({ ok: true, changed: ["boilerplate"] });
  });

  it("keeps all files as they were when one is wrong, and names every fault with its line", () => {
    const { write, reread } = running();
    write("config/mujaz.yaml", "defaults:\n  itmes: 4\n");
    write("config/messages/ar.ftl", "hello = مرحباً\nthis is no Fluent\n");
    const read = reread();
    expect(read).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([
        expect.objectContaining({ file: "config/mujaz.yaml", line: 2, mend: 'did you mean "items"?' }),
        expect.objectContaining({ file: "config/messages/ar.ftl", line: 2 }),
      ]),
    });
  });

  it("names what of the environment needs a restart, and keeps it as it was", () => {
    const { config, write, reread } = running({ ".env": "SEND_RATE=5\n" });
    write(
      ".env",
      "SEND_RATE=6\nPORT=4000\nADMIN_IDS=7\nWEBHOOK_URL=https://b.example.org/h\nWEBHOOK_SECRET=s\nCONFIG_DIR=elsewhere\n",
    );
    const read = reread();
    expect(read).toMatchObject({
      ok: true,
      changed: [],
      needRestart: ["ADMIN_IDS", "CONFIG_DIR", "PORT", "SEND_RATE", "WEBHOOK_SECRET", "WEBHOOK_URL"],
    });
    expect(read.ok && read.config.env).toEqual(config.env);
  });

  it("warns of an environment that the next start would refuse, and takes the files over all the same", () => {
    const { write, reread } = running();
    write(".env", "SEND_RAET=6\n");
    write("config/messages/ar.ftl", "hello = مرحباً\n");
    expect(reread()).toMatchObject({
      ok: true,
      changed: ["messages/ar.ftl"],
      warnings: [{ file: ".env", line: 1, mend: 'did you mean "SEND_RATE"?' }],
    });
  });
});
