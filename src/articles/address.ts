// Tells one article's address in all its writings: with and without tracking, on the mobile host, over http or https.

/** Parameters that tell where a click came from and never which article is meant. */
const tracking =
  /^(?:utm_.*|at_.*|mc_[ce]id|[fgdy]clid|msclkid|igshid?|gclsrc|wbraid|gbraid|_ga|_gl|_hs(?:enc|mi)|mkt_tok|ref|ref_src|ref_url|referr?er|cmp|cmpid|ocid|xtor|spm|amp|outputtype|output|nocache|traffic_source|ns_.*|feed(?:name|type))$/i;

/** May be either: only a number tells an article. */
const doubtful = /^(?:cid|share|feed|source|src|from)$/i;

/** Hosts of one outlet that show the same articles. */
const twinHosts = /^(?:www\d?|m|mobile|mob|amp|wap|touch)\.(?=[^.]+\.)/;

/**
 * One name for all writings of an article's address; undefined for what is no http(s) address. Host and path keep their order
 * and case where these matter; parameters that may tell the article stay, in order of their names.
 */
export function addressName(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  const host = url.hostname.replace(/\.$/, "").replace(twinHosts, "");
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const path = decode(url.pathname)
    .replace(/\/{2,}/g, "/")
    .replace(/\/index\.(?:html?|php|aspx?)$/i, "/")
    .replace(/(?:\/amp|\.amp)\/?$/i, "")
    .replace(/^\/amp\//i, "/")
    .replace(/\/$/, "");
  const parameters = [...url.searchParams]
    .filter(([name, value]) => value !== "" && !isTracking(name, value))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const query = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  // A few sites put the article behind the sign: #!/story/12.
  const fragment = /^#!./.test(url.hash) ? url.hash : "";
  return `${host}${port}${path}${query}${fragment}`;
}

/** `cid=4711` may be the article; `cid=newsletter` is not. */
function isTracking(name: string, value: string): boolean {
  return tracking.test(name) || (doubtful.test(name) && !/^\d+$/.test(value));
}

/** «%D8%AE%D8%A8%D8%B1» and «خبر» are one path; a broken escape stays as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
