// The table of content formats: the ending of a file's name decides.
import type { Format } from "./format.ts";
import { html } from "./formats/html.ts";
import { json } from "./formats/json.ts";
import { markdown } from "./formats/markdown.ts";
import { text } from "./formats/text.ts";

export const formats = { markdown, text, json, html } satisfies Record<string, Format>;

/** The format of a file by its name; undefined for an unknown ending. */
export function formatFor(path: string): Format | undefined {
  const name = path.toLowerCase();
  return Object.values(formats).find((format) => format.endings.some((ending) => name.endsWith(ending)));
}

/** Every ending that is read, for messages. */
export const knownEndings: readonly string[] = Object.values(formats).flatMap((format) => format.endings);
