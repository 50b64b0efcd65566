// Articles for tests of the search: made by hand, only what a test names differs.
import type { Indexed } from "../../../src/articles/search.ts";

export const now = new Date("2026-11-26T06:00:00.000Z");

/** A visible article; without a body it says something that no test asks for. */
export function indexed(number: number, changes: Partial<Indexed> = {}): Indexed {
  return {
    number,
    title: `عنوان مقال ${number}`, // "headline of article …"
    text: "لا شيء هنا يهم أحداً.", // "nothing here matters to anyone"
    source: "وكالة ضفاف", // an invented agency
    summary: { sentences: [] },
    published: "2026-11-20T08:00:00.000Z",
    topics: ["economy"],
    ...changes,
  };
}
