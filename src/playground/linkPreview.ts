// Reads `link_preview_options`.
import { badRequest } from "./apiError.ts";
import { isObject, type Params, readFlag, readJson } from "./method.ts";

/** The old `disable_web_page_preview` means `is_disabled`. */
export function readLinkPreview(params: Params): Readonly<Record<string, unknown>> | undefined {
  const given = readJson(params, "link_preview_options", "link preview options");
  if (given === undefined || given === null) {
    return readFlag(params, "disable_web_page_preview") ? { is_disabled: true } : undefined;
  }
  if (!isObject(given)) throw badRequest("object expected as link preview options");
  for (const name of ["is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"]) {
    if (given[name] !== undefined && typeof given[name] !== "boolean") {
      throw badRequest(`field "${name}" must be of type Boolean`);
    }
  }
  if (given["url"] !== undefined && typeof given["url"] !== "string") {
    throw badRequest('field "url" must be of type String');
  }
  return given;
}
