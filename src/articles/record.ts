// Turns an article into what Redis holds of it, and back.
import type { Article } from "./article.ts";

/** An article before the store gave it a number, a time of arrival and a story. */
export type Draft = Omit<Article, "number" | "fetched" | "storyId" | "archive" | "edited">;

/** The part that no script looks into: everything but the fields beside it. */
type Kept = Omit<Draft, "id" | "published" | "topics" | "contentHash" | "hidden" | "text">;

export function toJson(draft: Draft): string {
  const {
    id: _id,
    published: _published,
    topics: _topics,
    contentHash: _hash,
    hidden: _hidden,
    text: _text,
    ...kept
  } = draft;
  return JSON.stringify(kept satisfies Kept);
}

/**
 * The article of a Redis hash; undefined for an empty hash. What is in it was checked when it was put there. What an editor
 * decided by hand ("pin", "words": see editing.ts) goes before what the source says.
 */
export function toArticle(number: number, fields: Readonly<Record<string, string>>): Article | undefined {
  const { id, json, hash, published, fetched, story, topics, hidden, archive, pin, words } = fields;
  const { editedBy: by, editedAt: at } = fields;
  if (id === undefined || json === undefined || hash === undefined || published === undefined)
    return undefined;
  if (fetched === undefined || story === undefined) return undefined;
  const { pinned, summary, ...kept } = JSON.parse(json) as Kept;
  const { sentences, editor } = summary;
  const own = words ?? editor ?? "";
  const isPinned = pin === undefined ? pinned === true : pin === "1";
  return {
    ...kept,
    summary: { sentences, ...(own !== "" && { editor: own }) },
    ...(isPinned && { pinned: true }),
    id,
    number,
    text: kept.paragraphs.join("\n\n"),
    published,
    fetched,
    topics: toList(topics),
    storyId: toStoryId(story),
    contentHash: hash,
    ...(archive === "1" && { archive: true }),
    ...(hidden !== "" && { hidden: true }),
    ...(by !== undefined && at !== undefined && { edited: { by, at } }),
  };
}

/** Lists are kept one entry a line, which Lua can read without a parser. */
export function toList(lines: string | undefined): string[] {
  return (lines ?? "").split("\n").filter((line) => line !== "");
}

export function toStoryId(number: number | string): string {
  return `s${number}`;
}

/** The number of a story's first article; undefined for what is no story id. */
export function storyNumber(storyId: string): number | undefined {
  const digits = /^s(\d+)$/.exec(storyId)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
