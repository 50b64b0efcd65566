// What can be said of an address before anything is asked: its scheme, its form, and a host that is no public one.
import { isIP } from "node:net";
import { whyForbidden } from "./addresses.ts";
import { type AllowedHosts, createAllowedHosts, hostOf, portOf } from "./allow-hosts.ts";
import { place, type Refused, refused } from "./ended.ts";

export type MayFetch =
  /** `url` is the address as it will be asked: normalised, without fragment, user and password. */
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: string; readonly mend: string };

/** Far above any real address, and a bound on what robots.txt patterns cost to match. */
const longest = 4096;

/**
 * The check without DNS, for an address that somebody types in. A name that resolves to a private address passes here
 * and is refused when it is fetched. `allowHosts`: see {@link createAllowedHosts}.
 */
export function mayFetch(address: string, allowHosts: readonly string[]): MayFetch {
  const checked = checkAddress(address, createAllowedHosts(allowHosts));
  return checked instanceof URL
    ? { ok: true, url: checked.href }
    : { ok: false, reason: checked.reason, mend: checked.mend };
}

/** The address to ask, or why not. The URL parser has already turned decimal, hex, octal and short IPv4 into dotted form. */
export function checkAddress(address: string, allowed: AllowedHosts, base?: URL): URL | Refused {
  if (!URL.canParse(address, base?.href)) {
    return refused("it is not an address", "write it whole, like https://news.example/feed.xml");
  }
  const url = new URL(address, base?.href);
  url.username = "";
  url.password = "";
  url.hash = "";
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refused(`${url.protocol} addresses are not fetched`, "use an http: or https: address");
  }
  if (url.href.length > longest) {
    return refused(`its address is longer than ${longest} characters`, "use a shorter address");
  }
  if (url.port === "0") return refused(`${place(url)}: there is no port 0`, "correct the port");
  return whyForbiddenHost(url, allowed) ?? url;
}

/** Why the host as it is written is not asked; `undefined` for a name that only DNS can judge, and for an exempted host. */
export function whyForbiddenHost(url: URL, allowed: AllowedHosts): Refused | undefined {
  const host = hostOf(url);
  if (allowed.has(host, portOf(url))) return undefined;
  if (host === "localhost" || host.endsWith(".localhost")) {
    return refusedAddress(url, `${host} is this machine`);
  }
  const why = isIP(host) === 0 ? undefined : whyForbidden(host);
  return why === undefined ? undefined : refusedAddress(url, `${host} is ${why}`);
}

/** The refusal of a host for its address, with the one way to allow it. */
export function refusedAddress(url: URL, why: string): Refused {
  const entry = url.host.replace(/\.(?=:|$)/, "");
  return refused(
    `${why}; only public addresses are fetched`,
    `if it is safe to ask, add "${entry}" to sources.allowHosts in config/sources.yaml`,
  );
}
