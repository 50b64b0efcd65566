// Lines of a file: every one of them, whole, whatever comes between.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readLines, tooLong } from "../../src/cli/lines.ts";

function write(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-lines-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "in.jsonl"), text);
  return join(folder, "in.jsonl");
}

async function linesOf(lines: AsyncIterable<string | typeof tooLong>): Promise<(string | typeof tooLong)[]> {
  const all: (string | typeof tooLong)[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

it.each([
  ["ends at LF and CRLF", "a\r\nb\n\nc\n", ["a", "b", "", "c"]],
  ["needs no line end at the end of the file", "a\nb", ["a", "b"]],
  ["drops a byte order mark", "\uFEFFa\nb\n", ["a", "b"]],
  ["leaves Unicode's line separators in the text", "a\u2028b\u2029c\n", ["a\u2028b\u2029c"]],
  ["gives none for an empty file", "", []],
])("a line %s", async (_rule, text, expected) => {
  expect(await linesOf(readLines(write(text), process.stdin))).toEqual(expected);
});

it("keeps letters that two readings share, and counts the bytes", async () => {
  const long = "ب".repeat(100_001); // The letter ba, two bytes.
  let bytes = 0;
  const lines = readLines(write(`x${long}\n${long}\n`), process.stdin, (soFar) => {
    bytes = soFar;
  });
  expect(await linesOf(lines)).toEqual([`x${long}`, long]);
  expect(bytes).toBe(400_007);
});

it("passes over a line that is too long, wherever it stands", async () => {
  const long = "x".repeat(16_000_001);
  expect(await linesOf(readLines(write(`a\n${long}\nb\n${long}`), process.stdin))).toEqual([
    "a",
    tooLong,
    "b",
    tooLong,
  ]);
});

it("loses nothing when whoever asked does something else first", async () => {
  const lines = readLines(write("a\nb\nc\n"), process.stdin);
  for (let turn = 0; turn < 20; turn += 1) await readdir(tmpdir());
  expect(await linesOf(lines)).toEqual(["a", "b", "c"]);
});

it("names a file that is not there, and one that is a folder", async () => {
  await expect(linesOf(readLines(join(tmpdir(), "nowhere.jsonl"), process.stdin))).rejects.toThrow(
    /nowhere\.jsonl: cannot be read: there is no such file\n {2}mend: /,
  );
  await expect(linesOf(readLines(tmpdir(), process.stdin))).rejects.toThrow(/it is a folder\n {2}mend: /);
});
