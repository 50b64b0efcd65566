// Keys of the running house alone: the queue, leases, counts. No backup holds them.
import type { KeyKind } from "./keyKind.ts";

export const passingKeys: readonly KeyKind[] = [
  {
    name: "jobs:…",
    told: "settings",
    what: "the queue: jobs point to readers' pending slots",
    keeping: "no",
    life: "until they are done; pending slots are queued anew",
  },
  {
    name: "denied:…",
    told: "counted",
    what: "people who were told today that the bot is not for them, under a hash",
    keeping: "no",
    life: "a day",
  },
  { name: "import:…", what: "how far an import came", keeping: "no", life: "a week; belongs to a file" },
  { name: "recompute:lease", what: "who recomputes", keeping: "no", life: "seconds; a lease" },
  {
    name: "recompute",
    what: "the nightly recomputation of due instants",
    keeping: "no",
    life: "a day; it begins anew",
  },
  { name: "erasure:lease", what: "who erases", keeping: "no", life: "seconds; a lease" },
  {
    name: "erasure",
    what: "the last night in which inactive readers were looked through",
    keeping: "no",
    life: "a day; it begins anew",
  },
  { name: "clock:tick", what: "the last tick of the clock", keeping: "no", life: "until the next one" },
  {
    name: "metrics:processes",
    what: "which processes have counted",
    keeping: "no",
    life: "a while after their last count",
  },
  { name: "metrics", what: "the counts of all processes", keeping: "no", life: "of the running house alone" },
  { name: "lease:poll", what: "who asks Telegram for updates", keeping: "no", life: "seconds; a lease" },
  {
    name: "dead:resent",
    told: "undelivered",
    what: "dead letters that were sent again, by readers' numbers",
    keeping: "no",
    life: "a week after the last; 100 at most",
  },
  {
    name: "failures",
    told: "undelivered",
    what: "warnings and errors of all processes: events and ids, of readers too",
    keeping: "no",
    life: "the newest 200",
  },
  {
    name: "content:report",
    what: "what the last reading of the content folder could not take in",
    keeping: "no",
    life: "until the next reading",
  },
  {
    name: "playground",
    what: "the chats of the page without a token: it plays Telegram",
    keeping: "no",
    life: "until it is deleted; Telegram is in no backup either",
  },
  {
    name: "playground:clock",
    what: "how far the clock of the playground was moved on",
    keeping: "no",
    life: "until it is deleted; with a token it is never read",
  },
  {
    name: "dashboard:session:…",
    what: "who is logged in to the dashboard, under a hash",
    keeping: "no",
    life: "a week",
  },
  {
    name: "dashboard:tries:…",
    what: "how often an address tried the dashboard's token in this minute, under a hash",
    keeping: "no",
    life: "a minute",
  },
];
