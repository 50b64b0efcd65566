// Puts page furniture before, inside and after an article, as scraped news pages have it, and says where it put what.
import { createFiller, loadBank } from "./furniture/bank.js";
import { createRandom, pick, shuffle } from "./random.js";

/** Where each kind stands on real pages; a place named twice is the usual one. */
const places = {
  share: ["front", "inside", "after"],
  counter: ["front", "after"],
  byline: ["front", "front", "after"],
  date: ["front", "front", "after"],
  breadcrumb: ["front"],
  caption: ["front", "inside"],
  readAlso: ["inside", "inside", "after", "front"],
  mostRead: ["after", "after", "inside", "front"],
  newsletter: ["inside", "after", "front"],
  app: ["front", "inside", "after"],
  cookies: ["front", "after"],
  copyright: ["after"],
  comments: ["after"],
  tags: ["front", "after", "after"],
  bio: ["after", "after", "front"],
  channel: ["front", "inside", "after"],
  video: ["front", "inside", "after"],
  advert: ["front", "inside", "after"],
  tools: ["front", "after"],
  masthead: ["front", "after"],
  ticker: ["front", "after"],
  loading: ["front", "inside", "after"],
  english: ["front", "inside", "after"],
  title: ["front"],
  poll: ["inside", "after", "front"],
  topics: ["front", "after"],
  login: ["front", "inside", "after"],
  report: ["inside", "after"],
};

export const furnitureKinds = Object.keys(places);

/** So many kinds a page, where the caller does not name them. */
const kindsOnPage = 14;
/** Shares of chance: a kind that stands in a second place too, a one-line piece that sticks to its paragraph. */
const again = 0.25;
const glued = 0.2;

/**
 * The text with furniture between its paragraphs and around them; its own characters stay as they are, in order. The same
 * seed gives the same page. `bank` is "dev" or "held"; every kind of `kinds` is used. The kind "title" needs a title.
 * `pieces` are in order; each is `text.slice(start, end)` of the returned text.
 */
export function addFurniture({ text, title }, { seed, bank = "dev", kinds }) {
  const random = createRandom(seed);
  const phrases = loadBank(bank);
  const fill = createFiller(random, phrases, title);
  const possible = (kinds ?? furnitureKinds).filter((kind) => kind !== "title" || title);
  const used =
    kinds === undefined ? shuffle(random, possible).slice(0, kindsOnPage) : shuffle(random, possible);
  const paragraphs = toParagraphs(text);
  const placed = used
    .flatMap((kind) => (random() < again ? [kind, kind] : [kind]))
    .map((kind) => ({
      kind,
      text: fill(pick(random, phrases.kinds[kind])),
      before: placeOf(pick(random, places[kind]), paragraphs.length, random),
    }));
  return { ...build(paragraphs, placed, random), title };
}

/** The number of the paragraph a piece stands before: 0 for the front, their count for the end. */
function placeOf(place, count, random) {
  if (place === "front") return 0;
  if (place === "after" || count < 2) return count;
  return 1 + Math.floor(random() * (count - 1));
}

/** Paragraphs, each with the break behind it. */
function toParagraphs(text) {
  return Array.from(text.trim().matchAll(/(\S[^\n]*)(\n\s*|$)/g), ([, line, gap]) => ({ line, gap }));
}

function build(paragraphs, placed, random) {
  const usualGap = paragraphs.find(({ gap }) => gap !== "")?.gap ?? "\n";
  const pieces = [];
  let text = "";
  const add = (piece) => {
    pieces.push({ start: text.length, end: text.length + piece.text.length, kind: piece.kind });
    text += piece.text;
  };
  for (let at = 0; at <= paragraphs.length; at += 1) {
    const previous = paragraphs[at - 1];
    const here = placed.filter(({ before }) => before === at);
    here.forEach((piece, index) => {
      if (index === 0 && previous !== undefined && sticks(previous.line, piece, random)) {
        text = `${text.slice(0, text.length - previous.gap.length)} `;
        add(piece);
        text += previous.gap;
        return;
      }
      if (text !== "" && !text.endsWith("\n")) text += usualGap;
      add(piece);
      text += random() < 0.5 ? "\n" : usualGap;
    });
    if (at < paragraphs.length) text += paragraphs[at].line + paragraphs[at].gap;
  }
  return { text: text.trimEnd(), pieces };
}

/** A page stripped of its tags often loses the break between a paragraph that ends with a stop and the box under it. */
function sticks(line, piece, random) {
  return random() < glued && /[.!؟]$/.test(line) && !piece.text.includes("\n");
}
