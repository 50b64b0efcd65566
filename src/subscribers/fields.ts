// The subscriber's record in Redis: one text of short lines, a letter and a value each; what is at its default is left out.
import { type Code, instant, json, list, numbers, text, times } from "./codes.ts";
import { usual } from "./defaults.ts";
import type { Subscriber } from "./subscriber.ts";

export interface Fields {
  /** Letter → value as it is written. */
  readonly set: Readonly<Record<string, string>>;
  /** Letters that are at their default now and must go. */
  readonly unset: readonly string[];
}

/**
 * The letter of each property and how it is written. Letters stay for good: stores hold them. A million records are in
 * memory at once, so a letter stands for a name, and lists are not JSON where they need not be.
 */
const layout = {
  chat: ["c", json],
  thread: ["h", json],
  kind: ["k", text],
  status: ["s", text],
  reason: ["r", text],
  locale: ["l", text],
  zone: ["z", text],
  times: ["t", times],
  days: ["d", list],
  quiet: ["q", json],
  topics: ["p", list],
  mutedTopics: ["m", list],
  follow: ["f", list],
  block: ["b", list],
  length: ["e", text],
  digits: ["g", text],
  calendar: ["a", text],
  items: ["i", json],
  silent: ["n", json],
  previews: ["v", json],
  sayNothing: ["y", json],
  alerts: ["w", json],
  followStories: ["o", list],
  saved: ["x", numbers],
  pausedUntil: ["u", instant],
  city: ["j", text],
  cursor: ["C", json],
  carry: ["Y", numbers],
  since: ["S", instant],
} satisfies Record<keyof Subscriber, readonly [letter: string, code: Code]>;

/** Letters of what the schedule and delivery keep in the record beside the subscriber. */
export const marks = {
  /** The slot that ended last, epoch seconds. */
  lastSlot: "L",
  /** Digests sent. */
  sent: "N",
  /** Next due instant by a plan that was changed while a slot was pending, or "none". */
  planned: "P",
  /** When the last digest was told, and its stories: see delivery/last.ts. */
  told: "T",
} as const;

/** The letter under which the record has this property. */
export function letterOf(name: keyof Subscriber | keyof typeof marks): string {
  return name in marks ? marks[name as keyof typeof marks] : layout[name as keyof Subscriber][0];
}

/** What to store for these properties. An empty text unsets (`reason`). */
export function toFields(patch: Partial<Subscriber>): Fields {
  const set: Record<string, string> = {};
  const unset: string[] = [];
  for (const [name, value] of Object.entries(patch)) {
    const [letter, code] = layout[name as keyof Subscriber];
    if (value === undefined || value === "" || isUsual(name, value)) unset.push(letter);
    else set[letter] = code.write(value);
  }
  return { set, unset };
}

/** The value of one property as a record has it; "" where its line is left out. */
export function storedAs<Name extends keyof Subscriber>(name: Name, value: Subscriber[Name]): string {
  return isUsual(name, value) ? "" : layout[name][1].write(value);
}

function isUsual(name: string, value: unknown): boolean {
  const absent = (usual as Record<string, unknown>)[name];
  if (value === absent) return true;
  if (Array.isArray(value) && Array.isArray(absent) && value.length !== absent.length) return false;
  return typeof value === "object" && JSON.stringify(value) === JSON.stringify(absent);
}

const byLetter = new Map<string, readonly [name: string, code: Code]>(
  Object.entries(layout).map(([name, [letter, code]]) => [letter, [name, code]]),
);

/** The subscriber of these lines; undefined where they are nobody's. */
export function fromFields(fields: Readonly<Record<string, string>>): Subscriber | undefined {
  if (fields[layout.chat[0]] === undefined) return undefined;
  return assemble((set) => {
    for (const letter in fields) set(letter, fields[letter] ?? "");
  });
}

/** The subscriber of a record: `fromFields(fromRecord(record))`, without the lines by their letters in between. */
export function subscriberOf(record: string | null | undefined): Subscriber | undefined {
  if (!record) return undefined;
  let hasChat = false;
  const subscriber = assemble((set) => {
    for (let at = 0; at < record.length; ) {
      const end = record.indexOf("\n", at);
      const until = end < 0 ? record.length : end;
      const letter = record.charAt(at);
      if (letter === layout.chat[0]) hasChat = true;
      set(letter, record.slice(at + 1, until));
      at = until + 1;
    }
  });
  return hasChat ? subscriber : undefined;
}

/** Lines are written by toFields alone, so the types are its own. */
function assemble(read: (set: (letter: string, text: string) => void) => void): Subscriber {
  // All of one shape: a million of them are read in a morning.
  const made: Record<string, unknown> = { chat: 0, ...absent };
  read((letter, text) => {
    const known = byLetter.get(letter);
    if (known === undefined) return;
    const [name, code] = known;
    try {
      made[name] = code.read(text);
    } catch {
      // What could not be read is the reader's own: the parser's words quote it.
      throw new Error(`The record of a reader holds no readable "${name}"`);
    }
  });
  return made as unknown as Subscriber;
}

/** What a record without a line has. */
const absent = { ...usual, zone: "UTC", since: new Date(0).toISOString() };

/** The record as it lies in Redis. */
export function toRecord(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([letter, value]) => `${letter}${value}`)
    .join("\n");
}

/** Lines by their letters; none for no record. */
export function fromRecord(record: string | null | undefined): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  if (!record) return fields;
  for (const line of record.split("\n")) fields[line.charAt(0)] = line.slice(1);
  return fields;
}
