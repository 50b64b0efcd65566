// Counts a drill: what came to whom how often, and whether each repeat is one of those that cannot be avoided.
import type { Send } from "./telegram.ts";

export interface Account {
  /** Messages that came more than once: each repeat counts. */
  readonly repeats: number;
  /** Why the message before the repeat may have been sent in vain, and how often that led to a repeat. */
  readonly because: Readonly<Record<string, number>>;
  /** The most repeats that there may be: accepted, and lost at a kill or by a spoiled answer. */
  readonly mayRepeat: number;
  /** Repeats after a send that nothing had happened to: there may be none. */
  readonly unexplained: readonly (readonly Send[])[];
}

/** `killedMs`: when each worker was killed, by its number. */
export function account(sends: readonly Send[], killedMs: ReadonlyMap<number, number>): Account {
  const excuse = ({ spoiled, openAt, worker, atMs }: Send): string | undefined => {
    // What a dead worker had sent on its way.
    const afterDeath = atMs >= (killedMs.get(worker) ?? Number.POSITIVE_INFINITY) ? "worker" : undefined;
    const died = openAt ?? afterDeath;
    return spoiled === undefined || (spoiled === "unheard" && died !== undefined)
      ? died && `open when ${died} died`
      : spoiled;
  };
  const byMessage = groupBy(sends);
  const because: Record<string, number> = {};
  const unexplained: (readonly Send[])[] = [];
  let repeats = 0;
  for (const group of byMessage.values()) {
    repeats += group.length - 1;
    const excuses = group.slice(0, -1).map(excuse);
    for (const why of excuses) because[why ?? "nothing"] = (because[why ?? "nothing"] ?? 0) + 1;
    if (excuses.includes(undefined)) unexplained.push(group);
  }
  return {
    repeats,
    because,
    mayRepeat: sends.filter((send) => excuse(send) !== undefined).length,
    unexplained,
  };
}

/** By chat and part, in the order of arrival. */
function groupBy(sends: readonly Send[]): ReadonlyMap<string, readonly Send[]> {
  const groups = new Map<string, Send[]>();
  for (const send of sends) {
    const key = `${send.chat}/${send.part}`;
    groups.set(key, [...(groups.get(key) ?? []), send]);
  }
  return groups;
}
