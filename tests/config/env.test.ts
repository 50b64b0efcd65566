// The environment: defaults, .env, secrets in files, and what is refused.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { configOf, faultsOf, load, makeFolder } from "./sandbox.ts";

const token = `123456789:${"A".repeat(35)}`;

describe("the environment", () => {
  it("has the defaults of the documentation", () => {
    const { env } = configOf(load());
    expect(env).toMatchObject({
      redisPrefix: "mujaz",
      port: 3000,
      host: "127.0.0.1",
      adminIds: [],
      sendRate: 30,
      sendConcurrency: 32,
      logLevel: "info",
      logFormat: "json",
      allowEphemeral: false,
    });
    expect(env.dataDir).toMatch(/[\\/]data$/);
    expect(env).not.toHaveProperty("botToken");
    expect(env).not.toHaveProperty("webhook");
  });

  it("logs prettily in a terminal, unless told otherwise", () => {
    const cwd = makeFolder({
      "config/topics.yaml": "topics: [{ id: general, names: { ar: عام }, words: {} }]\n", // "general"
      "config/messages/ar.ftl": "hello = أهلاً\n",
    });
    expect(configOf(loadConfig({ env: {}, cwd, isTerminal: true })).env.logFormat).toBe("pretty");
    expect(configOf(loadConfig({ env: { LOG_FORMAT: "json" }, cwd, isTerminal: true })).env.logFormat).toBe(
      "json",
    );
  });

  it("reads .env, and lets the process environment win", () => {
    const files = { ".env": `BOT_TOKEN=${token}\nPORT=4000\nADMIN_IDS="1, 2"\nSEND_RATE=5\n` };
    const { env } = configOf(load(files, { PORT: "5000", SEND_RATE: "" }));
    expect(env).toMatchObject({ botToken: token, port: 5000, adminIds: [1, 2], sendRate: 30 });
  });

  it("lets an empty BOT_TOKEN hide the one in .env", () => {
    expect(configOf(load({ ".env": `BOT_TOKEN=${token}\n` }, { BOT_TOKEN: "" })).env).not.toHaveProperty(
      "botToken",
    );
  });

  it("refuses unknown names in .env, but not in the process environment", () => {
    expect(load({}, { EDITOR: "vi", BOT_TOKN: "x" }).ok).toBe(true);
    expect(faultsOf(load({ ".env": 'A_NOTE="two\nPORT2=lines"\nexport BOT_TOEKN=1\n' }))).toEqual([
      {
        file: ".env",
        line: 1,
        message: 'unknown name "A_NOTE"',
        mend: expect.stringContaining("use one of"),
      },
      { file: ".env", line: 3, message: 'unknown name "BOT_TOEKN"', mend: 'did you mean "BOT_TOKEN"?' },
    ]);
  });

  it("says so when a line of .env is no assignment", () => {
    expect(faultsOf(load({ ".env": "PORT: 3000\n" }))).toMatchObject([{ file: ".env", line: 1 }]);
    // … and still reads the line after it.
    expect(faultsOf(load({ ".env": "PORT 3000\nSEND_RATE=many\n" })).map(({ line }) => line)).toEqual([1, 2]);
  });

  it("names a .env that is a folder", () => {
    const [fault] = faultsOf(load({ ".env/keep": "" }));
    expect(fault).toMatchObject({ file: ".env", message: expect.stringContaining("folder") });
  });

  it("takes port 0 only where a real bot does not look for the playground", () => {
    expect(faultsOf(load({ ".env": "PORT=0\n" }))).toMatchObject([{ file: ".env", line: 1 }]);
    expect(configOf(load({}, { PORT: "0", BOT_TOKEN: token })).env.port).toBe(0);
  });

  it("reads secrets from files", () => {
    const folder = makeFolder({ token: `${token}\n`, redis: "redis://:pass@db:6380/2\n" });
    const env = { BOT_TOKEN_FILE: join(folder, "token"), REDIS_URL_FILE: join(folder, "redis") };
    expect(configOf(load({}, env)).env).toMatchObject({
      botToken: token,
      redisUrl: "redis://:pass@db:6380/2",
    });
  });

  it.each([
    [
      "that is not there",
      { BOT_TOKEN_FILE: "/nowhere/token" },
      /BOT_TOKEN_FILE names a file that cannot be read \(ENOENT\)/,
    ],
    [
      "beside the secret itself",
      { BOT_TOKEN: token, BOT_TOKEN_FILE: "/x" },
      /BOT_TOKEN and BOT_TOKEN_FILE are both set/,
    ],
  ])("refuses a secret's file %s", (_what, env, message) => {
    expect(faultsOf(load({}, env))).toMatchObject([
      { file: "environment", line: 0, message: expect.stringMatching(message) },
    ]);
  });

  it("never repeats a token or a password that it refuses", () => {
    const env = {
      BOT_TOKEN: "12345:short-secret",
      REDIS_URL: "http://:hidden-password@db",
      WEBHOOK_SECRET: "se cret",
    };
    const faults = faultsOf(load({}, env));
    expect(faults.map(({ message }) => message.split(" ")[0])).toEqual(
      expect.arrayContaining(["BOT_TOKEN", "REDIS_URL", "WEBHOOK_SECRET"]),
    );
    expect(JSON.stringify(faults)).not.toMatch(/short-secret|hidden-password|se cret/);
  });

  it("takes a short token where another Bot API server is named", () => {
    const env = { BOT_TOKEN: "1:test", TELEGRAM_API_ROOT: "http://127.0.0.1:8081/" };
    expect(configOf(load({}, env)).env).toMatchObject({
      botToken: "1:test",
      telegramApiRoot: "http://127.0.0.1:8081",
    });
  });

  it.each([
    ["PORT", "70000", "whole number"],
    ["PORT", "3e3", "whole number"],
    ["SEND_CONCURRENCY", "0", "1 to"],
    ["LOG_LEVEL", "inof", "info"],
    ["LOG_FORMAT", "text", "pretty, json"],
    ["ADMIN_IDS", "12,abc", '"abc"'],
    ["ALLOW_EPHEMERAL", "maybe", "1 or 0"],
    ["PUBLIC_URL", "news.example.org", "http(s) address"],
    ["REDIS_PREFIX", "a{b}", "letters"],
    ["WEBHOOK_URL", "https://bot.example.org/hook", "without WEBHOOK_SECRET"],
    ["WEBHOOK_SECRET", "abc", "without WEBHOOK_URL"],
  ])("refuses %s=%s", (name, value, message) => {
    const faults = faultsOf(load({}, { [name]: value }));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain(name);
    expect(faults[0]?.message).toContain(message);
    expect(faults[0]?.mend).not.toBe("");
  });

  it.each([
    [{ DATA_DIR: "content/state" }, "DATA_DIR"],
    [{ CONTENT_DIR: "./", DATA_DIR: "./data" }, "DATA_DIR"],
    [{ CONTENT_DIR: "data" }, "DATA_DIR"],
  ])("refuses a folder of state among the articles: %o", (env, name) => {
    const faults = faultsOf(load({}, env));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain(`${name} `);
    expect(faults[0]?.message).toContain("read as articles");
  });

  it.each([
    { CONTENT_DIR: "data/content" },
    { DATA_DIR: "content-state" },
    { CONTENT_DIR: "content", DATA_DIR: "..content" },
  ])("takes folders that do not lie so: %o", (env) => {
    expect(load({}, env).ok).toBe(true);
  });

  it("knows the webhook by its address and its secret together", () => {
    const env = { WEBHOOK_URL: "https://bot.example.org/hook/", WEBHOOK_SECRET: "s3cret_-" };
    expect(configOf(load({}, env)).env.webhook).toEqual({
      url: "https://bot.example.org/hook",
      secret: "s3cret_-",
    });
  });

  it.each([
    ["http://bot.example.org/hook", "WEBHOOK_URL must be an https address"],
    ["https://bot.example.org:3000/hook", "WEBHOOK_URL has port 3000"],
  ])("refuses the webhook %s, to which Telegram sends nothing", (url, message) => {
    const faults = faultsOf(load({}, { WEBHOOK_URL: url, WEBHOOK_SECRET: "s" }));
    expect(faults).toMatchObject([
      { message: expect.stringContaining(message), mend: expect.stringContaining("proxy") },
    ]);
  });

  it("takes plain HTTP and any port for the webhook beside a Bot API server of one's own", () => {
    const env = { TELEGRAM_API_ROOT: "http://127.0.0.1:8081", WEBHOOK_SECRET: "s" };
    const url = "http://10.0.0.4:3000/hook";
    expect(configOf(load({}, { ...env, WEBHOOK_URL: url })).env.webhook?.url).toBe(url);
  });
});
