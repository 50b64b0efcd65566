// Laws of reading feeds: any bytes give a result, and damage to one entry leaves the others.
import fc from "fast-check";
import { expect, it } from "vitest";
import { isExcerpt, toParsed } from "../../../src/articles/entry-page.ts";
import { parseFeed } from "../../../src/articles/feeds.ts";
import { address, feedOf, fixture, readText } from "./read.ts";

const names = [
  "rss-2.0-wordpress.xml",
  "rss-1.0.xml",
  "atom-1.0.xml",
  "json-1.1.json",
  "broken-unclosed-tags.xml",
];

it("gives a result for any bytes, with an ISO date, a web address and plain lines wherever it gives any", () => {
  const damage = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.string({ maxLength: 12 }),
    }),
    {
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), damage, (name, wounds) => {
      let text = new TextDecoder().decode(fixture(name));
      for (const { at, cut, put } of wounds) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + put + text.slice(from + cut);
      }
      const result = readText(text);
      const faults = result.ok ? result.feed.faults : result.faults;
      if (!result.ok) expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(fault.line).toBeLessThanOrEqual(text.split("\n").length);
      for (const entry of result.ok ? result.feed.entries : []) {
        for (const date of [entry.published, entry.updated].filter((one) => one !== undefined))
          expect(new Date(date).toISOString()).toBe(date);
        for (const url of [entry.url, entry.image].filter((one) => one !== undefined))
          expect(url).toMatch(/^https?:\/\//);
        if (entry.title !== undefined) expect(entry.title).toBe(entry.title.replace(/\s+/g, " ").trim());
        expect(isExcerpt(entry)).toBeTypeOf("boolean");
        expect(toParsed(entry).isRaw).toBe(true);
      }
    }),
  );
});

it("gives a result for bytes that are no text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const result = parseFeed(bytes, { url: address });
      expect(result.ok || result.faults.length === 1).toBe(true);
    }),
  );
});

it("reads every entry around one that is damaged inside its text", () => {
  const entry = (name: string, text: string): string =>
    `<item><title>${name}</title><link>https://b.example/${name}</link><description>${text}</description></item>`;
  // Without a quote or the beginning of a comment, a section or an instruction, which may reach over any number of entries.
  const mess = fc
    .array(
      fc.constantFrom(
        "<",
        ">",
        "&",
        "<p>",
        "</p>",
        "<b",
        "</",
        "&amp;",
        "</title>",
        "نص",
        " ",
        "<br/>",
        "]]>",
        "&#x;",
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(mess, (text) => {
      const titles = feedOf(
        readText(
          `<rss><channel><title>س</title>${entry("أ", "نص")}${entry("ب", `${text} `)}${entry("ج", "نص")}</channel></rss>`,
        ),
      ).entries.map(({ title }) => title);
      expect(titles).toEqual(["أ", "ب", "ج"]);
    }),
  );
});
