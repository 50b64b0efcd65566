// Reads the hand-marked lines of tests/fixtures/sentences: «‖» ends a sentence, «⏎» a line, "[heading]" names the kind of a piece.
import { readdirSync, readFileSync } from "node:fs";

export interface MarkedPiece {
  readonly text: string;
  readonly kind: string;
}

export interface MarkedText {
  /** The name of the file, without its ending. */
  readonly rule: string;
  readonly line: number;
  readonly text: string;
  readonly pieces: readonly MarkedPiece[];
}

const folder = new URL("../fixtures/sentences/", import.meta.url);

/** Every marked text, in the order of the files. */
export function readMarked(): readonly MarkedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(new URL(name, folder), "utf8").trimEnd().split("\n");
      // The first line says the rule.
      return lines
        .slice(1)
        .map((line, at) => ({ rule: name.replace(/\.txt$/, ""), line: at + 2, ...parse(line) }));
    });
}

function parse(line: string): Pick<MarkedText, "text" | "pieces"> {
  const plain = line.replaceAll(/\[(?:heading|dateline|caption|item)\](?=[^\s⏎])/g, "");
  const pieces = line.split(/[‖⏎]/).map((piece) => {
    const [, kind, text] = /^(?:\[(heading|dateline|caption|item)\])?(.*)$/u.exec(piece.trim()) ?? [];
    return { kind: kind ?? "sentence", text: text?.trim() ?? "" };
  });
  return {
    text: plain.replaceAll(" ‖ ", " ").replaceAll("‖", "").replaceAll("⏎", "\n"),
    pieces,
  };
}
