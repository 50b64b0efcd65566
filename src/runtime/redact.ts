// Takes secrets out of text before it reaches a log, an error or a page.

/** A Bot API token, plain or URL-encoded, with the "bot" that stands before it in addresses. */
const token = /(?:bot)?\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}/gi;
/** Whatever stands in a token's place in an address: emulators take tokens of other shapes. */
const tokenPath = /(?<=\/)bot\d+(?::|%3A)[^/\s"'?#]+/gi;
const userInfo = /(?<=:\/\/)[^\s/?#@]*@/g;

/**
 * The same text with every bot token replaced by `bot<redacted>`, and the user and password of every address
 * by `<redacted>`. Text without a secret comes back unchanged.
 */
export function redact(text: string): string {
  return text
    .replace(tokenPath, "bot<redacted>")
    .replace(token, "bot<redacted>")
    .replace(userInfo, "<redacted>@");
}
