// Turns one HTTP answer into ours: unchanged, a body that is text, or why there is none.
import type { Response } from "./ask.ts";
import { type BodyHeaders, type BodyLimit, readBody } from "./bodies.ts";
import { failed, type Refused, refused } from "./ended.ts";
import { type Headers, headerOf, maxAgeSeconds, sendable } from "./headers.ts";
import { namedByBytes, namedByLabel, namedNoPage } from "./kinds.ts";
import type { RobotsText } from "./robots.ts";
import { toStatusAnswer } from "./statuses.ts";
import type { WebAnswer, WebRequest } from "./web.ts";

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An answer that does not know yet which redirects led to it. */
export type Reading = DistributiveOmit<WebAnswer, "url" | "movedTo">;

/** The headers of a request for a feed or a page, with the validators of the last answer. */
export function toHeaders(request: WebRequest, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": userAgent,
    accept: accepts[request.kind],
    "accept-encoding": "gzip, deflate, br",
  };
  const etag = sendable(request.etag);
  const lastModified = sendable(request.lastModified);
  if (etag !== undefined) headers["if-none-match"] = etag;
  if (lastModified !== undefined) headers["if-modified-since"] = lastModified;
  return headers;
}

const accepts: Readonly<Record<WebRequest["kind"], string>> = {
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
  page: "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1",
};

/** Throws only what the connection throws. */
export async function readAnswer(
  request: WebRequest,
  response: Response,
  maxBytes: number,
  now: Date,
): Promise<Reading> {
  const { statusCode: status, headers } = response;
  const isConditional = sendable(request.etag ?? request.lastModified) !== undefined;
  if (status === 304 && isConditional) return { kind: "unchanged", ...remember(headers, now, request) };
  const ended = toStatusAnswer(status, headers, now);
  if (ended !== undefined) return ended;
  const contentType = (headerOf(headers, "content-type") ?? "").slice(0, 200);
  const label = namedByLabel(contentType);
  if (label !== undefined) return noText(label);
  const bytes = await readBody(response.body, toBodyHeaders(headers), { maxBytes });
  if (bytes.length === 0) {
    return failed(`the answer is empty (${status})`, "check the address in a browser", status);
  }
  const name = namedByBytes(bytes, contentType);
  if (name !== undefined) return noText(name);
  const other = request.kind === "page" ? namedNoPage(bytes, contentType) : undefined;
  if (other !== undefined) {
    return refused(`it is not a page but ${other}`, "if it is a feed, add it as a feed");
  }
  return { kind: "body", bytes, contentType, ...remember(headers, now) };
}

/** robots.txt by RFC 9309 2.3.1: no such file allows everything, a server in trouble nothing; a long file is cut. */
export async function readRobots(response: Response, maxBytes: number, now: Date): Promise<RobotsText> {
  const { statusCode: status, headers } = response;
  if (status >= 400 && status < 500 && status !== 429) return { kind: "text", text: "" };
  const ended = status === 204 ? undefined : toStatusAnswer(status, headers, now);
  if (ended?.kind === "wait" || ended?.kind === "failed") return ended;
  const limit: BodyLimit = { maxBytes, isCut: true };
  const bytes = await readBody(response.body, toBodyHeaders(headers), limit);
  return { kind: "text", text: new TextDecoder().decode(bytes) };
}

function noText(name: string): Refused {
  return refused(`it is ${name}, not text`, "use the address of a feed or of a page");
}

function toBodyHeaders(headers: Headers): BodyHeaders {
  return {
    encoding: headerOf(headers, "content-encoding"),
    length: headerOf(headers, "content-length"),
  };
}

/** What the caller keeps for the next request. A 304 need not repeat the validators: then the last ones stay good. */
function remember(
  headers: Headers,
  now: Date,
  last: Pick<WebRequest, "etag" | "lastModified"> = {},
): { etag?: string; lastModified?: string; maxAgeSeconds?: number } {
  const etag = sendable(headerOf(headers, "etag")) ?? last.etag;
  const lastModified = sendable(headerOf(headers, "last-modified")) ?? last.lastModified;
  const maxAge = maxAgeSeconds(headers, now);
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(maxAge !== undefined && { maxAgeSeconds: maxAge }),
  };
}
