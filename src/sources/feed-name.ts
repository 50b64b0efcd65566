// Makes a name that can stand in a line of a digest out of whatever an operator, a feed or an OPML file calls a feed.

/** In characters; the names of outlets are far shorter. */
const longest = 100;

/** One line without controls and bidi marks, cut at a hundred characters; the host where nothing is left. */
export function toFeedName(written: string, url: string): string {
  const line = written
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
  const name = [...line].slice(0, longest).join("").trim();
  return name === "" ? new URL(url).hostname.replace(/^www\./, "") : name;
}
