// The table of keys is the whole truth: every key that a busy house makes is in it, and the documents show the same table.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyKinds, kindOf } from "../../src/backup/keys.ts";
import { root } from "../root.ts";
import { openBusy } from "./busy.ts";

/** Kinds that live for a moment, or that only versions before this one or processes of their own make. */
const unmade = [
  "last:N",
  "handled:N",
  "limit:…",
  "schema",
  "restoring:…",
  "import:…",
  "paid:…",
  "playground",
  "playground:clock",
  "clock:tick",
  "metrics",
  "metrics:processes",
  "denied:…",
  "dead:resent",
  "failures",
  "content:report",
  "dashboard:session:…",
  "dashboard:tries:…",
];

describe("the table of keys", () => {
  it("knows every key that a busy house makes, and a busy house makes every kind that is kept", async () => {
    const talk = await openBusy();
    const { main } = talk.test.house;
    const names = (await main.keys("*")).map((key) => key.replace("{mujaz}:", ""));
    expect(names.filter((name) => kindOf(name) === undefined)).toEqual([]);
    const made = new Set(names.map((name) => kindOf(name)?.name));
    const missing = keyKinds.filter(({ name }) => !made.has(name) && !/lease|telling/.test(name));
    expect(missing.map(({ name }) => name).sort()).toEqual([...unmade].sort());
    await talk.close();
  }, 60_000);

  it("is what docs/ops/data.md shows, row by row", () => {
    const text = readFileSync(join(root, "docs", "ops", "data.md"), "utf8");
    const rows = [...text.matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \| (.+) \|$/gm)].map(
      ([, ...cells]) => cells,
    );
    expect(rows).toEqual(keyKinds.map(({ name, what, keeping, life }) => [name, what, keeping, life]));
  });

  it.each([
    ["article:12", "article:N"],
    ["articles:ids", "articles:…"],
    ["broadcast:3", "broadcast:N"],
    ["broadcast:3:ahead", "broadcast:N:ahead"],
    ["jobs:digests:wait", "jobs:…"],
    ["review:on", "review:on"],
    ["review:7:1700000000", "review:…"],
  ])("takes %s for %s", (name, kind) => expect(kindOf(name)?.name).toBe(kind));

  it("does not know what nobody has named", () => expect(kindOf("something:new")).toBeUndefined());
});
