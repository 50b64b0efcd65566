// What the log says of the readings of a feed: enough to mend it, and not the same every ten minutes.
import { beforeEach, describe, expect, it } from "vitest";
import type { DocumentFault } from "../../src/articles/format.ts";
import { createFeedLog } from "../../src/processes/feed-log.ts";

let said: { readonly event: string; readonly fields: Record<string, unknown> }[] = [];
beforeEach(() => {
  said = [];
});
const say = (event: string, fields: object = {}): void => void said.push({ event, fields: { ...fields } });
const events = (): string[] => said.map(({ event }) => event);
const source = { id: "a1", name: "صحيفة المثال" }; // "the example's paper"
const fault = (message: string): DocumentFault => ({
  file: "https://news.example/rss",
  line: 3,
  message,
  mend: "…",
});
const read = (rejected: readonly DocumentFault[], added = 0) => {
  const counts = { new: added, updated: 0, unchanged: 0, duplicate: [], removed: 0, hidden: 0 };
  const report = { source: "a1", ...counts, rejected, notes: [] };
  return { kind: "read", reading: { ok: true, brought: added, isComplete: true, report } } as const;
};

describe("the log of the feeds", () => {
  it("names a fault at the first reading, not while it lasts, and again when it comes back", () => {
    const tell = createFeedLog({ info: say, warn: say });
    tell(source, read([fault("no text")], 1));
    expect(events()).toEqual(["source.read", "source.entry"]);
    expect(said[1]?.fields).toMatchObject({
      source: "a1",
      outlet: "صحيفة المثال",
      message: "no text",
      line: 3,
    });
    tell(source, read([fault("no text")]));
    expect(events()).toHaveLength(2);
    tell(source, read([fault("no text"), fault("no title")]));
    expect(events().slice(2)).toEqual(["source.read", "source.entry"]);
    tell(source, read([]));
    tell(source, read([fault("no text")]));
    expect(events().slice(4)).toEqual(["source.read", "source.entry"]);
  });

  it("names the first 20 faults of a reading and counts the rest", () => {
    const tell = createFeedLog({ info: say, warn: say });
    tell(source, read(Array.from({ length: 499 }, (_, at) => fault(`entry ${at}`))));
    expect(events().filter((event) => event === "source.entry")).toHaveLength(20);
    expect(said.at(-1)).toMatchObject({ event: "source.entries", fields: { more: 479 } });
  });

  it("says why a feed was not read, and nothing of one that is unchanged", () => {
    const tell = createFeedLog({ info: say, warn: say });
    tell(source, { kind: "failed", reason: "it is a PDF", mend: "give a feed", failures: 1 });
    tell(source, { kind: "unchanged" });
    expect(said).toEqual([
      {
        event: "source.failed",
        fields: { source: "a1", outlet: source.name, reason: "it is a PDF", mend: "give a feed" },
      },
    ]);
  });
});
