// The subscriber's record as fields of a Redis hash; a field at its default is not stored.
import { type Subscriber, weekdays } from "./subscriber.ts";

/** What an absent field means. `chat`, `zone` and `since` are always stored. */
const defaults: Omit<Subscriber, "chat" | "zone" | "since" | "reason"> = {
  thread: null,
  kind: "private",
  status: "active",
  locale: "ar",
  times: ["07:00"],
  days: weekdays,
  quiet: null,
  topics: [],
  mutedTopics: [],
  follow: [],
  block: [],
  length: "standard",
  digits: "auto",
  calendar: "gregorian",
  items: 5,
  silent: false,
  cursor: 0,
  carry: [],
};

export interface Fields {
  readonly set: Readonly<Record<string, string>>;
  /** Fields that are at their default now and must go. */
  readonly unset: readonly string[];
}

/** What to store for these properties. Texts are stored bare, everything else as JSON. */
export function toFields(patch: Partial<Subscriber>): Fields {
  const set: Record<string, string> = {};
  const unset: string[] = [];
  for (const [name, value] of Object.entries(patch)) {
    const usual = (defaults as Record<string, unknown>)[name];
    const isUsual = value === undefined || value === "" || JSON.stringify(value) === JSON.stringify(usual);
    if (isUsual) unset.push(name);
    else set[name] = typeof value === "string" ? value : JSON.stringify(value);
  }
  return { set, unset };
}

const texts = new Set(["kind", "status", "reason", "locale", "zone", "length", "digits", "calendar", "since"]);

/** The subscriber in a hash; undefined for a hash that holds none. */
export function fromFields(hash: Readonly<Record<string, string>>): Subscriber | undefined {
  if (hash["chat"] === undefined) return undefined;
  const read = (name: string, usual: unknown): unknown => {
    const value = hash[name];
    if (value === undefined) return usual;
    return texts.has(name) ? value : JSON.parse(value);
  };
  const known = Object.fromEntries(Object.entries(defaults).map(([name, usual]) => [name, read(name, usual)]));
  return {
    ...(known as typeof defaults),
    chat: Number(hash["chat"]),
    zone: hash["zone"] ?? "UTC",
    since: hash["since"] ?? new Date(0).toISOString(),
    ...(hash["reason"] === undefined ? {} : { reason: hash["reason"] }),
  };
}
