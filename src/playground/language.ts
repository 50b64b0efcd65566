// Reads `language_code`, by which menus and descriptions differ.
import { badRequest } from "./apiError.ts";
import { type Params, readText } from "./method.ts";

/** Two letters of ISO 639-1, or none. */
export function readLanguage(params: Params): string {
  const language = readText(params, "language_code");
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("invalid language code specified");
  return language;
}
