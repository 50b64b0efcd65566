// The subscriber's record as fields of a Redis hash; a field at its default is not stored.
import { type Usual, usual } from "./defaults.ts";
import type { Subscriber } from "./subscriber.ts";

export interface Fields {
  readonly set: Readonly<Record<string, string>>;
  /** Fields that are at their default now and must go. */
  readonly unset: readonly string[];
}

/** What to store for these properties: texts bare, everything else as JSON. An empty text unsets (`reason`). */
export function toFields(patch: Partial<Subscriber>): Fields {
  const set: Record<string, string> = {};
  const unset: string[] = [];
  for (const [name, value] of Object.entries(patch)) {
    const isUsual = JSON.stringify(value) === JSON.stringify((usual as Record<string, unknown>)[name]);
    if (isUsual || value === undefined || value === "") unset.push(name);
    else set[name] = typeof value === "string" ? value : JSON.stringify(value);
  }
  return { set, unset };
}

const texts = new Set(["kind", "status", "locale", "length", "digits", "calendar", "pausedUntil", "city"]);

/** The subscriber in a hash; undefined for a hash that holds none. */
export function fromFields(hash: Readonly<Record<string, string>>): Subscriber | undefined {
  const { chat, zone, since, reason } = hash;
  if (chat === undefined) return undefined;
  const known = Object.entries(usual).map(([name, absent]) => {
    const value = hash[name];
    return [name, value === undefined ? absent : texts.has(name) ? value : JSON.parse(value)];
  });
  return {
    // The hash was written by toFields alone, so the types are its own.
    ...(Object.fromEntries(known) as Usual),
    chat: Number(chat),
    zone: zone ?? "UTC",
    since: since ?? new Date(0).toISOString(),
    ...(reason === undefined ? {} : { reason }),
  };
}
