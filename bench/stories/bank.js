// Reads a bank of events: kinds with their templates, and lists that fill their fields.
import { readFileSync } from "node:fs";

const read = new Map();

/** "dev" is for tuning; "held" was for judging once, "held2" the second time, "third" the third (docs/stories.md). */
export function loadEvents(name) {
  const known = read.get(name);
  if (known !== undefined) return known;
  const file = readFileSync(new URL(`${name}.txt`, import.meta.url), "utf8");
  const [, ...sections] = file.split(/^== /m);
  const kinds = {};
  const lists = {};
  for (const section of sections) {
    const [title, ...lines] = section.trim().split("\n");
    const filled = lines.filter((line) => line.trim() !== "");
    if (title === "lists")
      for (const line of filled) {
        const [list, items] = line.split(/:(.*)/);
        lists[list] = items.split("|").map((item) => item.trim());
      }
    else kinds[title] = toKind(filled);
  }
  const loaded = { kinds, lists };
  read.set(name, loaded);
  return loaded;
}

function toKind(lines) {
  const kind = {
    fields: {},
    follow: [],
    share: [],
    T: [],
    L: [],
    FT: [],
    FL: [],
    FP: [],
    B: [],
    paragraphs: [],
  };
  for (const line of lines) {
    const [mark, rest] = line.split(/ (.*)/);
    if (mark === "fields") kind.fields = Object.fromEntries(rest.split(" ").map((one) => one.split("=")));
    else if (mark === "apart") kind.apart = true;
    else if (mark === "follow" || mark === "share") kind[mark] = rest.split(" ");
    else if (/^\d$/.test(mark)) {
      kind.paragraphs[mark - 1] ??= [];
      kind.paragraphs[mark - 1].push(rest);
    } else kind[mark].push(rest);
  }
  return kind;
}
