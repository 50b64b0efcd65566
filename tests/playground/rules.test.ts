// The table of rules in docs/playground.md: each rule has its source, and a test that says its words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";

const docs = readFileSync(join(root, "docs", "playground.md"), "utf8");
const here = join(root, "tests", "playground");
const tests = readdirSync(here)
  .filter((name) => name.endsWith(".test.ts") && name !== "rules.test.ts")
  .map((name) => readFileSync(join(here, name), "utf8"))
  .join("\n");

/** Rules without words of Telegram's, with a part of the test that shows each. */
const shown: readonly (readonly [rule: string, test: string])[] = [
  ["a message in a topic carries", "a message goes into its topic and says so"],
  ["nine buttons in a row", "take nine keys in a row"],
  ["a chosen result has an", "has no inline id without buttons"],
  ["which menu a person sees", "in a private chat is that of the narrowest scope, the language first"],
  ["privacy mode", "lets through commands, mentions and answers to the bot, and nothing else"],
  ["anonymous administrators write", "of an anonymous administrator comes in the group's name"],
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

/** "400 message is too long, 400 MESSAGE_TOO_LONG" → the words of each answer, without what stands for anything. */
function phrasesOf(answer: string): readonly string[] {
  return answer
    .replace(/\([^)]*\)/g, "")
    .replace(/, with `[^`]*`/g, "")
    .split(/, | \/ |; /)
    .map((part) =>
      part
        .replace(/^(400|401|403|404|409|413|429) /, "")
        .replace(/[:…`]+ ?…?$/, "")
        .trim(),
    )
    .filter((part) => part.length > 3);
}

const rules = readRules();

it("the table is read", () => {
  expect(rules.length).toBeGreaterThan(45);
});

describe.each(rules)("$rule", ({ rule, answer, source }) => {
  it("has its source", () => {
    expect(source).toMatch(/API|Client\.cpp|td|MTProto|HttpConnection|core\.telegram\.org/);
  });

  it("has a test", () => {
    const named = shown.find(([begin]) => rule.startsWith(begin))?.[1];
    const phrases = answer === "" ? [named ?? `no test is named for: ${rule}`] : phrasesOf(answer);
    expect(phrases.filter((phrase) => !tests.includes(phrase))).toEqual([]);
  });
});
