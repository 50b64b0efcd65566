// Tells one article's address in all its writings: with and without tracking, on the mobile host, over http or https.

/** Parameters that tell where a click came from and never which article is meant. */
const tracking = new RegExp(
  `^(?:${[
    "utm_.*|at_.*|ns_.*|pk_.*|mtm_.*|matomo_.*|piwik_.*|fb_.*|vero_.*|hsa_.*|_hs(?:enc|mi)|wt_z?mc", // campaigns
    "(?:fb|[gdy])clid|tw?clid|ttclid|msclkid|li_fat_id|gclsrc|wbraid|gbraid|mc_[ce]id|mkt_tok|igshid?|_ga|_gl|epik", // clicks
    "ref|ref_src|ref_url|referr?er|cmp|cmpid|ocid|ncid|s_cid|xtor|spm|smid|smtyp|sr_share|__twitter_impression", // ways here
    "traffic_source|feed(?:name|type)|rss|amp|outputtype|output|nocache|_|(?:php|asp|j)?sess(?:ion)?id", // how it is shown
  ].join("|")})$`,
  "i",
);

/** May be either: only a number tells an article. */
const doubtful = /^(?:cid|share|feed|source|src|from)$/i;

/** Hosts of one outlet that show the same articles. */
const twinHosts = /^(?:(?:www\d?|m|mobile|mob|amp|wap|touch)\.)+(?=[^.]+\.)/;

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
    .filter(([name, value]) => !isTracking(name, value) && (value !== "" || isAlone(name)))
    .map(([name, value]) => `${name}=${value}`.normalize("NFC"))
    .sort();
  const query = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  // A few sites put the article behind the sign: #!/story/12, #/story/12.
  const fragment = /^#[!/]./.test(url.hash) ? decode(url.hash) : "";
  return `${host}${port}${path}${query}${fragment}`;
}

/** `cid=4711` may be the article; `cid=newsletter` is not. */
function isTracking(name: string, value: string): boolean {
  return tracking.test(name) || (doubtful.test(name) && !/^\d+$/.test(value));
}

/** `news.php?4711` and `news.php?خبر-جديد` ("new piece of news") name an article without a value; `?print` does not. */
function isAlone(name: string): boolean {
  return /\d|[^\0-\x7f]/.test(name);
}

/** «%D8%AE%D8%A8%D8%B1» and «خبر» are one path; a broken escape stays as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
