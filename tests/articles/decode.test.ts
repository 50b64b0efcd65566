// Decoding: Unicode by its marks, old Arabic code pages, and bytes that are almost right.
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../src/articles/decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** «سلام» ("peace") in windows-1256 and in ISO 8859-6. */
const windows1256 = Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3);
const iso88596 = Uint8Array.of(0xd3, 0xe4, 0xc7, 0xe5);

describe("decodeBytes", () => {
  it.each([
    ["UTF-8", utf8("سلام"), "سلام"],
    ["UTF-8 with a byte order mark", utf8("\uFEFFسلام"), "سلام"],
    ["UTF-16, little end first", Uint8Array.of(0xff, 0xfe, 0x33, 0x06, 0x44, 0x06), "سل"],
    ["UTF-16, big end first", Uint8Array.of(0xfe, 0xff, 0x06, 0x33, 0x06, 0x44), "سل"],
    ["windows-1256", windows1256, "سلام"],
    ["no bytes", new Uint8Array(), ""],
  ])("reads %s", (_name, bytes, text) => expect(decodeBytes(bytes)).toBe(text));

  it("believes the charset that a page names, unless it is none", () => {
    const page = (charset: string, body: Uint8Array): Uint8Array =>
      Uint8Array.of(...utf8(`<meta charset="${charset}">`), ...body);
    expect(decodeBytes(page("iso-8859-6", iso88596))).toContain("سلام");
    expect(decodeBytes(page("windows-1256", windows1256))).toContain("سلام");
    expect(decodeBytes(page("utf-8", windows1256))).toContain("سلام");
    expect(decodeBytes(page("no-such-thing", windows1256))).toContain("سلام");
  });

  it("keeps UTF-8 with one broken byte as UTF-8", () => {
    const text = "وصلت القافلة إلى المدينة صباح اليوم."; // "the convoy reached the city this morning"
    expect(decodeBytes(Uint8Array.of(...utf8(text), 0xd8))).toBe(`${text}\uFFFD`);
  });

  it("makes every line end a plain one", () => {
    expect(decodeBytes(utf8("a\r\nb\rc\n"))).toBe("a\nb\nc\n");
  });
});
