// Puts one prepared article into the store: with its summary, and in its story.
import { summarize } from "../summary/summarize.ts";
import type { ArticleStore, PutOptions, PutResult } from "./article-store.ts";
import type { Prepared } from "./draft.ts";
import type { Incoming } from "./incoming.ts";
import type { Draft } from "./record.ts";
import type { StoryFinder } from "./story-finder.ts";

/** Keys of an article's lines, and the list that they are learnt by. */
export interface Lines {
  readonly source: string;
  readonly keys: readonly string[];
}

/** Where an article comes from. */
export interface Origin {
  readonly incoming: Incoming;
  readonly signature: string;
  readonly lines: Lines;
  readonly source: string;
  readonly isMirror: boolean;
  readonly archiveBefore?: Date;
  /** Names of all that the source shows now: what stands there beside an article is no new printing of it. */
  readonly present?: ReadonlySet<string>;
  readonly isUndatedArchive?: boolean;
}

export interface PutNeeds {
  readonly store: Pick<ArticleStore, "holds" | "namesOf" | "put">;
  readonly finder: StoryFinder;
  readonly summarySentences: number;
  readonly now: () => Date;
  /** Told how long each summary took. */
  readonly onSummary?: (seconds: number) => void;
}

/** An article is placed anew so often while others come in between; then it is stored by what is known. */
const placings = 5;

/** One article at a time in this process; other processes are noticed by the store. */
export function createPut(needs: PutNeeds): (one: Prepared, origin: Origin) => Promise<PutResult> {
  let last: Promise<unknown> = Promise.resolve();
  return (one, origin) => {
    const next = last.then(() => putOne(needs, one, origin));
    last = next.catch(() => undefined);
    return next;
  };
}

async function putOne(needs: PutNeeds, one: Prepared, origin: Origin): Promise<PutResult> {
  const { store, finder, now } = needs;
  const { draft, editorSummary, bodyHash, isDateGuessed } = one;
  const { incoming, signature, lines, source, isMirror } = origin;
  // A file read again under other rules, and nothing came of it. What has more names than one goes on: a name may be new.
  if (incoming.aliases.length === 0 && (await store.holds(draft.id, draft.contentHash, signature)))
    return { outcome: "unchanged", number: 0 };
  const begunMs = performance.now();
  const whole = { ...draft, summary: summaryOf(draft, needs.summarySentences, editorSummary) };
  needs.onSummary?.((performance.now() - begunMs) / 1000);
  for (let placing = 1; ; placing += 1) {
    const { known, print, encoded, storyId, replaces } = await finder.place(draft, source);
    const isCopy = replaces !== undefined && !isMirror && !(await isBeside(store, replaces, origin));
    const options: PutOptions = {
      source,
      fetched: now(),
      bodyHash,
      isDateGuessed,
      aliases: incoming.aliases,
      print: encoded,
      raw: signature,
      expires: !isMirror,
      isArchive: isArchive(one, origin),
      ...(placing < placings && { known }),
      ...(storyId !== undefined && { storyId }),
      ...(isCopy && { replaces }),
      ...(lines.keys.length > 0 && { lines }),
    };
    const result = await store.put(whole, options);
    if (result.outcome === "behind") continue;
    if (result.outcome === "new") finder.placed(result.number, storyId ?? `s${result.number}`, source, print);
    if (result.outcome === "updated") await finder.renew(result.number);
    return result;
  }
}

/** True when the source shows the other article under names that this one does not have. */
async function isBeside(store: PutNeeds["store"], other: number, origin: Origin): Promise<boolean> {
  const { incoming, present = new Set<string>() } = origin;
  const own = new Set([incoming.id, ...incoming.aliases]);
  const names = await store.namesOf(other);
  return names.some((name) => present.has(name)) && !names.some((name) => own.has(name));
}

function isArchive({ draft, isDateGuessed }: Prepared, { archiveBefore, isUndatedArchive }: Origin): boolean {
  if (isDateGuessed) return isUndatedArchive === true;
  return archiveBefore !== undefined && Date.parse(draft.published) < archiveBefore.getTime();
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
