// Takes in what a source brings: prepares, summarises, groups and stores it, and reports on every document.
import type { RawDocument, SourceItem } from "../sources/source.ts";
import { isDocument } from "../sources/source.ts";
import { summarize } from "../summary/summarize.ts";
import type { ArticleStore } from "./article-store.ts";
import { documentId, type Prepared, prepare } from "./draft.ts";
import type { DocumentFault } from "./format.ts";
import type { Draft } from "./record.ts";
import type { FurnitureRule } from "./step.ts";
import { createStoryFinder } from "./story-finder.ts";
import { createTopicDetector, type TopicWords } from "./topics.ts";

export interface IngestReport {
  readonly source: string;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Documents whose body another article already has, and that article's number. */
  readonly duplicate: readonly { readonly file: string; readonly of: number }[];
  /** Documents that an editor removed from the store and that did not change since. */
  readonly removed: number;
  /** Articles whose document disappeared since the last time. */
  readonly hidden: number;
  readonly rejected: readonly DocumentFault[];
}

export interface IngestNeeds {
  readonly store: ArticleStore;
  readonly rules: readonly FurnitureRule[];
  readonly topics: readonly TopicWords[];
  /** The longest summary that a reader may ask for. */
  readonly summarySentences: number;
  readonly now: () => Date;
  readonly log?: { warn(event: string, fields?: object): void };
}

export interface IngestOptions {
  /** "content" when absent. */
  readonly source?: string;
  /** Called after each document that was stored or found unchanged. */
  readonly onProgress?: (done: number, total: number) => void;
}

export type Ingest = (documents: AsyncIterable<SourceItem>, options?: IngestOptions) => Promise<IngestReport>;

/**
 * Numbers follow the dates of publication, the oldest first. One bad document never stops the others; a fault of the store
 * itself is thrown. Articles whose documents are gone are hidden, unless part of the source could not be seen.
 */
export function createIngest(needs: IngestNeeds): Ingest {
  const { store, now, log } = needs;
  const detectTopics = createTopicDetector(needs.topics);
  const finder = createStoryFinder(store);

  async function put({ draft, editorSummary, bodyHash, isDateGuessed }: Prepared, source: string) {
    if (await store.holds(draft.id, draft.contentHash)) return { outcome: "unchanged", number: 0 } as const;
    const whole = { ...draft, summary: summaryOf(draft, needs.summarySentences, editorSummary) };
    const storyId = await finder.find(draft);
    const options = {
      source,
      fetched: now(),
      bodyHash,
      isDateGuessed,
      ...(storyId !== undefined && { storyId }),
    };
    const result = await store.put(whole, options);
    if (result.outcome === "updated") finder.forget(result.number);
    return result;
  }

  function tryPrepare(document: RawDocument): Prepared | readonly DocumentFault[] {
    try {
      const result = prepare(document, {
        rules: needs.rules,
        detectTopics,
        summarySentences: needs.summarySentences,
      });
      return result.ok ? result : result.faults;
    } catch (err) {
      log?.warn("article.broken", { path: document.path, err });
      return [
        {
          file: document.path,
          line: 1,
          message: "it cannot be read",
          mend: "please report this file as a bug",
        },
      ];
    }
  }

  return async (documents, { source = "content", onProgress } = {}) => {
    const seen = new Set<string>();
    const rejected: DocumentFault[] = [];
    const prepared: Prepared[] = [];
    let isWhole = true;
    for await (const item of documents) {
      seen.add(documentId(source, item.path));
      if (!isDocument(item)) {
        isWhole &&= item.kind === "file";
        const line = item.kind === "file" ? 1 : 0;
        rejected.push({ file: item.path, line, message: item.reason, mend: item.mend });
        continue;
      }
      const result = tryPrepare(item);
      if ("draft" in result) prepared.push(result);
      else rejected.push(...result);
    }
    prepared.sort(byPublication);

    const hidden = isWhole ? await store.hideMissing(seen, source) : 0;
    const counts = { new: 0, updated: 0, unchanged: 0, removed: 0 };
    const duplicate: { file: string; of: number }[] = [];
    for (const [index, one] of prepared.entries()) {
      const { outcome, number } = await put(one, source);
      if (outcome === "duplicate") duplicate.push({ file: one.draft.origin, of: number });
      else counts[outcome]++;
      onProgress?.(index + 1, prepared.length);
    }
    return { source, ...counts, duplicate, hidden, rejected };
  };
}

/** Code-unit order of the instants, then of the paths: the same folder gives the same numbers everywhere. */
function byPublication({ draft: a }: Prepared, { draft: b }: Prepared): number {
  if (a.published !== b.published) return a.published < b.published ? -1 : 1;
  return a.origin < b.origin ? -1 : 1;
}

/** Stored in order of choice, so that a shorter summary is a prefix. */
function summaryOf(
  draft: Prepared["draft"],
  sentences: number,
  editor: string | undefined,
): Draft["summary"] {
  const { text, title, language } = draft;
  const chosen = summarize({ text, title, language }, { sentences }).sentences.toSorted(
    (a, b) => a.rank - b.rank,
  );
  return {
    sentences: chosen.map(({ text: sentence, start, end, score }) => ({ text: sentence, start, end, score })),
    ...(editor !== undefined && { editor }),
  };
}
