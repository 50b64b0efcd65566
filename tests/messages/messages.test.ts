// The bot's own sentences: the same in both languages, right in every Arabic plural, isolated and escaped.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Entry, FluentParser, type Message, type VariableReference, Visitor } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { createMessages } from "../../src/messages/messages.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../config/messages");
const texts = {
  ar: readFileSync(join(folder, "ar.ftl"), "utf8"),
  en: readFileSync(join(folder, "en.ftl"), "utf8"),
};
const messages = createMessages(texts, "ar");
const arabic = { locale: "ar", digits: "latin" } as const;
const english = { locale: "en", digits: "latin" } as const;

function entries(text: string): Map<string, Message> {
  const { body } = new FluentParser().parse(text);
  const isMessage = (entry: Entry): entry is Message => entry.type === "Message";
  return new Map(body.filter(isMessage).map((message) => [message.id.name, message]));
}

function variablesOf(message: Message): string[] {
  const names = new Set<string>();
  class Collect extends Visitor {
    override visitVariableReference(node: VariableReference): void {
      names.add(node.id.name);
    }
  }
  new Collect().visit(message);
  return [...names].sort();
}

const [ar, en] = [entries(texts.ar), entries(texts.en)];

describe("the files of messages", () => {
  it("hold the same messages in both languages", () => {
    expect(ar.size).toBeGreaterThan(90);
    expect([...ar.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it.each([...ar.keys()])("ask for the same values in %s", (id) => {
    const [left, right] = [ar.get(id), en.get(id)];
    expect(left && variablesOf(left)).toEqual(right && variablesOf(right));
  });

  it("have all six Arabic forms wherever a number decides", () => {
    const selecting = [...texts.ar.matchAll(/^([a-z-]+) =\n\s+\{ \$\w+ ->([\s\S]*?)\n {4}\}/gm)];
    expect(selecting.length).toBeGreaterThanOrEqual(6);
    for (const [, id, forms] of selecting) {
      // A chat's kind chooses words for whom they are said to; its default is a kind too.
      if (/\*\[(private|group)\]/.test(forms ?? "")) continue;
      const named = [...(forms ?? "").matchAll(/\[(\w+)\]/g)]
        .map(([, form]) => form)
        // A number of its own, as seven days are a week, stands before the forms.
        .filter((form) => !/^\d+$/.test(form ?? ""));
      expect({ id, named }).toEqual({ id, named: ["zero", "one", "two", "few", "many", "other"] });
    }
  });

  it("never write a command themselves: it comes as a finished value", () => {
    for (const text of Object.values(texts)) expect(text).not.toMatch(/(^|\s)\/[a-z]/m);
  });
});

describe("a message", () => {
  it.each([
    [1, "قبل ساعة"], // one hour ago
    [2, "قبل ساعتين"], // two hours ago (dual)
    [3, "قبل \u20683\u2069 ساعات"],
    [10, "قبل \u206810\u2069 ساعات"],
    [11, "قبل \u206811\u2069 ساعة"],
    [23, "قبل \u206823\u2069 ساعة"],
    [100, "قبل \u2068100\u2069 ساعة"],
    [103, "قبل \u2068103\u2069 ساعات"],
  ])("counts %i hours in the right Arabic form", (count, expected) => {
    expect(messages.plain(arabic, "ago-hours", { count })).toBe(expected);
  });

  it.each([
    [1, "قبل يوم"],
    [2, "قبل يومين"],
    [7, "قبل \u20687\u2069 أيام"],
    [11, "قبل \u206811\u2069 يوماً"],
    [100, "قبل \u2068100\u2069 يوم"],
  ])("counts %i days in the right Arabic form", (count, expected) => {
    expect(messages.plain(arabic, "ago-days", { count })).toBe(expected);
  });

  it("writes numbers in the digits of the voice", () => {
    const count = 5;
    expect(messages.plain({ locale: "ar", digits: "arabic" }, "ago-days", { count })).toBe(
      "قبل \u2068٥\u2069 أيام",
    );
  });

  it("escapes values for HTML, and leaves finished HTML alone", () => {
    const values = { number: "<b>&", first: "1", last: "2", latest: { html: "<i>x</i>" } };
    const said = messages.say(english, "article-missing", values);
    expect(said).toContain("&lt;b&gt;&amp;");
    expect(said).toContain("<i>x</i>");
  });

  it("isolates what is inserted, so that Latin words do not turn an Arabic line", () => {
    const said = messages.say(arabic, "latest-unknown-topic", {
      topic: "xyz",
      topics: "…",
      command: "/topics",
    });
    expect(said).toContain("«\u2068xyz\u2069»");
  });

  it("lets no isolate of a value reach the line around it", () => {
    const topic = "x\u2069y\u2067z";
    const said = messages.say(arabic, "latest-unknown-topic", {
      topic,
      topics: "…",
      command: "/topics",
    });
    expect(said).toContain("«\u2068xy\u2067z\u2069\u2069»");
  });

  it("is an error of ours when nobody wrote it", () => {
    expect(() => messages.say(arabic, "no-such-message")).toThrow(/no-such-message/);
  });

  it.each([
    ["ar-EG", "ar"],
    ["en-US", "en"],
    ["EN", "en"],
    ["fr", "ar"],
    [undefined, "ar"],
  ])("speaks to %s in %s", (code, expected) => {
    expect(messages.nearest(code, "ar")).toBe(expected);
  });
});
