// answerCallbackQuery and answerInlineQuery.
import { badRequest } from "../apiError.ts";
import { readInlineResult } from "../inlineResult.ts";
import { isObject, type Method, type Params, readFlag, readJson, readNumber, readText } from "../method.ts";

const tooOld = "query is too old and response timeout expired or query ID is invalid";

export const answerCallbackQuery: Method = (world, params) => {
  const queryId = readText(params, "callback_query_id");
  const text = readText(params, "text");
  const url = readText(params, "url");
  if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
  if (url !== "" && !/^(https?|tg):\/\//i.test(url)) throw badRequest("URL_INVALID");
  const query = world.queries.close(queryId);
  if (query === undefined) throw badRequest(tooOld);
  const showAlert = readFlag(params, "show_alert");
  const shown = text === "" ? {} : { text, showAlert };
  const { chat, person } = query;
  world.tell(chat, { type: "answer", queryId, person, ...shown, ...(url === "" ? {} : { url }) });
  return true;
};

export const answerInlineQuery: Method = (world, params) => {
  const given = readJson(params, "results", "JSON encoded inline query results") ?? [];
  if (!Array.isArray(given)) throw badRequest("expected an Array of inline query results");
  if (given.length > 50) throw badRequest("too many inline query results specified");
  const results = (given as unknown[]).map((each) => readInlineResult(world, each));
  const button = readButton(params);
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest("RESULT_ID_DUPLICATE");
  const nextOffset = readText(params, "next_offset");
  if (Buffer.byteLength(nextOffset) > 64) throw badRequest("NEXT_OFFSET_INVALID");
  const answer = {
    queryId: readText(params, "inline_query_id"),
    results: given as readonly Readonly<Record<string, unknown>>[],
    nextOffset,
    cacheTime: readNumber(params, "cache_time", 300),
    isPersonal: readFlag(params, "is_personal"),
    ...(button === undefined ? {} : { button }),
  };
  if (!world.queries.answerInline(answer)) throw badRequest(tooOld);
  return true;
};

function readButton(params: Params): Readonly<Record<string, unknown>> | undefined {
  const button = readJson(params, "button", "inline query results button");
  if (button === undefined || button === null) return undefined;
  const fail = (what: string) => badRequest(`can't parse inline query results button: ${what}`);
  if (!isObject(button)) throw fail("InlineQueryResultsButton must be an Object");
  const { text, start_parameter: start, web_app: app } = button;
  if (typeof text !== "string") throw fail('Can\'t find field "text"');
  if (start === undefined && app === undefined) {
    throw fail("InlineQueryResultsButton must have exactly one optional field");
  }
  if (text.trim() === "") throw badRequest("SWITCH_PM_TEXT_EMPTY");
  if (start !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(String(start))) {
    throw badRequest("START_PARAM_INVALID");
  }
  return button;
}
