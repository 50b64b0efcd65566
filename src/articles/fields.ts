// Checks the fields that an editor may set on an article, in front matter and in JSON alike.
import { z } from "zod";
import { toInstant } from "./dates.ts";
import type { DocumentFault, Parsed } from "./format.ts";
import { toImage } from "./image.ts";

const line = z.string().trim().min(1, "it is empty");

const shape = z.strictObject({
  title: line,
  date: line.transform((text, context) => {
    const instant = toInstant(text);
    if (instant !== undefined) return instant;
    context.addIssue({ code: "custom", message: `"${text}" is not a date` });
    return z.NEVER;
  }),
  source: line,
  url: line.refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), "it is not an address"),
  topics: z.union([z.array(line), line.transform((text) => text.split(/\s*[,،]\s*/))]),
  summary: line,
  pinned: z.boolean(),
  hidden: z.boolean(),
  image: line.refine((text) => toImage(text) !== undefined, "it is not the address of a picture"),
});

const partial = shape.partial();

const known = Object.keys(shape.shape);

const mends: Readonly<Record<string, string>> = {
  title: "write one line of text, for example: title: عنوان الخبر",
  date: "write it as 2026-11-03 or 2026-11-03T08:30:00Z, in the Gregorian calendar",
  source: "write the outlet's name as text",
  url: "write a full address that begins with https://",
  topics: "write a list of topics, for example: [economy, science]",
  summary: "write the summary as one text",
  pinned: "write true or false",
  hidden: "write true or false",
  image: "write the full address of the picture that begins with https://, at most 1000 characters",
};

/** What the fields say, all but the body. */
export type Fields = Omit<Parsed, "blocks" | "isRaw">;

export type FieldsResult =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

/**
 * The checked fields, or one fault for each wrong or unknown one. Fields left empty (`null`) count as absent.
 * `lineOf` gives the 1-based line of a field.
 */
export function readFields(
  values: Readonly<Record<string, unknown>>,
  lineOf: (key: string) => number,
  file: string,
): FieldsResult {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const checked = partial.safeParse(given);
  if (checked.success) return { ok: true, fields: toFields(checked.data) };
  const faults = checked.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownField(key, lineOf(key), file))
      : [wrongField(String(issue.path[0]), issue, lineOf, file)],
  );
  return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
}

function unknownField(key: string, line: number, file: string): DocumentFault {
  return { file, line, message: `unknown field "${key}"`, mend: `use one of: ${known.join(", ")}` };
}

function wrongField(
  key: string,
  issue: z.core.$ZodIssue,
  lineOf: (key: string) => number,
  file: string,
): DocumentFault {
  const what =
    issue.code === "invalid_type"
      ? `it must be ${typeWords[issue.expected] ?? issue.expected}`
      : issue.message;
  const message =
    issue.code === "invalid_union" ? `field "${key}": it is not a list of topics` : `field "${key}": ${what}`;
  return { file, line: lineOf(key), message, mend: mends[key] ?? "correct it" };
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  array: "a list",
};

function toFields(checked: z.output<typeof partial>): Fields {
  const { date, title, source, url, topics, summary, pinned, hidden, image } = checked;
  const address = toImage(image);
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { published: date }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    ...(topics !== undefined && topics.length > 0 && { topics }),
    ...(summary !== undefined && { summary }),
    ...(pinned !== undefined && { pinned }),
    ...(hidden !== undefined && { hidden }),
    ...(address !== undefined && { image: address }),
  };
}
