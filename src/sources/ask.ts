// One request over one connection of its own: no redirects, no reuse, closed when the answer has been used.
import { Client, type Dispatcher } from "undici";
import type { AllowedHosts } from "./allow-hosts.ts";
import { createConnect, type Lookup } from "./connect.ts";
import { untilStopped } from "./stops.ts";

export type Response = Dispatcher.ResponseData;

export interface Asker {
  readonly lookup: Lookup;
  readonly allowed: AllowedHosts;
}

/** Node's own limit for the headers of an answer, in bytes. */
const maxHeaderSize = 16 * 1024;

/**
 * Asks, and hands the answer to `use`; the connection ends with it, however it ends. A connection is not kept for the
 * next request: polls are minutes apart, a server's own idle limit is a race, and each new connection checks DNS again.
 */
export async function ask<T>(
  url: URL,
  headers: Record<string, string>,
  { lookup, allowed }: Asker,
  signal: AbortSignal,
  use: (response: Response) => Promise<T>,
): Promise<T> {
  const client = new Client(url.origin, {
    connect: createConnect(url, lookup, allowed, signal), // It ends the connection in every state.
    pipelining: 0, // "Connection: close"
    headersTimeout: 0, // The request's own limit counts, and it counts everything.
    bodyTimeout: 0,
    maxHeaderSize,
  });
  try {
    const path = `${url.pathname}${url.search}`;
    const response = await untilStopped(client.request({ method: "GET", path, headers }), signal);
    return await use(response);
  } finally {
    client.destroy().catch(() => {});
  }
}
