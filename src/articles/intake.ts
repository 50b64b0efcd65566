// Takes in what a source brings: prepares, summarises, groups and stores it, and reports on every document.
import { createBreath } from "../runtime/wait.ts";
import type { Unreadable } from "../sources/source.ts";
import type { ArticleStore } from "./article-store.ts";
import { type Prepared, type PrepareOptions, prepare } from "./draft.ts";
import type { DocumentFault, Parsed } from "./format.ts";
import { documentId, type Incoming, type Loaded } from "./incoming.ts";
import { learnFurniture } from "./learnt.ts";
import { lineKeys } from "./line-keys.ts";
import { createPut, type Lines } from "./put.ts";
import type { FurnitureRule } from "./step.ts";
import type { StoryFinder } from "./story-finder.ts";
import { createTally, type IngestReport, type Tally } from "./tally.ts";
import { createTopicDetector, type TopicWords } from "./topics.ts";

export interface IntakeNeeds {
  readonly store: ArticleStore;
  readonly finder: StoryFinder;
  readonly rules: readonly FurnitureRule[];
  readonly topics: readonly TopicWords[];
  /** The longest summary that a reader may ask for. */
  readonly summarySentences: number;
  readonly now: () => Date;
  /** Told how long each summary took. */
  readonly onSummary?: (seconds: number) => void;
  readonly log?: { warn(event: string, fields?: object): void };
}

export interface IntakeOptions {
  readonly source: string;
  /** Its documents stand for their articles: one that is gone hides its article, one body is one article. Else they expire. */
  readonly isMirror: boolean;
  /** What was published before is an archive piece. */
  readonly archiveBefore?: Date;
  /** What was published at no known time is an archive piece too. */
  readonly isUndatedArchive?: boolean;
  /** Names of all that the source shows now; absent where every name is an article for ever. */
  readonly present?: ReadonlySet<string>;
  /** Documents prepared together; numbers follow the dates inside of a batch. */
  readonly batch: number;
  /** Ends it between two documents, by throwing; what was put before stays. */
  readonly signal?: AbortSignal;
  /** Called after each document that was stored or found unchanged. */
  readonly onProgress?: (done: number, total: number) => void;
}

export type Intake = (
  items: AsyncIterable<Incoming | Unreadable>,
  options: IntakeOptions,
) => Promise<IngestReport>;

/** What was read of one document and waits for its batch. */
interface Read {
  readonly incoming: Incoming;
  readonly parsed: Parsed;
  readonly signature: string;
  /** None where the format knows the body by itself. */
  readonly lines: Lines;
}

/**
 * Numbers follow the dates of publication, the oldest first. One bad document never stops the others; a fault of the store
 * itself is thrown. Articles of a mirror whose documents are gone are hidden, unless part of the source could not be seen.
 * A process that dies in the middle leaves whole articles behind, and taking in again goes on where it ended.
 */
