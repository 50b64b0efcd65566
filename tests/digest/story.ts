// Stories for tests of the digest: only what a test says differs from the usual.
import type { Article, Story } from "../../src/articles/article.ts";

export interface Told {
  readonly number: number;
  readonly title?: string;
  readonly topics?: readonly string[];
  readonly published?: string;
  readonly source?: string;
  readonly sources?: readonly string[];
  readonly sentences?: readonly string[];
  readonly pinned?: boolean;
  readonly hidden?: boolean;
  readonly language?: string;
  readonly editor?: string;
}

export const now = new Date("2026-11-24T08:00:00Z");

export function tell(told: Told): Story {
  const { number, title = `عنوان الخبر رقم ${number}`, topics = ["economy"], language = "ar" } = told;
  const { published = "2026-11-24T06:00:00Z", source = "صحيفة المرفأ" } = told;
  const sentences = told.sentences ?? [`هذه هي الجملة الأولى من الخبر ${number}.`];
  const text = sentences.join(" ");
  let at = 0;
  const lead: Article = {
    id: `id${number}`,
    number,
    source,
    origin: `${number}.md`,
    title,
    text,
    paragraphs: [text],
    published,
    fetched: published,
    language,
    topics,
    storyId: `s${number}`,
    summary: {
      sentences: sentences.map((sentence) => {
        const start = at;
        at += sentence.length + 1;
        return { text: sentence, start, end: start + sentence.length, score: 1 };
      }),
      ...(told.editor === undefined ? {} : { editor: told.editor }),
    },
    contentHash: "",
    ...(told.pinned ? { pinned: true } : {}),
    ...(told.hidden ? { hidden: true } : {}),
  };
  const sources = told.sources ?? [source];
  return { id: `s${number}`, number, firstSeen: published, lead, members: [number], sources };
}
