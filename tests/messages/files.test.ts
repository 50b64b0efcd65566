// The files of messages themselves: what a translator or a hurried engineer gets wrong.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, FluentParser, type Message, serializeExpression, Visitor } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { createMessages } from "../../src/messages/messages.ts";
import { root } from "../root.ts";
import { isBalanced } from "./lint.ts";

type Pattern = NonNullable<Message["value"]>;

const codes = ["ar", "en"] as const;
const texts = Object.fromEntries(
  codes.map((code) => [code, readFileSync(join(root, `config/messages/${code}.ftl`), "utf8")]),
);
const messages = createMessages(texts, "ar");
const all = codes.flatMap((code) =>
  new FluentParser()
    .parse(texts[code] ?? "")
    .body.filter((entry: Entry): entry is Message => entry.type === "Message")
    .map((message) => ({ code, id: message.id.name, message })),
);

/** What a message can come to: a text for each way through its choices, values written as {$name}. */
function variants(pattern: Pattern): readonly string[] {
  return pattern.elements.reduce<readonly string[]>(
    (begun, element) => {
      const ends =
        element.type === "TextElement"
          ? [element.value]
          : element.expression.type === "SelectExpression"
            ? element.expression.variants.flatMap(({ value }) => variants(value))
            : element.expression.type === "StringLiteral"
              ? [String(element.expression.parse().value)]
              : [`{${serializeExpression(element.expression as never)}}`];
      return begun.flatMap((start) => ends.map((end) => start + end));
    },
    [""],
  );
}

const variantsOf = ({ value }: Message): readonly string[] => (value ? variants(value) : []);

/** Names that stand for numbers by our habit: whatever counts something. */
const counting =
  /^(count|others|most|limit|failures|minutes|hours|days|total|sent|left|done|number|part|parts)$/;

/** Numbers that a message inserts where no form was chosen by them. */
function unchosen(message: Message): readonly string[] {
  const found = new Set<string>();
  class Walk extends Visitor {
    readonly #chosen: string[] = [];
    override visitSelectExpression(node: never): void {
      const { selector, variants: ways } = node as {
        selector: { type: string; id?: { name: string } };
        variants: { value: Pattern }[];
      };
      this.#chosen.push(selector.id?.name ?? "");
      for (const { value } of ways) this.visit(value);
      this.#chosen.pop();
    }
    override visitVariableReference({ id }: { id: { name: string } }): void {
      if (counting.test(id.name) && !this.#chosen.includes(id.name)) found.add(id.name);
    }
  }
  if (message.value) new Walk().visit(message.value);
  return [...found];
}

const forms = {
  ar: ["zero", "one", "two", "few", "many", "other"],
  en: ["one", "other"],
} as const;

/** Forms of every choice that is made by a number: one that names a plural category. */
function choices(message: Message): readonly (readonly string[])[] {
  const found: string[][] = [];
  class Walk extends Visitor {
    override visitSelectExpression(node: never): void {
      const { variants: ways } = node as { variants: { key: { name?: string; value?: string } }[] };
      const names = ways.map(({ key }) => key.name ?? "").filter((name) => name !== "");
      if (names.some((name) => /^(zero|one|two|few|many)$/.test(name))) found.push(names);
      this.genericVisit(node);
    }
  }
  if (message.value) new Walk().visit(message.value);
  return found;
}

describe("every message", () => {
  it.each(all)("$code $id has all forms wherever a number decides", ({ code, message }) => {
    for (const names of choices(message)) expect(names).toEqual(forms[code]);
  });

  // The comment in front of such a message says so: "[no form] $number: …" and why none is needed.
  it.each(all)("$code $id inserts no number without choosing its form, or says why", ({ message }) => {
    const excused = message.comment?.content ?? "";
    const bare = unchosen(message).filter((name) => !excused.includes(`[no form] $${name}`));
    expect(bare).toEqual([]);
  });

  it.each(all)("$code $id has balanced isolates and no mark of the old kind", ({ message }) => {
    for (const text of variantsOf(message)) {
      expect(text.split("\n").every(isBalanced)).toBe(true);
      expect(text).not.toMatch(/[\u202A-\u202E]/);
    }
  });

  it.each(all)("$code $id uses Telegram's tags alone, each closed", ({ message }) => {
    for (const text of variantsOf(message)) {
      const tags = [...text.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)];
      const open: string[] = [];
      for (const [, slash, name = "", rest] of tags) {
        expect(["b", "i", "u", "s", "code", "blockquote"]).toContain(name);
        expect(name === "blockquote" ? ["", " expandable"] : [""]).toContain(rest);
        if (slash === "") open.push(name);
        else expect(open.pop()).toBe(name);
      }
      expect(open).toEqual([]);
    }
  });

  it.each(all)("$code $id names commands by values alone, which come isolated", ({ message }) => {
    for (const text of variantsOf(message)) expect(text).not.toMatch(/(^|[^<\w])\/[a-z]/i);
  });

  it.each(all.filter(({ code }) => code === "ar"))(
    "$code $id begins no line with a bare value",
    ({ message }) => {
      // A value is isolated: where nothing stands before it, the line has no side of its own.
      for (const line of variantsOf(message).flatMap((text) => text.split("\n").slice(1))) {
        expect(line).not.toMatch(/^\s*(<[a-z]+>)*\{\$\w+\}\s*$/);
      }
    },
  );

  it.each(all)("$code $id begins no line with an emoji", ({ message }) => {
    for (const line of variantsOf(message).flatMap((text) => text.split("\n"))) {
      expect(line).not.toMatch(/^(<[a-z]+>)*\p{Extended_Pictographic}/u);
    }
  });
});

describe("labels", () => {
  const voices = codes.map((locale) => ({ locale, digits: "latin" as const }));
  const idsOf = (shape: RegExp): readonly string[] => [
    ...new Set(all.map(({ id }) => id).filter((id) => shape.test(id))),
  ];
  /** The longest that a value in a label comes to: «12:30 صباحاً» (half past midnight). */
  const longest = {
    time: "12:30 صباحاً",
    span: "أسبوعان",
    count: 11,
    name: "موجز",
    topic: "الاقتصاد",
    words: "الطاقة الشمسية",
    ordinal: 20,
    place: 20,
  };

  it.each(idsOf(/^(button|leave|length|city)-(?!title)/))(
    "%s fits a button, two of which stand in a row",
    (id) => {
      // An answer to «why» has its row to itself.
      const most = id.startsWith("leave-") || id === "button-forget" ? 64 : 30;
      for (const voice of voices) {
        const text = messages.plain(voice, id, longest).replace(/[\u200E\u200F\u2066-\u2069]/g, "");
        expect({ text, fits: text.length >= 1 && text.length <= most }).toEqual({ text, fits: true });
        expect(text).not.toMatch(/[<>&\n]/);
      }
    },
  );

  it.each(idsOf(/^command-/))("%s fits the menu: 1 to 256 units, one line, no markup", (id) => {
    for (const voice of voices) {
      const text = messages.plain(voice, id);
      expect(text).toMatch(/^[^<>&\n]{1,256}$/);
    }
  });
});
