// Turns the bytes of a document into text: Unicode by its marks, else what the page says, else windows-1256.

/**
 * The text of a document with "\n" line ends and no byte order mark. Order: a byte order mark; valid UTF-8; UTF-8 with
 * a few broken bytes (a cut or a bad copy: they become U+FFFD); the charset that an HTML page names; windows-1256, which is
 * what Arabic text that is not Unicode almost always is.
 */
export function decodeBytes(bytes: Uint8Array): string {
  return toText(bytes)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
}

function toText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return isNearlyUtf8(bytes) ? new TextDecoder("utf-8").decode(bytes) : toOldText(bytes);
  }
}

/** In real UTF-8 Arabic one letter is two bytes, so a few broken bytes stand against many whole pairs. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const whole = text.replace(/[\0-\x7F\uFFFD]/g, "").length;
  return whole > broken * 20;
}

function toOldText(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named === undefined || /^utf-?8$/i.test(named) ? "windows-1256" : named).decode(
      bytes,
    );
  } catch {
    return new TextDecoder("windows-1256").decode(bytes); // the page names a charset that does not exist
  }
}
