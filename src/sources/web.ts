// The contract of the web: one request for a feed or a page, and every way in which it can end.

export interface WebRequest {
  readonly url: string;
  /** Decides the Accept header, whether robots.txt is asked (pages only), and whether JSON and XML are welcome (feeds only). */
  readonly kind: "feed" | "page";
  /** Of the last answer, for a conditional request. */
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What both kinds of success tell. */
interface Reached {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /**
   * Where the source lives from now on: the last address up to which every redirect was permanent (301, 308). Not
   * always `url`: a temporary redirect may follow after it. Absent where the first redirect is temporary, or none came.
   */
  readonly movedTo?: string;
  /** To be sent with the next request; on "unchanged" the last ones where the answer did not repeat them. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** `Cache-Control: max-age` or `Expires`, where given. */
  readonly maxAgeSeconds?: number;
}

export type WebAnswer =
  | (Reached & { readonly kind: "body"; readonly bytes: Uint8Array; readonly contentType: string })
  /** 304: nothing changed since the last answer. */
  | (Reached & { readonly kind: "unchanged" })
  /**
   * 429, or 503 with Retry-After: the server named the delay (bounded, 1 s to a day), or 60 s where it named none. For a
   * page it may be robots.txt that was answered so.
   */
  | { readonly kind: "wait"; readonly seconds: number; readonly status: number }
  /** 410: it will not come back. */
  | { readonly kind: "gone" }
  /** We do not want it: a forbidden address, robots.txt, a body that is too large, no text, or (for a page) no page. */
  | { readonly kind: "refused"; readonly reason: string; readonly mend: string }
  /** They could not: DNS, connection, time, TLS, any other status, an empty body, a robots.txt that cannot be read; or we were stopped. */
  | { readonly kind: "failed"; readonly reason: string; readonly mend: string; readonly status?: number };

export interface Web {
  /** Never throws for what the other side does; `signal` ends it as "failed". */
  get(request: WebRequest, signal?: AbortSignal): Promise<WebAnswer>;
  close(): Promise<void>;
}
