// Parses the JSON of a feed, and of one that was cut what came before the cut.

export type Json =
  | { readonly ok: true; readonly value: unknown; readonly cutAt?: number }
  | { readonly ok: false; readonly at: number };

/** Ends of objects that are tried, from the last one backwards: an entry holds few objects of its own. */
const tries = 20;

/** Offsets are in the text: `cutAt` is where the last whole entry ends, `at` where the text stops being JSON. */
export function parseJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const at = position === undefined ? text.trimEnd().length : Number(position);
    return at < text.trimEnd().length ? { ok: false, at } : (salvage(text) ?? { ok: false, at });
  }
}

function salvage(text: string): Json | undefined {
  let end = text.length;
  for (let turn = 0; turn < tries; turn++) {
    end = text.lastIndexOf("}", end - 1);
    if (end < 1) return undefined;
    try {
      return { ok: true, value: JSON.parse(`${text.slice(0, end + 1)}]}`), cutAt: end + 1 };
    } catch {
      // this object was no entry of its own
    }
  }
  return undefined;
}
