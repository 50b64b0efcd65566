// Tells events of a bank as several outlets would, among articles on other events of the same kinds, places and days; and
// (npm run bench -- stories) measures how well and how fast they are put together again.
import { loadEvents } from "./stories/bank.js";
import { tellEvent } from "./stories/tell.js";
import { between, createRandom, pick, shuffle } from "./random.js";

const hourMs = 3_600_000;
const start = Date.UTC(2026, 8, 6);

/**
 * `{ id, event, kind, source, title, text, published, language }` in the order of publication, or shuffled. `event` names the
 * event it tells; a distractor is the only one of its event. `near` of a distractor is the event whose topic, place and days
 * it shares.
 */
export function makeStories({ seed = 1, bank = "dev", events = 72, distractors = 1500, days = 24, order = "time" } = {}) {
  const random = createRandom(seed);
  const { kinds, lists } = loadEvents(bank);
  const names = Object.keys(kinds);
  const articles = [];
  const told = Array.from({ length: events }, (_, at) => {
    const kind = names[at % names.length];
    const event = {
      id: `event-${at}`,
      kind,
      at: start + between(random, 0, days * 24) * hourMs,
      fields: chooseFields(random, kinds[kind], lists),
    };
    for (const version of tellEvent(random, kinds[kind], event, between(random, 2, 6)))
      articles.push({ ...version, event: event.id, kind });
    return event;
  });
  for (let at = 0; at < distractors; at += 1) {
    const near = random() < 0.6 ? pick(random, told) : undefined;
    const kind = near?.kind ?? pick(random, names);
    const fields = chooseFields(random, kinds[kind], lists);
    const shift = near === undefined ? 0 : pick(random, [-26, -24, 0, 3, 22, 24, 30]) * hourMs;
    if (near !== undefined) {
      // The topic and the place are the same, the rest is not.
      const places = ["city", "land", "team", "road", "stadium", "coast", "uni", "site", "union"];
      const shared = places.filter((name) => near.fields[name] !== undefined).slice(0, 1);
      for (const name of shared) fields[name] = near.fields[name];
    }
    const event = {
      id: `other-${at}`,
      kind,
      at: near === undefined ? start + between(random, 0, days * 24) * hourMs : near.at + shift,
      fields,
    };
    const [version] = tellEvent(random, kinds[kind], event, 1);
    articles.push({ ...version, event: event.id, kind, ...(near !== undefined && { near: near.id }) });
  }
  const ordered =
    order === "time"
      ? articles.toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
      : shuffle(random, articles);
  return ordered.map((article, at) => ({ id: at + 1, language: "ar", ...article }));
}

function chooseFields(random, { fields }, lists) {
  const chosen = {};
  for (const [name, from] of Object.entries(fields)) {
    const range = /^(\d+)-(\d+)$/.exec(from);
    if (range !== null) chosen[name] = between(random, Number(range[1]), Number(range[2]));
    else if (from === "man") chosen[name] = `${pick(random, lists.first)} ${pick(random, lists.last)}`;
    else {
      const taken = new Set(Object.values(chosen));
      chosen[name] = pick(
        random,
        lists[from].filter((one) => !taken.has(one)),
      );
    }
  }
  return chosen;
}