export function createIntake(needs: IntakeNeeds): Intake {
  const { store, now, log } = needs;
  const detectTopics = createTopicDetector(needs.topics);
  const put = createPut(needs);
  /** Between two documents: a thousand of them, or ten long ones, must not hold up what else runs in this process. */
  const breathe = createBreath();

  /** A page that holds no article is not asked for again with every reading; what costs nobody anything is named every time. */
  async function pass({ id, isFetched }: Incoming, signature: string, options: IntakeOptions): Promise<void> {
    if (isFetched === true) await store.pass(options.source, id, signature);
  }

  async function read(incoming: Incoming, options: IntakeOptions, tally: Tally): Promise<Read | undefined> {
    const { source } = options;
    const { result, signature } = await load(incoming, options);
    if (!result.ok) {
      tally.reject(result.faults);
      await pass(incoming, signature, options);
      return undefined;
    }
    const { parsed } = result;
    const lines = { source: `${source}:${parsed.source ?? ""}`, keys: parsed.isRaw ? lineKeys(parsed) : [] };
    return { incoming, parsed, signature, lines };
  }

  /** What loading throws is a fault of ours, unless it was told to end. */
  async function load(incoming: Incoming, { signal }: IntakeOptions): Promise<Loaded> {
    try {
      return await incoming.load();
    } catch (err) {
      signal?.throwIfAborted();
      log?.warn("article.broken", { path: incoming.origin, err });
      const { signature } = incoming;
      return { result: { ok: false, faults: [broken(incoming.origin)] }, signature };
    }
  }

  /** The furniture of each source in the batch, by what the store and the batch know of its lines. */
  async function learn(batch: readonly Read[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const learnt = new Map<string, ReadonlySet<string>>();
    for (const source of new Set(batch.map(({ lines }) => lines.source))) {
      const own = batch.filter(({ lines }) => lines.source === source).map(({ lines }) => lines.keys);
      learnt.set(source, learnFurniture([...own, ...(await store.linesOf(source))]));
    }
    return learnt;
  }

  function tryPrepare(one: Read, options: PrepareOptions, tally: Tally): Prepared | undefined {
    try {
      const result = prepare(one.parsed, one.incoming, options);
      if (result.ok) return result;
      tally.reject(result.faults);
    } catch (err) {
      log?.warn("article.broken", { path: one.incoming.origin, err });
      tally.reject([broken(one.incoming.origin)]);
    }
    return undefined;
  }

  async function takeBatch(batch: readonly Incoming[], options: IntakeOptions, tally: Tally, total: number) {
    const { source } = options;
    const documents = batch.map(({ id, aliases, signature }) => ({
      names: [id, ...aliases],
      raw: signature,
    }));
    const known = await store.known(source, documents);
    const found: Read[] = [];
    for (const [index, incoming] of batch.entries()) {
      const before = known[index] ?? { kind: "new" };
      if (before.kind === "new") {
        await breathe();
        const one = await read(incoming, options, tally);
        if (one !== undefined) found.push(one);
      } else if (before.kind === "duplicate") {
        tally.put(incoming.origin, { outcome: "duplicate", number: before.of });
      } else if (before.kind === "gone") tally.put(incoming.origin, { outcome: "expired", number: 0 });
      else tally.unchanged();
    }
    const learnt = await learn(found);
    const common = {
      rules: needs.rules,
      detectTopics,
      summarySentences: needs.summarySentences,
      bodyScope: options.isMirror ? "" : source,
      now: now(),
    };
    const prepared: { readonly one: Prepared; readonly from: Read }[] = [];
    for (const from of found) {
      await breathe();
      const one = tryPrepare(from, { ...common, learnt: learnt.get(from.lines.source) ?? new Set() }, tally);
      if (one !== undefined) prepared.push({ one, from });
      else await pass(from.incoming, from.signature, options);
    }
    prepared.sort((a, b) => byPublication(a.one, b.one));
    for (const { one, from } of prepared) {
      await breathe();
      tally.put(one.draft.origin, await put(one, { ...from, ...options }));
      tally.note(one.notes);
      options.onProgress?.(tally.done(), total);
    }
  }

  return async (items, options) => {
    const { source } = options;
    const seen = new Set<string>();
    const tally = createTally(source);
    let isWhole = true;
    let total = 0;
    let waiting: Incoming[] = [];
    for await (const item of items) {
      if (!("load" in item)) {
        isWhole &&= item.kind === "file";
        seen.add(documentId(source, item.path));
        const line = item.kind === "file" ? 1 : 0;
        tally.reject([{ file: item.path, line, message: item.reason, mend: item.mend }]);
        continue;
      }
      await breathe();
      seen.add(item.id);
      total += 1;
      waiting.push(item);
      if (waiting.length < options.batch) continue;
      await takeBatch(waiting, options, tally, total);
      waiting = [];
    }
    // What went first: a document that was renamed leaves its body to its new name.
    const hidden = options.isMirror && isWhole ? await store.hideMissing(seen, source) : 0;
    await takeBatch(waiting, options, tally, total);
    return tally.report(hidden);
  };
}

/** Code-unit order of the instants, then of the origins: the same folder gives the same numbers everywhere. */
function byPublication({ draft: a }: Prepared, { draft: b }: Prepared): number {
  if (a.published !== b.published) return a.published < b.published ? -1 : 1;
  return a.origin < b.origin ? -1 : 1;
}

function broken(file: string): DocumentFault {
  return { file, line: 1, message: "it cannot be read", mend: "please report this file as a bug" };
}
