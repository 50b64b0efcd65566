// Says of a feed how its readings go, for people and for machines.
import type { FeedSource, FeedState } from "../../sources/feedSource.ts";

interface Known {
  readonly source: FeedSource;
  readonly state: FeedState;
}

/** A few lines for people. */
export function describeSource({ source, state }: Known): string {
  const { id, name, url, topics, from } = source;
  const where = from === "config" ? "config/sources.yaml" : "added";
  const lines = [`${id}  ${name} (${where}${topics.length > 0 ? `; ${topics.join(", ")}` : ""})`, `  ${url}`];
  if (state.movedTo !== undefined) lines.push(`  moved to ${state.movedTo}: correct the address`);
  if (state.off !== undefined) lines.push(`  OFF: ${state.off}`, `    mend: mujaz sources on ${id}`);
  const read = state.lastRead === undefined ? "not read yet" : `read ${state.lastRead}`;
  const next = state.off !== undefined || state.next === undefined ? "" : `; next ${state.next}`;
  lines.push(`  ${read}; ${state.brought} articles so far${next}`);
  if (state.error !== undefined) {
    lines.push(
      `  failed ${state.failures} times in a row, last ${state.error.at}: ${state.error.reason}`,
      `    mend: ${state.error.mend}`,
    );
  }
  return lines.join("\n");
}

export function toObject({ source, state }: Known): object {
  const { etag: _etag, lastModified: _modified, isOffTold: _told, ...shown } = state;
  return { ...source, ...shown };
}
