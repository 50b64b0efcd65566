// The table of all Redis keys: what each is, how long it lives, and whether a backup holds it. docs/ops/data.md shows it.
import type { KeyKind } from "./keyKind.ts";
import { passingKeys } from "./passingKeys.ts";
import { readerKeys } from "./readerKeys.ts";

const stays = "until it is changed";
const shelfLife = "as long as its articles";

/** The first that fits counts: `jobs:…` is any key that begins so. */
export const keyKinds: readonly KeyKind[] = [
  ...readerKeys,
  { name: "refs", what: "starts that each link brought, in numbers", keeping: "whole", life: stays },
  { name: "leaving", what: "reasons for leaving, in numbers", keeping: "whole", life: stays },
  { name: "outcomes", what: "how slots ended, in numbers", keeping: "whole", life: stays },
  {
    name: "series:…",
    what: "how things stood at the beginning of each day and hour, in numbers",
    keeping: "whole",
    life: "60 days; the sums until they are changed",
  },
  {
    name: "readings:…",
    what: "how often articles of a topic were opened and saved on a day",
    keeping: "whole",
    life: "60 days",
  },
  {
    name: "handled:N",
    what: "updates that were handled",
    keeping: "whole",
    life: "the newest 10,000 of a bot",
  },
  {
    name: "updates:N:handled:…",
    what: "updates that were seen, a bit each",
    keeping: "whole",
    life: "2 days",
  },
  {
    name: "updates:…",
    what: "updates that are not done yet, and who does them",
    keeping: "no",
    life: "until they are done; before a move `mujaz backup` says whether any are left",
  },
  { name: "broadcast:next", what: "the last number of a broadcast", keeping: "whole", life: stays },
  { name: "broadcast:active", what: "broadcasts under way", keeping: "whole", life: "until they end" },
  { name: "broadcast:lease", what: "who turns the broadcasts", keeping: "no", life: "seconds; a lease" },
  {
    name: "broadcast:N:ahead",
    told: "told",
    what: "readers who had a broadcast out of turn",
    keeping: "whole",
    life: "a week after its end",
  },
  {
    name: "broadcast:N:resting",
    told: "told",
    what: "readers for whom a broadcast waits",
    keeping: "whole",
    life: "a week after its end",
  },
  {
    name: "broadcast:N",
    what: "a broadcast: text, segment, counts",
    keeping: "whole",
    life: "a day as a draft, a week after its end",
  },
  { name: "alerts:seen", what: "the newest article that alerts have told", keeping: "whole", life: stays },
  { name: "alerts:lease", what: "who looks for alerts", keeping: "no", life: "a minute; a lease" },
  {
    name: "sources:added",
    what: "feeds that operators added",
    keeping: "whole",
    life: "until they are removed",
  },
  {
    name: "sources:owners",
    what: "which operator added a feed",
    keeping: "whole",
    life: "until the feed is removed",
  },
  { name: "sources:state:…", what: "readings of a feed", keeping: "whole", life: "until it is removed" },
  { name: "sources:lease:…", what: "who reads a feed", keeping: "no", life: "minutes; a lease" },
  { name: "sources:telling", what: "who tells operators of feeds", keeping: "no", life: "seconds; a lease" },
  {
    name: "articles:passed:…",
    what: "documents that were looked at and not taken",
    keeping: "no",
    life: "a week; a memory that is made anew",
  },
  {
    name: "articles:changes",
    what: "the newest changes, for search",
    keeping: "no",
    life: "the newest 10,000; search reads all when it starts",
  },
  {
    name: "articles:…",
    what: "lists of articles by number, name, text, date, source; lines that their furniture is learnt from",
    keeping: "shelf",
    life: shelfLife,
  },
  {
    name: "article:N",
    what: "an article with its summary; what an editor decided of it (`pin`, `veil`, `words`), who did so last (`editedBy`: an operator's id in Telegram, or `dashboard`) and when (`editedAt`)",
    keeping: "shelf",
    life: "of a feed articles.retentionDays, unless a reader saved it; of content/ always",
  },
  { name: "stories:…", what: "stories by date and topic", keeping: "shelf", life: shelfLife },
  { name: "story:…", what: "a story: its articles and topics", keeping: "shelf", life: shelfLife },
  { name: "dataset", what: "the id of this data set", keeping: "header", life: stays },
  {
    name: "ledger",
    what: "what the send ledger knows of restores, and workers' signs of life",
    keeping: "header",
    life: stays,
  },
  { name: "schema:lease", what: "who migrates the store", keeping: "no", life: "seconds; a lease" },
  { name: "schema", what: "the version of this layout", keeping: "header", life: stays },
  {
    name: "restoring:…",
    what: "a restore under way",
    keeping: "no",
    life: "until it ends, or the next one begins",
  },
  { name: "review:lease", what: "who turns the reviews", keeping: "no", life: "seconds; a lease" },
  {
    name: "review:…",
    told: "undelivered",
    what: "reviews under way, and what operators dropped from them",
    keeping: "no",
    life: "until the slot ends; a review belongs to its slot",
  },
  {
    name: "reviews:N",
    told: "undelivered",
    what: "slots of a reader under review",
    keeping: "no",
    life: "as the reviews",
  },
  {
    name: "dialogue:…",
    told: "begun",
    what: "what someone is in the middle of",
    keeping: "no",
    life: "10 minutes",
  },
  {
    name: "dialogues:N",
    told: "begun",
    what: "whose dialogues are open in a chat",
    keeping: "no",
    life: "10 minutes",
  },
  {
    name: "managing:…",
    told: "managed",
    what: "whose settings a person has open, under a hash",
    keeping: "no",
    life: "10 minutes",
  },
  {
    name: "feedback:…",
    told: "counted",
    what: "how often a reader wrote to the operators today",
    keeping: "no",
    life: "a day",
  },
  {
    name: "limit:…",
    told: "counted",
    what: "how often someone asked in this minute, under a hash",
    keeping: "no",
    life: "a minute",
  },
  {
    name: "pace:…",
    told: "counted",
    what: "the clock of the send rate, chats that have to wait",
    keeping: "no",
    life: "seconds to minutes",
  },
  { name: "paid:…", what: "the clock of the paid rate", keeping: "no", life: "seconds to minutes" },
  ...passingKeys,
];

const shapes = keyKinds.map((kind) => ({
  kind,
  shape: new RegExp(`^${kind.name.replace("N", "\\d+").replace("…", ".+")}$`, "s"),
}));

/** The kind of a key, without the prefix; undefined for one that this version does not know. */
export function kindOf(name: string): KeyKind | undefined {
  return shapes.find(({ shape }) => shape.test(name))?.kind;
}
