// The JSON Schemas say of a file what the reader of config/ says: by a validator of JSON Schema, not by ours.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseDotEnv } from "../../src/config/dotenv.ts";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { names, secretNames } from "../../src/config/variables.ts";
import { parseLine } from "../../src/subscribers/line.ts";
import { configOf, load, makeFolder } from "../config/sandbox.ts";
import { root } from "../root.ts";
import { runHere } from "./desk.ts";

const { stdout, status } = await runHere(["schema"]);
const schemas = JSON.parse(stdout) as Readonly<Record<string, object>>;
const ajv = new Ajv({ allErrors: true, validateFormats: false });
const validators = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

function isValid(name: string, value: unknown): boolean {
  const validate: ValidateFunction | undefined = validators.get(name);
  if (validate === undefined) throw new Error(`there is no schema of ${name}`);
  return validate(value) as boolean;
}

const yamls = ["mujaz.yaml", "sources.yaml", "topics.yaml", "boilerplate.yaml"] as const;
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

describe("mujaz schema", () => {
  it("prints one object with the schema of every file, of .env and of a subscriber's line", () => {
    expect(status).toBe(0);
    expect(Object.keys(schemas)).toEqual([...yamls, ".env", "subscriber"]);
  });

  it("is what lies in config/schemas: `npm run schemas` writes it", () => {
    const written = readdirSync(join(root, "config", "schemas")).sort();
    expect(written).toEqual(yamls.map((name) => name.replace("yaml", "json")).sort());
    for (const name of yamls)
      expect(JSON.parse(read("config", "schemas", name.replace("yaml", "json"))), name).toEqual(
        schemas[name],
      );
  });

  it.each(yamls)("is named to editors by the first line of config/%s, which it accepts", (name) => {
    const text = read("config", name);
    const [, path] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(path).toBe(`schemas/${name.replace("yaml", "json")}`);
    expect(isValid(name, parse(text))).toBe(true);
  });

  it("describes every key of mujaz.yaml with its default", () => {
    const leaves = (schema: unknown, path: string): string[] => {
      const { properties, default: usual, description } = schema as Record<string, object | undefined>;
      if (properties !== undefined)
        return Object.entries(properties).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
      return usual === undefined || description === undefined ? [path] : [];
    };
    expect(leaves(schemas["mujaz.yaml"], "")).toEqual([]);
  });

  it.each([
    ["mujaz.yaml", { defaults: { items: 7, times: ["06:15"] } }, true],
    ["mujaz.yaml", { access: { allow: [1, -1001234567890], maxSubscribers: null } }, true],
    ["mujaz.yaml", { defaults: { itmes: 7 } }, false],
    ["mujaz.yaml", { defaults: { items: "7" } }, false],
    ["mujaz.yaml", { defaults: { items: 21 } }, false],
    ["mujaz.yaml", { defaults: { times: ["7:00"] } }, false],
    ["mujaz.yaml", { defaults: { times: [] } }, false],
    ["mujaz.yaml", { bot: { hijriShift: 2 } }, false],
    ["mujaz.yaml", { access: { maxSubscribers: 0 } }, false],
    ["mujaz.yaml", { access: { allow: ["@someone"] } }, false],
    ["sources.yaml", { feeds: [{ url: "https://news.example.org/rss", name: "أخبار المثال" }] }, true],
    ["sources.yaml", { feeds: [{ url: "https://news.example.org/rss" }] }, false],
    ["sources.yaml", { allowHosts: ["intranet.example", "[FE80::1]:8080"] }, true],
    ["sources.yaml", { allowHosts: ["http://intranet.example/"] }, false],
    ["topics.yaml", { topics: [{ id: "economy", names: { ar: "الاقتصاد" }, words: { تضخم: 3 } }] }, true],
    ["topics.yaml", { topics: [{ id: "Economy", names: { ar: "الاقتصاد" }, words: {} }] }, false],
    ["topics.yaml", { topics: [{ id: "economy", names: { ar: "الاقتصاد" }, words: { تضخم: 0 } }] }, false],
    ["topics.yaml", {}, false],
    [
      "boilerplate.yaml",
      { rules: [{ id: "ad", where: "top", drops: "line", pattern: "^إعلان$", example: "إعلان" }] },
      true,
    ],
    [
      "boilerplate.yaml",
      { rules: [{ id: "ad", where: "middle", drops: "line", pattern: "x", example: "x" }] },
      false,
    ],
  ])("says of %s %j what the reader says: %s", (name, value, isRight) => {
    expect(isValid(name, value)).toBe(isRight);
    expect(load({ [`config/${name}`]: JSON.stringify(value) }).ok).toBe(isRight);
  });

  it("knows the names of .env, and accepts the example with everything switched on", () => {
    const properties = (schemas[".env"] as { properties: object }).properties;
    expect(Object.keys(properties).sort()).toEqual(
      [...names, ...secretNames.map((name) => `${name}_FILE`)].sort(),
    );
    const example = read(".env.example").replaceAll(/^#([A-Z_]+=\S)/gm, "$1");
    expect(isValid(".env", parseDotEnv(".env", example).values)).toBe(true);
    expect(isValid(".env", { BOT_TOEKN: "1:x" })).toBe(false);
    expect(isValid(".env", { PORT: "http" })).toBe(false);
  });

  it("tells the defaults that the reader takes", () => {
    const { env } = configOf(load({}, {}));
    const cwd = makeFolder({
      "config/topics.yaml": read("config", "topics.yaml"),
      "config/messages/ar.ftl": "a = b\n",
      "config/messages/en.ftl": "a = b\n",
    });
    const properties = (schemas[".env"] as { properties: Record<string, { default?: string }> }).properties;
    const given = Object.entries(properties).flatMap(([name, { default: usual }]) =>
      usual === undefined || name.endsWith("_DIR") || name === "TELEGRAM_API_ROOT" ? [] : [[name, usual]],
    );
    expect(given.length).toBeGreaterThan(6);
    const same = configOf(loadConfig({ env: Object.fromEntries(given), cwd, isTerminal: false })).env;
    const dirs = { contentDir: "", configDir: "", dataDir: "" };
    expect({ ...same, ...dirs }).toEqual({ ...env, ...dirs });
  });

  it.each([
    ['{"chat":1001}', true],
    ['{"chat":-1001,"times":["07:00",{"at":"fajr","offsetMinutes":15}],"quiet":null}', true],
    ['{"chat":1001,"topcis":[]}', false],
    ['{"times":["07:00"]}', false],
    ['{"chat":1001,"times":["24:00"]}', false],
  ])("says of the subscriber %s what the import says: %s", (line, isRight) => {
    expect(isValid("subscriber", JSON.parse(line))).toBe(isRight);
    expect(parseLine(line, { zone: "Africa/Cairo", now: new Date() }).ok).toBe(isRight);
  });
});
