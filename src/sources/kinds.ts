// Tells text from everything else, first by its label, then by its bytes; and a page from a feed.

/** Labels that no text is served under, and what to call them. A wrong label of another kind is forgiven. */
const labels: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^image\//, "an image"],
  [/^video\//, "a video"],
  [/^audio\//, "a sound recording"],
  [/^font\//, "a font"],
  [/^application\/(x-)?pdf$/, "a PDF"],
  [/^application\/(msword|rtf|epub\+zip|vnd\.(ms-|openxmlformats|oasis))/, "an office document"],
  [
    /^application\/(zip|gzip|x-(zip-compressed|gzip|tar|7z-compressed|rar(-compressed)?|bzip2?))$/,
    "an archive",
  ],
  [/^application\/(wasm|java-archive|x-msdownload|vnd\.android)/, "a program"],
];

/** First bytes in hex (the file types' own specifications). */
const signatures: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^89504e470d0a/, "an image (PNG)"],
  [/^ffd8ff/, "an image (JPEG)"],
  [/^474946383[79]61/, "an image (GIF)"],
  [/^52494646.{8}57454250/, "an image (WebP)"],
  [/^255044462d/, "a PDF"],
  [/^504b(0304|0506)/, "an archive (ZIP)"],
  [/^1f8b08/, "an archive (gzip)"],
  [/^.{8}66747970/, "a video (MP4)"],
  [/^1a45dfa3/, "a video (WebM)"],
  [/^(4944330[234]|4f676753|fff[b32])/, "a sound recording"],
];

/** What a Content-Type says the body is, if that cannot be text: "an image". */
export function namedByLabel(contentType: string): string | undefined {
  const type = typeOf(contentType);
  return labels.find(([pattern]) => pattern.test(type))?.[1];
}

/** What the bytes are, if they are no text: "an image (PNG)", "binary data". UTF-16 is text, though it holds NUL bytes. */
export function namedByBytes(bytes: Uint8Array, contentType: string): string | undefined {
  const head = toBuffer(bytes, 16).toString("hex");
  const known = signatures.find(([pattern]) => pattern.test(head))?.[1];
  if (known !== undefined) return known;
  const isUtf16 = /^(fffe|feff|3c00|003c)/.test(head) || /charset\s*=\s*"?utf-?16/i.test(contentType);
  return !isUtf16 && bytes.includes(0) ? "binary data" : undefined;
}

/** What a text is, if it cannot be a page: "JSON" or "XML". XHTML is a page. The bytes count for more than the label. */
export function namedNoPage(bytes: Uint8Array, contentType: string): string | undefined {
  const text = toBuffer(bytes, 64 * 1024)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  const type = typeOf(contentType);
  if (!text.startsWith("<")) {
    if (/[/+]json$/.test(type)) return "JSON";
    return /^[[{]/.test(text) && isJson(bytes) ? "JSON" : undefined;
  }
  const root = rootOf(text);
  if (root === "html" || root === undefined) return undefined;
  const isNamedXml = /[/+]xml$/.test(type) && type !== "application/xhtml+xml";
  const isFeed = ["rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml"].includes(root);
  return isFeed || isNamedXml || /^<\?xml\s/i.test(text) ? "XML" : undefined;
}

function typeOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

function toBuffer(bytes: Uint8Array, length: number): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length));
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** The first element's name in lower case. Step by step, because one pattern for all of the prolog would backtrack. */
function rootOf(text: string): string | undefined {
  const prolog = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>]*>/iy;
  let at = 0;
  while (prolog.test(text)) at = prolog.lastIndex;
  const name = /<([a-z][\w:.-]*)/iy;
  name.lastIndex = at;
  return name.exec(text)?.[1]?.toLowerCase();
}
