// mujaz schema: the JSON Schemas of config/, .env and subscriber lines, for editors and other programs.
import { envJsonSchema } from "../config/envSchema.ts";
import { configJsonSchemas, toJsonSchema } from "../config/jsonSchemas.ts";
import { lineSchema } from "../subscribers/line.ts";
import type { Subcommand } from "./subcommand.ts";

/** By the name of what they describe: files under config/, ".env", and "subscriber" for a line of export and import. */
export function allSchemas(): Readonly<Record<string, object>> {
  return { ...configJsonSchemas(), ".env": envJsonSchema(), subscriber: toJsonSchema(lineSchema) };
}

export const schema: Subcommand = (program, desk) => {
  program
    .command("schema")
    .description("print the JSON Schemas of config/*.yaml, .env and subscriber lines, as one object by name")
    .action(() => desk.printJson(allSchemas()));
};
