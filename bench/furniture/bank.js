// Reads a bank of page furniture and fills its slots.
import { readFileSync } from "node:fs";
import { between, pick, shuffle } from "../random.js";

const read = new Map();

/** "dev" is for tuning, "held" for judging. Gives the pieces by kind and the lists that fill slots. */
export function loadBank(name) {
  const known = read.get(name);
  if (known !== undefined) return known;
  const file = readFileSync(new URL(`${name}.txt`, import.meta.url), "utf8");
  const [, ...sections] = file.split(/^= /m);
  const bank = Object.fromEntries(
    sections.map((section) => {
      const [kind, ...lines] = section.trim().split("\n");
      return [kind, lines.join("\n").trim()];
    }),
  );
  const lists = Object.fromEntries(listNames.map((list) => [list, bank[list].split("\n")]));
  const kinds = Object.fromEntries(
    Object.entries(bank)
      .filter(([kind]) => !listNames.includes(kind))
      .map(([kind, pieces]) => [kind, pieces.split(/\n{2,}/)]),
  );
  const loaded = { kinds, lists };
  read.set(name, loaded);
  return loaded;
}

const listNames = ["headline", "man", "woman", "site", "domain", "city", "topic", "tag", "month", "weekday"];

/** One page's answers: its site, domain and digits stay the same, headlines and topics do not come twice in a row. */
export function createFiller(random, { lists }, title) {
  const page = {
    site: pick(random, lists.site),
    domain: pick(random, lists.domain),
    hasArabicDigits: random() < 0.25,
  };
  const decks = {};
  const draw = (list) => {
    if (!decks[list]?.length) decks[list] = shuffle(random, lists[list]);
    return decks[list].pop();
  };
  const twoDigits = (least, most) => String(between(random, least, most)).padStart(2, "0");
  const slots = {
    title: () => title,
    site: () => page.site,
    domain: () => page.domain,
    name: () => draw(random() < 0.5 ? "man" : "woman"),
    n: () => String(between(random, 2, 9)),
    big: () => String(between(random, 1200, 98000)),
    day: () => String(between(random, 1, 28)),
    mon: () => twoDigits(1, 12),
    year: () => String(between(random, 2018, 2027)),
    hour: () => twoDigits(1, 12),
    minute: () => twoDigits(10, 59),
  };
  return (template) => {
    const filled = template.replace(/\{(\w+)\}/g, (_slot, name) => (slots[name] ?? (() => draw(name)))());
    // The title keeps its own digits, an address its own too.
    const keepsDigits = !page.hasArabicDigits || /\{title\}|\{domain\}/.test(template);
    return keepsDigits ? filled : filled.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]);
  };
}
