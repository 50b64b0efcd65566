// Lines of a stream: where they end, how they are counted, and what a line without an end costs.
import { describe, expect, it } from "vitest";
import { type Line, splitLines } from "../../src/cli/splitLines.ts";

async function* stream(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks;
}

async function read(chunks: readonly string[], longest = 100): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of splitLines(stream(chunks), longest)) lines.push(line);
  return lines;
}

const texts = async (...chunks: string[]): Promise<(string | undefined)[]> =>
  (await read(chunks)).map(({ text }) => text);

describe("splitLines", () => {
  it.each([
    ["LF and CRLF", ["a\nb\r\nc\n"], ["a", "b", "c"]],
    ["a last line without an end", ["a\nb"], ["a", "b"]],
    ["a line over several chunks", ["a", "b", "c\nd"], ["abc", "d"]],
    ["CRLF over two chunks", ["a\r", "\nb"], ["a", "b"]],
    ["empty lines", ["\n\na\n"], ["", "", "a"]],
    ["the line separator of Unicode, which ends no line of JSON", ["a\u2028b\n"], ["a\u2028b"]],
    ["a lone CR, which ends none either", ["a\rb\n"], ["a\rb"]],
    ["a byte order mark", ["\uFEFFa\n\uFEFFb\n"], ["a", "\uFEFFb"]],
  ])("reads %s", async (_name, chunks, expected) => expect(await texts(...chunks)).toEqual(expected));

  it("gives nothing for nothing", async () => expect(await read([])).toEqual([]));

  it("passes over a line that is too long, and counts it", async () => {
    expect(await read(["ab\n", "x".repeat(6), "x".repeat(6), "\ncd"], 10)).toEqual([
      { number: 1, text: "ab" },
      { number: 2, text: undefined },
      { number: 3, text: "cd" },
    ]);
  });

  it("tells of a last line that is too long and has no end", async () => {
    expect(await read(["x".repeat(11)], 10)).toEqual([{ number: 1, text: undefined }]);
  });

  it("asks for the next chunk only when the lines of the last one were taken", async () => {
    let asked = 0;
    async function* counted(): AsyncGenerator<string> {
      for (asked = 1; asked <= 100; asked += 1) yield "a\nb\n";
    }
    const lines = splitLines(counted(), 10);
    for (let taken = 0; taken < 4; taken += 1) await lines.next();
    expect(asked).toBe(2);
    await lines.return(undefined);
  });
});
