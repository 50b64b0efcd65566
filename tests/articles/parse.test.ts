// Choosing the format by the name's ending.
import { describe, expect, it } from "vitest";
import { knownEndings } from "../../src/articles/formats.ts";
import { parseDocument } from "../../src/articles/parse.ts";

const parse = (file: string, text: string) => parseDocument(new TextEncoder().encode(text), file);

describe("parseDocument", () => {
  it("names an unknown ending and the known ones", () => {
    expect(parse("economy/a.docx", "x")).toEqual({
      ok: false,
      faults: [
        {
          file: "economy/a.docx",
          line: 1,
          message: "the ending of its name is not known",
          mend: `rename it to one of: ${knownEndings.join(" ")}`,
        },
      ],
    });
    expect(knownEndings).toEqual([".md", ".markdown", ".txt", ".text", ".json", ".html", ".htm"]);
  });

  it("does not mind the case of an ending", () => {
    expect(parse("A.TXT", "عنوان\n\nنص.").ok).toBe(true);
  });
});
