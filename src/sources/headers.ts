// What the headers of an answer say about time and change: Retry-After, max-age, Expires, ETag, Last-Modified.

/** Names in lower case; a header that came twice is a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const day = 86_400;

/** One header; the values of one that came several times are joined by ", ". */
export function headerOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" || value === undefined ? value : value.join(", ");
}

/**
 * Seconds to wait by Retry-After (a number, or an HTTP date against the answer's own Date, else `now`), between 1 and
 * a day; `undefined` where there is none that can be read.
 */
export function retryAfterSeconds(headers: Headers, now: Date): number | undefined {
  const text = headerOf(headers, "retry-after")?.trim();
  if (text === undefined) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, headers, now);
  return seconds === undefined ? undefined : Math.min(day, Math.max(1, Math.ceil(seconds)));
}

/** `Cache-Control: max-age`, else Expires against Date (RFC 9111), never negative; `undefined` where neither can be read. */
export function maxAgeSeconds(headers: Headers, now: Date): number | undefined {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(headerOf(headers, "cache-control") ?? "")?.[1];
  if (maxAge !== undefined) return Number(maxAge);
  const expires = headerOf(headers, "expires");
  const seconds = expires === undefined ? undefined : secondsUntil(expires, headers, now);
  return seconds === undefined ? undefined : Math.max(0, Math.floor(seconds));
}

/** A validator that can be sent back as it came: printable ASCII of at most 1,000 characters. */
export function sendable(value: string | undefined): string | undefined {
  return value !== undefined && /^[\x20-\x7e]{1,1000}$/.test(value) ? value : undefined;
}

function secondsUntil(date: string, headers: Headers, now: Date): number | undefined {
  const then = parseHttpDate(date);
  if (then === undefined) return undefined;
  const theirNow = parseHttpDate(headerOf(headers, "date") ?? "") ?? now.getTime();
  return (then - theirNow) / 1000;
}

/** `Date.parse` takes "soon 5" for a date in May; an HTTP date begins with a weekday and holds a time of day. */
function parseHttpDate(text: string): number | undefined {
  if (!/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d\d:\d\d:\d\d/i.test(text.trim())) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
