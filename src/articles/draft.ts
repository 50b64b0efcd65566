// Makes an article out of one raw document: read, cleaned, given its topics; all but the summary and the story.
import { createHash } from "node:crypto";
import type { RawDocument } from "../sources/source.ts";
import { agencyOf } from "./agency.ts";
import { type Cleaned, clean } from "./clean.ts";
import { dateInPath } from "./dates.ts";
import type { DocumentFault, Parsed } from "./format.ts";
import { parseDocument } from "./parse.ts";
import type { Draft } from "./record.ts";
import type { FurnitureRule } from "./step.ts";
import type { DetectTopics } from "./topics.ts";

/** A draft that waits for its summary, which costs most and is needed only where something changed. */
export interface Prepared {
  readonly draft: Omit<Draft, "summary">;
  readonly editorSummary?: string;
  readonly bodyHash: string;
  readonly isDateGuessed: boolean;
}

export type PrepareResult =
  | ({ readonly ok: true } & Prepared)
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

export interface PrepareOptions {
  readonly rules: readonly FurnitureRule[];
  readonly detectTopics: DetectTopics;
  /** Sentences a summary will have: part of what readers see, so a change of it is a change of the article. */
  readonly summarySentences: number;
}

/** The id of a document: the same source and path give the same id for ever. */
export function documentId(source: string, path: string): string {
  return hash([source, path]).slice(0, 24);
}

/** Never throws for what a document holds. The date is the document's, else its file name's, else the file's own. */
export function prepare(document: RawDocument, options: PrepareOptions): PrepareResult {
  const file = document.path;
  const result = parseDocument(document.bytes, file);
  if (!result.ok) return result;
  const { parsed } = result;
  const cleaned = clean(parsed, { rules: options.rules });
  const fault = missingPart(cleaned, file);
  if (fault !== undefined) return { ok: false, faults: [fault] };

  const text = cleaned.paragraphs.join("\n\n");
  const known = cleaned.published ?? dateInPath(file);
  const fromContent = {
    ...(parsed.url !== undefined && { url: parsed.url }),
    source: sourceOf(parsed, cleaned),
    title: cleaned.title,
    paragraphs: cleaned.paragraphs,
    language: cleaned.language,
    topics: topicsOf(parsed, document, cleaned.title, text, options.detectTopics),
    ...(parsed.pinned && { pinned: true }),
    ...(parsed.hidden && { hidden: true }),
  };
  const contentHash = hash([fromContent, known ?? null, parsed.summary ?? null, options.summarySentences]);
  return {
    ok: true,
    draft: {
      ...fromContent,
      id: documentId(document.source, file),
      origin: file,
      text,
      published: known ?? document.modified.toISOString(),
      contentHash,
    },
    ...(parsed.summary !== undefined && { editorSummary: parsed.summary }),
    bodyHash: hash(cleaned.paragraphs),
    isDateGuessed: known === undefined,
  };
}

function missingPart(cleaned: Cleaned, file: string): DocumentFault | undefined {
  const hasText = cleaned.paragraphs.length > 0;
  if (hasText && cleaned.title !== "") return undefined;
  if (hasText)
    return {
      file,
      line: 1,
      message: "the article has no title",
      mend: "write the title on the first line, and leave the next one blank",
    };
  return cleaned.title === ""
    ? { file, line: 1, message: "the document is empty", mend: "write an article in it, or remove it" }
    : { file, line: 1, message: "there is a title but no text", mend: "write the text below the title" };
}

/** An editor's topics win over the folder's, the folder's over what the words say. */
function topicsOf(
  parsed: Parsed,
  document: RawDocument,
  title: string,
  text: string,
  detectTopics: DetectTopics,
): readonly string[] {
  if (parsed.topics !== undefined) return [...new Set(parsed.topics)];
  return document.topic === undefined ? detectTopics(title, text).topics : [document.topic];
}

/** The outlet that the document names, else the agency of its dateline, else its host; empty when nothing tells it. */
function sourceOf({ source, url }: Parsed, { dateline }: Cleaned): string {
  const agency = dateline === undefined ? undefined : agencyOf(dateline);
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  return source ?? agency ?? host;
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
