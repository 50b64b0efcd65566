// Which internet addresses may be connected to: only those that the whole internet can reach.
import ipaddr from "ipaddr.js";

/** The ranges of ipaddr.js (the IANA special-purpose registries) in words; "unicast" is every other address. */
const names: Readonly<Record<string, string>> = {
  unspecified: "an unspecified address",
  broadcast: "the broadcast address",
  multicast: "a multicast address",
  linkLocal: "a link-local address",
  loopback: "a loopback address",
  carrierGradeNat: "an address behind a carrier's NAT",
  private: "an address of a private network",
  uniqueLocal: "an address of a private network",
  deprecatedSiteLocal: "an address of a private network",
  reserved: "a reserved address",
  benchmarking: "a reserved address",
  ipv4Mapped: "an IPv4 address written as IPv6",
  rfc6145: "an IPv4 address written as IPv6",
  "6to4": "a 6to4 address",
  rfc6052: "a NAT64 address of a local network",
  teredo: "a Teredo address",
};

/** The well-known prefix of NAT64 (RFC 6052): the last four bytes are the IPv4 address. */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Why an IP address is not fetched ("a loopback address"), or `undefined` for a public one. IPv6 must lie in 2000::/3,
 * the only block given out so far (RFC 4291): ipaddr.js calls the old "::127.0.0.1" form unicast. A 6to4, Teredo or
 * mapped address is refused even around a public IPv4 address, because where it leads is decided by the network. An
 * address of NAT64's well-known prefix is what it holds: behind DNS64 every IPv4 site has such a one, and no other.
 */
export function whyForbidden(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return "not an address";
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.match(nat64)) return whyForbiddenInside(parsed);
  const range = parsed.range();
  if (range !== "unicast") return names[range] ?? "a reserved address";
  const isOutside = parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast);
  return isOutside ? "a reserved address" : undefined;
}

function whyForbiddenInside(address: ipaddr.IPv6): string | undefined {
  const inner = address.toByteArray().slice(-4).join(".");
  const why = whyForbidden(inner);
  return why === undefined ? undefined : `a NAT64 address of ${inner}, ${why}`;
}
