// How a request ends badly, said once: the two answers with a reason, and an error that carries one through foreign code.
import type { WebAnswer } from "./web.ts";

export type Refused = Extract<WebAnswer, { kind: "refused" }>;
export type Failed = Extract<WebAnswer, { kind: "failed" }>;

/** We do not want it. */
export function refused(reason: string, mend: string): Refused {
  return { kind: "refused", reason, mend };
}

/** They could not. */
export function failed(reason: string, mend: string, status?: number): Failed {
  return status === undefined ? { kind: "failed", reason, mend } : { kind: "failed", reason, mend, status };
}

/** Sockets, streams and abort signals know only errors; this one brings our answer out of them unchanged. */
export class Ended extends Error {
  readonly answer: Refused | Failed;

  constructor(answer: Refused | Failed) {
    super(answer.reason);
    this.name = new.target.name;
    this.answer = answer;
  }
}

/** An address as reasons name it: host and path, at most 200 characters; never its query, user or password. */
export function place(url: URL): string {
  const text = `${url.host}${url.pathname}`;
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
