// Turns a log line's fields into plain values that hold no secret and no words of readers or articles.
import { redact } from "./redact.ts";

/** Fields whose content is never logged, whatever it is: secrets, message text, names of people and chats. */
const hidden = new Set([
  "token",
  "bottoken",
  "secret",
  "password",
  "authorization",
  "text",
  "html",
  "caption",
  "title",
  "name",
  "firstname",
  "lastname",
  "username",
]);

const deepest = 6;

/**
 * Plain copies of the fields, every text of them cleaned. Errors keep name, message, code, stack and cause, and nothing
 * else.
 */
export function scrub(fields: object, clean: (text: string) => string = redact): Record<string, unknown> {
  return scrubObject(fields, [], clean);
}

type Clean = (text: string) => string;

function scrubObject(value: object, parents: readonly object[], clean: Clean): Record<string, unknown> {
  const inside = [...parents, value];
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      clean(key),
      hidden.has(key.replaceAll(/[_-]/g, "").toLowerCase()) ? "<redacted>" : scrubValue(child, inside, clean),
    ]),
  );
}

function scrubValue(value: unknown, parents: readonly object[], clean: Clean): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value === "bigint" || typeof value === "symbol") return clean(String(value));
  if (typeof value === "function") return "<function>";
  if (typeof value !== "object" || value === null) return value;
  if (parents.includes(value)) return "<circular>";
  if (parents.length >= deepest) return "<deep>";
  if (value instanceof Error) return scrubError(value, [...parents, value], clean);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "<invalid date>" : value.toISOString();
  if (value instanceof URL) return clean(value.href);
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`;
  if (Array.isArray(value)) return value.map((child) => scrubValue(child, [...parents, value], clean));
  if (value instanceof Map || value instanceof Set) return `<${value.size} entries>`;
  return scrubObject(value, parents, clean);
}

// Only these: a client's error also carries the request, and so the token and the reader's message.
function scrubError(error: Error, parents: readonly object[], clean: Clean): Record<string, unknown> {
  const plain: Record<string, unknown> = { name: clean(error.name), message: clean(error.message) };
  const { code } = error as { code?: unknown };
  if (typeof code === "string" || typeof code === "number") plain["code"] = scrubValue(code, parents, clean);
  if (error.stack !== undefined) plain["stack"] = clean(error.stack);
  if (error.cause !== undefined) plain["cause"] = scrubValue(error.cause, parents, clean);
  if (error instanceof AggregateError) plain["errors"] = scrubValue(error.errors, parents, clean);
  return plain;
}
