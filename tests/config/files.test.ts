// What an editor may write under config/, and what each slip is answered with.
import { describe, expect, it } from "vitest";
import { formatFaults } from "../../src/config/loadConfig.ts";
import { configOf, faultsOf, load } from "./sandbox.ts";

const rule = (pattern: string, example: string): string =>
  `rules:\n  - id: ad\n    where: anywhere\n    drops: line\n    pattern: '${pattern}'\n    example: '${example}'\n`;
const topic = (more: string): string =>
  `topics:\n  - id: economy\n    names: { ar: الاقتصاد }\n    ${more}\n`; // "economy"

describe("files under config/", () => {
  it("may be missing, all but topics and messages: the defaults hold", () => {
    const config = configOf(load());
    expect(config.bot).toEqual({
      locale: "ar",
      zone: "Africa/Cairo",
      hijriShift: 0,
      dropPendingUpdates: false,
    });
    expect(config.defaults).toEqual({ times: ["07:00"], items: 5, length: "standard" });
    expect(config.summary.sentences).toEqual({ short: 1, standard: 3, long: 5 });
    expect(config.delivery).toEqual({
      leaseSeconds: 30,
      queuedLeaseSeconds: 600,
      highWater: 5000,
      claimLimit: 1000,
      graceHours: 12,
      quietToleranceMinutes: 60,
      carryHours: 48,
      attempts: 5,
      sendTimeoutSeconds: 15,
      reviewMinutes: 30,
      rateMargin: 2,
      spreadMinutes: 0,
      paidBroadcast: false,
      paidRate: 1_000,
    });
    expect(config.boilerplate).toEqual([]);
    expect(config.sources).toEqual({ feeds: [], allowHosts: [], pauseSeconds: 1 });
    expect(config.messages).toEqual({ ar: "hello = أهلاً\n" });
  });

  it("change one value and leave the others as they were", () => {
    const config = configOf(
      load({ "config/mujaz.yaml": "defaults:\n  items: 7\ndelivery:\n  attempts: 9\n" }),
    );
    expect(config.defaults).toEqual({ times: ["07:00"], items: 7, length: "standard" });
    expect(config.delivery).toMatchObject({ attempts: 9, leaseSeconds: 30 });
  });

  it("give one frozen value, all the way down", () => {
    const config = configOf(load({ "config/boilerplate.yaml": rule("^إعلان$", "إعلان") })); // "advertisement"
    expect(() => Object.assign(config.delivery, { attempts: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.topics[0]?.words ?? {}, { x: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.env, { port: 1 })).toThrow(TypeError);
    const [first] = config.boilerplate;
    expect(["إعلان", "الإعلان", "إعلان"].map((line) => first?.pattern.test(line))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each([
    [
      "an unknown key",
      "mujaz.yaml",
      'bot:\n  locale: ar\ndefaults:\n  times: ["07:00"]\n  itmes: 4\n',
      5,
      'unknown key "itmes"',
      'did you mean "items"?',
    ],
    [
      "an unknown key at the top",
      "mujaz.yaml",
      "# one\n\nbots: {}\n",
      3,
      'unknown key "bots"',
      'did you mean "bot"?',
    ],
    [
      "a word for a number",
      "mujaz.yaml",
      "defaults:\n  items: five\n",
      2,
      "defaults.items: expected number, received string",
      "1 to 20, e.g. 5",
    ],
    ["too many", "mujaz.yaml", "defaults:\n\n  items: 21\n", 3, "defaults.items: too big", "1 to 20"],
    [
      "a wrong word",
      "mujaz.yaml",
      "defaults:\n  length: medium\n",
      2,
      "defaults.length",
      "one of headlines, short, standard, long",
    ],
    [
      "a time that no clock shows",
      "mujaz.yaml",
      'defaults:\n  times:\n    - "07:00"\n    - "25:00"\n',
      4,
      "defaults.times[2]",
      '"07:00"',
    ],
    [
      "a time after which nobody would be erased",
      "mujaz.yaml",
      "privacy:\n  eraseAfterDays: 0\n",
      2,
      "privacy.eraseAfterDays",
      "a whole number of days, 1 to 3650",
    ],
    [
      "a zone that is none",
      "mujaz.yaml",
      "bot:\n  zone: Africa/Ciaro\n",
      2,
      'no time zone "Africa/Ciaro"',
      'did you mean "Africa/Cairo"?',
    ],
    [
      "an offset for a zone",
      "mujaz.yaml",
      'bot:\n  zone: "+02:00"\n',
      2,
      'no time zone "+02:00"',
      "Africa/Cairo",
    ],
    ["a locale without messages", "mujaz.yaml", "bot:\n  locale: fr\n", 2, "no config/messages/fr.ftl", "ar"],
    ["a list where a map belongs", "mujaz.yaml", "\nbot: [ar]\n", 2, "bot: expected object", ""],
    [
      "a key twice",
      "mujaz.yaml",
      "bot:\n  locale: ar\n  zone: Africa/Cairo\n  locale: en\n",
      4,
      '"locale" stands here a second time',
      "keep one",
    ],
    ["an open quote", "mujaz.yaml", 'bot:\n  locale: "ar\n', 2, "not valid YAML", "quote"],
    ["a tab", "mujaz.yaml", "bot:\n\tlocale: ar\n", 2, "not valid YAML", "spaces"],
    [
      "a topic without an id",
      "topics.yaml",
      "topics:\n  - names: { ar: عام }\n    words: {}\n",
      2,
      "topics[1].id is missing",
      "small letters",
    ], // "general"
    [
      "a weight that is a word",
      "topics.yaml",
      topic("words:\n      تضخم: كثير"),
      5,
      "topics[1].words.تضخم",
      "a weight above 0",
    ], // "inflation: much"
    [
      "a topic without a name in the bot's language",
      "topics.yaml",
      "topics:\n  - id: economy\n    names: { en: Economy }\n    words: {}\n",
      3,
      'no name in "ar"',
      "ar: …",
    ],
    [
      "a topic twice",
      "topics.yaml",
      `${topic("words: {}")}  - id: economy\n    names: { ar: آخر }\n    words: {}\n`,
      5,
      'another topic has the id "economy"',
      "of its own",
    ], // "another"
    ["no topics", "topics.yaml", "topics: []\n", 1, "topics: too small", "a list of topics"],
    [
      "a pattern that is none",
      "boilerplate.yaml",
      rule("^(إعلان$", "إعلان"),
      5,
      'rule "ad": Invalid regular expression',
      "correct the expression",
    ],
    [
      "an example that its pattern misses",
      "boilerplate.yaml",
      rule("^إعلان$", "اعلان"),
      6,
      "does not match",
      "correct the example",
    ],
    [
      "a pattern that matches nothing at all",
      "boilerplate.yaml",
      rule("(إعلان)?", "إعلان"),
      5,
      "empty line",
      "anchor",
    ],
    [
      "a place that is none",
      "boilerplate.yaml",
      rule("^إعلان$", "إعلان").replace("anywhere", "middle"),
      3,
      "rules[1].where",
      "anywhere, top, bottom",
    ],
    [
      "a feed without an address",
      "sources.yaml",
      "feeds:\n  - name: أخبار\n",
      2,
      "feeds[1].url is missing",
      "https://",
    ], // "news"
    [
      "a feed at no web address",
      "sources.yaml",
      "feeds:\n  - name: أخبار\n    url: ftp://example.org\n",
      3,
      "feeds[1].url",
      "https://",
    ],
    [
      "a feed of an unknown topic",
      "sources.yaml",
      "feeds:\n  - name: أخبار\n    url: https://example.org/rss\n    topics: [econmy]\n",
      4,
      'no topic "econmy"',
      'did you mean "economy"?',
    ],
    [
      "a message that is not Fluent",
      "messages/ar.ftl",
      "hello = أهلاً\n\nthis is no message\n",
      3,
      "not valid Fluent",
      "name = text",
    ],
    [
      "a message twice",
      "messages/ar.ftl",
      "hello = أهلاً\nbye = وداعاً\nhello = مرحباً\n",
      3,
      '"hello" stands here a second time',
      "keep one",
    ],
  ])("%s is told with its line and a mend", (_slip, name, text, line, message, mend) => {
    const faults = faultsOf(load({ [`config/${name}`]: text }));
    expect(faults).toEqual([
      {
        file: `config/${name}`,
        line,
        message: expect.stringContaining(message),
        mend: expect.stringContaining(mend),
      },
    ]);
  });

  it.each([
    ["topics.yaml", "config/topics.yaml"],
    ["messages/ar.ftl", "config/messages"],
  ])("%s must be there", (name, file) => {
    expect(faultsOf(load({ [`config/${name}`]: null }))).toMatchObject([{ file, line: 0 }]);
  });

  it.each(["mujaz.yaml", "topics.yaml", "messages/en.ftl"])("say so when %s is a folder", (name) => {
    const faults = faultsOf(load({ [`config/${name}`]: null, [`config/${name}/keep`]: "" }));
    expect(faults).toMatchObject([{ file: `config/${name}`, message: expect.stringContaining("folder") }]);
  });

  it("need every message in the language of bot.locale, which others fall back to", () => {
    const files = {
      "config/messages/ar.ftl": "hello = أهلاً\n",
      "config/messages/en.ftl": "hello = Hello\nbye = Bye\n",
    };
    expect(faultsOf(load(files))).toEqual([
      {
        file: "config/messages/ar.ftl",
        line: 0,
        message: "lacks 1 of the messages in config/messages/en.ftl: bye",
        mend: expect.stringContaining("bot.locale"),
      },
    ]);
    const english = { ...files, "config/mujaz.yaml": "bot: { locale: en }\n" };
    const named = { "config/topics.yaml": "topics: [{ id: general, names: { en: General }, words: {} }]\n" };
    expect(load({ ...english, ...named }).ok).toBe(true);
    // A broken file is one fault: what it hides is not told as well.
    const broken = { ...files, "config/messages/ar.ftl": "hello = أهلاً\nbye\n" };
    expect(faultsOf(load(broken))).toMatchObject([
      { line: 2, message: expect.stringContaining("not valid Fluent") },
    ]);
  });

  it("tell every fault of every file and of the environment together", () => {
    const text = formatFaults(
      faultsOf(
        load(
          {
            "config/mujaz.yaml": "bot:\n  lcoale: ar\ndefaults:\n  itmes: 5\n  length: huge\n",
            "config/sources.yaml": "feds: []\n",
            ".env": "# token\nBOT_TOKN=x\nPORT=many\n",
          },
          { SEND_RATE: "-1" },
        ),
      ),
    );
    expect(text.split("\n").filter((line) => !line.startsWith("  mend:"))).toEqual([
      '.env:2: unknown name "BOT_TOKN"',
      '.env:3: PORT must be a whole number, 0 to 65535, not "many"',
      'config/mujaz.yaml:2: unknown key "lcoale"',
      'config/mujaz.yaml:4: unknown key "itmes"',
      expect.stringMatching(/^config\/mujaz\.yaml:5: defaults\.length: /),
      'config/sources.yaml:1: unknown key "feds"',
      'environment: SEND_RATE must be a whole number, 0 or more, not "-1"',
    ]);
    expect(text).toContain('unknown key "itmes"\n  mend: did you mean "items"?');
  });
});
