// Mends text that was read in the wrong encoding: UTF-8 taken for windows-1252 or windows-1256, entities escaped twice.

/** Byte of each character of a code page; where the page leaves a byte free, the control of that number. */
function tableOf(encoding: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    table.set(String.fromCharCode(byte), byte);
    table.set(decoder.decode(Uint8Array.of(byte)), byte);
  }
  // A soft space became a space on its way.
  return table;
}

interface Misreading {
  /** A quick look: the two lead bytes of Arabic letters in UTF-8, D8 and D9, each before a byte that goes on. */
  readonly looks: RegExp;
  readonly table: ReadonlyMap<string, number>;
}

const western: Misreading = { looks: /[ØÙÚÛ][^\p{ASCII}]/gu, table: tableOf("windows-1252") };
const arabic: Misreading = {
  looks: /[طظ][\u0080-\u00FF\u0152-\u017E\u02C6\u2010-\u2122\u0660-\u06FF]/g,
  table: tableOf("windows-1256"),
};

/** One sign of two letters may stand in any text; so many pairs, and so large a share of the letters, do not. */
const least = { pairs: 3, share: 0.6 } as const;

/** The text as it was written; unchanged where it was not misread. Never throws. */
export function mendMojibake(text: string): string {
  for (const misreading of [western, arabic]) {
    const pairs = text.match(misreading.looks)?.length ?? 0;
    const letters = text.match(/[^\s\p{ASCII}]/gu)?.length ?? 0;
    if (pairs < least.pairs || pairs * 2 < letters * least.share) continue;
    const mended = decodeAgain(text, misreading.table);
    if (mended !== undefined) return mended;
  }
  return text;
}

function decodeAgain(text: string, table: ReadonlyMap<string, number>): string | undefined {
  const bytes: number[] = [];
  for (const sign of text) {
    const unit = sign.charCodeAt(0);
    const byte = unit < 0x80 ? unit : table.get(sign);
    if (byte !== undefined) bytes.push(byte);
    else bytes.push(...new TextEncoder().encode(sign));
  }
  const mended = new TextDecoder("utf-8").decode(Uint8Array.from(bytes));
  const lost = mended.split("\uFFFD").length - 1;
  const found = mended.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return lost * 20 <= found && found > 0 ? mended : undefined;
}

const entities: Readonly<Record<string, string>> = {
  nbsp: "\u00A0",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  bull: "•",
  middot: "·",
  copy: "©",
  zwnj: "\u200C",
  zwj: "\u200D",
  rlm: "\u200F",
  lrm: "\u200E",
  shy: "\u00AD",
};

const reference = new RegExp(
  `&(?:amp;)?(?:#(\\d{2,6})|#x([\\da-f]{2,5})|(${Object.keys(entities).join("|")}));`,
  "gi",
);

/** `&amp;nbsp;`, `&quot;` and their like as the signs they stand for; `&amp;` by itself as «&». */
export function mendEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text
    .replace(reference, (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? written;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : written;
    })
    .replace(/&amp;/gi, "&");
}

/** Letters in the form that they have inside a word, as old programs wrote them: «ﻣﺼﺮ» is «مصر» (Egypt). Signs such as «ﷺ» stay. */
export function mendForms(text: string): string {
  return text.replace(/[\uFB50-\uFD3D\uFD50-\uFDEF\uFE70-\uFEFC]+/g, (forms) => forms.normalize("NFKC"));
}

/** A letter that is lost for good inside a word stays to be seen; one between words was a space or a quotation mark. */
export function dropLostSigns(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\uFFFD+|\uFFFD+(?![\p{L}\p{N}\uFFFD])/gu, " ");
}
