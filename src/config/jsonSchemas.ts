// The JSON Schemas of the files under config/: by them editors complete the YAML and underline what is wrong.
import { z } from "zod";
import { boilerplateSchema, mujazSchema, sourcesSchema, topicsSchema } from "./schemas.ts";

const files = {
  "mujaz.yaml": mujazSchema,
  "sources.yaml": sourcesSchema,
  "topics.yaml": topicsSchema,
  "boilerplate.yaml": boilerplateSchema,
} as const;

/**
 * By the name of the file. What a schema cannot say (an expression that compiles, a zone that exists, a topic that is there)
 * is checked when the files are read: what the reader refuses an editor may let pass, never the other way round.
 */
export function configJsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(files).map(([name, schema]) => [name, toJsonSchema(schema)]));
}

/** Of what is written, before defaults are filled in. Draft 7, which editors understand best. */
export function toJsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}
