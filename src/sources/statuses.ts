// The answers that are told by their status alone: all but a redirect, a body and "unchanged".
import { type Failed, failed } from "./ended.ts";
import { type Headers, retryAfterSeconds } from "./headers.ts";
import type { WebAnswer } from "./web.ts";

const again = "it is tried again at the next round";

const words: Readonly<Record<number, readonly [reason: string, mend: string]>> = {
  401: ["it asks for a password", "use a public address: passwords are never sent"],
  402: ["it asks for money", "use a public address"],
  403: ["it forbids us", "the server may dislike bots: ask the publisher, or use another address of theirs"],
  404: ["there is nothing at this address", "look on the site for the new address"],
  406: ["it has nothing that we can read", "use the address of a feed or of a page"],
  407: ["a proxy asks for a password", "use a public address: passwords are never sent"],
  451: ["it is withheld for legal reasons", "use another source"],
};

/** 429 without a delay that can be read waits so long. */
const defaultWait = 60;

/** `undefined` for a status whose body is worth reading (200, 203). */
export function toStatusAnswer(
  status: number,
  headers: Headers,
  now: Date,
): Extract<WebAnswer, { kind: "wait" | "gone" | "failed" }> | undefined {
  if (status === 200 || status === 203) return undefined;
  if (status === 410) return { kind: "gone" };
  const seconds = retryAfterSeconds(headers, now);
  if (status === 429) return { kind: "wait", seconds: seconds ?? defaultWait, status };
  if (status === 503 && seconds !== undefined) return { kind: "wait", seconds, status };
  return toFailed(status);
}

function toFailed(status: number): Failed {
  const [reason, mend] = words[status] ?? otherwise(status);
  return failed(`${reason} (${status})`, mend, status);
}

function otherwise(status: number): readonly [reason: string, mend: string] {
  if (status >= 500) return ["their server is in trouble", again];
  if (status === 204 || status === 205) return ["the answer is empty", "check the address in a browser"];
  if (status === 304) return ["it says unchanged though it was never read", again];
  if (status >= 400) return ["their server does not accept the request", "check the address in a browser"];
  return ["an answer that means nothing here", "check the address in a browser"];
}
