// The table of rules in docs/playground.md: each rule has its source, and a test that asserts its words, whole.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { assertionsIn } from "./assertions.ts";

const docs = readFileSync(join(root, "docs", "playground.md"), "utf8");
const tests = assertionsIn(join(root, "tests", "playground"), "rules.test.ts");

/** The titles of the tests that show a rule: for those without words of Telegram's, and those that share their words with another rule. */
const shown: readonly (readonly [rule: string, ...titles: readonly string[]])[] = [
  [
    "a text of more than 4096 units",
    "counts 4096 units after the entities are read",
    "take 4096 units after the entities are read, and no more",
  ],
  ["a message in a topic carries", "a message goes into its topic and says so"],
  ["nine buttons in a row", "take nine keys in a row: eight is what apps show well, no rule of the server"],
  [
    "edits: no message, not the bot's own",
    "know only messages that are there, and the bot's own",
    "make a message that cannot be edited: %j",
  ],
  ["in a channel other people's posts", "lets the bot edit and delete what its rights cover"],
  [
    "callback queries",
    "carry a pressed button; its answer can be given once",
    "carry a pressed button, whose answer comes within a minute, in 200 characters, with a right address",
  ],
  ["inline queries: answered once", "can be answered once, and only for seconds"],
  ["a chosen result has an", "is heard in chats where the bot is, and has no inline id without buttons"],
  ["which menu a person sees", "in a private chat is that of the narrowest scope, the language first"],
  ["privacy mode", "lets through commands, mentions and answers to the bot, and nothing else"],
  ["anonymous administrators write", "of an anonymous administrator comes in the group's name"],
  ["kinds of updates", "are only of the kinds that were asked for last; an empty list asks for all"],
  ["updates that nobody fetches", "are kept for a day, and no longer"],
];

interface Rule {
  readonly rule: string;
  readonly answer: string;
  readonly source: string;
}

function readRules(): readonly Rule[] {
  const section = docs.slice(docs.indexOf("\n## Rules"), docs.indexOf("\n## What it does not play"));
  return section
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| rule |") && !line.startsWith("| ---"))
    .map((line) => {
      const [, rule = "", answer = "", source = ""] = line.split("|").map((cell) => cell.trim());
      return { rule, answer, source };
    });
}

/** "400 chat not found, 403 bot was …" → the words of each answer; «…» at an end stands for more words. */
function phrasesOf(answer: string): readonly string[] {
  return answer
    .replace(/ ?\([^)]*\)/g, "")
    .replace(/, with `[^`]*`/g, "")
    .split(", ")
    .map((part) => part.replace(/^\d{3} /, ""))
    .filter((part) => part !== "");
}

/** How a test may write the words before those of the rule. */
const before = /^\^?(?:\d{3} )?(?:Bad Request: |Forbidden: )?/;

function says(asserted: string, phrase: string): boolean {
  const words = asserted.replace(before, "");
  return phrase.endsWith("…") ? words.startsWith(phrase.slice(0, -1)) : words === phrase;
}

const rules = readRules();
const shared = rules
  .flatMap(({ answer }) => phrasesOf(answer))
  .filter((each, at, all) => all.indexOf(each) !== at);

it("the table is read, and so are the tests", () => {
  expect(rules.length).toBeGreaterThan(45);
  expect(tests.length).toBeGreaterThan(120);
  const begins = shown.map(([begin]) => rules.filter(({ rule }) => rule.startsWith(begin)).length);
  expect(begins).toEqual(shown.map(() => 1));
});

describe.each(rules)("$rule", ({ rule, answer, source }) => {
  it("has its source", () => {
    expect(source).toMatch(/API|Client\.cpp|td|MTProto|HttpConnection|core\.telegram\.org/);
  });

  it("has a test", () => {
    const [, ...titles] = shown.find(([begin]) => rule.startsWith(begin)) ?? [""];
    const phrases = phrasesOf(answer);
    const isNamed = phrases.length === 0 || phrases.some((phrase) => shared.includes(phrase));
    if (isNamed) expect(titles, "no test is named for it").not.toEqual([]);
    expect(titles.filter((title) => !tests.some((test) => test.title === title))).toEqual([]);
    const own = titles.length === 0 ? tests : tests.filter(({ title }) => titles.includes(title));
    const words = own.flatMap((test) => test.words);
    expect(phrases.filter((phrase) => !words.some((word) => says(word, phrase)))).toEqual([]);
  });
});
