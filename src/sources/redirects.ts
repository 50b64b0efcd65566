// Follows an address from redirect to redirect, and remembers where the permanent ones end.
import { type Failed, failed, place, type Refused } from "./ended.ts";

/** 301, 302, 303, 307 or 308. */
export interface Redirect {
  readonly kind: "redirect";
  readonly status: number;
  /** As the header gives it, relative or whole. */
  readonly location: string | undefined;
}

export interface Arrival<T> {
  readonly kind: "arrived";
  readonly url: URL;
  /** Set when every redirect up to it was permanent; a temporary one may follow after it. */
  readonly movedTo?: URL;
  readonly end: T;
}

export interface Road<T> {
  /** At most so many redirects are followed. */
  readonly redirects: number;
  /** The address of a Location header, checked like the first one. */
  check(location: string, base: URL): URL | Refused;
  visit(url: URL): Promise<Redirect | T>;
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const mend = "open the address in a browser, and use the one where it ends";

export function isRedirect(status: number): boolean {
  return redirectStatuses.has(status);
}

/** Visits `start` and each address it is sent to, until one answers. */
export async function travel<T extends { readonly kind: string }>(
  start: URL,
  { redirects, check, visit }: Road<T>,
): Promise<Arrival<T> | Refused | Failed> {
  const seen = new Set<string>();
  let url = start;
  let movedTo: URL | undefined;
  let isPermanent = true;
  for (;;) {
    seen.add(url.href);
    const end = await visit(url);
    if (!isRedirectTo(end)) {
      return movedTo === undefined ? { kind: "arrived", url, end } : { kind: "arrived", url, movedTo, end };
    }
    if (end.location === undefined) {
      return failed(`${place(url)} redirects without an address (${end.status})`, mend, end.status);
    }
    const next = check(toUtf8(end.location), url);
    if (!(next instanceof URL)) return { ...next, reason: `${place(url)} redirects: ${next.reason}` };
    if (seen.has(next.href)) {
      return failed(`${place(url)} redirects in a circle, to ${place(next)}`, mend, end.status);
    }
    if (seen.size > redirects) {
      return failed(`more than ${redirects} redirects, the last to ${place(next)}`, mend, end.status);
    }
    isPermanent &&= end.status === 301 || end.status === 308;
    if (isPermanent) movedTo = next;
    url = next;
  }
}

function isRedirectTo(end: { readonly kind: string }): end is Redirect {
  return end.kind === "redirect";
}

/** Headers arrive as latin1; a Location with Arabic letters in it is UTF-8 that nobody has encoded. */
function toUtf8(location: string): string {
  const text = Buffer.from(location, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? location : text;
}
