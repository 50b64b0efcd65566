// Turns the bytes of a document into text: Unicode by its marks, else what the document says, else windows-1256.

export interface DecodeAbout {
  /** The Content-Type header that came with the bytes; its charset is believed before the document's own. */
  readonly contentType?: string;
  /** True for a feed or any XML: the encoding of its declaration counts. */
  readonly isXml?: boolean;
}

/**
 * The text of a document with "\n" line ends and no byte order mark. Order: a byte order mark; UTF-16 that shows itself by
 * its zero bytes; valid UTF-8, whatever else is claimed; UTF-8 with a few broken bytes (a cut or a bad copy: they become
 * U+FFFD); the charset of the header, of the XML declaration, of the HTML page; windows-1256, which is what Arabic text
 * that is not Unicode almost always is, also where a server calls it Latin-1 by default.
 */
export function decodeBytes(bytes: Uint8Array, about: DecodeAbout = {}): string {
  return toText(bytes, about)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
}

function toText(bytes: Uint8Array, about: DecodeAbout): string {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (a && b === 0 && c && d === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0 && b && c === 0 && d) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return isNearlyUtf8(bytes) ? new TextDecoder("utf-8").decode(bytes) : toOldText(bytes, about);
  }
}

/** In real UTF-8 Arabic one letter is two bytes, so a few broken bytes stand against many whole pairs. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const whole = text.replace(/[\0-\x7F\uFFFD]/g, "").length;
  return whole > broken * 20;
}

function toOldText(bytes: Uint8Array, { contentType, isXml }: DecodeAbout): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const labels = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1],
    isXml ? /<\?xml[^>]+encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] : undefined,
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1],
  ];
  // UTF-8 and UTF-16 are ruled out by the bytes themselves.
  const named = labels.flatMap((label) => encodingOf(label)).filter((name) => !name.startsWith("utf-"));
  const chosen = named.find((name) => name !== "windows-1252") ?? named[0] ?? "windows-1256";
  const arabic = new TextDecoder("windows-1256").decode(bytes);
  // In no language of Latin-1 do three accented letters follow one another where these Arabic ones stand.
  if (chosen === "windows-1252" && /[ء-ي]{3}/.test(arabic)) return arabic;
  return new TextDecoder(chosen).decode(bytes);
}

/** The name that the Encoding Standard gives a label (Latin-1 is "windows-1252" there); none for an unknown one. */
function encodingOf(label: string | undefined): string[] {
  try {
    return label === undefined ? [] : [new TextDecoder(label).encoding];
  } catch {
    return []; // the document names a charset that does not exist
  }
}
