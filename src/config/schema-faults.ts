// Turns what the schema complains about into faults with a line and a mend.
import { z } from "zod";
import type { ConfigFault } from "./config.ts";
import { suggest } from "./nearest.ts";

export type Path = readonly PropertyKey[];

/** One fault for each unknown key, else one for the issue. */
export function toFaults(
  issue: z.core.$ZodIssue,
  root: z.ZodType,
  file: string,
  lineOf: (path: Path) => number,
): ConfigFault[] {
  const schema = schemaAt(root, issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      message: `unknown key "${key}"`,
      mend: suggest(key, known),
    }));
  }
  const what = toName(issue.path);
  const isMissing =
    issue.code === "invalid_type" && issue.input === undefined && /received undefined/.test(issue.message);
  const description = schema?.description;
  return [
    {
      file,
      line: lineOf(issue.path),
      message: isMissing
        ? `${what} is missing`
        : `${what}: ${lowerFirst(issue.message.replace(/^Invalid input: /, ""))}`,
      mend: description === undefined ? "see the example in the README" : `write ${description}`,
    },
  ];
}

/** `topics[2].names` */
function toName(path: Path): string {
  const name = path.map((step) => (typeof step === "number" ? `[${step + 1}]` : `.${String(step)}`)).join("");
  return name.replace(/^\./, "") || "the file";
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The described schema of what lies at the path. */
function schemaAt(root: z.ZodType, path: Path): z.ZodType | undefined {
  let schema: unknown = root;
  for (const step of path) {
    const inner = unwrap(schema);
    if (inner instanceof z.ZodObject) schema = inner.shape[String(step)];
    else if (inner instanceof z.ZodArray) schema = inner.element;
    else if (inner instanceof z.ZodRecord) schema = inner.valueType;
    else return undefined;
  }
  const described = schema instanceof z.ZodType && schema.description !== undefined ? schema : unwrap(schema);
  return described instanceof z.ZodType ? described : undefined;
}

function unwrap(schema: unknown): unknown {
  const isWrapper =
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional;
  return isWrapper ? unwrap(schema.unwrap()) : schema;
}
