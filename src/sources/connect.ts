// Opens the connection of one request: every address that DNS names is checked, and one of the checked is connected to.
import { lookup as dnsLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { whyForbidden } from "./addresses.ts";
import { type AllowedHosts, hostOf, portOf } from "./allow-hosts.ts";
import { Ended, failed, type Refused } from "./ended.ts";
import { refusedAddress, whyForbiddenHost } from "./may-fetch.ts";

export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a name. */
export type Lookup = (host: string) => Promise<readonly Resolved[]>;

/** The system's own resolver, so that /etc/hosts counts; it cannot be interrupted, only left alone. */
export const systemLookup: Lookup = async (host) => {
  const found = await dnsLookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/**
 * The connector for one address. The resolver is called once a connection and its answers go straight to the socket,
 * so a name that answers differently the second time (DNS rebinding) gains nothing; one bad answer refuses the name.
 * An IP address in the URL is never looked up, so it is checked here by itself.
 */
export function createConnect(
  url: URL,
  lookup: Lookup,
  allowed: AllowedHosts,
  signal: AbortSignal,
): buildConnector.connector {
  const connector = buildConnector({
    lookup: createGuardedLookup(url, lookup, allowed),
    signal,
    timeout: 0, // The request's own limit ends it.
  } as buildConnector.BuildOptions);
  return (options, callback) => {
    const forbidden = whyForbiddenHost(url, allowed);
    if (forbidden === undefined) connector(options, callback);
    else callback(new Ended(forbidden), null);
  };
}

function createGuardedLookup(url: URL, lookup: Lookup, allowed: AllowedHosts): LookupFunction {
  const host = hostOf(url);
  const isExempt = allowed.has(host, portOf(url));
  const resolve = async (): Promise<readonly Resolved[]> => {
    const found = await lookup(host);
    const forbidden = isExempt ? undefined : whyForbiddenAnswer(url, found);
    if (forbidden !== undefined) throw new Ended(forbidden);
    return found;
  };
  return (_host, options, callback) => {
    resolve().then(
      (found) => {
        const [first] = found;
        if (first === undefined) {
          callback(new Ended(failed(`${host} has no address`, "check the address, or ask later")), "");
        } else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ""),
    );
  };
}

function whyForbiddenAnswer(url: URL, found: readonly Resolved[]): Refused | undefined {
  for (const { address } of found) {
    const why = whyForbidden(address);
    if (why !== undefined) return refusedAddress(url, `${hostOf(url)} resolves to ${address}, ${why}`);
  }
  return undefined;
}
