// How fast pages are cleaned, and how much of their body is found: by style over the pages of tests/fixtures/pages.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { clean } from "../dist/articles/clean.js";
import { toKey } from "../dist/articles/lines.js";
import { parseDocument } from "../dist/articles/parse.js";
import { loadConfig } from "../dist/config/loadConfig.js";

const pages = new URL("../tests/fixtures/pages/", import.meta.url);
/** Rounds over all pages: some to warm up, some that count. */
const rounds = { warm: 3, counted: 8 };

export function printCleaning() {
  const loaded = loadConfig({ env: { CONFIG_DIR: "config" }, cwd: process.cwd(), isTerminal: false });
  if (!loaded.ok) throw new Error("the configuration is not sound: npx mujaz doctor tells why");
  const rules = loaded.config.boilerplate;
  const fixtures = readdirSync(pages)
    .filter((name) => !name.endsWith(".yaml"))
    .map((name) => ({
      name,
      bytes: readFileSync(new URL(name, pages)),
      ...parse(readFileSync(new URL(name.replace(/\.\w+$/, ".yaml"), pages), "utf8")),
    }));
  for (const ending of [".html", ".txt"]) {
    const some = fixtures.filter(({ name }) => name.endsWith(ending));
    const ms = millisecondsAPage(some, rules);
    const kb = some.reduce((sum, { bytes }) => sum + bytes.length, 0) / some.length / 1024;
    console.log(
      `${ending.slice(1).padEnd(5)} ${some.length} pages of ${kb.toFixed(0)} KiB: ${ms.toFixed(2)} ms a page, ${Math.round(1000 / ms)} pages a second`,
    );
  }
  const rows = new Map();
  for (const fixture of fixtures) {
    const measured = measureWords(cleanOne(fixture, rules).paragraphs, fixture.paragraphs);
    for (const key of [`${fixture.set}, ${fixture.style}`, `all ${fixture.set}`, "all"])
      rows.set(key, [...(rows.get(key) ?? []), measured]);
  }
  console.log(`${"style".padEnd(44)} pages precision recall`);
  for (const [key, all] of [...rows].sort(([a], [b]) => a.localeCompare(b))) {
    const mean = (of) => (all.reduce((sum, one) => sum + one[of], 0) / all.length).toFixed(3);
    console.log(
      `${key.padEnd(44)} ${String(all.length).padStart(5)} ${mean("precision").padStart(9)} ${mean("recall").padStart(6)}`,
    );
  }
}

function cleanOne({ name, bytes }, rules) {
  const result = parseDocument(bytes, name);
  return clean(result.parsed, { rules });
}

function millisecondsAPage(fixtures, rules) {
  let start = 0;
  for (let round = 0; round < rounds.warm + rounds.counted; round += 1) {
    if (round === rounds.warm) start = performance.now();
    for (const fixture of fixtures) cleanOne(fixture, rules);
  }
  return (performance.now() - start) / rounds.counted / Math.max(1, fixtures.length);
}

/** As multisets of words, each by its key. */
function measureWords(found, truth) {
  const words = (texts) => texts.flatMap((text) => text.split(/\s+/).map(toKey)).filter((key) => key !== "");
  const [own, real] = [words(found), words(truth)];
  const left = new Map();
  for (const word of real) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return { precision: shared / Math.max(1, own.length), recall: shared / Math.max(1, real.length) };
}
