// Makes an article out of a parsed document: cleaned, given its topics and its date; all but the summary and the story.
import { agencyOf } from "./agency.ts";
import { type Cleaned, clean } from "./clean.ts";
import { dateInPath } from "./dates.ts";
import type { DocumentFault, Parsed } from "./format.ts";
import { hash, type Incoming } from "./incoming.ts";
import type { Draft } from "./record.ts";
import type { FurnitureRule } from "./step.ts";
import type { DetectTopics } from "./topics.ts";

/** A draft that waits for its summary, which costs most and is needed only where something changed. */
export interface Prepared {
  readonly draft: Omit<Draft, "summary">;
  readonly editorSummary?: string;
  readonly bodyHash: string;
  readonly isDateGuessed: boolean;
  /** What is wrong with it though it is taken in. */
  readonly notes: readonly DocumentFault[];
}

export type PrepareResult =
  | ({ readonly ok: true } & Prepared)
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

export interface PrepareOptions {
  readonly rules: readonly FurnitureRule[];
  readonly detectTopics: DetectTopics;
  /** Sentences a summary will have: part of what readers see, so a change of it is a change of the article. */
  readonly summarySentences: number;
  /** Articles with one body and this in common are one: "" for files, the source for feeds. */
  readonly bodyScope: string;
  /** Keys of the lines that are known as furniture of the source. */
  readonly learnt: ReadonlySet<string>;
  readonly now: Date;
}

/** Clocks and zones differ by less; what lies further ahead is a mistake. */
const aheadMs = 24 * 3_600_000;

/** UTF-16 units of a title; headlines have 40 to 120. A longer one is a text that slipped into the wrong field. */
const maxTitle = 300;

/** Never throws for what a document holds. The date is the document's, else its file name's, else the file's own. */
export function prepare(given: Parsed, incoming: Incoming, options: PrepareOptions): PrepareResult {
  const file = incoming.origin;
  const parsed = withShortTitle(given);
  const cleaned = clean(parsed, { rules: options.rules, learnt: options.learnt });
  const fault = missingPart(cleaned, incoming);
  if (fault !== undefined) return { ok: false, faults: [fault] };

  const text = cleaned.paragraphs.join("\n\n");
  const told = cleaned.published ?? dateInPath(file);
  const isAhead = told !== undefined && Date.parse(told) > options.now.getTime() + aheadMs;
  const known = isAhead ? undefined : told;
  const fromContent = {
    ...(parsed.url !== undefined && { url: parsed.url }),
    source: incoming.outlet ?? sourceOf(parsed, cleaned),
    title: cleaned.title,
    paragraphs: cleaned.paragraphs,
    language: incoming.language ?? cleaned.language,
    topics: topicsOf(parsed, incoming, cleaned.title, text, options.detectTopics),
    ...(parsed.pinned && { pinned: true }),
    ...(parsed.hidden && { hidden: true }),
    ...(parsed.image !== undefined && { image: parsed.image }),
  };
  const contentHash = hash([fromContent, known ?? null, parsed.summary ?? null, options.summarySentences]);
  return {
    ok: true,
    draft: {
      ...fromContent,
      id: incoming.id,
      origin: file,
      text,
      published: known ?? incoming.modified.toISOString(),
      contentHash,
    },
    ...(parsed.summary !== undefined && { editorSummary: parsed.summary }),
    bodyHash: hash(options.bodyScope === "" ? cleaned.paragraphs : [options.bodyScope, cleaned.paragraphs]),
    isDateGuessed: known === undefined,
    notes: [
      ...(parsed === given ? [] : [titleCut(incoming, given.title?.length ?? 0)]),
      ...(isAhead ? [dateAhead(incoming, told)] : []),
    ],
  };
}

/** Cut between two words, where there are any. */
function withShortTitle(parsed: Parsed): Parsed {
  const title = parsed.title ?? "";
  if (title.length <= maxTitle) return parsed;
  const start = title.slice(0, maxTitle).trim();
  const space = start.search(/\s\S*$/);
  return { ...parsed, title: `${start.slice(0, space > 0 ? space : start.length).trim()}…` };
}

function titleCut(incoming: Incoming, length: number): DocumentFault {
  const message = `its title has ${length} characters; the first ${maxTitle} are kept`;
  return toFault(incoming, message, "give it a headline");
}

function dateAhead(incoming: Incoming, told: string): DocumentFault {
  const message = `its date lies in the future: ${told}; the day of its arrival is taken`;
  return toFault(incoming, message, "correct the date, or wait until it has come");
}

function missingPart(cleaned: Cleaned, incoming: Incoming): DocumentFault | undefined {
  const hasText = cleaned.paragraphs.length > 0;
  const isEntry = incoming.entry !== undefined;
  if (hasText && cleaned.title !== "") return undefined;
  if (hasText) {
    const mend = isEntry
      ? "its publisher should give it a title; it is left out"
      : "write the title on the first line, and leave the next one blank";
    return toFault(incoming, "the article has no title", mend);
  }
  const leftOut = "its publisher should send the text; fullText: auto looks for it on its page";
  return cleaned.title === ""
    ? toFault(
        incoming,
        isEntry ? "it is empty" : "the document is empty",
        isEntry ? leftOut : "write an article in it, or remove it",
      )
    : toFault(incoming, "there is a title but no text", isEntry ? leftOut : "write the text below the title");
}

/** An entry of a feed is told by its name, for its line is not known here any more. */
function toFault({ origin, entry }: Incoming, message: string, mend: string): DocumentFault {
  if (entry === undefined) return { file: origin, line: 1, message, mend };
  const name = entry.length <= 60 ? entry : `${entry.slice(0, 59)}…`;
  return { file: origin, line: 0, message: `entry "${name}": ${message}`, mend };
}

/** An editor's topics win over the place's, the place's over what the words say. */
function topicsOf(
  parsed: Parsed,
  incoming: Incoming,
  title: string,
  text: string,
  detectTopics: DetectTopics,
): readonly string[] {
  if (parsed.topics !== undefined) return [...new Set(parsed.topics)];
  return incoming.topics.length > 0 ? incoming.topics : detectTopics(title, text).topics;
}

/** The outlet that the document names, else the agency of its dateline, else its host; empty when nothing tells it. */
function sourceOf({ source, url }: Parsed, { dateline }: Cleaned): string {
  const agency = dateline === undefined ? undefined : agencyOf(dateline);
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  return source ?? agency ?? host;
}
