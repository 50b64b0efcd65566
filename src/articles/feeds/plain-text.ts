// Makes plain text of a title that may hold tags and entities, escaped once or twice.
import { Parser } from "htmlparser2";

/** Only HTML's own tags go: «أ<ب» and "5 < 6" stay. */
const tags =
  /<\/?(?:a|abbr|b|bdi|bdo|big|br|center|cite|code|div|em|font|h[1-6]|i|img|li|mark|ol|p|q|s|script|small|span|strong|style|sub|sup|u|ul|wbr)(?:\s[^<>]*)?\/?>/gi;

/** Some systems escape what is escaped already: `&amp;quot;`. More than that is not seen. */
const layers = 2;

/** One line; white space runs are one space. */
export function toPlainText(written: string): string {
  let text = written;
  for (let layer = 0; layer < layers; layer++) text = decodeEntities(dropTags(text));
  return dropTags(text).replace(/\s+/g, " ").trim();
}

/** Some tags part words, others stand inside them. */
function dropTags(text: string): string {
  return text.replace(tags, (tag) => (/^<\/?(?:br|center|div|h\d|li|ol|p|ul)\b/i.test(tag) ? " " : ""));
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  let decoded = "";
  const parser = new Parser({
    ontext(part) {
      decoded += part;
    },
  });
  parser.end(text.replace(/</g, "&lt;"));
  return decoded;
}
