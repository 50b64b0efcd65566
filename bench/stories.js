// Tells events of a bank as several outlets would, among articles on other events of the same kinds, places and days; and
// (npm run bench -- stories) measures how well and how fast they are put together again.

import { between, createRandom, pick, shuffle } from "./random.js";
import { loadEvents } from "./stories/bank.js";
import { group } from "./stories/measure.js";
import { measureScale } from "./stories/scale.js";
import { tellEvent } from "./stories/tell.js";
import { readWritten } from "./stories/written.js";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 8, 6);

/**
 * `{ id, event, kind, source, title, text, published, language }` in the order of publication, or shuffled. `event` names the
 * event it tells; a distractor is the only one of its event. `near` of a distractor is the event whose topic, place and days
 * it shares.
 */
export function makeStories({
  seed = 1,
  bank = "dev",
  events = 72,
  distractors = 1500,
  days = 24,
  order = "time",
} = {}) {
  const random = createRandom(seed);
  const { kinds, lists } = loadEvents(bank);
  const names = Object.keys(kinds);
  const articles = [];
  const randomTime = () => start + between(random, 0, days * 24) * hourMs;
  const told = Array.from({ length: events }, (_, at) => {
    const kind = names[at % names.length];
    const event = {
      id: `event-${at}`,
      kind,
      at: randomTime(),
      fields: chooseFields(random, kinds[kind], lists),
    };
    for (const version of tellEvent(random, kinds[kind], event, between(random, 2, 6)))
      articles.push({ ...version, event: event.id, kind });
    return event;
  });
  const all = [...told];
  while (all.length < events + distractors) {
    const near = random() < 0.6 ? pick(random, told) : undefined;
    const kind = near?.kind ?? pick(random, names);
    const event = {
      id: `other-${all.length - events}`,
      kind,
      at: near === undefined ? randomTime() : near.at + pick(random, shifts) * hourMs,
      fields: chooseFields(random, kinds[kind], lists, near?.fields),
    };
    if (kinds[kind].apart && all.some((other) => isSameDecision(event, other))) continue;
    all.push(event);
    const [version] = tellEvent(random, kinds[kind], event, 1);
    articles.push({ ...version, event: event.id, kind, ...(near !== undefined && { near: near.id }) });
  }
  const ordered =
    order === "time"
      ? articles.toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
      : shuffle(random, articles);
  return ordered.map((article, at) => ({ id: at + 1, language: "ar", ...article }));
}

/** Hours between an event and the distractors of its topic and place. */
const shifts = [-26, -24, 0, 3, 22, 24, 30];

/** One bank has one decision in a fortnight. */
function isSameDecision(event, other) {
  if (event.kind !== other.kind || event.fields.land !== other.fields.land) return false;
  return Math.abs(event.at - other.at) < 14 * 24 * hourMs;
}

/** What may be the same in another event of the kind. */
const places = ["city", "team", "stadium", "coast", "uni", "site", "union", "road", "land"];

/** With `near`, the place is the same and nothing else is, but what the kind says is shared. */
function chooseFields(random, { fields, apart, share }, lists, near) {
  const place = places.find((name) => near?.[name] !== undefined);
  const shared =
    near === undefined || apart ? [] : share.length > 0 ? share : place === undefined ? [] : [place];
  const chosen = Object.fromEntries(shared.map((name) => [name, near[name]]));
  for (const [name, from] of Object.entries(fields)) {
    if (shared.includes(name)) continue;
    const taken = new Set([near?.[name], ...Object.values(chosen)]);
    const range = /^(\d+)-(\d+)$/.exec(from);
    for (let tries = 0; chosen[name] === undefined || (taken.has(chosen[name]) && tries < 20); tries += 1) {
      if (range !== null) chosen[name] = between(random, Number(range[1]), Number(range[2]));
      else if (from === "man") chosen[name] = `${pick(random, lists.first)} ${pick(random, lists.last)}`;
      else if (from === "woman") chosen[name] = `${pick(random, lists.woman)} ${pick(random, lists.last)}`;
      else if (from === "quote")
        chosen[name] = [1, 2, 3].map((part) => pick(random, lists[`quote${part}`])).join(" ");
      else chosen[name] = pick(random, lists[from]);
    }
  }
  return chosen;
}

/** Prints B-cubed of the three sets, then costs and sizes. Memory is only exact under `node --expose-gc`. */
export async function printStories() {
  const code = {
    ...(await import("../dist/articles/print.js")),
    ...(await import("../dist/articles/print-code.js")),
    ...(await import("../dist/articles/story-index.js")),
  };
  const round = (value) => Math.round(value * 1000) / 1000;
  const table = {};
  const row = (name, articles) => {
    const { told, all, merges } = group(articles, code);
    table[name] = {
      articles: articles.length,
      "told: P": round(told.precision),
      "told: R": round(told.recall),
      "told: F1": round(told.f1),
      "all: F1": round(all.f1),
      "false merges": merges.length,
    };
  };
  row("by hand", readWritten());
  for (const bank of ["dev", "held", "held2", "third"])
    for (const order of ["time", "shuffled"]) row(`${bank}, ${order}`, makeStories({ bank, order }));
  console.table(table);
  const scale = measureScale(makeStories({ distractors: 2000 }), code);
  console.table(scale.table);
  console.log(
    `a print: ${round(scale.printMs)} ms, ${scale.median} characters (longest ${scale.longest}); ` +
      `in memory ${Math.round(scale.bytes)} bytes an article${scale.isCollected ? "" : ", before collection of garbage"}`,
  );
}
