// Hand-made drafts for tests of the store: only what a test names differs.
import type { Draft } from "../../src/articles/record.ts";

/** A small whole article; its body, and with it its hashes, follow from the id unless given. */
export function draftOf(id: string, changes: Partial<Draft> = {}): Draft {
  const paragraphs = changes.paragraphs ?? [`نص المقال ${id} الأول.`, `نص المقال ${id} الثاني.`]; // "text of article …"
  return {
    id,
    source: "وكالة ضفاف", // an invented agency
    origin: `economy/${id}.md`,
    title: `عنوان ${id}`, // "headline …"
    text: paragraphs.join("\n\n"),
    published: "2026-11-03T08:00:00.000Z",
    language: "ar",
    topics: ["economy"],
    summary: { sentences: [{ text: "نص", start: 0, end: 2, score: 1 }] },
    contentHash: `hash of ${id}`,
    ...changes,
    paragraphs,
  };
}

export const fetched = new Date("2026-11-24T05:00:00.000Z");

/** What `put` asks beside the draft. */
export function optionsOf(draft: Draft) {
  return { source: "content", fetched, bodyHash: `body of ${draft.text}` };
}
