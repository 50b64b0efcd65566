// Who asks for a page that is not everybody's: the other end of the connection, and whether it is this machine.
import type { IncomingHttpHeaders } from "node:http";

/** Who asks: the other end of the connection, and what it says of itself. */
export interface Asker {
  readonly address: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const forwarding = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"] as const;
const localName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * True for who comes from this machine. A proxy on this machine comes from here too, for anybody: what it has forwarded
 * does not count, nor does a page in a browser that was led here under another name.
 */
export function isFromHere({ address = "", headers }: Asker): boolean {
  const isHere = /^(::ffff:)?127\.|^::1$/.test(address);
  const isForwarded = forwarding.some((name) => headers[name] !== undefined);
  return isHere && !isForwarded && localName.test(headers.host ?? "");
}
