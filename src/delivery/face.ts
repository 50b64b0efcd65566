// Reads of a TrueType file what lines are broken by: which characters it has, and how wide each is.
import { joinedForms } from "../text/joinedForms.ts";

/** One weight of a typeface. */
export interface Face {
  has(codePoint: number): boolean;
  /** Width of a text on one line, in parts of the font size. Kerning is left out: it mostly draws letters together. */
  width(text: string): number;
}

/** They join letters and part them, and take no room themselves. */
const joiners = [0x200c, 0x200d];

/** Tables and their fields: https://learn.microsoft.com/en-us/typography/opentype/spec/otff. Throws on what is no font. */
export function readFace(font: Buffer): Face {
  const tableAt = (tag: string): number => {
    const count = font.readUInt16BE(4);
    for (let at = 12; at < 12 + 16 * count; at += 16) {
      if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
    }
    throw new Error(`The font has no ${tag} table`);
  };
  const glyphs = readCharacters(font, tableAt("cmap"));
  const unitsPerEm = font.readUInt16BE(tableAt("head") + 18);
  const measured = font.readUInt16BE(tableAt("hhea") + 34);
  const metrics = tableAt("hmtx");
  const advance = (codePoint: number): number => {
    const glyph = glyphs.get(codePoint);
    // What has no glyph of its own is drawn as a box, the first one.
    return font.readUInt16BE(metrics + 4 * Math.min(glyph ?? 0, measured - 1)) / unitsPerEm;
  };
  return {
    has: (codePoint) => glyphs.has(codePoint),
    width: (text) =>
      joinedForms(text.replace(/(?![\u200c\u200d])\p{Cf}/gu, ""))
        .filter((codePoint) => !joiners.includes(codePoint))
        .reduce((sum, codePoint) => sum + advance(codePoint), 0),
  };
}

/** Character to glyph, from every subtable of format 4 (the basic plane): all that Arabic and Latin need. */
function readCharacters(font: Buffer, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const start = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    if (font.readUInt16BE(start) === 4) readSegments(font, start, glyphs);
  }
  return glyphs;
}

function readSegments(font: Buffer, start: number, glyphs: Map<number, number>): void {
  const segments = font.readUInt16BE(start + 6) / 2;
  for (let index = 0; index < segments; index += 1) {
    const field = (column: number): number => start + 14 + 2 * (column * segments + index);
    const last = font.readUInt16BE(field(0));
    // A word of padding stands after the ends.
    const first = font.readUInt16BE(field(1) + 2);
    const delta = font.readUInt16BE(field(2) + 2);
    const offsetAt = field(3) + 2;
    const offset = font.readUInt16BE(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}
